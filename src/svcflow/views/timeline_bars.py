"""The bars of a timeline: when each step begins and ends in the longest run, its work and its slack."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from svcflow.graph.elements import FlowKind
from svcflow.graph.timing import Timing, added
from svcflow.model.duration import DAY, Duration
from svcflow.model.vocabulary import Automation, StepKind
from svcflow.views.main_way import MainWay, natural_order
from svcflow.views.turns import turn_text, turns_text

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.graph import Node
    from svcflow.views.wording import Wording

__all__ = ["Bar", "Bars"]

_LONG = 8
"""From so many weeks on, weeks are told."""
_SHOWN = {StepKind.TASK, StepKind.CALL, StepKind.WAIT}


@dataclass(frozen=True, slots=True)
class Bar:
    """A step; times are seconds after the start of the process.

    ``end`` equals ``begin`` where no time is told. ``taken_up`` is until when somebody takes it up, ``work`` when the
    work would be done at the earliest, usually and at the latest, begun at once; ``free_until`` is how long it could
    take without making the longest run longer. ``promised``, ``effort`` and ``slack`` say the same in words, ``notes``
    what is only sometimes so.
    """

    id: str
    number: str
    name: str
    group: str
    begin: int
    end: int
    free_until: int
    taken_up: int | None = None
    work: tuple[int, int, int] | None = None
    critical: bool = False
    waits: bool = False
    aside: bool = False
    told: bool = True
    promised: str = ""
    effort: tuple[str, ...] = ()
    slack: str = ""
    notes: tuple[str, ...] = ()


class _Floating(Timing):
    """The same run, held against its own end instead of the promise."""

    @cached_property
    def deadline(self) -> dt.datetime | None:
        """When the longest run ends."""
        return self.done[self.last]


class Bars:
    """The bars of one process."""

    def __init__(self, context: ProcessContext, words: Wording) -> None:
        self.timing = context.timing
        self._words, self._graph = words, context.graph
        self._floating = _Floating(context.graph, context.calendars)
        self._run = context.timing.run_to(context.timing.last)
        self._way = MainWay(context.graph)

    def all(self) -> tuple[Bar, ...]:
        """Return the bars, those of a role together, as they begin."""
        return tuple(self._bar(self._graph.nodes[id]) for id in self._shown)

    @cached_property
    def _shown(self) -> list[str]:
        """The steps that take time or should, those of a role together, as they begin."""
        nodes = self._graph.nodes
        found = [
            id
            for id in natural_order(self._graph)
            if nodes[id].step.kind in _SHOWN or self.timing.allowed(nodes[id].step) or nodes[id].step.work
        ]
        places = {id: place for place, id in enumerate(found)}
        found.sort(key=lambda id: (self.timing.begun[id], places[id]))
        first: dict[str, int] = {}
        for place, id in enumerate(found):
            first.setdefault(self._group(nodes[id]), place)
        return sorted(found, key=lambda id: first[self._group(nodes[id])])

    def _group(self, node: Node) -> str:
        if node.step.role:
            return self._words.roles(node.step.role)
        if node.step.kind is StepKind.WAIT:
            return self._words.t("Wait")
        automatic = node.step.automation is Automation.AUTOMATIC
        return self._words.t("Automatic") if automatic else self._words.t("No role named")

    def at(self, when: dt.datetime) -> int:
        """Return an instant as seconds after the start of the process."""
        return int((when - self.timing.start).total_seconds())

    def _bar(self, node: Node) -> Bar:
        step, begun = node.step, self.timing.begun[node.id]
        allowed = self.timing.allowed(step)
        turns = self._way.turns_to(node.id)
        latest = self._floating.latest.get(node.id, self.timing.done[node.id])
        slack = self.timing.calendar.elapsed(self.timing.done[node.id], latest)
        critical = node.id in self._run
        return Bar(
            id=node.id,
            number=str(node.index + 1),
            name=self._words.name(node),
            group=self._group(node),
            begin=self.at(begun),
            end=self.at(self.timing.done[node.id]),
            free_until=self.at(latest) if slack > 0 and not critical else self.at(self.timing.done[node.id]),
            taken_up=self._taken_up(node),
            work=self._work(node),
            critical=critical,
            waits=step.kind is StepKind.WAIT,
            aside=bool(turns),
            told=allowed is not None,
            promised=self._words.time(allowed) if allowed else self._words.t("not told"),
            effort=self._effort(node),
            slack="" if critical or slack <= 0 else self.working_time(slack),
            notes=tuple(self._row_notes(node)),
        )

    def _taken_up(self, node: Node) -> int | None:
        sla = node.step.sla
        if sla is None or sla.response is None or sla.completion is None:
            return None
        calendar = self.timing.calendar_of(node.step)
        return self.at(added(calendar, self.timing.begun[node.id], sla.response))

    def _work(self, node: Node) -> tuple[int, int, int] | None:
        work = node.step.work
        if work is None:
            return None
        calendar, begun = self.timing.calendar_of(node.step), self.timing.begun[node.id]
        low, usual, high = (
            self.at(added(calendar, begun, time))
            for time in (work.low, work.likely or work.expected, work.high)
        )
        return (low, usual, high)

    def _effort(self, node: Node) -> tuple[str, ...]:
        """Return the usual time of work, and from what to what it goes."""
        work = node.step.work
        if work is None:
            return ()
        usual = self._words.time(work.likely or work.expected)
        if work.low == work.high:
            return (usual,)
        low, high = (self._words.time(time).replace(" ", "\u00a0") for time in (work.low, work.high))
        return (usual, self._words.t("{least} to {most}").format(least=low, most=high))

    def _row_notes(self, node: Node) -> Iterator[str]:
        only = turns_text(self._way.turns_to(node.id), self._graph, self._words)
        if only:
            yield self._words.t("only: {when}").format(when=only)
        if node.step.kind is StepKind.WAIT and not self.timing.allowed(node.step):
            yield " / ".join(self._words.text(event.event) for event in node.step.until)
        for flow in self._graph.incoming[node.id]:
            if flow.index in self._graph.back_flows and flow.source in self._graph.reachable:
                said = turn_text(flow, self._graph, self._words)
                if flow.kind is FlowKind.EXCEPTION:
                    said = self._words.condition(flow, self._graph.nodes[flow.source])
                number = self._graph.nodes[flow.source].index + 1
                again = self._words.t("again after {number}, not counted: {when}")
                yield (
                    again.format(number=number, when=said)
                    if said
                    else self._words.t("again after {number}, not counted").format(number=number)
                )

    def links(self) -> Iterator[tuple[int, int]]:
        """Yield which bars follow each other on the longest run; steps that take no time are passed over."""
        places = {id: place for place, id in enumerate(self._shown)}
        way = [places[id] for id in self._run if id in places]
        yield from pairwise(way)

    def working(self, end: int) -> str:
        """Return how much working time passes from the start to so many seconds later, in words."""
        start = self.timing.start
        return self.working_time(self.timing.calendar.elapsed(start, start + dt.timedelta(seconds=end)))

    def working_time(self, seconds: int) -> str:
        """Return a stretch of working time in words, a long one in business days as well."""
        calendar = self.timing.calendar
        day, week = calendar.working_day_seconds, calendar.working_week_seconds
        if seconds > _LONG * week:
            said = self._words.time(Duration(days=7 * round(seconds / week)))
            return self._words.t("about {time}").format(time=said)
        if week == 7 * DAY:
            days = seconds // DAY if seconds >= 2 * DAY else 0
            return self._words.time(Duration(seconds=seconds - days * DAY, days=days))
        said = self._words.time(Duration(seconds=seconds))
        if seconds <= day:
            return said
        days_said = self._words.time(Duration(business_days=Fraction(round(10 * seconds / day), 10)))
        return self._words.t("{time} (about {days})").format(time=said, days=days_said)
