"""A step may take less time than its work needs."""

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

__all__ = ["SlaBelowWork"]


class SlaBelowWork(ProcessRule):
    """A step may take less time than its work needs.

    The completion time of the SLA is compared with the hands-on time (`work`), both on the calendar of the SLA, from
    the opening of an ordinary Monday: it must not be less than the shortest, and should not be less than the expected
    one.

    Why: Nobody can keep such a promise, however hard they try; what is impossible is soon not taken seriously.

    Fix: Give the step the time it needs, or make the work less.
    """

    code = "T201"
    name = "sla-below-work"
    severity = Severity.ERROR
    profile = Profile.STANDARD
    bad = """
        process: x-ray
        name: X-ray
        roles:
          radiographer: {name: Radiographer}
        steps:
          - id: take
            name: Take the X-ray
            role: radiographer
            work: 15m..30m
            sla: 10m  #!
    """
    good = """
        process: x-ray
        name: X-ray
        roles:
          radiographer: {name: Radiographer}
        steps:
          - {id: take, name: Take the X-ray, role: radiographer, work: 15m..30m, sla: 45m}
    """
    near = (
        """
        process: 审查
        name: 一个工作日只有八小时
        calendars:
          工作时间: {hours: {周一至周五: [09:00-17:00]}}
        sla: {resolution: 5bd, calendar: 工作时间}
        steps:
          - {id: 审查, name: 审查材料, work: 7h, sla: 1bd}
          - {id: 复查, name: 复查材料, work: 8h, sla: 1d}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each completion time that is shorter than the work."""
        for route, step, sla in step_slas(context):
            if step.work is None or sla.completion is None:
                continue
            calendar = context.timing.calendar_of(step)
            if not is_longer(calendar, step.work.high, sla.completion):
                continue
            said = context.step_name(step.id)
            if is_longer(calendar, step.work.low, sla.completion):
                message = msg(
                    "‘{step}’ may take {allowed}, and its work takes at least {work}",
                    step=said,
                    allowed=sla.completion.message,
                    work=step.work.low.message,
                )
            elif is_longer(calendar, step.work.expected, sla.completion):
                message = msg(
                    "‘{step}’ may take {allowed}, and its work takes {work} on average",
                    step=said,
                    allowed=sla.completion.message,
                    work=step.work.expected.message,
                )
            else:
                continue
            related = (((*route[:2], "work"), msg("the work is given here")),)
            yield Problem((*route, "completion"), message, msg("give the step the time it needs"), related)
