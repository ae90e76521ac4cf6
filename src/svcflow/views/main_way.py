"""The way that most cases take through a process, and what is only sometimes done."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

from svcflow.graph.elements import FlowKind
from svcflow.model.vocabulary import StepKind

if TYPE_CHECKING:
    from svcflow.graph import Flow, ProcessGraph

__all__ = ["MainWay", "natural_order"]

_ASIDE = {FlowKind.EXCEPTION, FlowKind.TIMEOUT}
_ALL = {StepKind.PARALLEL, StepKind.INCLUSIVE}


def natural_order(graph: ProcessGraph) -> tuple[str, ...]:
    """Return the steps that can be reached, each behind those that lead forward to it, else as in the file.

    It is Kahn's order (1962), which takes the first in the file of those that can come next.
    """
    missing = dict.fromkeys(graph.forward, 0)
    for following in graph.forward.values():
        for id in following:
            missing[id] += 1
    ready = [(graph.nodes[id].index, id) for id, count in missing.items() if not count]
    order = []
    heapify(ready)
    while ready:
        _, id = heappop(ready)
        order.append(id)
        for ahead in graph.forward[id]:
            missing[ahead] -= 1
            if not missing[ahead]:
                heappush(ready, (graph.nodes[ahead].index, ahead))
    return tuple(order)


class MainWay:
    """The main way of a process: of each choice the branch with the greatest share, of a split all branches.

    Branches without a share divide what the others leave; of equal ones the first counts. Ways back, exceptions and
    time-outs are taken only where nothing else leads on.
    """

    def __init__(self, graph: ProcessGraph) -> None:
        self.graph = graph

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The steps in their natural order."""
        return natural_order(self.graph)

    @cached_property
    def steps(self) -> frozenset[str]:
        """The steps of the main way."""
        seen, todo = {self.graph.start}, [self.graph.start]
        while todo:
            for flow in self.usual(todo.pop()):
                if flow.target is not None and flow.target not in seen:
                    seen.add(flow.target)
                    todo.append(flow.target)
        return frozenset(seen)

    def usual(self, id: str) -> list[Flow]:
        """Return the flows by which most cases leave a step."""
        flows = [flow for flow in self.graph.outgoing[id] if flow.index not in self.graph.back_flows]
        chosen = [flow for flow in flows if flow.kind not in _ASIDE] or flows
        if self.graph.nodes[id].step.kind in _ALL:
            return chosen
        return [max(chosen, key=lambda flow: _weight(flow, chosen))] if chosen else []

    def unusual(self, id: str) -> list[Flow]:
        """Return the other flows by which a case may leave a step."""
        usual = {flow.index for flow in self.usual(id)}
        return [flow for flow in self.graph.outgoing[id] if flow.index not in usual]

    def turns_to(self, id: str) -> list[Flow]:
        """Return the flows at which a case leaves the usual for a step, the first first; none on the main way.

        They lie on a shortest way from the main way to the step, by exceptions only where there is no other.
        """
        way: list[Flow] = []
        while id in self._came:
            way.insert(0, self._came[id])
            id = self._came[id].source
        return [flow for flow in way if flow.index not in {one.index for one in self.usual(flow.source)}]

    @cached_property
    def _came(self) -> dict[str, Flow]:
        """For each step off the main way the flow that leads to it."""
        came: dict[str, Flow] = {}
        order = [step for step in self.order if step in self.steps]
        for kinds in (set(FlowKind) - _ASIDE, set(FlowKind)):
            for step in order:  # which grows on the way
                for flow in self.graph.outgoing[step]:
                    target = flow.target
                    ahead = flow.kind in kinds and flow.index not in self.graph.back_flows
                    if ahead and target is not None and target not in came and target not in self.steps:
                        came[target] = flow
                        order.append(target)
        return came

    def behind(self, id: str, stops: Collection[str]) -> list[str]:
        """Return a step and those behind it, in the order of the flow, up to the next ones that are stops."""
        seen, todo = {id}, [id]
        while todo:
            for following in self.graph.forward.get(todo.pop(), ()):
                if following not in seen and following not in stops:
                    seen.add(following)
                    todo.append(following)
        return [step for step in self.order if step in seen]


def _weight(flow: Flow, flows: list[Flow]) -> float:
    if flow.share is not None:
        return flow.share
    told = sum(other.share or 0.0 for other in flows)
    return max(0.0, 1.0 - told) / sum(other.share is None for other in flows)
