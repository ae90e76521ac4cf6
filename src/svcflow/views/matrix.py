"""What a matrix shows: rows, columns, and short texts where they meet."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from svcflow.views.heading import Heading

__all__ = ["Cell", "Chip", "Header", "Legend", "Matrix", "Tone"]


class Tone(StrEnum):
    """How a cell or chip is meant; it has a look of its own in colour and in grey."""

    PLAIN = "plain"
    STRONG = "strong"
    SOFT = "soft"
    FAINT = "faint"
    GOOD = "good"
    OPEN = "open"
    OFF = "off"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    EXTREME = "extreme"


@dataclass(frozen=True, slots=True)
class Chip:
    """A short text in a frame: a letter, a number, the id of a risk; ``id`` becomes that of the element drawn."""

    text: str
    tone: Tone = Tone.PLAIN
    tooltip: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a row and a column meet: chips, a quiet text below them, and the tone of the ground."""

    chips: tuple[Chip, ...] = ()
    text: str = ""
    tone: Tone = Tone.PLAIN
    tooltip: str = ""


@dataclass(frozen=True, slots=True)
class Header:
    """A row's or column's name; neighbouring columns of one ``group`` stand under one band.

    ``note`` is a quiet second text; a ``flagged`` one carries a warning sign.
    """

    text: str
    id: str = ""
    group: str = ""
    note: str = ""
    flagged: bool = False


@dataclass(frozen=True, slots=True)
class Legend:
    """What a tone means; with a text of its own when it is shown as a chip."""

    tone: Tone
    text: str
    chip: str = ""


@dataclass(frozen=True, slots=True)
class Matrix:
    """A whole matrix; every row of ``cells`` has as many cells as there are columns.

    ``across`` and ``down`` name what the columns and the rows are. ``notes`` are sentences below the matrix: what is
    missing, each with a warning sign; ``entries`` are pairs of a short name and its meaning (a register).
    """

    heading: Heading
    columns: tuple[Header, ...]
    rows: tuple[Header, ...]
    cells: tuple[tuple[Cell, ...], ...]
    across: str = ""
    down: str = ""
    legend: tuple[Legend, ...] = ()
    notes: tuple[str, ...] = ()
    entries: tuple[tuple[Chip, str], ...] = ()
    empty: str = ""

    def __post_init__(self) -> None:
        if len(self.cells) != len(self.rows) or any(len(row) != len(self.columns) for row in self.cells):
            raise ValueError("a matrix needs one cell for each row and column")
