"""An SLA runs at hours when nobody who does the step is at work."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.analyzers.timing.promises import DAYS, step_slas
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile
from svcflow.worktime import first_gap

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["UncoveredHours"]


class UncoveredHours(ProcessRule):
    """An SLA runs at hours when nobody who does the step is at work.

    The calendar of the SLA promises hours that the calendar of the role does not cover. Of several roles, one that
    covers them is enough. Holidays are left out; roles without a calendar are not looked at.

    Why: The clock runs, and the desk is empty: on Saturday, at lunch, after six.

    Fix: Let the SLA run in the hours that the role works, or staff the hours that are promised.
    """

    code = "T304"
    name = "uncovered-hours"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: hotline
        name: Hotline
        calendars:
          service: {hours: {mon-sat: [08:00-20:00]}}
          office: {hours: {mon-fri: [08:00-20:00]}}
        roles:
          agent: {name: Agent, calendar: office}
        steps:
          - id: answer
            name: Answer the call
            role: agent
            sla: {completion: 10m, calendar: service}  #!
    """
    good = """
        process: hotline
        name: Hotline
        calendars:
          service: {hours: {mon-sat: [08:00-20:00]}}
        roles:
          agent: {name: Agent, calendar: service}
        steps:
          - {id: answer, name: Answer the call, role: agent, sla: {completion: 10m, calendar: service}}
    """
    near = (
        """
        process: 热线
        name: 热线
        sla: {resolution: 1d, calendar: 服务时间}
        calendars:
          服务时间: {hours: {周一至周日: [08:00-20:00]}}
          白班: {hours: {周一至周五: [08:00-17:00]}}
          全天: 24/7
        roles:
          坐席: {name: 坐席, calendar: 白班}
          值班: {name: 值班员, calendar: 全天}
        steps:
          - {id: 接听, name: 接听来电, role: [坐席, 值班], sla: 10m}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each SLA with hours that no role of its step covers."""
        of_process = context.process.sla.calendar if context.process.sla else None
        for route, step, sla in step_slas(context):
            promised = context.calendars.get(sla.calendar or of_process or "")
            roles = [context.role(id) for id in step.role]
            worked = [context.calendars.get(role.calendar or "") if role else None for role in roles]
            if promised is None or not worked or None in worked:
                continue
            gaps = [first_gap(calendar, promised) for calendar in worked if calendar is not None]
            if all(gaps) and (gap := gaps[0]):
                message = msg(
                    "the SLA of ‘{step}’ runs on {day} {hours}, when ‘{role}’ does not work",
                    step=context.step_name(step.id),
                    day=DAYS[gap.weekday],
                    hours=gap.hours,
                    role=context.role_name(step.role[0]),
                )
                where = (*route, "calendar") if sla.calendar else route
                yield Problem(
                    where,
                    message,
                    msg("let the SLA run in the hours that are worked, or staff those promised"),
                )
