"""The entries of a table: a row each, and the rows that go on with the one above."""

from __future__ import annotations

from dataclasses import dataclass

from svcflow.i18n import msg
from svcflow.interchange.result import Loss
from svcflow.interchange.sheets.column import Column
from svcflow.interchange.sheets.headings import folded
from svcflow.interchange.sheets.notes import Notes
from svcflow.interchange.sheets.recognise import Table
from svcflow.interchange.sheets.template import STEPS

__all__ = ["Entry", "entries_of"]

Cell = tuple[Column, int, int, str]
"""A column, the row and column of the cell, and its text."""


@dataclass(slots=True)
class Entry:
    """One entry of a table; ``cells`` are its texts by the paths of their columns."""

    table: Table
    row: int
    cells: dict[tuple[str, ...], Cell]
    number: str = ""

    def text(self, path: tuple[str, ...]) -> str:
        """Return the text of a cell without blanks around it, empty where there is none."""
        cell = self.cells.get(path)
        return cell[3].strip() if cell else ""


def entries_of(table: Table, notes: Notes) -> list[Entry]:
    """Return the entries of a table: empty rows and repeated heads are left out, rows without a name go on above."""
    found: list[Entry] = []
    for row in range(table.head + 1, len(table.grid.rows) + 1):
        entry = _entry(table, row)
        if not any(cell[3].strip() for cell in entry.cells.values()) or _is_head(table, row):
            continue
        if table.sheet is STEPS and found and _goes_on(table, entry):
            _add(found[-1], entry)
            if not table.grid.merged:
                message = msg("this row names no step; it was added to the step above")
                notes.cell(table.grid, row, 1, Loss.CHANGED, message)
            continue
        found.append(entry)
    return found


def _entry(table: Table, row: int) -> Entry:
    grid = table.grid
    cells = {
        column.path: (column, row, place, grid.cell(row, place)) for place, column in table.columns.items()
    }
    return Entry(table, row, cells, grid.cell(row, table.numbers).strip() if table.numbers else "")


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
