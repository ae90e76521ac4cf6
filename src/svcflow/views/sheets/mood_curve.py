"""The curve of the customer's emotion over the columns of a journey map."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from svcflow.views.layout.picture import Point
from svcflow.views.scene import Item, Path
from svcflow.views.stops import Stop

__all__ = ["Curve"]


@dataclass(frozen=True, slots=True)
class Curve:
    """The curve within one band: the columns from ``first`` to before ``last``, each ``wide`` pixels.

    ``left`` is where the first column begins, ``zero`` the height of the neutral line, ``step`` that of one level.
    """

    stops: Sequence[Stop]
    side_ways: Sequence[tuple[int, int]]
    first: int
    last: int
    left: float
    wide: float
    zero: float
    step: float

    def at(self, place: int) -> Point:
        """Return where the emotion of a column stands; it has to be told."""
        emotion = self.stops[place].emotion or 0
        return (self.left + (place - self.first + 0.5) * self.wide, self.zero - emotion * self.step)

    def items(self) -> Iterator[Item]:
        """Yield the lines: ways that few cases take first, so that the main one lies above them."""
        for chain in self._chains():
            for way in self._told(chain):
                yield from self._drawn(way, "mood aside")
        for way in self._told(place for place, stop in enumerate(self.stops) if not stop.only):
            yield from self._drawn(way, "mood")

    def _chains(self) -> Iterator[list[int]]:
        """Yield the ways off the main one, as few as they can be drawn in."""
        left = list(self.side_ways)
        while left:
            chain = list(left.pop(0))
            while self.stops[chain[-1]].only:
                ahead = next((way for way in left if way[0] == chain[-1]), None)
                if ahead is None:
                    break
                left.remove(ahead)
                chain.append(ahead[1])
            yield chain

    def _told(self, places: Iterable[int]) -> Iterator[list[int]]:
        """Part a way where an emotion is not told."""
        way: list[int] = []
        for place in places:
            if self.stops[place].emotion is None:
                yield way
                way = []
            else:
                way.append(place)
        yield way

    def _drawn(self, way: list[int], style: str) -> Iterator[Item]:
        """Yield the part of a way that lies in this band; it goes on at the edge towards the next one."""
        points: list[Point] = []
        for one, other in pairwise(way):
            if not (self._here(one) or self._here(other)):
                continue
            if not points:
                points.append(self.at(one) if self._here(one) else self._edge(one, other))
            points.append(self.at(other) if self._here(other) else self._edge(one, other))
        if len(points) > 1:
            yield Path(tuple(points), style, smooth=True)

    def _here(self, place: int) -> bool:
        return self.first <= place < self.last

    def _edge(self, one: int, other: int) -> Point:
        """Return where the line between two columns crosses the edge of the band: half way up or down."""
        middle = (self.at(one)[1] + self.at(other)[1]) / 2
        return (
            self.left if not self._here(one) else self.left + (self.last - self.first) * self.wide,
            middle,
        )
