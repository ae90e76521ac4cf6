"""How large the type of a card may be so that all of it fits on one page: the lines are counted, size by size.

Widths are counted in cells, half as wide as the type is high; a Latin letter takes one, a Chinese character two.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from svcflow.documents.outline import Block, Bullets, Checks, Facts, Outline, Signatures, Table
from svcflow.model.workspace import SheetSize
from svcflow.text.cells import cells

__all__ = ["card_size"]

_LARGEST, _SMALLEST, _STEP = 170, 80, 2
"""Sizes that are tried, in tenths of a point."""
_ROOM = {SheetSize.A4: (533.0, 745.0), SheetSize.LETTER: (549.0, 695.0)}
"""Points of a sheet within the margins of a card; some of the height is spare, for lines that break elsewhere."""
_LEADING = 1.42
"""The height of a line in sizes of the type."""


def card_size(document: Outline, paper: SheetSize = SheetSize.A4) -> str:
    """Return a size of type for CSS, in points: the largest at which the card fits, or the smallest to be read."""
    wide, high = _ROOM[paper]
    for tenths in range(_LARGEST, _SMALLEST, -_STEP):
        if _height(document, wide / (tenths / 10) * 2) * tenths / 10 <= high:
            return f"{tenths / 10:.1f}pt"
    return f"{_SMALLEST / 10:.1f}pt"


def _height(document: Outline, room: float) -> float:
    """Return the height of a card in sizes of its type, where a line has ``room`` cells."""
    control = "   ".join(" ".join(pair) for pair in document.control.pairs)
    head = 1.3 + _lines(document.title, room / 1.7) * 2.3 + _lines(control, room / 0.7) + 0.4
    return head + sum(
        2.6 + sum(_block(block, room) for block in section.blocks) for section in document.sections
    )


def _block(block: Block, room: float) -> float:
    if isinstance(block, (Table, Signatures)):
        return _table((block.headers, *block.rows), room)
    if isinstance(block, Facts):
        return (
            sum(
                max(_lines(label, 22), _lines(value, room - 24)) * _LEADING + 0.16
                for label, value in block.pairs
            )
            + 0.4
        )
    if isinstance(block, (Bullets, Checks)):
        return sum(_lines(item, room - 4) * _LEADING for item in block.items) + 0.6
    return _lines(getattr(block, "text", ""), room) * _LEADING + 0.4


def _table(rows: Sequence[Sequence[str]], room: float) -> float:
    widths = _widths(rows, room)
    total = 0.4
    for row in rows:
        lines = max(_lines(cell, width) for cell, width in zip(row, widths, strict=True))
        total += lines * _LEADING + 0.62
    return total


def _widths(rows: Sequence[Sequence[str]], room: float) -> list[float]:
    """Return the cells of each column: as wide as its widest text, the widest narrowed until all fit."""
    widths = [max(_widest(cell) for cell in column) * 1.06 for column in zip(*rows, strict=True)]
    left = room - 2.4 * len(widths)
    while sum(widths) > left and max(widths) > 6:
        widths[widths.index(max(widths))] -= 1
    return widths


def _widest(text: str) -> int:
    return max(map(cells, text.splitlines()), default=1)


def _lines(text: str, width: float) -> int:
    """Return how many lines a text takes; a little is lost where words do not break."""
    return sum(max(1, ceil(cells(line) * 1.04 / max(width, 1))) for line in text.splitlines() or [""])
