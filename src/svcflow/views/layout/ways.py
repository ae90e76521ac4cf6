"""The way of each edge over the raster: out of which side, along which gaps and levels, into which side.

All ways that make sense are tried and the cheapest is taken: few corners, short, away from crowded gutters. A line on
a row runs through its middle and needs the cells empty and to itself; gutters and gaps hold any number of lines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from svcflow.views.diagram import DEdge, Diagram, EdgeKind, Shape
from svcflow.views.layout.ranks import Ranking
from svcflow.views.layout.raster import Raster
from svcflow.views.layout.traces import Trace, crossings

__all__ = ["Gap", "Level", "Side", "Way", "ways"]

_GATEWAYS = {Shape.DECISION, Shape.PARALLEL, Shape.INCLUSIVE}
_BEND = 0.55
_LOAD = 0.12
_CROSSING = 2.0
"""A detour over two rows, or four corners: readers follow such a line more easily than one that crosses another."""
_AGAIN = 3
"""How often ways that cross others are chosen again, now that all others are known."""


class Side(StrEnum):
    """A side of a node."""

    AHEAD = "ahead"
    BEHIND = "behind"
    ABOVE = "above"
    BELOW = "below"


@dataclass(frozen=True, slots=True)
class Gap:
    """A leg across the levels, in the gap behind the column of this number."""

    number: int


@dataclass(frozen=True, slots=True)
class Level:
    """A leg along time, on the level of this number."""

    number: int


@dataclass(frozen=True, slots=True)
class Way:
    """How an edge goes: its legs are gaps and levels in turn. Above or below, the way begins or ends with a level.

    A way without legs runs straight between two nodes of one column.
    """

    leave: Side
    legs: tuple[Gap | Level, ...]
    enter: Side


def ways(diagram: Diagram, ranks: Ranking, raster: Raster) -> list[Way]:
    """Choose the way of every edge, in the order of the diagram's edges."""
    chooser = _Chooser(diagram, raster, ranks.back)
    order = sorted(range(len(diagram.edges)), key=chooser.priority)
    for number in order:
        chooser.choose(number)
    for _ in range(_AGAIN):
        if not sum(chooser.choose_again(number) for number in order):
            break
    return [chooser.chosen[number] for number in range(len(diagram.edges))]


class _Chooser:
    """What is taken so far, and the choice of the next way; ``chosen`` are the ways by the numbers of their edges."""

    def __init__(self, diagram: Diagram, raster: Raster, back: set[int]) -> None:
        self._diagram, self._raster, self._back = diagram, raster, back
        self.chosen: dict[int, Way] = {}
        self._traces: dict[int, Trace] = {}
        self._in_column: dict[int, set[int]] = {}
        self._row_lines: dict[int, list[tuple[int, int]]] = {}
        self._gutter_lines: dict[int, list[tuple[int, int]]] = {}
        self._centre_stubs: dict[int, list[tuple[int, int]]] = {}
        self._upright = {number for number, edge in enumerate(diagram.edges) if diagram.is_upright(edge)}
        self._exits: set[tuple[str, Side]] = set()
        self._sides = Counter(
            (edge.source, raster.level[edge.target] > raster.level[edge.source])
            for number, edge in enumerate(diagram.edges)
            if number not in back | self._upright and raster.level[edge.target] != raster.level[edge.source]
        )

    def priority(self, number: int) -> tuple[int, int, int]:
        """Short forward edges choose first, loops last."""
        edge, raster = self._diagram.edges[number], self._raster
        if number in self._upright:
            return (-1, 0, number)
        length = abs(raster.column[edge.target] - raster.column[edge.source])
        straight = raster.level[edge.target] == raster.level[edge.source]
        group = 2 if number in self._back else 0 if straight or length == 1 else 1
        return (group, length, number)

    def choose(self, number: int) -> None:
        """Choose the cheapest way of an edge, and take its place."""
        edge = self._diagram.edges[number]
        if number in self._upright:
            self._keep(number, self._between(edge))
            return
        candidates = list(self._backward(edge) if number in self._back else self._forward(edge))
        extent = self._diagram.index[edge.source].extent
        if edge.kind is EdgeKind.EXCEPTION and extent and extent.port:
            candidates = [way for way in candidates if way.leave is not Side.AHEAD] or candidates
        way = self._cheapest(number, candidates)
        self._take(edge, way)
        self._keep(number, way)

    def choose_again(self, number: int) -> bool:
        """Choose the way of an edge that crosses others anew; tell whether another one was found."""
        if number in self._upright or not self._crossed(number, self._traces[number], self.chosen[number]):
            return False
        before = self.chosen.pop(number)
        for column in self._traces.pop(number).passes():
            self._in_column[column].discard(number)
        self._give_back(self._diagram.edges[number], before)
        self.choose(number)
        return self.chosen[number] != before

    def _cheapest(self, number: int, candidates: list[Way]) -> Way:
        edge = self._diagram.edges[number]
        costs = sorted(
            ((self._cost(edge, way), place) for place, way in enumerate(candidates)),
        )
        best, chosen = float("inf"), candidates[0]
        for cost, place in costs:
            if cost >= best:
                break
            way = candidates[place]
            total = cost + _CROSSING * self._crossed(number, self._trace(edge, way), way)
            if total < best:
                best, chosen = total, way
        return chosen

    # -- crossings

    def _keep(self, number: int, way: Way) -> None:
        self.chosen[number] = way
        trace = self._traces[number] = self._trace(self._diagram.edges[number], way)
        for column in trace.passes():
            self._in_column.setdefault(column, set()).add(number)

    def _trace(self, edge: DEdge, way: Way) -> Trace:
        raster = self._raster
        place, level = 2 * raster.column[edge.source], raster.level[edge.source]
        goal, end = 2 * raster.column[edge.target], raster.level[edge.target]
        corners = [(place, level)]
        for leg in way.legs:
            if isinstance(leg, Gap):
                place = 2 * leg.number + 1
            else:
                level = leg.number
            corners.append((place, level))
        if way.enter is Side.BEHIND:
            corners.append((place, end))
        else:
            corners.append((goal, level))
        return Trace([*corners, (goal, end)])

    def _crossed(self, number: int, trace: Trace, way: Way) -> float:
        """Return how often a way crosses those that are chosen."""
        near: set[int] = set()
        for column in trace.passes():
            near |= self._in_column.get(column, set())
        source = self._diagram.edges[number].source
        ahead = self._raster.column[source] * 2 + 1 if way.leave is Side.AHEAD else None
        total = 0.0
        for other in near - {number}:
            shares = self._diagram.edges[other].source == source and self.chosen[other].leave is Side.AHEAD
            total += crossings(trace, self._traces[other], together=ahead if shares else None)
        return total

    def _between(self, edge: DEdge) -> Way:
        """Return the straight way between two nodes of one column, and keep it clear of tips of gateways."""
        one, other = self._raster.level[edge.source], self._raster.level[edge.target]
        sides = (Side.BELOW, Side.ABOVE) if one < other else (Side.ABOVE, Side.BELOW)
        self._exits.update({(edge.source, sides[0]), (edge.target, sides[1])})
        span = (min(one, other), max(one, other))
        self._centre_stubs.setdefault(self._raster.column[edge.source], []).append(span)
        return Way(sides[0], (), sides[1])

    # -- candidates

    def _forward(self, edge: DEdge) -> Iterator[Way]:
        raster = self._raster
        first, last = raster.column[edge.source], raster.column[edge.target] - 1
        if first == last:
            yield Way(Side.AHEAD, (Gap(first),), Side.BEHIND)
        else:
            for level in self._levels(edge):
                if self._free(level, 2 * first + 1, 2 * last + 1, edge):
                    yield Way(Side.AHEAD, (Gap(first), Level(level), Gap(last)), Side.BEHIND)
        gateway = self._diagram.index[edge.source].shape in _GATEWAYS
        below = raster.level[edge.target] > raster.level[edge.source]
        alone = self._sides[edge.source, below] < 2  # several would cross: they share the line ahead
        if (gateway and alone) or edge.kind is EdgeKind.EXCEPTION:
            for side, level in self._sideways(edge.source, centred=gateway):
                if self._free(level, 2 * first, 2 * last + 1, edge):
                    yield Way(side, (Level(level), Gap(last)), Side.BEHIND)
        if edge.kind is EdgeKind.EXCEPTION:
            yield from self._direct(edge, 2 * first, 2 * last + 2, centred=gateway)

    def _backward(self, edge: DEdge) -> Iterator[Way]:
        raster = self._raster
        source, target = raster.column[edge.source], raster.column[edge.target]
        if edge.source == edge.target:
            for side, level in self._beside(edge.target):
                yield Way(Side.AHEAD, (Gap(source), Level(level)), side)
            return
        ends = dict(self._far(edge.target))
        gateway = self._diagram.index[edge.source].shape in _GATEWAYS
        yield from self._direct(edge, 2 * target, 2 * source, centred=gateway)
        for side, level in self._sideways(edge.source, centred=gateway):
            if not raster.is_row(level):
                for other, end in self._beside(edge.target):
                    yield Way(side, (Level(level), Gap(target), Level(end)), other)
        for level, side in ends.items():
            if self._free(level, 2 * target, 2 * source + 1, edge):
                yield Way(Side.AHEAD, (Gap(source), Level(level)), side)

    def _direct(self, edge: DEdge, start: int, end: int, *, centred: bool) -> Iterator[Way]:
        """Ways out of one side, along one level, into a side again."""
        ends = dict(self._far(edge.target))
        for side, level in self._sideways(edge.source, centred=centred):
            if level in ends and self._free(level, start, end, edge):
                yield Way(side, (Level(level),), ends[level])

    def _levels(self, edge: DEdge) -> range:
        """Return the levels worth trying: those between the ends, and a little beyond."""
        one, other = self._raster.level[edge.source], self._raster.level[edge.target]
        return range(max(0, min(one, other) - 3), min(len(self._raster.row_at), max(one, other) + 4))

    def _beside(self, node: str) -> list[tuple[Side, int]]:
        level = self._raster.level[node]
        return [(Side.BELOW, level + 1), (Side.ABOVE, level - 1)]

    def _far(self, node: str) -> Iterator[tuple[int, Side]]:
        own = self._raster.level[node]
        for level in self._raster.reach(node):
            if level != own:
                yield level, Side.ABOVE if level < own else Side.BELOW

    def _sideways(self, node: str, *, centred: bool) -> Iterator[tuple[Side, int]]:
        """Return the ways out above and below; a gateway's line begins at its tip, which serves one line only."""
        own, column = self._raster.level[node], self._raster.column[node]
        for level, side in self._far(node):
            if centred and ((node, side) in self._exits or not self._stub_is_free(column, own, level)):
                continue
            yield side, level

    # -- what is free

    def _free(self, level: int, start: int, end: int, edge: DEdge) -> bool:
        """Tell whether a line may run on a level; columns count twice, the gap behind column c is 2c + 1.

        A line on a row must not begin right behind another node of the row: it would meet what leaves that node.
        """
        raster = self._raster
        if not raster.is_row(level):
            return True
        if not raster.row_is_empty(level, (start + 1) // 2, end // 2):
            return False
        if (
            start % 2
            and raster.level[edge.source] != level
            and not raster.row_is_empty(level, start // 2, start // 2)
        ):
            return False
        return all(end < low or high < start for low, high in self._row_lines.get(level, ()))

    def _stub_is_free(self, column: int, one: int, other: int) -> bool:
        low, high = min(one, other), max(one, other)
        return all(high <= a or b <= low for a, b in self._centre_stubs.get(column, ()))

    # -- cost

    def _cost(self, edge: DEdge, way: Way) -> float:
        raster = self._raster
        at = raster.level[edge.source]
        cost, levels = 0.0, [leg.number for leg in way.legs if isinstance(leg, Level)]
        stops = [at, *levels, raster.level[edge.target]]
        for one, other in pairwise(stops):
            cost += abs(raster.nominal[one] - raster.nominal[other])
            cost += 2 * _BEND if one != other else 0.0
        cost -= _BEND * sum(side in {Side.ABOVE, Side.BELOW} for side in (way.leave, way.enter))
        if edge.kind is EdgeKind.EXCEPTION and way.enter is Side.BEHIND:
            cost += 2 * _BEND  # an exception should not look like the ordinary way in
        for level in levels:
            if not raster.is_row(level):
                cost += _LOAD * len(self._gutter_lines.get(level, ())) + 0.1
        return cost

    def _take(self, edge: DEdge, way: Way) -> None:
        for lines, level, span in self._lines(edge, way):
            lines.setdefault(level, []).append(span)
        if way.leave in {Side.ABOVE, Side.BELOW}:
            self._exits.add((edge.source, way.leave))
            if self._diagram.index[edge.source].shape in _GATEWAYS:
                self._centre_stubs.setdefault(self._raster.column[edge.source], []).append(
                    self._tip(edge, way)
                )

    def _give_back(self, edge: DEdge, way: Way) -> None:
        for lines, level, span in self._lines(edge, way):
            lines[level].remove(span)
        if way.leave in {Side.ABOVE, Side.BELOW} and self._diagram.index[edge.source].shape in _GATEWAYS:
            self._exits.discard((edge.source, way.leave))
            self._centre_stubs[self._raster.column[edge.source]].remove(self._tip(edge, way))

    def _lines(
        self, edge: DEdge, way: Way
    ) -> Iterator[tuple[dict[int, list[tuple[int, int]]], int, tuple[int, int]]]:
        """Yield what the way takes of rows and gutters."""
        raster = self._raster
        source, target = raster.column[edge.source], raster.column[edge.target]
        ends = [2 * source + (way.leave is Side.AHEAD), 2 * target - (way.enter is Side.BEHIND)]
        for leg in way.legs:
            if isinstance(leg, Level):
                lines = self._row_lines if raster.is_row(leg.number) else self._gutter_lines
                yield lines, leg.number, (min(ends), max(ends))

    def _tip(self, edge: DEdge, way: Way) -> tuple[int, int]:
        own, first = self._raster.level[edge.source], way.legs[0].number
        return (min(own, first), max(own, first))
