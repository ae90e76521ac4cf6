"""Forks: steps that start several branches together, and where these come together again."""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

from svcflow.graph.elements import FlowKind
from svcflow.model.vocabulary import StepKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from svcflow.graph.elements import Flow, Node
    from svcflow.graph.flow_graph import FlowGraph

__all__ = ["Fork", "forks_of"]

_KINDS = {StepKind.PARALLEL, StepKind.INCLUSIVE}
_ASIDE = {FlowKind.EXCEPTION, FlowKind.TIMEOUT}


@dataclass(frozen=True, slots=True)
class Fork:
    """A step that starts two or more branches together.

    ``branches`` are their first steps, each once. ``meetings`` are the steps at which branches first come together, in
    the order of the flow; exceptions and time-outs that leave a branch do not count. ``shared`` are all steps to which
    two or more branches can come, by exceptions too, up to and with the one where all of them have met.
    """

    node: Node
    branches: tuple[str, ...]
    meetings: tuple[str, ...]
    shared: frozenset[str]


def forks_of(graph: FlowGraph) -> tuple[Fork, ...]:
    """Return the forks that can be reached, in the order of the file."""
    nodes = [node for node in graph.nodes.values() if node.step.kind in _KINDS and node.id in graph.reachable]
    if not nodes:
        return ()
    order = {id: rank for rank, id in enumerate(graph.order)}
    forks = []
    for node in nodes:
        branches = _targets(graph.outgoing[node.id], frozenset(), aside=False)
        if len(branches) > 1:
            _, meetings = _spread(graph, order, branches, aside=False)
            shared, _ = _spread(graph, order, branches, aside=True)
            forks.append(Fork(node, tuple(dict.fromkeys(branches)), meetings, shared))
    return tuple(forks)


def _spread(
    graph: FlowGraph, order: Mapping[str, int], branches: list[str], *, aside: bool
) -> tuple[frozenset[str], tuple[str, ...]]:
    """Follow the branches until all have met; return the steps that several come to, and those where they first meet.

    Each step gets the set of the branches that lead to it, as bits; steps are taken in the order of the flow, so that
    a step's set is whole when it is passed on.
    """
    everyone = (1 << len(branches)) - 1
    led_by: dict[str, int] = {}
    for number, branch in enumerate(branches):
        led_by[branch] = led_by.get(branch, 0) | 1 << number
    mixed = {branch for branch, bits in led_by.items() if bits.bit_count() > 1}
    heap = [order[branch] for branch in led_by]
    heapify(heap)
    names = {order[branch]: branch for branch in branches}
    while heap:
        step = names[heappop(heap)]
        mine = led_by[step]
        if mine == everyone and (not heap or graph.nodes[step].step.join is not None):
            continue
        for target in dict.fromkeys(_targets(graph.outgoing[step], graph.back_flows, aside=aside)):
            if target not in led_by:
                led_by[target] = mine
                names[order[target]] = target
                heappush(heap, order[target])
            elif led_by[target] != mine:
                led_by[target] |= mine
                mixed.add(target)
    several = frozenset(step for step, bits in led_by.items() if bits.bit_count() > 1)
    return several, tuple(sorted(mixed, key=order.__getitem__))


def _targets(flows: list[Flow], back: frozenset[int], *, aside: bool) -> list[str]:
    return [
        flow.target
        for flow in flows
        if flow.target is not None and flow.index not in back and (aside or flow.kind not in _ASIDE)
    ]
