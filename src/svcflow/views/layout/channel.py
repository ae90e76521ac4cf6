"""Tracks in a channel: lines that run side by side between two rows or two columns.

Every net has one run along the channel, and stubs that leave it to either bank. Runs that share a stretch need
tracks of their own; their order decides how often stubs cross runs. The order starts from the given one and is
improved by sifting (Rudell's algorithm: take a net out, put it where it costs least) until nothing is gained.
"""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["Net", "least_crossings", "tracks"]

_BLOCKED = 1000  # one line lying on another is worse than any number of crossings
_CLOSE = 0.1  # stubs at one place that can still be moved apart
_SWEEPS = 6


@dataclass(slots=True)
class Net:
    """Positions along the channel at which a net leaves to the near bank (``before``) and to the far (``after``)."""

    before: list[float] = field(default_factory=list)
    after: list[float] = field(default_factory=list)

    @property
    def low(self) -> float:
        """Where the run begins."""
        return min((*self.before, *self.after))

    @property
    def high(self) -> float:
        """Where the run ends."""
        return max((*self.before, *self.after))


def tracks(nets: list[Net], clearance: float = 0.0, *, exact: bool = True) -> list[int]:
    """Return the track of each net, counted from the near bank; runs on one track stay ``clearance`` apart.

    Where positions are not ``exact``, stubs at the same one will be moved apart later.
    """
    spans = [(net.low, net.high) for net in nets]
    order = _sifted(nets, spans, exact=exact)
    result = [0] * len(nets)
    for place, own in enumerate(order):
        low, high = spans[own]
        for other in order[:place]:
            if spans[other][0] <= high + clearance and low <= spans[other][1] + clearance:
                result[own] = max(result[own], result[other] + 1)
    return result


def _sifted(nets: list[Net], spans: list[tuple[float, float]], *, exact: bool) -> list[int]:
    """Return the nets in the order of their tracks."""
    count = len(nets)
    order = sorted(range(count), key=lambda own: (spans[own][1] - spans[own][0], spans[own][0]))
    if count < 2:
        return order
    cost = [
        [_crossings(nets[a], nets[b], spans[a], spans[b], exact=exact) for b in range(count)]
        for a in range(count)
    ]
    for _ in range(_SWEEPS):
        before = list(order)
        for own in range(count):
            order.remove(own)
            order.insert(_best_place(own, order, cost), own)
        if order == before:
            break
    return order


def _best_place(own: int, order: list[int], cost: list[list[float]]) -> int:
    total = sum(cost[own][other] for other in order)
    best, place = total, 0
    for index, other in enumerate(order):
        total += cost[other][own] - cost[own][other]
        if total < best:
            best, place = total, index + 1
    return place


def least_crossings(one: Net, other: Net, a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return how often two nets with the spans ``a`` and ``b`` cross with the better order of their tracks.

    Positions are not exact.
    """
    return min(_crossings(one, other, a, b, exact=False), _crossings(other, one, b, a, exact=False))


def _crossings(
    first: Net, second: Net, a: tuple[float, float], b: tuple[float, float], *, exact: bool
) -> float:
    """Count what crosses when ``first`` lies nearer the near bank than ``second``.

    Stubs that meet lie on each other, or, where they can still be moved apart, cross if both runs end there.
    """
    count: float = sum(b[0] < stub < b[1] for stub in first.after)
    count += sum(a[0] < stub < a[1] for stub in second.before)
    for stub in second.before:
        if stub in first.after:
            ends = stub == a[0] == b[0] or stub == a[1] == b[1]
            count += _BLOCKED if exact else 1.0 if ends else _CLOSE
    return count
