"""JSON Schemas of the files that users write."""

from __future__ import annotations

from typing import Any

from svcflow.api.choices import chosen
from svcflow.i18n import msg

__all__ = ["schemas"]


def schemas(kind: str | None = None) -> dict[str, dict[str, Any]]:
    """Return the JSON Schemas (2020-12) by kind of file: ``process``, ``catalog``, ``workspace``; or only one of them.

    Raises `CannotDo` for a kind that does not exist.
    """
    from svcflow.model.schema import SCHEMAS, json_schema

    if kind is None:
        return {name: json_schema(name) for name in SCHEMAS}
    return {
        kind: json_schema(chosen(kind, SCHEMAS, lambda name: msg("there is no schema `{name}`", name=name)))
    }
