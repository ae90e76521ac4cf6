"""Edges cut into the pieces that a folded picture draws.

Only the first and the last piece of an edge are drawn, and the one with its label: bands that a line merely passes
through are skipped.
"""

from __future__ import annotations

from bisect import bisect, bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from svcflow.views.layout.cuts import CONNECTOR
from svcflow.views.layout.picture import PlacedEdge, PlacedLabel, Point
from svcflow.views.layout.squeeze import Span

__all__ = ["Mouth", "Piece", "pieces_of"]

_LINE = 4.0  # beside a line nothing stands


@dataclass(frozen=True, slots=True)
class Mouth:
    """Where a line goes through a cut: in which band, whether on its right side, and how far down."""

    band: int
    right: bool
    y: float


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of an edge within one band, in the places of the unfolded picture."""

    edge: PlacedEdge
    band: int
    points: tuple[Point, ...]
    enters: Mouth | None = None
    leaves: Mouth | None = None
    label: PlacedLabel | None = None

    def solid(self) -> list[Span]:
        """Return the room across time of its label, connectors and lines along time."""
        found = [(y - _LINE, y + _LINE) for (_, y), (_, other) in pairwise(self.points) if y == other]
        found += [
            (mouth.y - CONNECTOR / 2, mouth.y + CONNECTOR / 2)
            for mouth in (self.enters, self.leaves)
            if mouth
        ]
        return [*found, (self.label.box.y, self.label.box.bottom)] if self.label else found

    def passing(self) -> list[Span]:
        """Return from where to where its lines reach across time."""
        heights = [y for _, y in self.points]
        return [(min(heights), max(heights))]


def pieces_of(edge: PlacedEdge, cuts: Sequence[float]) -> list[Piece]:
    """Return the pieces of an edge that are drawn, from its source to its target; ``cuts`` are places in time."""
    parts = _cut(edge.points, cuts)
    shown = _shown(parts, edge.label, cuts)
    labelled = _with_label(parts, edge.label, cuts)
    last = len(parts) - 1
    return [
        Piece(
            edge,
            parts[place][0],
            tuple(parts[place][1]),
            _mouth(parts[place], 0, cuts) if place else None,
            _mouth(parts[place], -1, cuts) if place < last else None,
            edge.label if place == labelled else None,
        )
        for place in shown
    ]


def _cut(points: Sequence[Point], cuts: Sequence[float]) -> list[tuple[int, list[Point]]]:
    """Cut a line at each place that it crosses; every part comes with its band."""
    band, part = bisect(cuts, points[0][0]), [points[0]]
    parts = []
    for x, y in points[1:]:
        start = part[-1][0]
        crossed = cuts[bisect(cuts, min(start, x)) : bisect_left(cuts, max(start, x))]
        for cut in crossed if start < x else reversed(crossed):
            parts.append((band, [*part, (cut, y)]))
            band, part = band + (1 if start < x else -1), [(cut, y)]
        part.append((x, y))
    return [*parts, (band, part)]


def _with_label(
    parts: Sequence[tuple[int, list[Point]]], label: PlacedLabel | None, cuts: Sequence[float]
) -> int:
    """Return which part has the label: the first in the label's band."""
    band = bisect(cuts, label.box.center[0]) if label else -1
    return next((place for place, part in enumerate(parts) if part[0] == band), 0)


def _shown(
    parts: Sequence[tuple[int, list[Point]]], label: PlacedLabel | None, cuts: Sequence[float]
) -> list[int]:
    shown = {0, len(parts) - 1}
    if label:
        shown.add(_with_label(parts, label, cuts))
    return sorted(shown)


def _mouth(part: tuple[int, list[Point]], end: int, cuts: Sequence[float]) -> Mouth:
    band, points = part
    x, y = points[end]
    return Mouth(band, band < len(cuts) and x == cuts[band], y)
