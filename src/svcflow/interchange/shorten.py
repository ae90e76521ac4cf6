"""Data of a process or a catalogue as people write it: a value for a list of one, a bare value for a mapping of one.

The shorthands are those that the model declares (`ShortModel`, `OneOrMany`), so that what is read stays the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, NamedTuple, cast, get_args, get_origin

from pydantic import BeforeValidator
from pydantic.fields import FieldInfo

from svcflow.model.base import Model, ShortModel
from svcflow.model.catalog import Catalog
from svcflow.model.distribution import Work
from svcflow.model.process import Process

__all__ = ["pruned", "shortened"]


class _Field(NamedTuple):
    model: type[Model] | None
    one_or_many: bool


def shortened(data: dict[str, Any]) -> dict[str, Any]:
    """Return the data of a process or catalogue with everything written as short as the format allows."""
    return cast("dict[str, Any]", _short(data, Catalog if "catalog" in data else Process))


def pruned(value: Any) -> Any:
    """Return data without what is empty: None, empty texts, lists and mappings."""
    if isinstance(value, dict):
        kept = {key: pruned(part) for key, part in value.items()}
        return {key: part for key, part in kept.items() if part not in (None, "", [], {})}
    if isinstance(value, list):
        return [part for part in map(pruned, value) if part not in (None, "", [], {})]
    return value


def _short(value: Any, model: type[Model] | None) -> Any:
    if isinstance(value, (list, tuple)):
        return [_short(part, model) for part in value]
    if not isinstance(value, dict) or model is None:
        return value
    fields = _fields(model)
    if fields.keys().isdisjoint(value):  # ids of the user's own, or languages
        return {key: _short(part, model) for key, part in value.items()}
    said = {
        key: _value(part, fields.get(key, _Field(None, one_or_many=False))) for key, part in value.items()
    }
    return _bare(said, model)


def _value(value: Any, field: _Field) -> Any:
    short = _short(value, field.model)
    if (
        field.one_or_many
        and isinstance(short, list)
        and len(short) == 1
        and not isinstance(short[0], (dict, list))
    ):
        return short[0]
    return short


def _bare(value: dict[str, Any], model: type[Model]) -> Any:
    if issubclass(model, ShortModel) and set(value) == {model.shorthand}:
        only = value[model.shorthand]
        return value if isinstance(only, (dict, list)) else only
    if model is Work and set(value) == {"likely"}:
        return value["likely"]
    if model is Work and set(value) == {"min", "max"}:
        return f"{value['min']}..{value['max']}"
    return value


@cache
def _fields(model: type[Model]) -> dict[str, _Field]:
    return {field.alias or name: _field(field) for name, field in model.model_fields.items()}


def _field(field: FieldInfo) -> _Field:
    models = [held for held in _held(field.annotation) if isinstance(held, type) and issubclass(held, Model)]
    several = any(isinstance(mark, BeforeValidator) for mark in field.metadata)
    return _Field(models[0] if models else None, several)


def _held(annotation: Any) -> Iterator[Any]:
    """Yield the classes that a field can hold, however deep."""
    if get_origin(annotation) is Annotated:
        yield from _held(get_args(annotation)[0])
    elif get_args(annotation):
        for inner in get_args(annotation):
            yield from _held(inner)
    else:
        yield annotation
