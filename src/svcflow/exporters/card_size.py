"""How large the type of a card may be so that all of it fits on one page."""

from __future__ import annotations

from collections.abc import Iterator
from math import sqrt

from svcflow.documents.outline import Block, Bullets, Checks, Facts, Outline, Table
from svcflow.text.cells import cells

__all__ = ["card_size"]

_LARGEST, _SMALLEST = 16.0, 8.0
_ROOM = 240_000.0
"""Square points that text may fill on A4 upright, as measured on printed cards: about half of what is printed on."""
_CELL = 0.5 * 1.5
"""What a cell takes in squares of the type's size: half as wide, and one and a half as high with its leading."""
_LINE = 14
"""Cells that the space around a row, a heading or an entry takes."""


def card_size(document: Outline) -> str:
    """Return a size of type for CSS, in points."""
    amount = sum(cells(text) for text in _texts(document)) + _LINE * sum(1 for _ in _texts(document))
    size = sqrt(_ROOM / (_CELL * max(amount, 1)))
    return f"{max(_SMALLEST, min(_LARGEST, size)):.1f}pt"


def _texts(document: Outline) -> Iterator[str]:
    yield document.title
    yield from (text for pair in document.control.pairs for text in pair)
    for section in document.sections:
        yield section.title
        for block in section.blocks:
            yield from _of(block)


def _of(block: Block) -> Iterator[str]:
    if isinstance(block, Table):
        yield from block.headers
        yield from (cell for row in block.rows for cell in row)
    elif isinstance(block, Facts):
        yield from (text for pair in block.pairs for text in pair)
    elif isinstance(block, (Bullets, Checks)):
        yield from block.items
    else:
        yield getattr(block, "text", "")
