"""The steps of a process and the flows between them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from svcflow.graph.algorithms import postorder, reachable
from svcflow.graph.build import flows_of, nodes_of
from svcflow.graph.ways_back import arcs_back

if TYPE_CHECKING:
    from svcflow.graph.elements import Flow, Node
    from svcflow.model.process import Process

__all__ = ["FlowGraph"]


class FlowGraph:
    """The steps of a process, the flows between them, and what follows from these.

    Costly properties are computed when first asked for. Steps that repeat an id are left out (``duplicates``), flows
    to steps that do not exist end the process (``Flow.unknown``), so that everything else can still be checked.
    """

    def __init__(self, process: Process) -> None:
        self.process = process
        self.nodes, self.duplicates = nodes_of(process)
        self.flows: tuple[Flow, ...] = flows_of(self.nodes)
        outgoing: dict[str, list[Flow]] = {id: [] for id in self.nodes}
        incoming: dict[str, list[Flow]] = {id: [] for id in self.nodes}
        for flow in self.flows:
            outgoing[flow.source].append(flow)
            if flow.target is not None:
                incoming[flow.target].append(flow)
        self.outgoing: Mapping[str, list[Flow]] = outgoing
        self.incoming: Mapping[str, list[Flow]] = incoming
        self.start = process.steps[0].id

    @cached_property
    def successors(self) -> Mapping[str, list[str]]:
        """The steps that may follow each step, each once, in the order of the flows."""
        return {
            id: list(dict.fromkeys(flow.target for flow in flows if flow.target is not None))
            for id, flows in self.outgoing.items()
        }

    @cached_property
    def reachable(self) -> frozenset[str]:
        """The steps to which some way leads from the start, whatever the conditions."""
        return frozenset(reachable(self.successors, [self.start]))

    @cached_property
    def _back(self) -> set[tuple[str, str]]:
        return arcs_back(self.successors, self.start)

    @cached_property
    def back_flows(self) -> frozenset[int]:
        """The indices of the flows that lead back: without them the graph has no cycle."""
        return frozenset(flow.index for flow in self.flows if (flow.source, flow.target) in self._back)

    @cached_property
    def is_whole(self) -> bool:
        """Whether no id is used twice and every flow leads to a step that exists.

        Where it is not, the flow is surely not what was meant: what follows from it should not be held against it.
        """
        return not self.duplicates and all(flow.unknown is None for flow in self.flows)

    @cached_property
    def forward(self) -> Mapping[str, list[str]]:
        """The steps that may follow each step, without the flows that lead back: there is no cycle in it."""
        return {
            id: [target for target in targets if (id, target) not in self._back]
            for id, targets in self.successors.items()
            if id in self.reachable
        }

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The steps that are reached, each after those from which a way leads forward to it."""
        return tuple(reversed(postorder(self.forward, self.start)))

    def node(self, id: str) -> Node:
        """Return the node of a step id that is known to exist."""
        return self.nodes[id]

    def flows_between(self, source: str, target: str) -> list[Flow]:
        """Return the flows that lead directly from one step to another."""
        return [flow for flow in self.outgoing[source] if flow.target == target]
