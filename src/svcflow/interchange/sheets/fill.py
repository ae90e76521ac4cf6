"""A process as the rows of the template; what a row cannot say goes to the sheet `MORE`."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from svcflow.interchange.sheets.column import Column, Kind, Sheet
from svcflow.interchange.sheets.decode import decoded
from svcflow.interchange.sheets.encode import encoded
from svcflow.interchange.sheets.more import Whole, more_rows
from svcflow.interchange.sheets.names import Misread, Names
from svcflow.interchange.sheets.template import MORE, SHEETS, STEPS
from svcflow.interchange.shorten import pruned
from svcflow.model.base import LANGUAGE_PATTERN

__all__ = ["Filled", "fill", "names_in"]

_LANGUAGE = re.compile(LANGUAGE_PATTERN)
_UNHOLDABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LONGEST = 32000
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """A sheet with its rows; of a sheet of one entry, the row."""

    sheet: Sheet
    rows: list[Row] = field(default_factory=list)


def fill(data: dict[str, Any], language: str) -> list[Filled]:
    """Return all sheets of the template with what a process says, empty ones too.

    ``data`` is the process as a model dumps it, without shorthands; ``language`` is that of the words in cells.
    """
    whole = pruned(copy.deepcopy(data))
    filler = _Filler(whole, language)
    filled = [Filled(sheet, filler.rows(sheet)) for sheet in SHEETS if sheet is not MORE]
    return [*filled, Filled(MORE, list(more_rows(filler.rest)))]


def names_in(data: dict[str, Any], language: str) -> Names:
    """Return the steps and roles that the cells of a filled template can speak of."""
    names = Names(language, own=True)
    steps = data.get("steps", [])
    for id in (step["id"] for step in steps):
        names.add_step(id, "", "")
    return names


class _Filler:
    """Takes out of a copy of the process what a cell can say."""

    def __init__(self, data: dict[str, Any], language: str) -> None:
        self.language = language
        self.own = str(data.get("language", ""))
        self.names = names_in(data, language)
        self.rest = data

    def rows(self, sheet: Sheet) -> list[Row]:
        if sheet.single:
            return [self._row(sheet, self.rest)]
        if sheet.inside:
            return [row for step in self.rest.get("steps", []) for row in self._inside(sheet, step)]
        section = sheet.section[0]
        found = self.rest.get(section)
        if not found:
            return []
        before = copy.deepcopy(found)
        rows = [self._row(sheet, entry) for entry in self._entries(sheet, found)]
        if not all(any(row) for row in rows):  # an entry without a cell would not be seen again
            self.rest[section] = before
            return []
        return rows

    def _entries(self, sheet: Sheet, found: Any) -> Iterator[dict[str, Any]]:
        if not sheet.key:
            yield from found
            return
        for key, value in found.items():
            value[sheet.key] = key
            yield value

    def _inside(self, sheet: Sheet, step: dict[str, Any]) -> list[Row]:
        part = sheet.section[-1]
        found = step.get(part, [])
        before = copy.deepcopy(found)
        rows = [self._row(sheet, entry, step["id"]) for entry in found]
        if not all(any(row[1:]) for row in rows):
            step[part] = before
            return []
        return rows

    def _row(self, sheet: Sheet, entry: dict[str, Any], step: str = "") -> Row:
        cells = [
            self._cell(column, entry, keeps_id=sheet is STEPS)
            for column in sheet.columns
            if not column.read_only
        ]
        if sheet.inside:
            cells[0] = step
        if sheet.key:
            entry.pop(sheet.key, None)
        return tuple(cells)

    def _cell(self, column: Column, entry: dict[str, Any], *, keeps_id: bool = False) -> str:
        """Return the text of a cell, and take what it says out of the entry."""
        holder = _holder(entry, column.path)
        key = column.path[-1]
        if holder is None or key not in holder:
            return ""
        value = holder[key]
        text = encoded(value, column, self.language)
        if text is not None and self._says(text, column, value):
            if entry is holder and column.path == ("id",) and keeps_id:
                return text
            del holder[key]
            return text
        if (
            _is_localized(value)
            and next(iter(value)) == self.own  # what is read from a cell stands first again
            and self._says(value[self.own], column, value[self.own])
        ):
            return str(value.pop(self.own))
        shown = encoded(_in_one_language(value, self.own), column, self.language)
        holder[key] = Whole(value)
        return shown if shown and not _UNHOLDABLE.search(shown) and len(shown) < _LONGEST else ""

    def _says(self, text: str, column: Column, value: Any) -> bool:
        if not text.strip() or text != text.strip() or _UNHOLDABLE.search(text) or len(text) > _LONGEST:
            return False
        try:
            again = decoded(text, column, self.names)
        except Misread:
            return False
        return bool(again == _plain(value, column))


def _plain(value: Any, column: Column) -> Any:
    """Return a value as cells give it: a control that is a mere text."""
    if column.kind is Kind.TEXTS and isinstance(value, list):
        return [one["what"] if isinstance(one, dict) and set(one) == {"what"} else one for one in value]
    return value


def _holder(entry: dict[str, Any], path: tuple[str, ...]) -> dict[str, Any] | None:
    for key in path[:-1]:
        found = entry.get(key)
        if not isinstance(found, dict):
            return None
        entry = found
    return entry


def _is_localized(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and bool(value)
        and all(isinstance(key, str) and _LANGUAGE.match(key) for key in value)
    )


def _in_one_language(value: Any, language: str) -> Any:
    if _is_localized(value):
        return value.get(language, next(iter(value.values())))
    if isinstance(value, dict):
        return {key: _in_one_language(part, language) for key, part in value.items()}
    return [_in_one_language(part, language) for part in value] if isinstance(value, list) else value
