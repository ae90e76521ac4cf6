"""The usual way through a process: what mostly happens, from the first step to the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from svcflow.graph.elements import Flow, FlowKind, Node
from svcflow.model.vocabulary import StepKind

if TYPE_CHECKING:
    from svcflow.graph.flow_graph import FlowGraph

__all__ = ["usual_way"]

_SELDOM = {FlowKind.EXCEPTION, FlowKind.TIMEOUT}


def usual_way(graph: FlowGraph) -> tuple[Node, ...]:
    """Return the steps of the most frequent way, each once, in the order in which they come.

    At a choice the branch with the largest share is taken; where nothing is said, the first one written. Of what runs
    side by side, every branch is listed.
    """
    found: dict[str, Node] = {}
    waiting = [graph.start]
    while waiting:
        id = waiting.pop(0)
        if id in found:
            continue
        found[id] = graph.nodes[id]
        waiting = [*_next(graph, id), *waiting]
    return _in_order(graph, found)


def _next(graph: FlowGraph, id: str) -> list[str]:
    flows = [flow for flow in graph.outgoing[id] if flow.kind not in _SELDOM and flow.target is not None]
    if graph.nodes[id].step.kind is StepKind.PARALLEL or len(flows) < 2:
        return [flow.target for flow in flows if flow.target]
    best = max(graph.outgoing[id], key=_weight)
    return [best.target] if best.target else []


def _weight(flow: Flow) -> tuple[float, int]:
    """Return how much speaks for a branch: its share, and among equals the place in the file."""
    return (-1.0 if flow.kind in _SELDOM else flow.share or 0.0, -flow.index)


def _in_order(graph: FlowGraph, found: dict[str, Node]) -> tuple[Node, ...]:
    """Return nodes so that none comes before what leads to it."""
    return tuple(found[id] for id in graph.order if id in found)
