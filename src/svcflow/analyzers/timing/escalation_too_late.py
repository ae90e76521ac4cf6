"""Help is called only after the time is over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.analyzers.timing.promises import is_longer, step_slas
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.finding import Route
    from svcflow.model.duration import Duration
    from svcflow.model.timing import Escalation
    from svcflow.worktime import WorkCalendar

__all__ = ["EscalationTooLate"]


class EscalationTooLate(ProcessRule):
    """Help is called only after the time is over.

    The escalation should come while something can still be saved: before the completion time of the step, or before
    the resolution time of the process.

    Why: Then it is no escalation but a report of a broken promise.

    Fix: Call earlier: `escalate: {to: ROLE, after: …}` with less than the time of the SLA. An escalation without
    `after` comes when the time is over; it is not looked at.
    """

    code = "T302"
    name = "escalation-too-late"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: delivery
        name: Delivery
        roles:
          driver: {name: Driver}
          dispatcher: {name: Dispatcher}
        steps:
          - id: deliver
            name: Deliver the meal
            role: driver
            sla:
              completion: 30m
              escalate: {to: dispatcher, after: 45m}  #!
    """
    good = """
        process: delivery
        name: Delivery
        roles:
          driver: {name: Driver}
          dispatcher: {name: Dispatcher}
        steps:
          - id: deliver
            name: Deliver the meal
            role: driver
            sla: {completion: 30m, escalate: {to: dispatcher, after: 20m}}
    """
    near = (
        """
        process: 配送
        name: 配送
        roles:
          骑手: {name: 骑手}
          调度: {name: 调度员}
        steps:
          - {id: 配送, name: 送达餐品, role: 骑手, sla: {completion: 30m, escalate: 调度}}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each escalation that comes after the time it is for."""
        sla = context.process.sla
        if sla and sla.escalate and sla.resolution:
            yield from _compare(("sla", "resolution"), context.timing.calendar, sla.escalate, sla.resolution)
        for route, step, own in step_slas(context):
            key, time = ("completion", own.completion) if own.completion else ("response", own.response)
            if own.escalate and time:
                yield from _compare((*route, key), context.timing.calendar_of(step), own.escalate, time)


def _compare(
    promised: Route, calendar: WorkCalendar, escalation: Escalation, time: Duration
) -> Iterator[Problem]:
    if escalation.after and is_longer(calendar, escalation.after, time):
        message = msg(
            "help is called after {after}, when the promised {time} are over",
            after=escalation.after.message,
            time=time.message,
        )
        related = ((promised, msg("this time is promised")),)
        route = (*promised[:-1], "escalate", "after")
        yield Problem(route, message, msg("call before the time of the SLA is over"), related)
