"""Data as people write it: keys in the order of the format."""

from __future__ import annotations

import typing
from functools import cache
from types import UnionType
from typing import Any

from svcflow.model.base import Model
from svcflow.model.catalog import Catalog
from svcflow.model.process import Process
from svcflow.model.step import Step

__all__ = ["in_order"]


def in_order(data: dict[str, Any]) -> dict[str, Any]:
    """Return the data of a process or catalogue with the format's keys in its order; the others follow."""
    return typing.cast("dict[str, Any]", _ordered(data, Catalog if "catalog" in data else Process))


def _ordered(value: Any, model: type[Model] | None) -> Any:
    if isinstance(value, (list, tuple)):
        return [_ordered(item, model) for item in value]
    if not isinstance(value, dict) or model is None:
        return value
    fields = _fields(model)
    if value and fields.keys().isdisjoint(value):  # ids of the user's own, as in `roles`
        return {key: _ordered(part, model) for key, part in value.items()}
    known = [key for key in fields if key in value]
    others = [key for key in value if key not in fields]
    return {key: _ordered(value[key], fields.get(key)) for key in (*known, *others)}


@cache
def _fields(model: type[Model]) -> dict[str, type[Model] | None]:
    """Return the keys of a mapping of the format, and the class of what is under each."""
    fields = {field.alias or name: _model_in(field.annotation) for name, field in model.model_fields.items()}
    if model is Step:  # what a step does to the flow is read before its name: a name may be a question
        fields = {key: fields[key] for key in ("id", "kind", *fields)}
    return fields


def _model_in(annotation: Any) -> type[Model] | None:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation
    if isinstance(annotation, UnionType) or typing.get_args(annotation):
        found = (_model_in(inner) for inner in typing.get_args(annotation))
        return next((model for model in found if model), None)
    return None
