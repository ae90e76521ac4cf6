"""Blocks of text in cells: paragraphs below each other, each with a small sign before it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from svcflow.text import wrap
from svcflow.views.layout.metrics import LINE_HEIGHT
from svcflow.views.layout.picture import Box
from svcflow.views.scene import Item, Rect, Sign, SignKind, Words

__all__ = ["PADDING", "Block", "block", "empty_sheet"]

PADDING = 8.0
"""Between a text and the border of its cell."""
_GAP = 4.0  # between paragraphs
_INDENT = {None: 0.0, "dot": 9.0}
_SIGN = 16.0
_SIGN_RADIUS = 5.2


@dataclass(frozen=True, slots=True)
class Block:
    """Paragraphs as they are broken to fit a measure: drawn from the corner of a cell, and how high they are."""

    paragraphs: tuple[tuple[str, ...], ...]
    size: float
    style: str
    bullet: SignKind | str | None

    @property
    def height(self) -> float:
        """How high the text is, without padding."""
        lines = sum(map(len, self.paragraphs))
        return lines * self.size * LINE_HEIGHT + max(0, len(self.paragraphs) - 1) * _GAP

    def items(self, x: float, y: float) -> Iterable[Item]:
        """Yield what is drawn, with the upper left corner at a point."""
        step = self.size * LINE_HEIGHT
        for lines in self.paragraphs:
            middle = y + step / 2
            if isinstance(self.bullet, SignKind):
                yield Sign(self.bullet, (x + 5.5, middle), _SIGN_RADIUS, "small")
            elif self.bullet:
                yield Rect(Box(x + 1, middle - 1.5, 3, 3), "bullet", 1.5)
            high = len(lines) * step
            yield Words(lines, (x + _indent(self.bullet), y + high / 2), self.size, self.style)
            y += high + _GAP


def _indent(bullet: SignKind | str | None) -> float:
    return _SIGN if isinstance(bullet, SignKind) else _INDENT[bullet]


def block(
    texts: Sequence[str],
    wide: float,
    size: float,
    *,
    style: str = "",
    bullet: SignKind | str | None = None,
    lines: int = 8,
) -> Block:
    """Break texts to fit a width in pixels, each into at most so many lines.

    ``bullet`` is a sign, or ``dot``, before each of them. What does not fit ends in an ellipsis.
    """
    measure = max(wide - _indent(bullet), size) / size
    broken = (tuple(wrap(text, measure, lines)) for text in texts)
    return Block(tuple(paragraph for paragraph in broken if paragraph), size, style, bullet)


def empty_sheet(texts: Sequence[str]) -> tuple[tuple[Item, ...], tuple[float, float]]:
    """Return a box with sentences on what to write, where there is nothing to show, and its size."""
    said = block(texts, 560, 14)
    box = Box(0, 0, 600, said.height + 48)
    return (Rect(box, "empty-sheet", 8), *said.items(20, 24)), (box.width, box.height)
