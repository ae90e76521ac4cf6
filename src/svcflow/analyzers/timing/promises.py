"""What the rules about time ask of steps again and again."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from svcflow.graph.timing import added, monday
from svcflow.i18n import msg
from svcflow.model.vocabulary import Automation, RoleKind

if TYPE_CHECKING:
    import datetime as dt

    from svcflow.analyzers.context import ProcessContext
    from svcflow.finding import Route
    from svcflow.model.duration import Duration
    from svcflow.model.flow import Handoff
    from svcflow.model.step import Step
    from svcflow.model.timing import ProcessSla, StepSla
    from svcflow.worktime import WorkCalendar

__all__ = [
    "DAYS",
    "calendar_references",
    "calendars_known",
    "done_by_people",
    "is_longer",
    "promised_times",
    "step_slas",
]

DAYS = (
    msg("Monday"),
    msg("Tuesday"),
    msg("Wednesday"),
    msg("Thursday"),
    msg("Friday"),
    msg("Saturday"),
    msg("Sunday"),
)


def step_slas(context: ProcessContext) -> Iterator[tuple[Route, Step, StepSla]]:
    """Yield every step that has an SLA, with the route of the SLA."""
    for route, step in context.steps():
        if step.sla is not None:
            yield (*route, "sla"), step, step.sla


def done_by_people(context: ProcessContext, step: Step) -> bool:
    """Tell whether people of the organisation or its partners may act in a step: not only customers or systems."""
    if step.automation is Automation.AUTOMATIC:
        return False
    for id in step.role:
        role = context.role(id)
        if role is None or (role.kind is not RoleKind.SYSTEM and not context.is_customer(id)):
            return True
    return not step.role


def promised_times(context: ProcessContext) -> Iterator[tuple[Route, Duration, str | None]]:
    """Yield every time of an SLA, a wait or a handoff, with the calendar named for it, in the order of the file."""
    process = context.process
    named = process.sla.calendar if process.sla else None
    if process.sla:
        yield from _times(("sla",), process.sla, ("response", "resolution"), named)
    for route, step in context.steps():
        if step.sla:
            yield from _times(
                (*route, "sla"), step.sla, ("response", "completion"), step.sla.calendar or named
            )
        if step.for_:
            yield (*route, "for"), step.for_, named
        if step.at_most:
            yield (*route, "at_most", "time"), step.at_most.time, named
    for index, agreement in enumerate(process.handoffs):
        yield from _times(("handoffs", index), agreement, ("within",), named)


def _times(
    route: Route, said: StepSla | ProcessSla | Handoff, keys: tuple[str, ...], calendar: str | None
) -> Iterator[tuple[Route, Duration, str | None]]:
    for key in keys:
        time: Duration | None = getattr(said, key)
        if time is not None:
            yield (*route, key), time, calendar


def is_longer(calendar: WorkCalendar, one: Duration, other: Duration) -> bool:
    """Tell whether of two times that start together at the opening of an ordinary Monday the first ends later."""
    if not (one.days or one.business_days or other.days or other.business_days):
        return one.seconds > other.seconds  # working time alone needs no calendar
    start = _opening(calendar)
    return added(calendar, start, one) > added(calendar, start, other)


@lru_cache(maxsize=256)
def _opening(calendar: WorkCalendar) -> dt.datetime:
    return calendar.next_open(monday(calendar))


def calendar_references(context: ProcessContext) -> Iterator[tuple[Route, str]]:
    """Yield every place where the process names a calendar."""
    sla = context.process.sla
    if sla and sla.calendar:
        yield ("sla", "calendar"), sla.calendar
    for id, role in context.process.roles.items():
        if role.calendar:
            yield ("roles", id, "calendar"), role.calendar
    for route, _, own in step_slas(context):
        if own.calendar:
            yield (*route, "calendar"), own.calendar


def calendars_known(context: ProcessContext) -> bool:
    """Tell whether every calendar that is named exists; where one does not, no reckoning holds."""
    return all(id in context.calendars for _, id in calendar_references(context))
