"""How often each step is run in one case, on average, and how much work that is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from svcflow.graph.elements import Flow, FlowKind
from svcflow.graph.flow_graph import FlowGraph
from svcflow.graph.timing import Timing
from svcflow.model.vocabulary import StepKind

__all__ = ["ENDLESS", "Visits"]

_ROUNDS = 1000
ENDLESS = 1000.0
"""As many runs in one case stand for: without end."""
_PRECISION = 1e-9


class Visits:
    """The average case of a process, by the shares of its flows.

    Flows of a choice without a share divide evenly what the others leave; exceptions without a share count as never
    taken. A step that joins several flows is run once for all of them. The averages solve the flow equations of the
    graph as a Markov chain, by repeated substitution (Gauss and Seidel), in at most 1,000 rounds: a loop that is never
    left, or that starts more runs than it ends, has no finite answer, and its steps then count at most `ENDLESS` times.
    """

    def __init__(self, graph: FlowGraph) -> None:
        self.graph = graph

    @cached_property
    def of(self) -> Mapping[str, float]:
        """Runs of each step in one case on average; steps that are never reached are left out."""
        steps = [id for id in self.graph.nodes if id in self.graph.reachable]
        shares = {flow.index: share for id in steps for flow, share in _shares(self.graph, id)}
        visits = dict.fromkeys(steps, 0.0)
        for _ in range(_ROUNDS):
            change = 0.0
            for id in steps:
                came = self._came(id, visits, shares)
                change = max(change, abs(came - visits[id]))
                visits[id] = came
            if change < _PRECISION:
                break
        return visits

    @cached_property
    def flows(self) -> Mapping[int, float]:
        """How often each flow is taken in one case on average, by its index."""
        return {
            flow.index: times * share
            for id, times in self.of.items()
            for flow, share in _shares(self.graph, id)
        }

    def _came(self, id: str, visits: Mapping[str, float], shares: Mapping[int, float]) -> float:
        arriving = [
            visits[flow.source] * shares[flow.index]
            for flow in self.graph.incoming[id]
            if flow.source in visits and shares[flow.index] > 0
        ]
        joins = self.graph.nodes[id].step.join is not None and arriving
        came = max(arriving) if joins else sum(arriving)
        return min(came + (id == self.graph.start), ENDLESS)

    def work(self, timing: Timing) -> Mapping[str, float]:
        """Return the hands-on seconds of each step in one case on average, of the steps that say their work."""
        return {
            id: times * timing.calendar_of(step).nominal(step.work.expected)
            for id, times in self.of.items()
            if (step := self.graph.nodes[id].step).work is not None
        }


def _shares(graph: FlowGraph, id: str) -> list[tuple[Flow, float]]:
    flows = graph.outgoing[id]
    if graph.nodes[id].step.kind is StepKind.PARALLEL:
        return [(flow, 1.0 if flow.kind is not FlowKind.EXCEPTION else flow.share or 0.0) for flow in flows]
    open_ = [flow for flow in flows if flow.share is None and flow.kind is not FlowKind.EXCEPTION]
    left = max(0.0, 1.0 - sum(flow.share or 0.0 for flow in flows))
    return [(flow, left / len(open_) if flow in open_ else flow.share or 0.0) for flow in flows]
