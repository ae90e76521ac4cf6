"""Pydantic's errors in the words of people who write processes."""

from __future__ import annotations

import typing
from collections.abc import Mapping
from types import UnionType
from typing import Any, NamedTuple

from pydantic_core import ErrorDetails

from svcflow.finding import Route
from svcflow.i18n import Message, msg
from svcflow.load.nouns import noun_of
from svcflow.model.base import Model
from svcflow.text.nearest import nearest

__all__ = ["SchemaError", "all_in_plain_words", "misspelt_key"]


class SchemaError(NamedTuple):
    """A schema error: which format check it belongs to, what it says, and the route it is at."""

    check: str
    message: Message
    route: Route
    help: Message | None = None
    on_key: bool = False
    meant: str | None = None
    """Of an unknown or missing key: the known one that was probably meant."""


def all_in_plain_words(errors: list[ErrorDetails], root: type[Model]) -> list[SchemaError]:
    """Return Pydantic's errors as a person would say them, without those that only follow from others."""
    said = [_placed(_in_plain_words(error, root)) for error in errors if not _only_follows(error)]
    misspelt = {(*error.route[:-1], error.meant) for error in said if error.check == "unknown-key"}
    return [e for e in said if e.check != "missing-key" or (*e.route, e.meant) not in misspelt]


def _placed(error: SchemaError) -> SchemaError:
    """Return an error of a key itself with the route of the key: Pydantic ends its location in ``[key]``."""
    if error.route and error.route[-1] == "[key]":
        return error._replace(route=error.route[:-1], on_key=True)
    return error


def misspelt_key(route: Route, root: type[Model]) -> SchemaError | None:
    """Return the error of a key that is not known but looks like one that is; None for any other key."""
    owner = _last_model(root, route[:-1])
    if str(route[-1]) in _keys(owner):
        return None
    error = _unknown_key(route, root)
    return error if error.meant else None


def _only_follows(error: ErrorDetails) -> bool:
    """Tell whether a list is called too short only because its items are wrong."""
    return error["type"] == "too_short" and bool(error["input"])


def _in_plain_words(error: ErrorDetails, root: type[Model]) -> SchemaError:
    """Return an error of Pydantic as a person would say it."""
    route: Route = error["loc"]
    kind = error["type"]
    context: Mapping[str, Any] = error.get("ctx", {})
    if "msgid" in context:
        params = {name: str(value) for name, value in context.items() if name != "msgid"}
        return SchemaError("wrong-value", Message(context["msgid"], tuple(params.items())), route)
    if kind == "missing":
        return _missing(route, root)
    if kind == "extra_forbidden":
        return _unknown_key(route, root)
    if kind == "enum":
        return _not_a_choice(error["input"], route, _last_model(root, route))
    return SchemaError("wrong-value", _expected(kind, context, error["input"]), route)


def _missing(route: Route, root: type[Model]) -> SchemaError:
    thing, key = noun_of(_last_model(root, route[:-1])), str(route[-1])
    return SchemaError(
        "missing-key", msg("{thing} needs `{key}`", thing=thing, key=key), route[:-1], meant=key
    )


def _unknown_key(route: Route, root: type[Model]) -> SchemaError:
    owner = _last_model(root, route[:-1])
    keys = _keys(owner)
    key = str(route[-1])
    guess, thing = nearest(key, keys), noun_of(owner)
    if guess:
        message = msg("{thing} has no `{key}`; did you mean `{guess}`?", thing=thing, key=key, guess=guess)
        return SchemaError("unknown-key", message, route, on_key=True, meant=guess)
    message = msg("{thing} has no `{key}`", thing=thing, key=key)
    return SchemaError(
        "unknown-key", message, route, msg("it may have: {keys}", keys=tuple(keys)), on_key=True
    )


def _not_a_choice(value: object, route: Route, owner: type[Model]) -> SchemaError:
    field = next((f for name, f in owner.model_fields.items() if (f.alias or name) == route[-1]), None)
    choices = [str(member) for member in _choices(field.annotation)] if field else []
    guess = nearest(str(value), choices)
    if guess:
        message = msg(
            "`{value}` is not possible here; did you mean `{guess}`?", value=str(value), guess=guess
        )
    else:
        message = msg("`{value}` is not possible here", value=_shown(value))
    return SchemaError("wrong-value", message, route, msg("write one of: {choices}", choices=tuple(choices)))


def _expected(kind: str, context: Mapping[str, Any], value: object) -> Message:
    shown = _shown(value)
    if kind in {"greater_than_equal", "less_than_equal"}:
        bound = str(context.get("ge", context.get("le")))
        if kind == "greater_than_equal":
            return msg("{value} is too small; the smallest possible is {bound}", value=shown, bound=bound)
        return msg("{value} is too large; the largest possible is {bound}", value=shown, bound=bound)
    if kind.startswith(("int_", "float_")):
        return msg("a number is expected here, not {value}", value=shown)
    if kind.startswith("bool_"):
        return msg("true or false is expected here, not {value}", value=shown)
    if kind in {"tuple_type", "list_type"}:
        return msg("a list is expected here (lines that start with a dash), not {value}", value=shown)
    if kind in {"model_type", "model_attributes_type", "dict_type"}:
        return msg("keys with values are expected here (`key: value`), not {value}", value=shown)
    if kind in {"too_short", "too_long"}:
        return msg("at least one entry is expected here")
    if kind.startswith("string_"):
        return msg("a text is expected here, not {value}", value=shown)
    return msg("{value} does not fit here", value=shown)


def _shown(value: object) -> Message | str:
    if isinstance(value, Mapping):
        return msg("a mapping")
    if isinstance(value, (list, tuple)):
        return msg("a list")
    if value is None:
        return msg("nothing")
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    return f"`{text if len(text) <= 40 else text[:39] + '…'}`"


def _keys(owner: type[Model]) -> list[str]:
    return [field.alias or name for name, field in owner.model_fields.items()]


def _last_model(root: type[Model], route: Route) -> type[Model]:
    """Return the class of the innermost mapping of the format that a route leads into."""
    current, owner = root, root
    for part in route:
        if isinstance(part, int):
            continue
        field = next((f for name, f in current.model_fields.items() if (f.alias or name) == part), None)
        inner = _model_in(field.annotation) if field else None
        if field is None:
            continue  # a user's own key of a mapping such as `roles`
        if inner is None:
            return owner
        current = owner = inner
    return owner


def _model_in(annotation: Any) -> type[Model] | None:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation
    found = [_model_in(inner) for inner in typing.get_args(annotation)]
    return next((model for model in found if model), None)


def _choices(annotation: Any) -> list[Any]:
    if typing.get_origin(annotation) in {typing.Union, UnionType}:
        return [choice for inner in typing.get_args(annotation) for choice in _choices(inner)]
    return list(getattr(annotation, "__members__", {}).values())
