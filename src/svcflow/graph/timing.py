"""How long a process takes by what its steps promise: the longest run, when each step is done, what slack is left."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from svcflow.graph.algorithms import reachable, reverse
from svcflow.graph.elements import Flow, FlowKind
from svcflow.graph.first_arrival import latest_first
from svcflow.graph.flow_graph import FlowGraph
from svcflow.model.calendar import Calendar
from svcflow.model.duration import Duration
from svcflow.model.step import Step
from svcflow.model.vocabulary import Join, StepKind
from svcflow.worktime import WorkCalendar

__all__ = ["Timing", "added", "monday", "work_calendar"]

_PERIODIC = {"holidays": None, "closed": (), "open": ()}
_LONG_AGO, _FAR = dt.datetime(1000, 1, 1, tzinfo=dt.UTC), dt.datetime(3000, 1, 1, tzinfo=dt.UTC)
"""Nothing is reckoned beyond: whatever takes so long breaks every promise."""
_WEEKS = 52 * 1000
_ROUNDS = 50
"""How many rounds of rework are gone through one by one; further ones count like the last of these."""


def monday(calendar: WorkCalendar) -> dt.datetime:
    """Return where every reckoning starts: a midnight in the zone of the calendar.

    It is fixed, so that a verdict stays what it is, in a week without a change of clocks.
    """
    return dt.datetime(2024, 6, 3, tzinfo=calendar.time_zone)


@lru_cache(maxsize=1)
def _around_the_clock() -> WorkCalendar:
    return WorkCalendar()


class _Reckoned(NamedTuple):
    """When each step begins and is done, and the flow that leads to it on the way that takes so long."""

    begun: dict[str, dt.datetime]
    done: dict[str, dt.datetime]
    before: dict[str, Flow]


class Timing:
    """The times of one process, by its SLAs or by its hands-on work, in an ordinary week.

    The first step starts at the first opening of a Monday; holidays are left out. Each step takes all the time it is
    allowed (by work: the longest), on the calendar of its SLA, else that of the process; a way out by an exception
    with a time is taken after that time. Of a choice the longest way counts. A step that joins all waits for the last
    flow; one that joins any starts with the first to come, whatever was chosen in the branches. Ways back are not
    taken; with ``rework`` each one as often as its ``limit`` allows, before the process goes on behind its target.
    """

    def __init__(
        self,
        graph: FlowGraph,
        calendars: Mapping[str, Calendar],
        *,
        by_work: bool = False,
        rework: bool = False,
    ) -> None:
        self.graph = graph
        self.by_work = by_work
        self.rework = rework
        self._calendars = calendars
        sla = graph.process.sla
        self.calendar = self._calendar(sla.calendar if sla else None)

    def _calendar(self, id: str | None) -> WorkCalendar:
        return work_calendar(self._calendars.get(id) if id else None)

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
        """When the process starts: on a Monday, as soon as the first step can and the process's own time runs."""
        first = self.calendar_of(self.graph.nodes[self.graph.start].step)
        return self.calendar.next_open(first.next_open(monday(self.calendar)))

    @cached_property
    def _reckoned(self) -> _Reckoned:
        return self._reckon(self.graph.order, self.start, rework=self.rework)

    def _reckon(self, order: Sequence[str], start: dt.datetime, *, rework: bool) -> _Reckoned:
        """Reckon through steps in the order of the flow, of which the first one starts at a time."""
        begun: dict[str, dt.datetime] = {}
        done: dict[str, dt.datetime] = {}
        before: dict[str, Flow] = {}
        for id in order:
            begin = start
            flows = self._forward_flows(id, done)
            if flows:
                leaving = {flow.index: self._leaves(flow, begun, done) for flow in flows}
                begin = self._begins(id, order, leaving)
                before[id] = next(flow for flow in flows if leaving[flow.index] == begin)
            begun[id] = self._after_rework(id, begin) if rework else begin
            done[id] = self._add(id, begun[id])
        return _Reckoned(begun, done, before)

    def _forward_flows(self, id: str, done: Mapping[str, dt.datetime]) -> list[Flow]:
        return [
            flow
            for flow in self.graph.incoming[id]
            if flow.source in done and flow.index not in self.graph.back_flows
        ]

    def _begins(self, id: str, order: Sequence[str], leaving: Mapping[int, dt.datetime]) -> dt.datetime:
        if self.graph.nodes[id].step.join is Join.ANY and len(leaving) > 1:
            return latest_first(self.graph, id, order, leaving)
        return max(leaving.values())

    def _leaves(
        self, flow: Flow, begun: Mapping[str, dt.datetime], done: Mapping[str, dt.datetime]
    ) -> dt.datetime:
        """Return when the work leaves a step on a flow: when it is done, or after the time of an exception."""
        after = self._after(flow)
        if after is None:
            return done[flow.source]
        step = self.graph.nodes[flow.source].step
        left = added(self.calendar_of(step), begun[flow.source], after)
        return min(left, done[flow.source]) if self.allowed(step) else left

    def _after(self, flow: Flow) -> Duration | None:
        """Return the time after which an exception leaves its step, None where it has none."""
        if flow.kind is not FlowKind.EXCEPTION:
            return None
        number = flow.route[-2]
        return (
            self.graph.nodes[flow.source].step.exceptions[number].after if isinstance(number, int) else None
        )

    def _add(self, id: str, when: dt.datetime) -> dt.datetime:
        step = self.graph.nodes[id].step
        time = self.allowed(step)
        return added(self.calendar_of(step), when, time) if time else when

    def _after_rework(self, id: str, begin: dt.datetime) -> dt.datetime:
        """Return when a step begins for the last time, after all the rounds that ways back to it allow."""
        for flow in self.graph.incoming[id]:
            if flow.index in self.graph.back_flows and flow.limit and flow.source in self.graph.forward:
                begin = self._rounds(id, flow.source, flow.limit, begin)
        return begin

    def _rounds(self, first: str, last: str, count: int, begin: dt.datetime) -> dt.datetime:
        before_last = reachable(reverse(self.graph.forward), [last])
        after_first = reachable(self.graph.forward, [first])
        order = [id for id in self.graph.order if id in before_last and id in after_first]
        before = begin
        for _ in range(min(count, _ROUNDS)):
            before, begin = begin, self._reckon(order, begin, rework=False).done[last]
        if count > _ROUNDS:
            rest = self.calendar.elapsed(before, begin) * (count - _ROUNDS)
            begin = added(self.calendar, begin, Duration(seconds=rest))
        return begin

    @property
    def begun(self) -> Mapping[str, dt.datetime]:
        """When each step that a forward way leads to begins at the latest."""
        return self._reckoned.begun

    @property
    def done(self) -> Mapping[str, dt.datetime]:
        """When each step that a forward way leads to is done at the latest."""
        return self._reckoned.done

    def run_to(self, step: str) -> list[str]:
        """Return the steps of the way to a step that takes longest, the step itself last."""
        return [*(flow.source for flow in self._way_to(step)), step]

    def times_to(self, step: str) -> list[tuple[str, Duration]]:
        """Return the steps that take time on the way to a step that takes longest, each with its time."""
        times = [(flow.source, self._spent(flow)) for flow in self._way_to(step)]
        times.append((step, self.allowed(self.graph.nodes[step].step)))
        return [(id, time) for id, time in times if time]

    def _spent(self, flow: Flow) -> Duration | None:
        """Return the time spent in a step that is left on a flow."""
        calendar = self.calendar_of(self.graph.nodes[flow.source].step)
        allowed, after = self.allowed(self.graph.nodes[flow.source].step), self._after(flow)
        if allowed is None or after is None:
            return allowed or after
        return min(allowed, after, key=lambda time: added(calendar, self.start, time))

    def _way_to(self, step: str) -> list[Flow]:
        way = []
        while step in self._reckoned.before:
            way.append(self._reckoned.before[step])
            step = way[-1].source
        return way[::-1]

    @cached_property
    def _ends(self) -> frozenset[str]:
        """The steps with which a run can end; all, where none of them can."""
        ends = frozenset(id for id in self.graph.order if self._is_end(id))
        return ends or frozenset(self.graph.order)

    def _is_end(self, id: str) -> bool:
        flows = self.graph.outgoing[id]
        return not flows or any(flow.target is None for flow in flows)

    @cached_property
    def last(self) -> str:
        """The step with which the longest run ends."""
        return max((id for id in self.graph.order if id in self._ends), key=self.done.__getitem__)

    @cached_property
    def deadline(self) -> dt.datetime | None:
        """When the process has to be done by its SLA; None where it promises nothing."""
        sla = self.graph.process.sla
        return added(self.calendar, self.start, sla.resolution) if sla and sla.resolution else None

    @property
    def overrun(self) -> Duration | None:
        """By how much working time the longest run misses the deadline; None where it keeps it or there is none."""
        if self.deadline is None:
            return None
        late = self.calendar.elapsed(self.deadline, self.done[self.last])
        return Duration(seconds=late) if late > 0 else None

    @cached_property
    def latest(self) -> Mapping[str, dt.datetime]:
        """When each step has to be done so that every way on from it keeps the deadline.

        Without a deadline it is empty; steps from which only ways back lead on are left out.
        """
        latest: dict[str, dt.datetime] = {}
        if self.deadline is not None:
            for id in reversed(self.graph.order):
                bounds = [
                    self._subtract(next_, latest[next_])
                    for next_ in self.graph.forward[id]
                    if next_ in latest
                ]
                if id in self._ends:
                    bounds.append(self.deadline)
                if bounds:
                    latest[id] = min(bounds)
        return latest

    def _subtract(self, id: str, when: dt.datetime) -> dt.datetime:
        step = self.graph.nodes[id].step
        time = self.allowed(step)
        return _subtracted(self.calendar_of(step), when, time) if time else when

    def slack(self, step: str) -> int | None:
        """Return the working seconds a step could take longer, negative where it is late; None without a deadline."""
        if step not in self.latest:
            return None
        return self.calendar.elapsed(self.done[step], self.latest[step])


@lru_cache(maxsize=1 << 14)
def added(calendar: WorkCalendar, when: dt.datetime, time: Duration) -> dt.datetime:
    """Return when a time has passed on a calendar; at the latest some thousand years from now."""
    return _FAR if _is_endless(calendar, time) else min(calendar.add(when, time), _FAR)


def _subtracted(calendar: WorkCalendar, when: dt.datetime, time: Duration) -> dt.datetime:
    return _LONG_AGO if _is_endless(calendar, time) else max(calendar.subtract(when, time), _LONG_AGO)


def _is_endless(calendar: WorkCalendar, time: Duration) -> bool:
    if time.seconds < 1_000_000 and time.days < 10_000 and time.business_days < 10_000:
        return False  # whatever the calendar
    return calendar.nominal(time) > calendar.working_week_seconds * _WEEKS


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
