"""The entries of a table: a row each, and the rows that go on with the one above."""

from __future__ import annotations

import re
from dataclasses import dataclass

from svcflow.i18n import msg
from svcflow.interchange.result import Loss
from svcflow.interchange.sheets.column import Column
from svcflow.interchange.sheets.guess import letters
from svcflow.interchange.sheets.headings import folded
from svcflow.interchange.sheets.notes import Notes
from svcflow.interchange.sheets.recognise import Table
from svcflow.interchange.sheets.template import STEPS

__all__ = ["Entry", "entries_of"]

_PHASE = next(column for column in STEPS.columns if column.path == ("phase",))
_ORDINAL = re.compile(r"^第?[一二三四五六七八九十]+[、.．]\s*")
_PART = re.compile(
    r"第?[一二三四五六七八九十]+(?:阶段|階段|环节|環節|部分|[、.．章])|(?:阶段|階段|phase|stage|part)\s*[\dIVX一二三四五六]",
    re.IGNORECASE,
)
Cell = tuple[Column, int, int, str]
"""A column, the row and column of the cell, and its text."""


@dataclass(slots=True)
class Entry:
    """One entry of a table; ``cells`` are its texts by the paths of their columns."""

    table: Table
    row: int
    cells: dict[tuple[str, ...], Cell]
    number: str = ""
    marks: tuple[tuple[str, str], ...] = ()
    """Letters of RACI with the headings under which they stand."""

    def text(self, path: tuple[str, ...]) -> str:
        """Return the text of a cell without blanks around it, empty where there is none."""
        cell = self.cells.get(path)
        return cell[3].strip() if cell else ""


def entries_of(table: Table, notes: Notes) -> list[Entry]:
    """Return the entries of a table: empty rows and repeated heads are left out, rows without a name go on above.

    A row that is but one title names the phase of the steps below it; below the last step it is a footnote, and told.
    """
    found: list[Entry] = []
    phase: Cell | None = None
    for row in range(table.head + 1, len(table.grid.rows) + 1):
        title = _title(table, row)
        if title is not None:
            phase = title
            continue
        entry = _entry(table, row)
        if not any(cell[3].strip() for cell in entry.cells.values()) or _is_head(table, row):
            continue
        if table.sheet is STEPS and found and _goes_on(table, entry):
            _add(found[-1], entry)
            if not table.grid.merged:
                message = msg("this row names no step; it was added to the step above")
                notes.cell(table.grid, row, 1, Loss.CHANGED, message)
            continue
        if phase is not None:
            entry.cells.setdefault(phase[0].path, phase)
            phase = None
        found.append(entry)
    if phase is not None:
        notes.cell(table.grid, phase[1], phase[2], Loss.LOST, msg("‘{text}’ was left out", text=phase[3]))
    return found


def _title(table: Table, row: int) -> Cell | None:
    """Return the only text of a row, if it stands where the steps are numbered, or begins as titles of parts do."""
    told = [(place, text) for place, cell in enumerate(table.grid.rows[row - 1], 1) if (text := cell.strip())]
    if table.sheet is not STEPS or len(told) != 1:
        return None
    ((place, text),) = told
    numbers = place == table.numbers and not text[0].isdigit()
    named = table.columns.get(place)
    if numbers or (named and named.path == ("name",) and _PART.match(text)):
        return _PHASE, row, place, _ORDINAL.sub("", text)
    return None


def _entry(table: Table, row: int) -> Entry:
    grid = table.grid
    cells = {
        column.path: (column, row, place, grid.cell(row, place)) for place, column in table.columns.items()
    }
    marks = tuple(
        (letter, " ".join(grid.cell(table.head, place).split()))
        for place in table.marks
        for letter in letters(grid.cell(row, place))
    )
    return Entry(table, row, cells, grid.cell(row, table.numbers).strip() if table.numbers else "", marks)


def _is_head(table: Table, row: int) -> bool:
    """Tell whether a row repeats the head, as tables over several pages do."""
    grid = table.grid
    return all(
        folded(grid.cell(row, place)) == folded(grid.cell(table.head, place)) for place in table.columns
    )


def _goes_on(table: Table, entry: Entry) -> bool:
    name = entry.cells.get(("name",))
    if name is None:
        return False
    merged = table.grid.merged
    return not entry.text(("id",)) and (not name[3].strip() or (name[1], name[2]) in merged)


def _add(entry: Entry, further: Entry) -> None:
    """Add the texts of a row to the entry above, each on a line of its own."""
    for path, (column, row, place, text) in further.cells.items():
        own = entry.cells[path]
        if text.strip() and (row, place) not in entry.table.grid.merged and text.strip() != own[3].strip():
            entry.cells[path] = (column, own[1], own[2], "\n".join(filter(None, [own[3], text])))
