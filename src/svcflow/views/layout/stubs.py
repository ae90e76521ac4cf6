"""Stubs: the ends of lines that leave a node above or below, or come in there, each at a place of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from svcflow.views.diagram import Diagram, Shape
from svcflow.views.layout.gutters import Across
from svcflow.views.layout.raster import Raster
from svcflow.views.layout.ways import Gap, Side, Way

__all__ = ["stub_offsets"]

_PITCH = 14.0
_GATEWAYS = {Shape.DECISION, Shape.PARALLEL, Shape.INCLUSIVE}
_SIDEWAYS = {Side.ABOVE, Side.BELOW}

End = tuple[int, bool]
"""An end of an edge: its number, and whether it is where the edge leaves its source."""


@dataclass(frozen=True, slots=True, order=True)
class _Stub:
    """A stub; the levels that it passes lie between ``low`` and ``high``. What leaves a gateway does so at its tip."""

    free: bool
    low: float
    high: float
    end: End
    node: str
    below: bool
    rank: tuple[bool, float]
    """Where it belongs among those of its side, from left to right, so that their lines do not cross."""


def stub_offsets(
    raster: Raster, chosen: Sequence[Way], diagram: Diagram, length: Mapping[str, float], place: Across
) -> dict[End, float]:
    """Return how far from the middle of its node each stub stands.

    Stubs of one column that share levels stand apart; what leaves a gateway does so at its tip, and what connects two
    nodes of the column in their middle.
    """
    uprights: dict[int, list[tuple[float, float, float]]] = {}
    stubs: dict[int, list[_Stub]] = {}
    offsets: dict[End, float] = {}
    for number, (edge, way) in enumerate(zip(diagram.edges, chosen, strict=True)):
        if not way.legs:
            low, high = sorted((raster.level[edge.source], raster.level[edge.target]))
            uprights.setdefault(raster.column[edge.source], []).append((low + 0.5, high - 0.5, 0.0))
            offsets |= {(number, True): 0.0, (number, False): 0.0}
        for stub in _stubs(number, way, diagram, raster, place):
            stubs.setdefault(raster.column[stub.node], []).append(stub)
    for column, found in stubs.items():
        offsets |= _in_order(_spread(found, uprights.get(column, []), diagram, length), found)
    return offsets


def _stubs(number: int, way: Way, diagram: Diagram, raster: Raster, place: Across) -> Iterator[_Stub]:
    edge = diagram.edges[number]
    ends = ((True, way.leave, edge.source, 0), (False, way.enter, edge.target, len(way.legs) - 1))
    for leaves, side, node, index in ends:
        if side not in _SIDEWAYS or not way.legs:
            continue
        leg = way.legs[index].number
        below = leg > raster.level[node]
        own = raster.level[node] + (0.5 if below else -0.5)
        fixed = leaves and diagram.index[node].shape in _GATEWAYS
        away = abs(place.leg[number, index] - place.middle[raster.level[node]])
        later = _other_end(number, way, leaves, diagram, raster) > 2 * raster.column[node]
        rank = (later, -away if later else away)
        yield _Stub(not fixed, min(own, leg), max(own, leg), (number, leaves), node, below, rank)


def _other_end(number: int, way: Way, leaves: bool, diagram: Diagram, raster: Raster) -> int:
    """Return where in time the line on the first (or last) level of a way has its other end; columns count twice."""
    edge = diagram.edges[number]
    for leg in way.legs if leaves else reversed(way.legs):
        if isinstance(leg, Gap):
            return 2 * leg.number + 1
    return 2 * raster.column[edge.target if leaves else edge.source]


def _spread(
    found: Sequence[_Stub],
    uprights: Sequence[tuple[float, float, float]],
    diagram: Diagram,
    length: Mapping[str, float],
) -> dict[End, float]:
    """Give each stub of a column a slot, those of one side slots that any of them could have."""
    placed = list(uprights)
    offsets = {}
    for stub in sorted(found):
        side = [one for one in found if one.free and (one.node, one.below) == (stub.node, stub.below)] or [
            stub
        ]
        low, high = min(one.low for one in side), max(one.high for one in side)
        taken = {offset for a, b, offset in placed if a <= high and low <= b}
        extent = diagram.index[stub.node].extent
        slots = _slots(length[stub.node], extent.port if extent and extent.port else _PITCH)
        free = [slot for slot in slots if slot not in taken]
        offset = next(iter([slot for slot in free if _uncrossed(slot, stub, found)] or free), 0.0)
        placed.append((stub.low, stub.high, offset))
        offsets[stub.end] = offset
    return offsets


def _uncrossed(slot: float, stub: _Stub, found: Sequence[_Stub]) -> bool:
    """Tell whether a slot is on that side of what leaves the same node at its tip on which the two do not cross."""
    tips = [one for one in found if not one.free and (one.node, one.below) == (stub.node, stub.below)]
    return not stub.free or all((slot > 0) == (stub.rank > tip.rank) for tip in tips)


def _in_order(offsets: dict[End, float], found: Sequence[_Stub]) -> dict[End, float]:
    """Return the same places, dealt out on each side of a node so that lines do not cross."""

    def side(stub: _Stub) -> tuple[str, bool]:
        return (stub.node, stub.below)

    for _, group in groupby(sorted((stub for stub in found if stub.free), key=side), key=side):
        stubs = sorted(group, key=lambda stub: (stub.rank, stub.end))
        places = sorted(offsets[stub.end] for stub in stubs)
        offsets |= {stub.end: place for stub, place in zip(stubs, places, strict=True)}
    return offsets


def _slots(length: float, pitch: float) -> list[float]:
    """Return where stubs may stand on a side of this length, as distances from its middle, the best first.

    When all are taken, the room between them is left.
    """
    room = length / 2 - 10
    wide = min(pitch, room / 2)
    slots = [0.0]
    for step in (wide, wide / 2, wide / 4):
        slots += [sign * count * step for count in range(1, int(room / step) + 1) for sign in (-1, 1)]
    return slots
