"""What the rules about time ask of steps again and again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.i18n import msg
from svcflow.model.vocabulary import Automation, RoleKind

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.finding import Route
    from svcflow.model.duration import Duration
    from svcflow.model.step import Step
    from svcflow.model.timing import StepSla

__all__ = ["DAYS", "calendar_references", "done_by_people", "promised_times", "step_slas"]

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
    """Yield every time of an SLA, with the calendar named for it."""
    sla = context.process.sla
    named = sla.calendar if sla else None
    if sla:
        yield from _times(("sla",), (("response", sla.response), ("resolution", sla.resolution)), named)
    for route, _, own in step_slas(context):
        times = (("response", own.response), ("completion", own.completion))
        yield from _times(route, times, own.calendar or named)


def _times(
    route: Route, times: tuple[tuple[str, Duration | None], ...], calendar: str | None
) -> Iterator[tuple[Route, Duration, str | None]]:
    for key, time in times:
        if time is not None:
            yield (*route, key), time, calendar


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
