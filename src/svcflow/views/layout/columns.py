"""Columns where nodes stand beside others or in phases: each group has its columns to itself, in the order of time.

What stands beside a node is connected with it by an upright line, so nothing else may stand in that column between
them. Of nodes that could stand in the same column, the one written first does, and the others move on: people write
steps in the order in which they happen. A phase begins behind the last column of the one before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from svcflow.views.diagram import Diagram

__all__ = ["columns_in_order", "needs_order", "phase_numbers"]


def needs_order(diagram: Diagram) -> bool:
    """Tell whether a diagram has what this module is for."""
    return bool(diagram.phases) or any(node.beside for node in diagram.nodes)


@dataclass(frozen=True, slots=True)
class _Extent:
    """From which lane to which a node reaches, with all that stands beside it."""

    low: int
    high: int
    shared: bool

    def meets(self, other: _Extent) -> bool:
        """Tell whether the two must not stand in one column."""
        return (self.shared or other.shared) and self.low <= other.high and other.low <= self.high


def columns_in_order(
    diagram: Diagram, order: Sequence[str], after: Mapping[str, list[str]], before: Mapping[str, list[str]]
) -> dict[str, int]:
    """Return the column of each node; ``order`` has each node after those ``before`` it."""
    phase = phase_numbers(diagram, order, before)
    extents = _extents(diagram)
    taken: dict[int, list[_Extent]] = {}
    column: dict[str, int] = {}
    reached, floor = -1, dict[int, int]()
    for node in _by_writing(diagram, phase, after, before):
        own = phase[node]
        place = max([floor.setdefault(own, reached + 1), *(column[other] + 1 for other in before[node])])
        while any(extents[node].meets(other) for other in taken.get(place, ())):
            place += 1
        taken.setdefault(place, []).append(extents[node])
        column[node] = place
        reached = max(reached, place)
    return column | {node.id: column[node.beside] for node in diagram.nodes if node.beside}


def phase_numbers(diagram: Diagram, order: Sequence[str], before: Mapping[str, list[str]]) -> dict[str, int]:
    """Return the number of each node's phase, counted from 0; no node stands in an earlier one than those before it."""
    numbers = {title: number for number, title in enumerate(diagram.phases)}
    found: dict[str, int] = {}
    for node in order:
        own = numbers.get(diagram.index[node].phase, 0)
        found[node] = max([own, *(found[other] for other in before[node])])
    return found | {node.id: found[node.beside] for node in diagram.nodes if node.beside}


def _extents(diagram: Diagram) -> dict[str, _Extent]:
    place = {lane.id: number for number, lane in enumerate(diagram.lanes)}
    reach: dict[str, list[int]] = {}
    for node in diagram.nodes:
        reach.setdefault(node.beside or node.id, []).append(place.get(node.lane or "", 0))
    return {node: _Extent(min(lanes), max(lanes), len(lanes) > 1) for node, lanes in reach.items()}


def _by_writing(
    diagram: Diagram,
    phase: Mapping[str, int],
    after: Mapping[str, list[str]],
    before: Mapping[str, list[str]],
) -> list[str]:
    """Return the nodes of the flow phase by phase, each behind those before it, else as they are written."""
    place = {node.id: number for number, node in enumerate(diagram.nodes) if not node.beside}
    waiting = {node: len(before[node]) for node in place}
    ready = [(phase[node], place[node], node) for node, count in waiting.items() if not count]
    heapify(ready)
    found = []
    while ready:
        node = heappop(ready)[2]
        found.append(node)
        for other in after[node]:
            waiting[other] -= 1
            if not waiting[other]:
                heappush(ready, (phase[other], place[other], other))
    return found
