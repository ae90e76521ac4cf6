"""What a case takes on average: how often each step is run, when it is done, how much work there is in it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from svcflow.graph.algorithms import dominators, postorder
from svcflow.graph.elements import Flow, FlowKind
from svcflow.graph.timing import Timing
from svcflow.model.vocabulary import Join, StepKind

__all__ = ["Expectation"]

_ALONE = {FlowKind.EXCEPTION, FlowKind.TIMEOUT}
_FORKS = {StepKind.PARALLEL, StepKind.INCLUSIVE}
_ROUNDS = 2000
_CLOSE = 1e-12
_MOST = 1e6
"""Where branches that were started together lead back, a step would be run without bound; no number goes beyond."""


class Expectation:
    """The averages of one process over many cases, by the shares of its flows.

    Flows of a choice without a share divide evenly what the others leave; exceptions and time-outs without one never
    happen, and branches of an inclusive start without one are always started. Shares that make more than the whole
    count in proportion. Times are in working seconds of typical weeks, each step taking what `Timing.allowed` says.

    The sums solve the flow equations by repeated substitution (Gauss and Seidel), up to 2,000 rounds: with shares in
    loops below 99% they are exact to many digits, and a loop that is never left gives large numbers, not an error.
    """

    def __init__(self, timing: Timing) -> None:
        self.timing = timing
        self.graph = timing.graph
        self._order = postorder(self.graph.successors, self.graph.start)[::-1]
        self._shares = {flow.index: share for id in self._order for flow, share in self._shares_of(id)}
        self._above = dominators(self.graph.successors, self.graph.start)

    def _shares_of(self, id: str) -> list[tuple[Flow, float]]:
        """Return the part of the runs of a step that go on by each of its flows."""
        flows = self.graph.outgoing[id]
        alone = {flow.index: flow.share or 0.0 for flow in flows if flow.kind in _ALONE}
        scale = max(1.0, sum(alone.values()))
        left = 1.0 - sum(alone.values()) / scale
        kind = self.graph.nodes[id].step.kind
        usual = [flow for flow in flows if flow.kind not in _ALONE]
        if kind is StepKind.PARALLEL:
            parts = dict.fromkeys((flow.index for flow in usual), left)
        elif kind is StepKind.INCLUSIVE:
            parts = {flow.index: left * _started(flow) for flow in usual}
        else:
            parts = _divided(usual, left)
        parts |= {index: share / scale for index, share in alone.items()}
        return [(flow, parts[flow.index]) for flow in flows]

    @cached_property
    def visits(self) -> Mapping[str, float]:
        """How often each step that can be reached is run in one case."""
        visits = dict.fromkeys(self._order, 0.0)
        for _ in range(_ROUNDS):
            change = 0.0
            for id in self._order:
                now = min(_MOST, self._arrivals(id, visits) + (id == self.graph.start))
                change = max(change, abs(now - visits[id]))
                visits[id] = now
            if change < _CLOSE:
                break
        return visits

    def _arrivals(self, id: str, visits: Mapping[str, float]) -> float:
        """Return how often a step is begun by the flows into it.

        A join behind a fork runs once a round at most, and a join that waits for every flow as often as each comes.
        """
        came = [visits[flow.source] * self._shares[flow.index] for flow in self._incoming(id)]
        join, above = self.graph.nodes[id].step.join, self._above[id]
        fork = self.graph.nodes[above].step.kind if above is not None else StepKind.TASK
        if join is None or not came:
            return sum(came)
        if join is Join.ALL and fork is StepKind.PARALLEL:
            return sum(came) / len(came)
        if above is not None and fork in _FORKS:
            return min(sum(came), visits[above])
        return sum(came)

    def _incoming(self, id: str) -> list[Flow]:
        return [flow for flow in self.graph.incoming[id] if flow.source in self.graph.reachable]

    @cached_property
    def done(self) -> Mapping[str, float]:
        """How many working seconds after the trigger each step is done, on average over all the times it is run.

        A step that joins all starts with the last of the average arrivals, one that joins any with the first. The
        average of the last is really somewhat later, that of the first earlier.
        """
        done = dict.fromkeys(self._order, 0.0)
        for _ in range(_ROUNDS):
            change = 0.0
            for id in self._order:
                now = self._begun(id, done) + self._takes(id)
                change = max(change, abs(now - done[id]))
                done[id] = now
            if change < 1e-6:
                break
        return done

    def _begun(self, id: str, done: Mapping[str, float]) -> float:
        came = [
            (done[flow.source], weight)
            for flow in self._incoming(id)
            if (weight := self.visits[flow.source] * self._shares[flow.index]) > 0
        ]
        above = self._above[id]
        forked = above is not None and self.graph.nodes[above].step.kind in _FORKS
        join = self.graph.nodes[id].step.join
        if not came:
            return 0.0
        if forked and join is not None:
            return (max if join is Join.ALL else min)(time for time, _ in came)
        total = sum(weight for _, weight in came) + (id == self.graph.start)
        return sum(time * weight for time, weight in came) / total

    def _takes(self, id: str) -> int:
        step = self.graph.nodes[id].step
        by_work = self.timing.by_work and step.kind is not StepKind.WAIT
        time = (step.work.expected if step.work else None) if by_work else self.timing.allowed(step)
        return self.timing.calendar_of(step).nominal(time) if time else 0

    @property
    def lead_time(self) -> int | None:
        """Working seconds from the trigger to the end, on average over the ways to end; None where there is none."""
        ends = [
            (self.done[flow.source], self.visits[flow.source] * self._shares[flow.index])
            for id in self._order
            for flow in self.graph.outgoing[id]
            if flow.target is None
        ]
        ends += [(self.done[id], self.visits[id]) for id in self._order if not self.graph.outgoing[id]]
        total = sum(weight for _, weight in ends)
        return round(sum(time * weight for time, weight in ends) / total) if total > 0 else None

    @property
    def work(self) -> int:
        """Hands-on seconds of one case, over all steps that say their work."""
        total = 0.0
        for id, times in self.visits.items():
            step = self.graph.nodes[id].step
            if step.work:
                total += times * self.timing.calendar_of(step).nominal(step.work.expected)
        return round(total)


def _started(flow: Flow) -> float:
    if flow.share is not None:
        return flow.share
    return 0.0 if flow.kind is FlowKind.OTHERWISE else 1.0


def _divided(flows: list[Flow], left: float) -> dict[int, float]:
    """Divide a part among the flows of a choice: by their shares, the rest evenly among those that have none."""
    given = sum(flow.share or 0.0 for flow in flows)
    open_ = sum(flow.share is None for flow in flows)
    scale = left / given if given > left or (given and not open_) else 1.0
    each = max(0.0, left - given) / open_ if open_ else 0.0
    return {flow.index: each if flow.share is None else flow.share * scale for flow in flows}
