"""Labels of edges: each in the room that its gap keeps for labels, on its line, apart from its neighbours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from svcflow.views.diagram import DEdge
from svcflow.views.layout.gaps import GapPlan
from svcflow.views.layout.gutters import Across
from svcflow.views.layout.raster import Raster
from svcflow.views.layout.ways import Gap, Side, Way

__all__ = ["LabelPlan", "label_plans"]

_SPACE = 11.0
_OUTSIDE = 8.0
"""What is worst of all: a label that sticks out of the lanes."""


@dataclass(frozen=True, slots=True)
class LabelPlan:
    """Where a label stands: its gap, the distance of its middle from the gap's beginning, its middle across time."""

    gap: int
    along: float
    across: float


def label_plans(
    edges: Sequence[DEdge],
    raster: Raster,
    chosen: Sequence[Way],
    place: Across,
    plans: Mapping[int, GapPlan],
    sizes: Mapping[int, tuple[float, float]],
) -> dict[int, LabelPlan]:
    """Place the labels; ``sizes`` are those along and across time, by edge. The gaps grow as they need."""
    wanted: dict[int, list[tuple[float, int]]] = {}
    result = {
        number: LabelPlan(gap, *where) for gap, plan in plans.items() for number, where in plan.early.items()
    }
    for number in (one for one in sizes if one not in result):
        gap, middle = _anchor(number, edges[number], raster, chosen[number], place, plans)
        wanted.setdefault(gap, []).append((middle, number))
    borders = _borders(raster, place)
    for gap, labels in wanted.items():
        result.update(_fill(gap, sorted(labels), plans[gap], sizes, borders))
    return result


def _borders(raster: Raster, place: Across) -> list[float]:
    """Return where lanes meet, and where they end: no label should lie across."""
    edges = [
        level for level in range(1, len(raster.lane_at)) if raster.lane_at[level] != raster.lane_at[level - 1]
    ]
    return [0.0, *(place.middle[level] - place.size[level] / 2 for level in edges), place.total]


def _anchor(
    number: int, edge: DEdge, raster: Raster, way: Way, place: Across, plans: Mapping[int, GapPlan]
) -> tuple[int, float]:
    """Return the first gap that an edge crosses behind its tracks, and where; a loop at one node stands beside it."""
    column = raster.column[edge.source]
    forward = raster.column[edge.target] > column
    tried = [column, column - 1] if way.leave is Side.AHEAD else [column if forward else column - 1]
    for gap in tried:
        lines = [across for other, across in plans[gap].crossing if other == number]
        if lines:
            return gap, lines[0]
    index = next(i for i, leg in enumerate(way.legs) if isinstance(leg, Gap))
    ends = (place.middle[raster.level[edge.source]], place.leg[number, index + 1])
    return tried[0], sum(ends) / 2


def _fill(
    gap: int,
    labels: list[tuple[float, int]],
    plan: GapPlan,
    sizes: Mapping[int, tuple[float, float]],
    borders: list[float],
) -> dict[int, LabelPlan]:
    """Put labels into as few slots along the gap as keep them apart."""
    slots: list[list[tuple[float, float]]] = []
    widths: list[float] = []
    found: list[tuple[int, int, float]] = []
    for middle, number in labels:
        along, high = sizes[number]
        foreign = [
            across for other, across in plan.crossing if other != number and abs(across - middle) > 0.5
        ]
        slot, at = _best(middle, high, foreign, borders, slots)
        if slot == len(slots):
            slots.append([])
            widths.append(0.0)
        slots[slot].append((at - high / 2, at + high / 2))
        widths[slot] = max(widths[slot], along)
        found.append((number, slot, at))
    start = plan.labels_at + _SPACE
    plan.size += sum(widths) + _SPACE * len(widths)
    begins = [start + sum(widths[:slot]) + _SPACE * slot for slot in range(len(widths))]
    on_line = {number for number, _ in plan.crossing}
    return {
        number: LabelPlan(
            gap, begins[slot] + (widths[slot] if number in on_line else sizes[number][0]) / 2, at
        )
        for number, slot, at in found
    }


def _best(
    middle: float,
    high: float,
    foreign: list[float],
    borders: list[float],
    slots: list[list[tuple[float, float]]],
) -> tuple[int, float]:
    """Return slot and middle: on the line, above it or below it, whatever meets least and needs no new slot.

    It is worse to cover the line of another edge than the border of a lane, which the reader sees going on.
    """
    best: tuple[float, int, float] | None = None
    for shift in _shifts(middle, high, foreign + borders):
        low, top = middle + shift - high / 2, middle + shift + high / 2
        met = 3.0 * sum(low - 1 < line < top + 1 for line in foreign)
        met += 2.0 * sum(low - 1 < border < top + 1 for border in borders)
        met += _OUTSIDE * (low < borders[0] or top > borders[-1])
        for slot in range(len(slots) + 1):
            if slot < len(slots) and any(low < b + 2 and a - 2 < top for a, b in slots[slot]):
                continue
            cost = met + 2.0 * slot + (0.5 if shift else 0.0)
            if best is None or cost < best[0]:
                best = (cost, slot, middle + shift)
            break
    assert best is not None, "a new slot is always free"
    return best[1], best[2]


def _shifts(middle: float, high: float, foreign: list[float]) -> list[float]:
    """Return how far a label may stand from the middle of its line, the best first.

    Between its line and above or below it, it may stand right beside another line, instead of covering that.
    """
    reach = high / 2 + 1
    beside = [line - middle + side * (high / 2 + 2) for line in foreign for side in (-1, 1)]
    near = sorted((shift for shift in beside if abs(shift) < reach), key=lambda shift: (abs(shift), shift))
    return [0.0, *near, -reach, reach]
