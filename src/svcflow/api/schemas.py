"""JSON Schemas of the files that users write."""

from __future__ import annotations

from typing import Any

from svcflow.finding import CannotDo
from svcflow.i18n import msg
from svcflow.text.nearest import nearest

__all__ = ["schemas"]


def schemas(kind: str | None = None) -> dict[str, dict[str, Any]]:
    """Return the JSON Schemas (2020-12) by kind of file: ``process``, ``catalog``, ``workspace``; or only one of them.

    Raises `CannotDo` for a kind that does not exist.
    """
    from svcflow.model.schema import SCHEMAS, json_schema

    if kind is None:
        return {name: json_schema(name) for name in SCHEMAS}
    if kind in SCHEMAS:
        return {kind: json_schema(kind)}
    guess = nearest(kind, SCHEMAS)
    if guess:
        message = msg("there is no schema `{name}`; did you mean `{guess}`?", name=kind, guess=guess)
    else:
        message = msg("there is no schema `{name}`", name=kind)
    raise CannotDo(message, msg("there are: {names}", names=tuple(SCHEMAS)))
