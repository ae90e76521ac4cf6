"""Values of a process as the texts of cells."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from svcflow.i18n import translator
from svcflow.interchange.sheets.column import Column, Kind
from svcflow.interchange.sheets.words import say_choice, yes_no

__all__ = ["ARROW", "encoded"]

ARROW = " → "
_LISTS = {Kind.IDS, Kind.ROLES, Kind.STEPS}
_WAYS = {Kind.BRANCHES, Kind.EVENTS, Kind.CONTROLS}


def encoded(value: Any, column: Column, language: str) -> str | None:
    """Return the text of a cell for a value, None where the cell cannot say it.

    ``value`` is plain data as a model dumps it. Whoever writes the cell reads it back to see whether it is the same.
    """
    kind = column.kind
    if column.read_only:
        return None
    if kind is Kind.CHOICE and column.words is not None:
        return say_choice(column.words, str(value), language)
    if kind is Kind.YES:
        return yes_no(value, language) if isinstance(value, bool) else None
    if kind in _LISTS:
        return _joined(value, ", ")
    if kind is Kind.TEXTS:
        return _joined([_only(one, "what") for one in value], "\n") if isinstance(value, list) else None
    if kind in _WAYS or kind is Kind.LIMIT:
        return _ways(value if isinstance(value, list) else [value], language)
    if kind is Kind.WORK:
        return _work(value)
    if isinstance(value, (dict, list, bool)):
        return None
    return f"{value:g}" if isinstance(value, float) else str(value)


def _only(value: Any, key: str) -> Any:
    """Return what a mapping holds under its only key."""
    return value[key] if isinstance(value, dict) and set(value) == {key} else value


def _joined(value: Any, between: str) -> str | None:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        return None
    return between.join(value)


def _work(value: Any) -> str | None:
    if not isinstance(value, dict):
        return None
    given = set(value)
    if given == {"likely"}:
        return str(value["likely"])
    if given == {"min", "max"}:
        return f"{value['min']}..{value['max']}"
    if given == {"min", "likely", "max"}:
        return f"{value['min']} / {value['likely']} / {value['max']}"
    return None


def _ways(ways: list[Any], language: str) -> str | None:
    lines = [_way(way, language) if isinstance(way, dict) else None for way in ways]
    return "\n".join(line for line in lines if line) if all(lines) else None


def _way(way: Mapping[str, Any], language: str) -> str | None:
    """Return one way on: ``condition → step (8%, max 2, by supervisor)``."""
    t = translator(language)
    condition = next((way[key] for key in ("when", "event", "time", "what") if key in way), None)
    if "otherwise" in way:
        condition = t("otherwise")
    if condition is not None and not isinstance(condition, str):
        return None
    target = way.get("to", way.get("otherwise", way.get("step")))
    extras = [str(way["share"])] if "share" in way else []
    extras += [t("max. {count}×").format(count=way["limit"])] if "limit" in way else []
    extras += [t("by {roles}").format(roles=" + ".join(way["role"]))] if way.get("role") else []
    goes = target or ""
    text = f"{condition}{ARROW}{goes}" if condition is not None and goes else condition or goes
    return f"{text} ({', '.join(extras)})" if extras else text
