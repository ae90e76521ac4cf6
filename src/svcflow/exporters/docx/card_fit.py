"""How large the type of a card can be: as large as lets all of it stand on one page, reckoned without any font."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from svcflow.documents.outline import Bullets, Checks, Facts, Picture, Signatures, StepCard, Table
from svcflow.exporters.docx.columns import column_widths, lines_of
from svcflow.exporters.docx.desk import BODY, CELL

if TYPE_CHECKING:
    from svcflow.documents.outline import Block, Outline

__all__ = ["card_zoom"]

_LINE = 1.5
"""The height of a line in em: fonts with Chinese characters need that much, those with Latin ones less."""
_LATIN_LINE = 1.25
_PADDING = 230
_STEPS = (1.6, 1.5, 1.4, 1.3, 1.2, 1.1, 1.0, 0.95, 0.9, 0.85, 0.8, 0.75)
_TITLE, _HEADING = 24.0, 15.0
"""Sizes of type, in points."""


def card_zoom(outline: Outline, room: int, height: int) -> float:
    """Return how much larger than usual the type can be on a page of a width and height in twips, at least 0.7."""
    line = _LINE if outline.language.startswith("zh") else _LATIN_LINE
    spread = line / _LINE
    return next((zoom for zoom in _STEPS if _height(outline, room, zoom) * spread * 20 <= height), 0.7)


def _height(outline: Outline, room: int, zoom: float) -> float:
    """Return about how high a document is, in points."""
    used = 45 + _lines([outline.title], room, _TITLE * zoom) + 20 * zoom
    used += (len(outline.control.pairs) + 1) // 2 * (CELL * zoom * _LINE + 7)
    for section in outline.sections:
        used += _lines([section.title], room, _HEADING * zoom) + 20
        used += sum(_block(block, room, zoom) + 5 for block in section.blocks)
    return used


def _block(block: Block, room: int, zoom: float) -> float:
    body, cell = BODY * zoom, CELL * zoom
    if isinstance(block, (Bullets, Checks)):
        return _lines(block.items, room - 500, body) + 6 * len(block.items)
    if isinstance(block, Facts):
        return sum(_lines([value], room * 4 / 5 - _PADDING, cell) + 7 for _, value in block.pairs)
    if isinstance(block, (StepCard, Picture)):
        return 0.0
    if isinstance(block, (Table, Signatures)):
        widths = column_widths(block.headers, block.rows, room, cell, _PADDING)
        rows = (block.headers, *block.rows)
        return sum(_row(row, widths, cell) + 7 for row in rows)
    return _lines([block.text], room, body) + 6


def _row(row: Sequence[str], widths: Sequence[int], size: float) -> float:
    return max(_lines([text], width - _PADDING, size) for text, width in zip(row, widths, strict=True))


def _lines(texts: Sequence[str], room: float, size: float) -> float:
    return sum(lines_of(text, room, size) for text in texts) * size * _LINE
