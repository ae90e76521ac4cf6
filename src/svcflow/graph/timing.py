"""How long a process takes by what its steps promise: the longest run, when each step is done, what slack is left."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cached_property, lru_cache

from svcflow.graph.algorithms import postorder
from svcflow.graph.elements import Flow, FlowKind
from svcflow.graph.flow_graph import FlowGraph
from svcflow.model.calendar import Calendar
from svcflow.model.duration import Duration
from svcflow.model.step import Step
from svcflow.model.vocabulary import Join, StepKind
from svcflow.worktime import WorkCalendar

__all__ = ["Timing", "work_calendar"]

_MONDAY = dt.datetime(2024, 6, 3, tzinfo=dt.UTC)
"""Where every reckoning starts: fixed, so that a verdict stays what it is; a week without a change of clocks."""

_PERIODIC = {"holidays": None, "closed": (), "open": ()}


@lru_cache(maxsize=1)
def _around_the_clock() -> WorkCalendar:
    return WorkCalendar()


class Timing:
    """The times of one process, by its SLAs or by its hands-on work, in an ordinary week.

    The first step can start at the opening of a Monday; holidays are left out. Each step takes all the time it is
    allowed, on the calendar of its SLA (else that of the process). Of a choice the longest way counts, a step that
    joins all waits for the last flow, one that joins any for the first. Ways back are taken as often as their
    ``limit`` allows where ``rework`` is set, and not at all otherwise.
    """

    def __init__(
        self, graph: FlowGraph, calendars: Mapping[str, Calendar], *, by_work: bool = False, rework: bool = False
    ) -> None:
        self.graph = graph
        self.by_work = by_work
        self.rework = rework
        self._calendars = calendars
        sla = graph.process.sla
        self.calendar = self._calendar(sla.calendar if sla else None)

    def _calendar(self, id: str | None) -> WorkCalendar:
        found = self._calendars.get(id) if id else None
        return work_calendar(found)

    def calendar_of(self, step: Step) -> WorkCalendar:
        """Return the calendar in which a step's time runs."""
        return self._calendar(step.sla.calendar) if step.sla and step.sla.calendar else self.calendar

    def allowed(self, step: Step) -> Duration | None:
        """Return the time a step may take: by its SLA or its wait, or by its work; None where it says none."""
        if step.kind is StepKind.WAIT:
            return step.for_ or (step.at_most.time if step.at_most else None)
        if self.by_work:
            return step.work.high if step.work else None
        return (step.sla.completion or step.sla.response) if step.sla else None

    @cached_property
    def start(self) -> dt.datetime:
        """When the process starts: the first opening of its calendar on a Monday."""
        return self.calendar.next_open(_MONDAY)

    @cached_property
    def _order(self) -> list[str]:
        return postorder(self.graph.forward, self.graph.start)[::-1]

    @cached_property
    def _reckoned(self) -> tuple[dict[str, dt.datetime], dict[str, str]]:
        """When each step is done at the latest, and the step before it on the way that takes so long."""
        done: dict[str, dt.datetime] = {}
        before: dict[str, str] = {}
        for id in self._order:
            arrivals = {
                flow.source: done[flow.source]
                for flow in self.graph.incoming[id]
                if flow.source in done and flow.index not in self.graph.back_flows
            }
            begin = self.start
            if arrivals:
                choose = min if self.graph.nodes[id].step.join is Join.ANY else max
                before[id] = choose(arrivals, key=arrivals.__getitem__)
                begin = arrivals[before[id]]
            done[id] = self._again(id, self._add(id, begin), before)
        return done, before

    def _add(self, id: str, when: dt.datetime) -> dt.datetime:
        step = self.graph.nodes[id].step
        time = self.allowed(step)
        return self.calendar_of(step).add(when, time) if time else when

    def _again(self, id: str, when: dt.datetime, before: Mapping[str, str]) -> dt.datetime:
        """Return when a step is done after all the rework that its ways back allow."""
        if not self.rework:
            return when
        for flow in self.graph.outgoing[id]:
            if flow.index in self.graph.back_flows and flow.limit:
                loop = self._way(before, id)
                loop = loop[loop.index(flow.target) :] if flow.target in loop else [id]
                for again in loop * flow.limit:
                    when = self._add(again, when)
        return when

    @staticmethod
    def _way(before: Mapping[str, str], id: str) -> list[str]:
        way = [id]
        while way[-1] in before:
            way.append(before[way[-1]])
        return way[::-1]

    @property
    def done(self) -> Mapping[str, dt.datetime]:
        """When each step that a forward way leads to is done at the latest."""
        return self._reckoned[0]

    def run_to(self, step: str) -> list[str]:
        """Return the steps of the way to a step that takes longest, the step itself last."""
        return self._way(self._reckoned[1], step)

    @cached_property
    def last(self) -> str:
        """The step with which the longest run ends."""
        return max(self.done, key=self.done.__getitem__)

    @cached_property
    def deadline(self) -> dt.datetime | None:
        """When the process has to be done by its SLA; None where it promises nothing."""
        sla = self.graph.process.sla
        return self.calendar.add(self.start, sla.resolution) if sla and sla.resolution else None

    @property
    def overrun(self) -> Duration | None:
        """By how much working time the longest run misses the deadline; None where it keeps it or there is none."""
        if self.deadline is None or self.done[self.last] <= self.deadline:
            return None
        return Duration(seconds=self.calendar.elapsed(self.deadline, self.done[self.last]))

    @cached_property
    def latest(self) -> Mapping[str, dt.datetime]:
        """When each step has to be done so that every way on from it keeps the deadline; empty without a deadline."""
        if self.deadline is None:
            return {}
        latest: dict[str, dt.datetime] = {}
        for id in reversed(self._order):
            starts = [self._subtract(next_, latest[next_]) for next_ in self.graph.forward[id] if next_ in latest]
            latest[id] = min(starts, default=self.deadline)
        return latest

    def _subtract(self, id: str, when: dt.datetime) -> dt.datetime:
        step = self.graph.nodes[id].step
        time = self.allowed(step)
        return self.calendar_of(step).subtract(when, time) if time else when

    def slack(self, step: str) -> int | None:
        """Return the working seconds a step could take longer, negative where it is late; None without a deadline."""
        if step not in self.latest:
            return None
        latest, done = self.latest[step], self.done[step]
        if done <= latest:
            return self.calendar.elapsed(done, latest)
        return -self.calendar.elapsed(latest, done)

    @cached_property
    def visits(self) -> Mapping[str, float]:
        """How often each step is run in one case, on average, by the shares of the flows.

        Flows of a choice without a share divide evenly what the others leave. The sums solve the flow equations by
        repeated substitution (Gauss and Seidel), at most 1,000 rounds; a loop that is never left has no finite answer,
        and its steps then count as often as the rounds reached.
        """
        shares = {flow.index: share for id in self._order for flow, share in self._shares(id)}
        visits = dict.fromkeys(self._order, 0.0)
        for _ in range(1000):
            change = 0.0
            for id in self._order:
                came = sum(
                    visits[flow.source] * shares[flow.index]
                    for flow in self.graph.incoming[id]
                    if flow.source in visits
                )
                join = self.graph.nodes[id].step.join
                if join is not None and self.graph.incoming[id]:
                    came /= max(1, sum(flow.source in visits for flow in self.graph.incoming[id]))
                came += id == self.graph.start
                change = max(change, abs(came - visits[id]))
                visits[id] = came
            if change < 1e-9:
                break
        return visits

    def _shares(self, id: str) -> list[tuple[Flow, float]]:
        flows = self.graph.outgoing[id]
        if self.graph.nodes[id].step.kind is StepKind.PARALLEL:
            return [(flow, 1.0) for flow in flows]
        given = sum(flow.share or 0.0 for flow in flows)
        rest = [flow for flow in flows if flow.share is None and flow.kind is not FlowKind.EXCEPTION]
        each = max(0.0, 1.0 - given) / len(rest) if rest else 0.0
        return [(flow, each if flow in rest else flow.share or 0.0) for flow in flows]

    @property
    def expected_work(self) -> int:
        """Hands-on seconds of one case on average, over all steps that say their work."""
        total = 0.0
        for id, times in self.visits.items():
            step = self.graph.nodes[id].step
            if step.work:
                total += times * self.calendar_of(step).nominal(step.work.expected)
        return round(total)


_CALENDARS: dict[int, tuple[Calendar, WorkCalendar]] = {}


def work_calendar(calendar: Calendar | None) -> WorkCalendar:
    """Return the calendar to reckon with, without its holidays; the same one each time for the same calendar."""
    if calendar is None:
        return _around_the_clock()
    known = _CALENDARS.get(id(calendar))
    if known is None:
        if len(_CALENDARS) > 256:
            _CALENDARS.clear()
        known = _CALENDARS[id(calendar)] = (calendar, WorkCalendar(calendar.model_copy(update=_PERIODIC)))
    return known[1]
