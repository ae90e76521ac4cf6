"""A time is given in business days, and no calendar says which days these are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.analyzers.timing.promises import promised_times
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["MissingCalendar"]


class MissingCalendar(ProcessRule):
    """A time is given in business days, and no calendar says which days these are.

    Without a calendar, business days are Monday to Friday around the clock, without holidays. The times of SLAs, waits
    and handoffs are looked at, and told together.

    Why: Three business days over the New Year holiday are three days for the one and eleven for the other.

    Fix: Name a calendar at the SLA, `calendar: ID`, and define it in the catalogue under `calendars`.
    """

    code = "T103"
    name = "missing-calendar"
    severity = Severity.WARNING
    profile = Profile.STANDARD
    bad = """
        process: complaint
        name: Complaint
        sla:
          response: 30m
          resolution: 3bd  #!
        steps:
          - {id: solve, name: Solve the complaint, sla: 1bd}
    """
    good = """
        process: complaint
        name: Complaint
        sla: {response: 30m, resolution: 3bd, calendar: office}
        calendars:
          office: {hours: {mon-fri: [09:00-17:00]}}
        steps:
          - {id: solve, name: Solve the complaint, sla: 1bd}
    """
    near = (
        """
        process: 投诉
        name: 投诉
        sla: 3d
        steps:
          - {id: 处理, name: 处理投诉, sla: 4h}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield the first time in business days for which no calendar holds, with the others beside it."""
        times = promised_times(context)
        found = [(route, time) for route, time, calendar in times if time.business_days and not calendar]
        if found:
            (route, time), *others = found
            message = msg("{time}, and no calendar says which days these are", time=time.message)
            help_ = msg("name a calendar at the SLA of the process: `sla: {resolution: …, calendar: ID}`")
            yield Problem(route, message, help_, tuple((other, msg("here, too")) for other, _ in others))
