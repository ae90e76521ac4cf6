"""Sheets of paper: how pictures are laid on them so that their text can be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from svcflow.views.layout import Picture, can_fold, fold, sheets
from svcflow.views.layout.metrics import NAME_SIZE
from svcflow.views.layout.strips import strips

__all__ = ["FLOOR", "NATURAL", "LaidOut", "Paper", "lay_out", "lay_whole"]

NATURAL = 0.75
"""Points a pixel where a picture has its own size (96 pixels an inch); it is never enlarged."""
FLOOR = 7 / NAME_SIZE
"""Points a pixel at which names of steps are printed at 7 points."""
_SCALES = (NATURAL, (NATURAL + FLOOR) / 2, FLOOR)
_MM = 72 / 25.4
_SIDE, _TOP, _BOTTOM = 11 * _MM, 16 * _MM, 14 * _MM
_GAP = 14.0
"""Between two bands on a page, in points."""


class Paper(StrEnum):
    """The sizes of paper."""

    A4 = "a4"
    A3 = "a3"
    A2 = "a2"
    LETTER = "letter"
    TABLOID = "tabloid"


_SIZES = {
    Paper.A4: (210, 297), Paper.A3: (297, 420), Paper.A2: (420, 594), Paper.LETTER: (215.9, 279.4),
    Paper.TABLOID: (279.4, 431.8),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class LaidOut:
    """Pictures on pages: which stand below each other on each page, and how large a pixel is printed, in points."""

    size: tuple[float, float]
    scale: float
    pages: tuple[tuple[int, ...], ...]
    margins: tuple[float, float, float] = (_SIDE, _TOP, _BOTTOM)

    @property
    def cost(self) -> tuple[bool, int, float]:
        """What speaks against it: letters below the floor, pages, small letters."""
        return (self.scale < FLOOR - 1e-6, len(self.pages), -self.scale)


def lay_out(picture: Picture, paper: Paper) -> tuple[tuple[Picture, ...], LaidOut]:
    """Return a picture in parts, and the parts on pages, upright or broad, whichever needs fewer pages.

    Swimlanes are folded to the width of the paper, flowcharts cut between their rows.
    """
    found = [laid for size in _both_ways(paper) for laid in _ways_on(picture, size)]
    return min(found, key=lambda one: one[1].cost)


def lay_whole(width: float, height: float, paper: Paper) -> LaidOut:
    """Return how a picture that cannot be parted, of this size in pixels, stands on one page."""
    found = [_placed([(width, height)], size, NATURAL) for size in _both_ways(paper)]
    return min(found, key=lambda one: one.cost)


def _both_ways(paper: Paper) -> tuple[tuple[float, float], tuple[float, float]]:
    short, long = (side * _MM for side in _SIZES[paper])
    return ((short, long), (long, short))


def _room(size: tuple[float, float]) -> tuple[float, float]:
    return size[0] - 2 * _SIDE, size[1] - _TOP - _BOTTOM


def _ways_on(picture: Picture, size: tuple[float, float]) -> Iterator[tuple[tuple[Picture, ...], LaidOut]]:
    """Yield the parts of a picture on pages of a size, in smaller and smaller letters that can still be read."""
    wide, high = _room(size)
    for scale in _SCALES:
        if can_fold(picture.diagram):
            parts = sheets(fold(picture, wide / scale))
        else:
            parts = strips(picture, high / min(scale, wide / picture.width))
        yield parts, _placed([(part.width, part.height) for part in parts], size, scale)


def _placed(parts: Sequence[tuple[float, float]], size: tuple[float, float], largest: float) -> LaidOut:
    """Return the parts on pages, all at one scale: the largest at which each fits on a page of its own."""
    wide, high = _room(size)
    scale = min(largest, *(min(wide / width, high / height) for width, height in parts))
    return LaidOut(size, scale, _packed([height * scale for _, height in parts], high))


def _packed(heights: Sequence[float], high: float) -> tuple[tuple[int, ...], ...]:
    pages: list[list[int]] = []
    used = 0.0
    for place, height in enumerate(heights):
        if pages and used + _GAP + height <= high + 1e-6:
            pages[-1].append(place)
            used += _GAP + height
        else:
            pages.append([place])
            used = height
    return tuple(tuple(page) for page in pages)
