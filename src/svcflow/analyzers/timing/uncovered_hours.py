"""An SLA runs at hours when nobody who does the step is at work."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.analyzers.timing.promises import DAYS, step_slas
from svcflow.finding import Severity
from svcflow.graph.timing import work_calendar
from svcflow.i18n import msg
from svcflow.model.workspace import Profile
from svcflow.worktime import Gap, WorkCalendar, first_gap

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.model.calendar import Calendar

__all__ = ["UncoveredHours"]


class UncoveredHours(ProcessRule):
    """An SLA runs at hours when nobody who does the step is at work.

    The calendar of the SLA promises hours that the calendar of the role does not cover. Several roles cover them
    together, such as an early and a late shift. Holidays are left out; where a role has no calendar, nothing is said.
    The same hours of the same roles are told once.

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
        """
        process: hotline
        name: Two shifts
        sla: {resolution: 1d, calendar: service}
        calendars:
          service: {hours: {daily: [06:00-22:00]}}
          early: {hours: {daily: [06:00-14:00]}}
          late: {hours: {daily: [13:30-22:00]}}
        roles:
          early: {name: Early shift, calendar: early}
          late: {name: Late shift, calendar: late}
        steps:
          - {id: answer, name: Answer the call, role: [early, late], sla: 10m}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each SLA with hours that no role of its step covers."""
        of_process = context.process.sla.calendar if context.process.sla else None
        seen: set[tuple[str, frozenset[str]]] = set()
        for route, step, sla in step_slas(context):
            named = sla.calendar or of_process or ""
            promised, roles = context.calendars.get(named), frozenset(step.role)
            if promised is None or not roles or (named, roles) in seen:
                continue
            seen.add((named, roles))
            worked = [_hours(context, id) for id in step.role]
            covered = [calendar for calendar in worked if calendar is not None]
            if len(covered) < len(worked) or promised in covered:
                continue
            gap = _gap(tuple(work_calendar(one) for one in covered), work_calendar(promised))
            if gap:
                message = msg(
                    "the SLA of ‘{step}’ runs on {day} {hours}, when nobody is at work: {roles}",
                    step=context.step_name(step.id),
                    day=DAYS[gap.weekday],
                    hours=gap.hours,
                    roles=tuple(context.role_name(id) for id in step.role),
                )
                help_ = msg("let the SLA run in the hours that are worked, or staff those promised")
                yield Problem((*route, "calendar") if sla.calendar else route, message, help_)


@lru_cache(maxsize=1024)
def _gap(worked: tuple[WorkCalendar, ...], promised: WorkCalendar) -> Gap | None:
    calendars = [one.calendar for one in worked if one.calendar is not None]
    return first_gap(calendars, promised.calendar) if promised.calendar else None


def _hours(context: ProcessContext, id: str) -> Calendar | None:
    role = context.role(id)
    return context.calendars.get(role.calendar) if role and role.calendar else None
