"""Which arcs of a flow lead back: what people call rework."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from heapq import heappop, heappush

from svcflow.graph.algorithms import back_arcs, dominators, reachable

__all__ = ["arcs_back"]


def arcs_back(graph: Mapping[str, Sequence[str]], start: str) -> set[tuple[str, str]]:
    """Find the arcs that lead back, so that the part reached from the start has no cycle without them.

    An arc surely leads back to a node that every way to its source runs through. Loops that can be come into at several
    places, as one branch of a parallel split that is done again, have no such node: there, the order in which the graph
    names its nodes, which is that in which people wrote them, tells what is forward.
    """
    found = back_arcs(graph, start)
    if not found:
        return found
    above = dominators(graph, start)
    sure = {arc for arc in found if _runs_through(above, *arc)}
    return sure if sure == found else sure | _against_order(graph, _places(graph, start), sure)


def _runs_through(above: Mapping[str, str | None], node: str, other: str) -> bool:
    """Tell whether every way to a node runs through another one."""
    here: str | None = node
    while here is not None and here != other:
        here = above[here]
    return here is not None


def _places(graph: Mapping[str, Sequence[str]], start: str) -> dict[str, int]:
    """Number the nodes reached as they are written, but none before one that leads to it has a number."""
    written = {node: number for number, node in enumerate(graph)}
    place: dict[str, int] = {}
    seen, ready = {start}, [(written[start], start)]
    while ready:
        _, node = heappop(ready)
        place[node] = len(place)
        for to in graph[node]:
            if to not in seen:
                seen.add(to)
                heappush(ready, (written[to], to))
    return place


def _against_order(
    graph: Mapping[str, Sequence[str]], place: Mapping[str, int], without: set[tuple[str, str]]
) -> set[tuple[str, str]]:
    """Return the arcs that close a loop of those that follow the order; those against it are let in one by one."""
    arcs = [(node, to) for node in place for to in graph[node] if (node, to) not in without]
    following: dict[str, list[str]] = {node: [] for node in place}
    for node, to in arcs:
        if place[node] < place[to]:
            following[node].append(to)
    back = set()
    for node, to in arcs:
        if place[node] >= place[to]:
            if node in reachable(following, [to]):
                back.add((node, to))
            else:
                following[node].append(to)
    return back
