"""Which artifacts are there before each step: surely, possibly, or on no run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from svcflow.graph.algorithms import dominators
from svcflow.graph.concurrency import side_by_side
from svcflow.graph.elements import Flow, FlowKind
from svcflow.graph.flow_graph import FlowGraph
from svcflow.model.vocabulary import Join, StepKind

__all__ = ["DataFlow"]

Artifacts = frozenset[str]
_BROKEN_OFF = {FlowKind.EXCEPTION, FlowKind.TIMEOUT}
"""Flows that leave a step before it is done: what it makes may not be there."""


@dataclass(frozen=True)
class DataFlow:
    """The artifacts of a process over all its runs.

    ``initial`` is what is there when it starts: what the process says it is given, and what comes from outside. The
    answers cover the steps that the start reaches. The method is the usual data-flow analysis (F. Nielson,
    H. R. Nielson, C. Hankin, "Principles of Program Analysis", 1999, chapter 2): "possibly" as the least solution over
    all ways, with what steps side by side make meanwhile; "surely" as the greatest. An exception or the end of a wait
    may come before or after a step has made what it makes. In a sound process nothing is called sure that is missing
    on some run, and nothing impossible that is there on one.
    """

    graph: FlowGraph
    initial: Artifacts

    @cached_property
    def writers(self) -> Mapping[str, tuple[str, ...]]:
        """The reachable steps that make or change each artifact, in the order of the file."""
        return self._by_artifact("outputs")

    @cached_property
    def readers(self) -> Mapping[str, tuple[str, ...]]:
        """The reachable steps that need each artifact, in the order of the file."""
        return self._by_artifact("inputs")

    def _by_artifact(self, side: str) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for node in self.graph.nodes.values():
            if node.id in self.graph.reachable:
                for artifact in getattr(node.step, side):
                    found.setdefault(artifact, []).append(node.id)
        return {artifact: tuple(steps) for artifact, steps in found.items()}

    @cached_property
    def possible(self) -> Mapping[str, Artifacts]:
        """What is there before each step on at least one run."""
        before = {step: self._made_meanwhile.get(step, frozenset()) for step in self.graph.order}
        before[self.graph.start] |= self.initial
        for step in (queue := list(self.graph.order)):
            after = before[step] | set(self.graph.nodes[step].step.outputs)
            for following in self.graph.successors[step]:
                if not after <= before[following]:
                    before[following] |= after
                    queue.append(following)
        return before

    @cached_property
    def _made_meanwhile(self) -> Mapping[str, Artifacts]:
        """What the steps that run side by side with each step make."""
        found: dict[str, Artifacts] = {}
        for one, other in side_by_side(self.graph) if self.writers else ():
            for here, there in ((one, other), (other, one)):
                made = frozenset(output for id in there for output in self.graph.nodes[id].step.outputs)
                for step in here if made else ():
                    found[step] = found.get(step, frozenset()) | made
        return found

    @cached_property
    def sure(self) -> Mapping[str, Artifacts]:
        """What is there before each step on every run."""
        everything = self.initial.union(self.writers)
        before = dict.fromkeys(self.graph.order, everything)
        before[self.graph.start] = self.initial
        changed = True
        while changed:
            changed = False  # without ways back, the first round is the last
            for step in self.graph.order:
                now = self._sure_before(step, before)
                if now != before[step]:
                    before[step], changed = now, bool(self.graph.back_flows)
        return before

    def _sure_before(self, step: str, before: Mapping[str, Artifacts]) -> Artifacts:
        arriving = [
            self._after(flow, before)
            for flow in self.graph.incoming[step]
            if flow.source in self.graph.reachable
        ]
        if step == self.graph.start:
            arriving.append(self.initial)
        if step in self._gathering:
            return frozenset[str]().union(*arriving)
        return arriving[0].intersection(*arriving[1:])

    def _after(self, flow: Flow, before: Mapping[str, Artifacts]) -> Artifacts:
        made = () if flow.kind in _BROKEN_OFF else self.graph.nodes[flow.source].step.outputs
        return before[flow.source].union(made)

    @cached_property
    def _gathering(self) -> Artifacts:
        """The steps that wait for flows that all come: not the first step, nor those after an inclusive split."""
        joins = [id for id in self.graph.order[1:] if self.graph.nodes[id].step.join is Join.ALL]
        if not any(self.graph.nodes[id].step.kind is StepKind.INCLUSIVE for id in self.graph.order):
            return frozenset(joins)
        above = dominators(self.graph.successors, self.graph.start)
        return frozenset(
            id
            for id in joins
            if (split := above[id]) is not None
            and self.graph.nodes[split].step.kind is not StepKind.INCLUSIVE
        )

    def way_without(self, artifact: str, step: str) -> list[str] | None:
        """Return the shortest way from the start to a step on which nobody makes an artifact; None where it is sure.

        The way ends with the step itself. Where branches that run side by side meet, it comes by one of them.
        """
        came_by: dict[str, str] = {}
        seen = {self.graph.start}
        queue = [self.graph.start] if artifact not in self.initial else []
        for current in queue:
            if current == step:
                return _back(came_by, self.graph.start, step)
            makes = artifact in self.graph.nodes[current].step.outputs
            for flow in self.graph.outgoing[current]:
                target = flow.target
                if target is None or target in seen or artifact in self.sure[target]:
                    continue
                if not makes or flow.kind in _BROKEN_OFF:
                    seen.add(target)
                    came_by[target] = current
                    queue.append(target)
        return None


def _back(came_by: Mapping[str, str], start: str, end: str) -> list[str]:
    way = [end]
    while way[-1] != start:
        way.append(came_by[way[-1]])
    return way[::-1]
