"""How often two ways over the raster cross, before anything has a place: what can still be moved apart does not count.

A way is seen as stretches along time, on levels, and across time, in gaps and at nodes. A stretch along time crosses
one across it that passes its level. Two stretches on one level, or in one gap, will have tracks of their own: they
cross as often as they do with the better order of the two tracks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from svcflow.views.layout.channel import Net, least_crossings

__all__ = ["Trace", "crossings"]

Corner = tuple[int, int]
"""A place in time, where columns count twice, and a level."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """From ``low`` to ``high`` along its channel; the way goes on from it at the places of the net."""

    channel: int
    low: int
    high: int
    net: Net


class Trace:
    """A way as its stretches, in the order of the way."""

    __slots__ = ("across", "along", "first", "high", "last", "low")

    def __init__(self, corners: list[Corner]) -> None:
        turns = _turns(corners)
        self.along: list[_Stretch] = []
        self.across: list[_Stretch] = []
        self.first, self.last = min(x for x, _ in turns), max(x for x, _ in turns)
        self.low, self.high = min(y for _, y in turns), max(y for _, y in turns)
        for place, (one, other) in enumerate(pairwise(turns)):
            axis = 0 if one[1] == other[1] else 1  # along time or across it
            net = Net()
            for here, beyond in ((place, place - 1), (place + 1, place + 2)):
                if 0 <= beyond < len(turns):
                    before = turns[beyond][1 - axis] < one[1 - axis]
                    (net.before if before else net.after).append(turns[here][axis])
            low, high = sorted((one[axis], other[axis]))
            (self.across if axis else self.along).append(_Stretch(one[1 - axis], low, high, net))

    def passes(self) -> range:
        """Return the columns that the way touches."""
        return range(self.first // 2, self.last // 2 + 1)

    def meets(self, other: Trace) -> bool:
        """Tell whether the two share any time and level."""
        return (
            self.first <= other.last
            and other.first <= self.last
            and self.low <= other.high
            and other.low <= self.high
        )


def crossings(one: Trace, other: Trace, *, together: int | None = None) -> float:
    """Return how often two ways cross; they leave one node on one line in the gap ``together``."""
    if not one.meets(other):
        return 0.0
    count = float(_over(one, other) + _over(other, one))
    for a, b in _beside(one.along, other.along):
        count += least_crossings(a.net, b.net, (a.low, a.high), (b.low, b.high))
    for a, b in _beside(one.across, other.across):
        if a.channel != together:
            count += least_crossings(a.net, b.net, (a.low, a.high), (b.low, b.high))
    return count


def _over(one: Trace, other: Trace) -> int:
    """Count where stretches along time cross those of the other way across it."""
    count = 0
    for a in one.along:  # of long pictures this is asked millions of times: no generator
        low, channel, high = a.low, a.channel, a.high
        for b in other.across:
            if low < b.channel < high and b.low < channel < b.high:
                count += 1
    return count


def _beside(ones: list[_Stretch], others: list[_Stretch]) -> Iterator[tuple[_Stretch, _Stretch]]:
    """Yield the stretches that share a part of a channel."""
    for a in ones:
        for b in others:
            if a.channel == b.channel and a.low <= b.high and b.low <= a.high:
                yield a, b


def _turns(corners: list[Corner]) -> list[Corner]:
    """Leave out corners at which nothing turns."""
    kept: list[Corner] = []
    for corner in corners:
        if kept and kept[-1] == corner:
            continue
        if len(kept) > 1 and any(kept[-2][axis] == kept[-1][axis] == corner[axis] for axis in (0, 1)):
            kept.pop()
        kept.append(corner)
    return kept
