"""What the template has no column for: rows of a path and a value."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from svcflow.i18n import msg
from svcflow.interchange.sheets.names import Misread

__all__ = ["GOES_ON", "Whole", "more_rows", "put_more"]

GOES_ON = "+"
"""The path of a row whose value goes on with that of the row above."""
_LONGEST = 30000

_LANGUAGE = "language"


@dataclass(frozen=True, slots=True)
class Whole:
    """A value that stands in one row as it is, whatever parts it has: a cell shows it, but cannot say all of it."""

    value: Any


def more_rows(rest: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield paths and values of what is left of a process; steps are named by their ids where each has its own."""
    ids = [step.get("id") for step in rest.get("steps", [])]
    named = len(set(ids)) == len(ids)
    for key, value in rest.items():
        if key != "steps":
            yield from _rows((key,), value)
            continue
        for place, step in enumerate(value):
            left = {name: part for name, part in step.items() if name != "id"}
            yield from _rows((key, str(step["id"]) if named else str(place)), left)


def _rows(path: tuple[str, ...], value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, Whole):
        yield from _pieces(_path(path), _text(value.value))
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _rows((*path, key), part)
    elif isinstance(value, list) and any(isinstance(part, dict) for part in value):
        for place, part in enumerate(value):
            yield from _rows((*path, str(place)), part)
    elif value not in ({}, []):
        yield from _pieces(_path(path), _text(value))


def _path(keys: tuple[str, ...]) -> str:
    return "/".join(key.replace("~", "~0").replace("/", "~1") for key in keys)


def _pieces(path: str, text: str) -> Iterator[tuple[str, str]]:
    """Yield a row, and further ones under `GOES_ON` for what is longer than a cell may be."""
    yield path, text[:_LONGEST]
    for start in range(_LONGEST, len(text), _LONGEST):
        yield GOES_ON, text[start : start + _LONGEST]


def _text(value: Any) -> str:
    """Return a value as JSON; a text as it is, where JSON would not take it for something else."""
    plain = (
        isinstance(value, str) and value.isprintable() and value == value.strip() and _value(value) == value
    )
    return str(value) if plain else json.dumps(value, ensure_ascii=isinstance(value, str))


def _value(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def put_more(data: dict[str, Any], path: str, text: str) -> tuple[str | int, ...]:
    """Put a value where a path says, and return the route to it; raises `Misread` when the path leads nowhere."""
    keys = [part.replace("~1", "/").replace("~0", "~") for part in path.split("/") if part]
    if not keys:
        raise Misread(msg("there is no path in this row"))
    here: Any = data
    route: list[str | int] = []
    for place, key in enumerate(keys[:-1]):
        step = _key(here, key, path)
        route.append(step)
        here = _child(here, step, keys[place + 1], data.get(_LANGUAGE))
    last = _key(here, keys[-1], path)
    if isinstance(here, list):
        here.extend({} for _ in range(int(last) - len(here) + 1))
    here[last] = _value(text)
    return (*route, last)


def _key(here: Any, key: str, path: str) -> str | int:
    """Return the key or number that a part of a path means: of a step its id, of other entries their number."""
    if isinstance(here, dict):
        return key
    if isinstance(here, list):
        for place, entry in enumerate(here):
            if isinstance(entry, dict) and entry.get("id") == key:
                return place
        if key.isdigit() and int(key) <= len(here):
            return int(key)
    raise Misread(msg("the path {path} leads nowhere", path=path))


def _child(here: Any, key: Any, following: str, language: str | None) -> Any:
    """Return what is under a key, made where it is not there; a text becomes one in several languages."""
    if isinstance(here, list) and key == len(here):
        here.append({})
    found = here.get(key) if isinstance(here, dict) else here[key]
    if found is None:
        found = here[key] = [] if following == "0" else {}
    elif isinstance(found, str):
        found = here[key] = {language or "en": found}
    return found
