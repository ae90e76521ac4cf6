"""Which steps can run side by side: those of different branches that were started together and have not met yet."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import combinations
from typing import TYPE_CHECKING

from svcflow.graph.elements import FlowKind
from svcflow.model.vocabulary import Join, StepKind

if TYPE_CHECKING:
    from svcflow.graph.flow_graph import FlowGraph

__all__ = ["side_by_side"]

_FORKS = {StepKind.PARALLEL, StepKind.INCLUSIVE}
_ALONE = {FlowKind.EXCEPTION, FlowKind.TIMEOUT}


def side_by_side(graph: FlowGraph) -> Iterator[tuple[set[str], set[str]]]:
    """Yield pairs of sets of steps; each step of the one can run while any step of the other does.

    Branches have met at a step that joins all and that both lead to. At one that joins any, the first of them goes on,
    through later joins too, and the other still runs until it comes there. In a sound process all pairs are found.
    """
    for node in graph.nodes.values():
        if node.step.kind not in _FORKS or node.id not in graph.reachable:
            continue
        flows = (flow for flow in graph.outgoing[node.id] if flow.kind not in _ALONE)
        branches = list(dict.fromkeys(flow.target for flow in flows if flow.target is not None))
        led_to = {branch: _reached(graph, branch, {node.id}) for branch in branches}
        for one, other in combinations(branches, 2):
            common = led_to[one] & led_to[other]
            first = _joins(graph, common, Join.ANY)
            if not first:
                meet = {node.id} | _joins(graph, common, Join.ALL)
                yield _reached(graph, one, meet), _reached(graph, other, meet)
                continue
            until = {node.id} | first
            meet = _joins(graph, _reached(graph, one, until) & _reached(graph, other, until), Join.ALL)
            for winner, loser in ((one, other), (other, one)):
                yield _reached(graph, winner, {node.id} | meet), _reached(graph, loser, until | meet)


def _joins(graph: FlowGraph, steps: AbstractSet[str], kind: Join) -> set[str]:
    return {id for id in steps if graph.nodes[id].step.join is kind}


def _reached(graph: FlowGraph, start: str, without: AbstractSet[str]) -> set[str]:
    """Return the steps that can be reached without coming to certain ones."""
    seen = {start} - without
    todo = list(seen)
    while todo:
        for step in graph.successors[todo.pop()]:
            if step not in seen and step not in without:
                seen.add(step)
                todo.append(step)
    return seen
