"""Handoffs: where work changes hands, derived from flow and roles, with the agreement that covers it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from svcflow.finding import Route
    from svcflow.graph.elements import Flow
    from svcflow.graph.flow_graph import FlowGraph
    from svcflow.model.flow import Handoff

__all__ = ["DerivedHandoff", "derive_handoffs"]


@dataclass(frozen=True, slots=True)
class DerivedHandoff:
    """Work that goes from one step's roles to other roles.

    ``flows`` is the way from ``source`` to ``target``: one flow, or several through steps without a role (a parallel
    start, a wait). ``certain`` says that nobody may act on both sides; where the roles overlap, the same person can go
    on. ``agreement`` is the index of the declared handoff that covers it, None where none was declared.
    """

    source: str
    target: str
    giver: frozenset[str]
    taker: frozenset[str]
    flows: tuple[Flow, ...]
    agreement: int | None = None

    @property
    def certain(self) -> bool:
        """Whether the work surely changes hands."""
        return self.giver.isdisjoint(self.taker)

    @property
    def route(self) -> Route:
        """Where the handoff is written: the flow that leaves the source."""
        return self.flows[0].route


def derive_handoffs(graph: FlowGraph) -> tuple[DerivedHandoff, ...]:
    """Return the handoffs between reachable steps, in the order of the file."""
    agreements = graph.process.handoffs
    found = []
    for node in graph.nodes.values():
        if not node.roles or node.id not in graph.reachable:
            continue
        seen: set[str] = set()
        for way in _ways_to_roles(graph, node.id):
            target = way[-1].target
            if target is None or target in seen or graph.nodes[target].roles == node.roles:
                continue
            seen.add(target)
            taker = graph.nodes[target].roles
            agreement = _agreement(graph, way, agreements)
            found.append(DerivedHandoff(node.id, target, node.roles, taker, way, agreement))
    return tuple(found)


def _ways_to_roles(graph: FlowGraph, source: str) -> Iterator[tuple[Flow, ...]]:
    """Yield the shortest ways from a step to the next steps that have a role, through steps that have none."""
    seen = {source}
    queue: list[tuple[Flow, ...]] = [(flow,) for flow in graph.outgoing[source]]
    for way in queue:
        target = way[-1].target
        if target is None:
            continue
        if graph.nodes[target].step.role:
            yield way
        elif target not in seen:
            seen.add(target)
            queue.extend((*way, flow) for flow in graph.outgoing[target])


def _agreement(graph: FlowGraph, way: tuple[Flow, ...], agreements: tuple[Handoff, ...]) -> int | None:
    """Return the index of the agreement that covers a change of hands.

    It names the step that takes over, and the step that gives, a step without a role between the two, or else an
    earlier one of the same hands: who received a complaint and then decides where it goes hands over what they
    received.
    """
    givers = {flow.source for flow in way}
    to_target = {index: one.from_ for index, one in enumerate(agreements) if one.to == way[-1].target}
    for index, source in to_target.items():
        if source in givers:
            return index
    earlier = _earlier_of_same_hands(graph, way[0].source) if to_target else set()
    return next((index for index, source in to_target.items() if source in earlier), None)


def _earlier_of_same_hands(graph: FlowGraph, step: str) -> set[str]:
    """Return the steps before this one that the same roles do, with only their own or nobody's steps between."""
    roles = graph.nodes[step].roles
    found: set[str] = set()
    queue = [step]
    for current in queue:
        for flow in graph.incoming[current]:
            before = graph.nodes[flow.source]
            if before.id not in found and (not before.roles or before.roles == roles):
                found.add(before.id)
                queue.append(before.id)
    return found
