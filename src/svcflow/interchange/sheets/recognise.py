"""Which sheet of the template a table is, and which of its columns are which."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from svcflow.interchange.sheets.column import Column, Sheet
from svcflow.interchange.sheets.grid import Grid
from svcflow.interchange.sheets.guess import by_part, mark_columns, only_counts, subject_column
from svcflow.interchange.sheets.headings import folded, unit_of
from svcflow.interchange.sheets.template import PROCESS, SHEETS, STEPS

__all__ = ["NUMBER_HEADINGS", "Table", "recognised"]

_LOOKED_AT = 60
NUMBER_HEADINGS = frozenset(
    map(
        folded,
        (
            "序号",
            "步骤号",
            "步骤编号",
            "編號",
            "编号",
            "序號",
            "no",
            "number",
            "nr",
            "#",
            "step no",
            "step number",
            "项次",
        ),
    )
)
"""Headings of a column that numbers the rows."""
_TELLING = (("instructions",), ("description",))


@dataclass(slots=True)
class Table:
    """A table that was recognised: its head row, and what its columns are; of a sheet of one entry, its rows."""

    grid: Grid
    sheet: Sheet
    head: int
    columns: dict[int, Column] = field(default_factory=dict)
    units: dict[int, str] = field(default_factory=dict)
    numbers: int = 0
    """The column that numbers the rows, 0 for none."""
    unknown: list[int] = field(default_factory=list)
    """Columns with a heading that means nothing here."""
    guessed: list[int] = field(default_factory=list)
    """Those of ``columns`` that were told by a part of the heading, or by what stands below it."""
    marks: list[int] = field(default_factory=list)
    """Columns headed by a role that mark with the letters of RACI what it does in each step."""

    @property
    def paths(self) -> set[tuple[str, ...]]:
        """The paths of the columns that are there."""
        return {column.path for column in self.columns.values()}

    @property
    def is_matrix(self) -> bool:
        """Whether it tells of steps nothing but who does what in them."""
        return bool(self.marks) and self.paths <= {("id",), ("name",)}


def recognised(grid: Grid, *, guess: bool = False) -> Table | None:
    """Return what a grid is, None when it is no table of a process.

    With ``guess``, a table of steps may be one none of whose headings says so.
    """
    named = next((sheet for sheet in SHEETS if folded(grid.name) in sheet.names() and grid.name), None)
    if named is PROCESS or (named is None and _pairs(grid) >= 3):
        single = _single(grid)
        if single.columns:
            return single
    candidates = [STEPS] if named is None else [named, STEPS]
    for sheet in (*candidates, *(() if named else SHEETS)):
        found = None if sheet.single else _table(grid, sheet, guess=guess)
        if found is not None:
            return found
    return None


@lru_cache(maxsize=64)
def _by_name(sheet_title: str) -> dict[str, Column]:
    sheet = next(one for one in SHEETS if str(one.title) == sheet_title)
    found: dict[str, Column] = {}
    for column in sheet.columns:
        for name in column.names():
            found.setdefault(name, column)
    return found


def _column(sheet: Sheet, heading: str) -> tuple[Column | None, str]:
    known = _by_name(str(sheet.title))
    bare, unit = unit_of(heading)
    return known.get(folded(heading)) or known.get(folded(bare)), unit


def _pairs(grid: Grid) -> int:
    """Return how many of the first rows are a heading of the process sheet and one value."""
    known = _by_name(str(PROCESS.title))
    return sum(
        folded(grid.cell(row, 1)) in known and bool(grid.cell(row, 2)) and not grid.cell(row, 3)
        for row in range(1, min(len(grid.rows), _LOOKED_AT) + 1)
    )


def _single(grid: Grid) -> Table:
    table = Table(grid, PROCESS, 0)
    for row in range(1, min(len(grid.rows), 200) + 1):
        column, unit = _column(PROCESS, grid.cell(row, 1))
        if column is not None and column not in table.columns.values():
            table.columns[row], table.units[row] = column, unit
        elif grid.cell(row, 1).strip() and grid.cell(row, 2).strip():
            table.unknown.append(row)
    return table


def _table(grid: Grid, sheet: Sheet, *, guess: bool) -> Table | None:
    """Return a table if one of the first rows heads it: two columns known, or one and a number, and its subject."""
    heads = [_headed(grid, sheet, row) for row in range(1, min(len(grid.rows), _LOOKED_AT) + 1)]
    if not heads:
        return None
    best = max(heads, key=_told)
    if sheet is STEPS:
        if guess and not _told(best):
            best = max(map(_by_parts, heads), key=_told)
        _name_steps(_by_parts(best), guess=guess)
    subject: set[tuple[str, ...]] = {("name",)} if sheet is STEPS else {("step",)} if sheet.inside else set()
    needed = subject or {column.path for column in sheet.columns[:3]}
    enough = _told(best) + bool(best.marks) >= 2 or len(sheet.columns) < 3
    return best if enough and best.paths & needed else None


def _told(table: Table) -> int:
    return len(table.columns) + bool(table.numbers)


def _headed(grid: Grid, sheet: Sheet, row: int) -> Table:
    table = Table(grid, sheet, row)
    taken: set[tuple[str, ...]] = set()
    for place, heading in enumerate(grid.rows[row - 1], 1):
        column, unit = _column(sheet, heading)
        if column is not None and column.path not in taken:
            table.columns[place], table.units[place] = column, unit
            taken.add(column.path)
        elif folded(heading) in NUMBER_HEADINGS and not table.numbers:
            table.numbers = place
        elif heading.strip() and (row, place) not in grid.merged:
            table.unknown.append(place)
    return table


def _by_parts(table: Table) -> Table:
    """Return a table with columns taken for what a part of their heading names, unless another column is that."""
    known = _by_name(str(STEPS.title))
    for place in list(table.unknown):
        heading = table.grid.cell(table.head, place)
        column = by_part(heading, known)
        if column is not None and column.path not in table.paths:
            _take(table, place, column, unit_of(heading)[1])
    return table


def _take(table: Table, place: int, column: Column, unit: str = "") -> None:
    table.columns[place], table.units[place] = column, unit
    table.unknown.remove(place)
    table.guessed.append(place)


def _name_steps(table: Table, *, guess: bool) -> None:
    """Find the names of the steps where they stand under another heading: ``Step | What`` with a number and a text."""
    grid, head = table.grid, table.head
    table.marks = mark_columns(grid, head, table.unknown)
    table.unknown = [place for place in table.unknown if place not in table.marks]
    named = next((place for place, column in table.columns.items() if column.path == ("name",)), 0)
    if named and (("id",) in table.paths or not only_counts(grid, head, named)):
        return
    if not named and not (guess and _told(table)):
        return
    told = [place for place, column in table.columns.items() if column.path in _TELLING]
    subject = subject_column(grid, head, [*table.unknown, *told])
    if not subject:
        return
    if named:
        table.numbers = named
        del table.columns[named]
    if subject in table.columns:
        del table.columns[subject]
        table.unknown.append(subject)
    if subject in table.guessed:
        table.guessed.remove(subject)
    _take(table, subject, _by_name(str(STEPS.title))["name"])
