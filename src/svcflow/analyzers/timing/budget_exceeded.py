"""The times of the steps do not fit into the time that the process promises."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from svcflow.analyzers import rule
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.analyzers.timing.promises import calendars_known
from svcflow.finding import Severity
from svcflow.graph.timing import Timing
from svcflow.i18n import msg
from svcflow.model.duration import Duration
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.i18n import Message
    from svcflow.worktime import WorkCalendar

__all__ = ["BudgetExceeded"]


class BudgetExceeded(ProcessRule):
    """The times of the steps do not fit into the time that the process promises.

    On one way through the process, if every step takes the time it is allowed, the end is later than the resolution
    time. It is reckoned on the calendars, from the opening of an ordinary Monday, without rework (with the option
    `rework`, each way back is taken as often as its `limit` allows). Of waits the longest counts; the time of a handoff
    is part of the step that takes over.

    Why: Everybody is on time, and the customer's promise is broken all the same. It is found out by the customer.

    Fix: Shorten the steps of the way that the message names, do some of them at the same time, or promise a time
    that can be kept.
    """

    code = "T203"
    name = "budget-exceeded"
    severity = Severity.ERROR
    profile = Profile.STANDARD
    bad = """
        process: certificate
        name: Certificate
        sla: 2h  #!
        steps:
          - {id: apply, name: Take the application, sla: 30m}
          - {id: check, name: Check the register, sla: 1h}
          - {id: issue, name: Issue the certificate, sla: 45m}
    """
    good = """
        process: certificate
        name: Certificate
        sla: 3h
        steps:
          - {id: apply, name: Take the application, sla: 30m}
          - {id: check, name: Check the register, sla: 1h}
          - {id: issue, name: Issue the certificate, sla: 45m}
    """
    near = (
        """
        process: 证明
        name: 同时进行的步骤不相加
        sla: {resolution: 2bd, calendar: 工作时间}
        calendars:
          工作时间: {hours: {周一至周五: [09:00-12:00, 13:00-17:00]}}
        steps:
          - {id: 受理, name: 受理申请, sla: 3h, next: 分派}
          - {id: 分派, name: 同时核查, kind: parallel, next: [查户籍, 查房产]}
          - {id: 查户籍, name: 核查户籍, sla: 1bd, next: 出证}
          - {id: 查房产, name: 核查房产, sla: 1bd, next: 出证}
          - {id: 出证, name: 出具证明, join: all, sla: 2h, next: [{when: 有误, to: 受理, limit: 1}, {otherwise: end}]}
    """,
    )

    class Options(rule.Options):
        """The options of the rule."""

        rework: Annotated[bool, Field(strict=True)] = False
        """Whether ways back are taken as often as their `limit` allows, e.g. `true`."""

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield one problem with the longest run and the overrun, where there is one."""
        sla = context.process.sla
        if sla is None or sla.resolution is None:
            return
        if not context.graph.is_whole or not calendars_known(context):
            return
        timing = (
            Timing(context.graph, context.calendars, rework=True) if self.options.rework else context.timing
        )
        overrun = timing.overrun
        if overrun is None:
            return
        message = msg(
            "the steps may take {overrun} longer than the {promise} promised: {run}",
            overrun=_in_the_terms_of(sla.resolution, overrun, timing.calendar).message,
            promise=sla.resolution.message,
            run=_told(context, timing.times_to(timing.last)),
        )
        help_ = msg("shorten steps of this way, do some at the same time, or promise what can be kept")
        yield Problem(("sla", "resolution"), message, help_)


def _in_the_terms_of(promise: Duration, time: Duration, calendar: WorkCalendar) -> Duration:
    """Return working time in business days and the rest, where the promise is made in business days."""
    if not promise.business_days:
        return time
    days, rest = divmod(time.seconds, calendar.working_day_seconds)
    return Duration(seconds=rest, business_days=Fraction(days))


_SHOWN = 8


def _told(context: ProcessContext, run: list[tuple[str, Duration]]) -> Message:
    """Return a run with the time of each step, shortened in the middle when it is long."""
    shown = run if len(run) <= _SHOWN else [*run[: _SHOWN // 2], *run[-_SHOWN // 2 :]]
    parts = [msg("{step} ({time})", step=context.step_name(id), time=time.message) for id, time in shown]
    if len(run) > _SHOWN:
        parts.insert(_SHOWN // 2, msg("…"))
    told = parts[0]
    for part in parts[1:]:
        told = msg("{first} → {second}", first=told, second=part)
    return told
