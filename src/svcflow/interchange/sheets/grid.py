"""A table of texts, from whatever file: cells count from 1, as in the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from svcflow.i18n import Message
from svcflow.interchange.result import Loss

__all__ = ["MOST_COLUMNS", "MOST_ROWS", "CellProblem", "Grid", "Unreadable", "cell_name"]

MOST_ROWS = 5000
"""Rows of a sheet that are read."""
MOST_COLUMNS = 200
"""Columns of a sheet that are read."""


class Unreadable(Exception):
    """A file that cannot be read as a table at all: why, and what to do."""

    def __init__(self, message: Message, help: Message | None = None) -> None:
        super().__init__(str(message))
        self.message, self.help = message, help


@dataclass(frozen=True, slots=True)
class CellProblem:
    """A cell that holds something that cannot be read, or of which something was ``CHANGED`` or ``LOST``."""

    row: int
    column: int
    message: Message
    loss: Loss = Loss.BROKEN


@dataclass(slots=True)
class Grid:
    """A sheet: its name (empty where the file has only one table), its rows, and the cells that were merged.

    ``merged`` tells of each cell that a merged area repeats, the row of the area's first cell.
    """

    name: str
    rows: list[list[str]]
    merged: dict[tuple[int, int], int] = field(default_factory=dict)
    problems: list[CellProblem] = field(default_factory=list)
    lines: dict[int, int] = field(default_factory=dict)
    """The lines of the file on which the rows stand, where it is a text."""
    source: Sequence[str] = ()
    """The lines of the file, where it is a text."""
    in_prose: bool = False
    """Whether people read it line by line, rather than as a table whose cells have names."""

    def cell(self, row: int, column: int) -> str:
        """Return the text of a cell, empty where there is none."""
        line = self.rows[row - 1] if 0 < row <= len(self.rows) else []
        return line[column - 1] if 0 < column <= len(line) else ""

    def where(self, row: int, column: int) -> str:
        """Return the name of a cell, with that of its sheet: ``Steps!F7``."""
        return f"{self.name}!{cell_name(row, column)}" if self.name else cell_name(row, column)


def cell_name(row: int, column: int) -> str:
    """Return the name of a cell.

    >>> cell_name(7, 6), cell_name(1, 28)
    ('F7', 'AB1')
    """
    letters = ""
    while column:
        column, place = divmod(column - 1, 26)
        letters = chr(ord("A") + place) + letters
    return f"{letters}{row}"
