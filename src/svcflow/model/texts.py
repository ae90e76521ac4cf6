"""Every text for people in a part of the model, with its route and its language."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, Union, get_args, get_origin

from svcflow.model.base import Model
from svcflow.model.text import Label, Localized, Text

if TYPE_CHECKING:
    from svcflow.finding import Route

__all__ = ["Said", "texts_of"]

_TEXT = get_args(Text)[1]
_LABEL = get_args(Label)[1]


class Said(NamedTuple):
    """A text for people, in one language."""

    route: Route
    """Where it is written; of a text in several languages, the one language."""
    field: str
    """The fields that lead to it: `steps.instructions`."""
    text: str
    language: str
    whole: str
    """The text with all its languages; the same as ``text`` where it has one only."""
    label: bool = False
    """Whether it is the same in every language (`Label`)."""


class _Shape(Enum):
    """How a field holds what it holds."""

    ONE = 1
    LIST = 2
    MAPPING = 3


class _Field(NamedTuple):
    """A field that is a text, or under which texts are."""

    attribute: str
    key: str
    path: str
    shape: _Shape
    fields: tuple[_Field, ...] | None
    """The fields of a part of the model; None for a text."""
    label: bool = False


def texts_of(part: Model, language: str, *, labels: bool = False) -> Iterator[Said]:
    """Yield every text of a part of the model that is written; what says no language is in ``language``.

    ``labels`` adds the short texts that are the same in every language (`Label`): names of people, numbers of forms.
    """
    found: list[Said] = []
    _collect(part, _plan(type(part), labels), (), language, found)
    return iter(found)


def _collect(part: Model, fields: tuple[_Field, ...], route: Route, language: str, found: list[Said]) -> None:
    values = part.__dict__
    for field in fields:
        value = values[field.attribute]
        if not value:
            continue
        here = (*route, field.key)
        if field.shape is _Shape.ONE:
            _collect_item(value, field, here, language, found)
            continue
        items = value.items() if field.shape is _Shape.MAPPING else enumerate(value)
        for key, item in items:
            _collect_item(item, field, (*here, key), language, found)


def _collect_item(value: Any, field: _Field, route: Route, language: str, found: list[Said]) -> None:
    if field.fields is not None:
        _collect(value, field.fields, route, language, found)
    elif isinstance(value, Localized):
        for tag, text in value.by_language.items():
            found.append(Said((*route, tag), field.path, text, tag, value))
    else:
        found.append(Said(route, field.path, value, language, value, field.label))


@lru_cache(maxsize=64)
def _plan(model: type[Model], labels: bool, path: str = "") -> tuple[_Field, ...]:
    """Return the fields of a class that hold texts or parts with texts."""
    marks = {_TEXT, _LABEL} if labels else {_TEXT}
    found = []
    for attribute, info in model.model_fields.items():
        key = info.alias or attribute
        type_ = Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation
        for shape, held, mark in _holds(type_, _Shape.ONE):
            here = f"{path}{key}"
            if mark in marks:
                found.append(_Field(attribute, key, here, shape, None, mark == _LABEL))
            elif isinstance(held, type) and issubclass(held, Model):
                inner = _plan(held, labels, f"{here}.")
                found += [_Field(attribute, key, here, shape, inner)] if inner else []
    return tuple(found)


def _holds(type_: Any, shape: _Shape) -> Iterator[tuple[_Shape, Any, Any]]:
    """Yield (shape, class, mark) of what a field's type can hold; the mark tells texts from other strings."""
    origin, arguments = get_origin(type_), get_args(type_)
    if origin is Annotated:
        mark = next((mark for mark in arguments[1:] if mark in (_TEXT, _LABEL)), None)
        if mark is not None:
            yield shape, str, mark
        else:
            yield from _holds(arguments[0], shape)
    elif origin in (Union, UnionType):
        for argument in arguments:
            yield from _holds(argument, shape)
    elif origin is tuple:
        yield from _holds(arguments[0], _Shape.LIST)
    elif origin is dict:
        yield from _holds(arguments[1], _Shape.MAPPING)
    elif isinstance(type_, type):
        yield shape, type_, None
