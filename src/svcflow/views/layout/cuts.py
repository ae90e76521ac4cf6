"""Where a long picture is cut: between columns, where few lines cross, into bands of about one length.

A cut never goes through a node or a label, nor where lines run so close to each other that their connectors would not
fit. The best set of cuts is found by dynamic programming over all places where one could be.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise

from svcflow.views.layout.picture import Picture

__all__ = ["CONNECTOR", "CONNECTOR_STEP", "Cut", "choose_cuts", "columns_of"]

CONNECTOR = 16.0  # diameter
CONNECTOR_STEP = CONNECTOR + 1.5  # from one to the next, side by side or above each other
_STUB = 12.0  # of a line between the cut and its connector
_CLOSEST = 8.5  # of two lines, so that one runs past the connector of the other
_CLEAR = 5.0  # from a cut to what must not be cut
_FREE = 12.0  # the least room for a cut
_UNEVEN = 10.0  # cost of a band that is twice too long or empty; a line that is cut costs 1
_BAND = 2.0
_APART = 2.0
_PHASE = 1.5  # a band that ends with a phase reads better
_TOO_WIDE = 1000.0


@dataclass(frozen=True, slots=True)
class Cut:
    """A place for a cut; ``lines`` are the heights at which lines cross it, ``room`` what connectors take beside it.

    ``apart`` counts the labels that it parts from the step at which their line begins; ``phase`` tells whether one
    begins behind it.
    """

    x: float
    lines: tuple[float, ...] = ()
    room: float = 0.0
    apart: int = 0
    phase: bool = False


def columns_of(lines: Sequence[float]) -> list[int]:
    """Tell how many connectors stand between that of each line and the edge of the band; ``lines`` go downwards."""
    last: list[float] = []
    found = []
    for y in lines:
        column = next((place for place, low in enumerate(last) if y - low >= CONNECTOR_STEP), len(last))
        last[column : column + 1] = [y]
        found.append(column)
    return found


def choose_cuts(picture: Picture, begin: float, end: float, length: float) -> list[Cut]:
    """Return the cuts, from left to right, by which no band is longer than ``length``, where that is possible."""
    stops = [Cut(begin), *(cut for cut in _places(picture) if begin < cut.x < end), Cut(end)]
    bands = max(1.0, (end - begin) / length)
    ideal = (end - begin) / -(-bands // 1)
    best: list[tuple[float, int]] = [(0.0, 0)]
    for place, stop in enumerate(stops[1:], start=1):
        first = place - 1
        while first and stop.x - stops[first - 1].x <= length:  # a band that is longer is never better
            first -= 1
        costs = [
            (best[earlier][0] + _cost(stops[earlier], stop, length, ideal), earlier)
            for earlier in range(first, place)
        ]
        best.append(min(costs))
    chosen: list[Cut] = []
    place = best[-1][1]
    while place:
        chosen.insert(0, stops[place])
        place = best[place][1]
    return chosen


def _cost(one: Cut, other: Cut, length: float, ideal: float) -> float:
    need = one.room + other.x - one.x + other.room
    too_wide = _TOO_WIDE + need if need > length else 0.0
    return (
        too_wide
        + _BAND
        + len(other.lines)
        + _APART * other.apart
        - _PHASE * other.phase
        + _UNEVEN * ((other.x - one.x) / ideal - 1) ** 2
    )


def _places(picture: Picture) -> Iterator[Cut]:
    """Return the places right before a column: what leaves a node has found its level there, and has its label."""
    blocked = sorted(_blocked(picture))
    starts = {node.box.x for node in picture.nodes}
    middles = sorted(node.box.center[0] for node in picture.nodes)
    phases = {bisect(middles, phase.box.x) for phase in picture.phases}
    lines_at, apart_at = _Passing(_lines(picture)), _Passing(_labels(picture))
    reached = float("-inf")
    for low, high in blocked:
        if low - reached >= _FREE - 2 * _CLEAR and low + _CLEAR in starts and reached > float("-inf"):
            x = (low + reached) / 2
            lines = tuple(sorted(set(lines_at.at(x))))
            if all(b - a >= _CLOSEST for a, b in pairwise(lines)):
                begins = bisect(middles, x) in phases
                yield Cut(x, lines, _room(lines), len(apart_at.at(x)), begins)
        reached = max(reached, high)


def _blocked(picture: Picture) -> Iterator[tuple[float, float]]:
    """Return the stretches of time in which something stands or a line turns."""
    boxes = [node.box for node in picture.nodes]
    boxes += [edge.label.box for edge in picture.edges if edge.label]
    yield from ((box.x - _CLEAR, box.right + _CLEAR) for box in boxes)
    for edge in picture.edges:
        for (x, _), (other, _) in pairwise(edge.points):
            if abs(x - other) < 0.01:
                yield x - _CLEAR, x + _CLEAR


class _Passing:
    """Stretches of time, each with a height, asked for from left to right."""

    def __init__(self, stretches: Iterable[tuple[float, float, float]]) -> None:
        self._coming = sorted(stretches, reverse=True)
        self._open: list[tuple[float, float]] = []

    def at(self, x: float) -> list[float]:
        """Return the heights of the stretches that begin before a place and end behind it."""
        while self._coming and self._coming[-1][0] < x:
            _, high, y = self._coming.pop()
            heappush(self._open, (high, y))
        while self._open and self._open[0][0] <= x:
            heappop(self._open)
        return [y for _, y in self._open]


def _lines(picture: Picture) -> Iterator[tuple[float, float, float]]:
    for edge in picture.edges:
        for (x, y), (other, _) in pairwise(edge.points):
            yield min(x, other), max(x, other), y


def _labels(picture: Picture) -> Iterator[tuple[float, float, float]]:
    """Yield from where to where a label is away from the beginning of its line."""
    for edge in picture.edges:
        if edge.label:
            low, high = sorted((edge.points[0][0], edge.label.box.x))
            yield low, high, 0.0


def _room(lines: Sequence[float]) -> float:
    return _STUB + CONNECTOR_STEP * (max(columns_of(lines), default=-1) + 1)
