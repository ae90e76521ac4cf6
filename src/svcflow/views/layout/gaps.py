"""Lines across the levels: in each gap between two columns the tracks, and behind them room for labels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from svcflow.views.diagram import Diagram, EdgeKind
from svcflow.views.layout.channel import Net, tracks
from svcflow.views.layout.gutters import PITCH, Across
from svcflow.views.layout.raster import Raster
from svcflow.views.layout.ways import Gap, Side, Way

__all__ = ["GapPlan", "gap_plans"]

_START = 16.0  # from the nodes to the first track
_END = 22.0  # from the last track to the nodes: an arrow and some line before it
_BESIDE = 8.0  # line that shows beside a label before the tracks
_PORT_PITCH = 13.0
_PORT_MARGIN = 9.0


@dataclass(slots=True)
class GapPlan:
    """One gap: its tracks, by edge and leg, as distances from its beginning; and what crosses the room for labels.

    ``early`` are the edges whose labels stand before the tracks: how far from the beginning, and where across time.
    """

    tracks: dict[tuple[int, int], float] = field(default_factory=dict)
    early: dict[int, tuple[float, float]] = field(default_factory=dict)
    crossing: list[tuple[int, float]] = field(default_factory=list)  # edge, place across
    labels_at: float = 0.0
    size: float = 0.0


@dataclass(frozen=True, slots=True)
class _Leg:
    """A leg in a gap: which, where it comes from and goes to across time, and on which bank."""

    edge: int
    place: int
    start: float
    end: float
    start_before: bool
    end_before: bool


class _Legs:
    """All legs in gaps, with the places where they enter nodes spread so that no two lines fall together."""

    def __init__(
        self,
        diagram: Diagram,
        raster: Raster,
        chosen: Sequence[Way],
        place: Across,
        labels: Mapping[int, tuple[float, float]],
    ) -> None:
        self.diagram, self.raster, self.chosen, self.across = diagram, raster, chosen, place
        self.labels = labels
        self.joined: dict[
            int, int
        ] = {}  # edges that share the last stretch into their target, and the first of them
        self.of_gap: dict[int, list[_Leg]] = {}
        for number, way in enumerate(chosen):
            for index, leg in enumerate(way.legs):
                if isinstance(leg, Gap):
                    self.of_gap.setdefault(leg.number, []).append(self._leg(number, way, index))

    def _leg(self, number: int, way: Way, index: int) -> _Leg:
        edge, gap = self.diagram.edges[number], way.legs[index].number
        return _Leg(
            number,
            index,
            self.across.leg[number, index - 1] if index else self._middle(edge.source),
            self.across.leg[number, index + 1] if index + 1 < len(way.legs) else self._middle(edge.target),
            self._bank(gap, way, index, -1, edge.source),
            self._bank(gap, way, index, 1, edge.target),
        )

    def has_text(self, number: int) -> bool:
        """Tell whether an edge says something, or only shows that hands change."""
        edge = self.diagram.edges[number]
        return bool(edge.label or edge.note)

    def has_room(self, leg: _Leg) -> bool:
        """Tell whether the label of an edge fits beside the node that it leaves."""
        level = self.raster.level[self.diagram.edges[leg.edge].source]
        return self.labels.get(leg.edge, (0.0, 0.0))[1] <= self.across.size[level]

    def _middle(self, node: str) -> float:
        return self.across.middle[self.raster.level[node]]

    def _bank(self, gap: int, way: Way, index: int, step: int, node: str) -> bool:
        """Tell whether the way comes from (or goes to) the columns before the gap."""
        beyond = index + 2 * step
        column = way.legs[beyond].number + 0.5 if 0 <= beyond < len(way.legs) else self.raster.column[node]
        if 0 <= index + step < len(way.legs):
            return column <= gap
        return step < 0  # a node right at the gap: it is left ahead and entered from behind


def gap_plans(
    diagram: Diagram,
    raster: Raster,
    chosen: Sequence[Way],
    place: Across,
    heights: Mapping[str, float],
    labels: Mapping[int, tuple[float, float]],
) -> tuple[dict[int, GapPlan], dict[int, float], frozenset[int]]:
    """Return the plan of every gap, how far from the middle of its target each edge enters from behind, and more.

    ``labels`` are the sizes of labels along and across time, by edge. The third thing are the edges whose sign another
    one shows that they have joined.
    """
    legs = _Legs(diagram, raster, chosen, place, labels)
    ports = _ports(legs, heights)
    plans = {gap: GapPlan(size=_START + _END) for gap in range(-1, raster.columns)}
    for gap, found in legs.of_gap.items():
        plans[gap] = _plan(legs, found, ports)
    for gap in (-1, raster.columns - 1):
        if gap not in legs.of_gap:
            plans[gap] = GapPlan()
    _add_crossings(legs, plans, ports)
    early = {edge for plan in plans.values() for edge in plan.early}
    silent = frozenset(edge for edge, first in legs.joined.items() if edge != first and edge not in early)
    return plans, ports, silent


def _ports(legs: _Legs, heights: Mapping[str, float]) -> dict[int, float]:
    """Spread the edges that enter a node from behind: a straight one in the middle, others to where they come from."""
    result: dict[int, float] = {}
    for found in legs.of_gap.values():
        entering: dict[str, list[_Leg]] = {}
        for leg in found:
            way = legs.chosen[leg.edge]
            if leg.place == len(way.legs) - 1 and way.enter is Side.BEHIND:
                entering.setdefault(legs.diagram.edges[leg.edge].target, []).append(leg)
        for node, entries in entering.items():
            middle = entries[0].end
            blocked = any(leg.start_before and leg.start == middle for leg in found)
            legs.joined |= _joined(legs, found, entries, heights[node])
            apart = [leg for leg in entries if legs.joined.get(leg.edge, leg.edge) == leg.edge]
            result.update(_spread(apart, heights[node], blocked=blocked))
            result.update({leg.edge: result[legs.joined.get(leg.edge, leg.edge)] for leg in entries})
    return result


def _joined(legs: _Legs, found: list[_Leg], entries: list[_Leg], height: float) -> dict[int, int]:
    """Return the entries that come in on one line, because the node has no room for so many arrows, and its first.

    Only plain lines join, each the only one that leaves its node here, so that its text can stand there; handoffs have
    a line of their own.
    """
    if len(entries) <= max(3, int((height - 2 * _PORT_MARGIN) / _PORT_PITCH)):
        return {}
    leaving = Counter(legs.diagram.edges[leg.edge].source for leg in found if leg.place == 0)
    plain: dict[bool, list[int]] = {False: [], True: []}
    for leg in entries:
        edge = legs.diagram.edges[leg.edge]
        fits = edge.kind in {EdgeKind.MAIN, EdgeKind.BRANCH} and legs.has_room(leg)
        if fits and leg.place == 0 and leg.start != leg.end and leaving[edge.source] == 1:
            plain[edge.handoff].append(leg.edge)
    return {edge: group[0] for group in plain.values() if len(group) > 2 for edge in group}


def _spread(entries: list[_Leg], height: float, *, blocked: bool) -> dict[int, float]:
    middle = entries[0].end
    straight = [leg for leg in entries if leg.start == middle]
    above = sorted((leg for leg in entries if leg.start < middle), key=lambda leg: -leg.start)
    below = sorted((leg for leg in entries if leg.start > middle), key=lambda leg: leg.start)
    offsets = {leg.edge: 0.0 for leg in straight[:1]}
    fewer = above if len(above) < len(below) else below
    fewer[:0] = straight[1:]  # two edges between the same nodes
    room = max(0.0, height / 2 - _PORT_MARGIN)
    if not straight and not blocked:
        larger, smaller = (above, below) if len(above) >= len(below) else (below, above)
        if larger and (len(larger) > len(smaller) or not smaller):
            offsets[larger.pop(0).edge] = 0.0
    for legs, sign in ((above, -1), (below, 1)):
        pitch = min(_PORT_PITCH, room / len(legs)) if legs else 0.0
        offsets |= {leg.edge: sign * pitch * (step + 1) for step, leg in enumerate(legs)}
    return offsets


def _plan(legs: _Legs, found: list[_Leg], ports: Mapping[int, float]) -> GapPlan:
    nets: dict[tuple[str, int], Net] = {}
    members: dict[tuple[int, int], tuple[str, int]] = {}
    for leg in found:
        edge = legs.diagram.edges[leg.edge]
        key = ("", leg.edge)
        if leg.edge in legs.joined:
            key = (edge.target, -2 - edge.handoff)
        elif leg.place == 0:  # what leaves a node ahead leaves on one line
            key = (edge.source, -1)
        end = leg.end + (
            ports.get(leg.edge, 0.0) if leg.place == len(legs.chosen[leg.edge].legs) - 1 else 0.0
        )
        net = nets.setdefault(key, Net())
        (net.before if leg.start_before else net.after).append(leg.start)
        (net.before if leg.end_before else net.after).append(end)
        members[leg.edge, leg.place] = key
    bent = [key for key, net in nets.items() if net.low != net.high]
    number = dict(zip(bent, tracks([nets[key] for key in bent], clearance=6.0), strict=True))
    count = max(number.values(), default=-1) + 1
    start = _START
    telling = {legs.joined[leg.edge] for leg in found if leg.edge in legs.joined and legs.has_text(leg.edge)}
    early = [leg for leg in found if legs.joined.get(leg.edge) in telling and leg.edge in legs.labels]
    if early:
        start += max(legs.labels[leg.edge][0] for leg in early) + _BESIDE
    plan = GapPlan(labels_at=start + max(0, count - 1) * PITCH)
    plan.early = {leg.edge: (start / 2, leg.start) for leg in early}
    plan.size = plan.labels_at + _END
    plan.tracks = {leg: start + number[key] * PITCH for leg, key in members.items() if key in number}
    return plan


def _add_crossings(legs: _Legs, plans: Mapping[int, GapPlan], ports: Mapping[int, float]) -> None:
    """Note where lines cross the room for labels: on levels that run through, and behind the tracks."""
    for number, way in enumerate(legs.chosen):
        for index, leg in enumerate(way.legs):
            if isinstance(leg, Gap):
                continue
            start, end = _reach(legs, number, way, index)
            for gap in range(int(start // 2), int(end // 2) + 1):
                if start < 2 * gap + 1 < end:
                    plans[gap].crossing.append((number, legs.across.leg[number, index]))
    for gap, found in legs.of_gap.items():
        for one in found:
            if not one.start_before:
                plans[gap].crossing.append((one.edge, one.start))
            if not one.end_before:
                last = one.place == len(legs.chosen[one.edge].legs) - 1
                plans[gap].crossing.append((one.edge, one.end + (ports.get(one.edge, 0.0) if last else 0.0)))


def _reach(legs: _Legs, number: int, way: Way, index: int) -> tuple[float, float]:
    """Return from where to where in time a line on a level runs; columns count twice."""
    edge, column = legs.diagram.edges[number], legs.raster.column
    start = 2.0 * way.legs[index - 1].number + 1 if index else 2.0 * column[edge.source]
    end = 2.0 * way.legs[index + 1].number + 1 if index + 1 < len(way.legs) else 2.0 * column[edge.target]
    return (min(start, end), max(start, end))
