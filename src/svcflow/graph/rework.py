"""Ways back to earlier steps that nothing bounds: neither a limit nor somebody who is called."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.graph.algorithms import reachable, reverse

if TYPE_CHECKING:
    from svcflow.graph.elements import Flow
    from svcflow.graph.process_graph import ProcessGraph
    from svcflow.model.step import Step

__all__ = ["unbounded_ways_back"]


def unbounded_ways_back(graph: ProcessGraph) -> Iterator[tuple[Flow, list[str]]]:
    """Yield each flow that leads back without a bound, with a shortest way once around: its first step at both ends.

    A loop is bounded by a `limit` on every way round, by a step in it that escalates, by an exception or a wait that
    leads out of it, and by the escalation of the process's SLA. Loops that never end are left out.
    """
    sla = graph.process.sla
    if not graph.is_whole or (sla is not None and sla.escalate is not None):
        return
    endless = {id for one in graph.soundness.endless for id in one.nodes}
    for flow in graph.flows:
        if flow.index not in graph.back_flows or flow.target is None or flow.limit is not None:
            continue
        loop = _loop(graph, flow.source, flow.target)
        if not loop <= endless and not _is_bounded(graph, flow, loop):
            yield flow, _around(graph, flow, loop)


def _loop(graph: ProcessGraph, source: str, target: str) -> set[str]:
    """Return the steps of the loop that a flow back closes: those that lead to its source after its target."""
    before = reverse(graph.successors)
    before[target] = []
    after: set[str] = reachable(graph.successors, [target])
    return reachable(before, [source]) & after


def _is_bounded(graph: ProcessGraph, back: Flow, loop: set[str]) -> bool:
    if any(_gives_way(graph, graph.nodes[id].step, loop) for id in loop):
        return True
    free = {
        id: [
            flow.target
            for flow in graph.outgoing[id]
            if flow.target is not None and flow.target in loop and flow.limit is None
        ]
        for id in loop
    }
    return back.source not in reachable(free, [str(back.target)])


def _gives_way(graph: ProcessGraph, step: Step, loop: set[str]) -> bool:
    """Whether a step of a loop calls somebody, or leaves it by an exception or when a time is over."""
    if step.sla is not None and step.sla.escalate is not None:
        return True
    if any(case.escalate or (case.goto and case.goto not in loop) for case in step.exceptions):
        return True
    limit = step.at_most
    if limit is None:
        return False
    if limit.to is not None:
        return limit.to not in loop
    return any(flow.target not in loop for flow in graph.outgoing[step.id])


def _around(graph: ProcessGraph, back: Flow, loop: set[str]) -> list[str]:
    """Return a shortest way once around the loop, its first step at both ends."""
    first = str(back.target)
    came_by: dict[str, str] = {}
    for id in (queue := [first]):
        for following in graph.successors[id]:
            if following in loop and following not in came_by and following != first:
                came_by[following] = id
                queue.append(following)
    way = [back.source]
    while way[-1] != first:
        way.append(came_by[way[-1]])
    return [*reversed(way), first]
