"""From seconds to pixels: open hours in proportion, closed ones as narrow strips."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from svcflow.views.time_axis import Axis

__all__ = ["TimeScale"]

_STRIP = 10.0  # the greatest width of a closed stretch
_CLOSED = 0.25  # the greatest part of the axis that closed stretches take together


class TimeScale:
    """The scale of an axis drawn ``wide`` pixels wide."""

    def __init__(self, axis: Axis, wide: float) -> None:
        stretches = axis.open or ((0, axis.end),)
        edges = sorted({0, axis.end, *(edge for stretch in stretches for edge in stretch)})
        self._edges = [edge for edge in edges if 0 <= edge <= axis.end]
        opened = set(stretches)
        self._closed = [pair for pair in pairwise(self._edges) if pair not in opened]
        strip = min(_STRIP, _CLOSED * wide / max(len(self._closed), 1))
        rate = (wide - strip * len(self._closed)) / max(sum(end - start for start, end in opened), 1)
        self._places = [0.0]
        for start, end in pairwise(self._edges):
            self._places.append(
                self._places[-1] + ((end - start) * rate if (start, end) in opened else strip)
            )

    def __call__(self, seconds: int) -> float:
        """Return where a time stands; what lies beyond the axis stands at its end."""
        place = min(max(bisect_right(self._edges, seconds) - 1, 0), len(self._edges) - 2)
        start, end = self._edges[place], self._edges[place + 1]
        part = min(max((seconds - start) / (end - start), 0.0), 1.0)
        return self._places[place] + part * (self._places[place + 1] - self._places[place])

    def closed(self) -> Iterator[tuple[float, float]]:
        """Yield from where to where it is closed."""
        for start, end in self._closed:
            yield self(start), self(end)
