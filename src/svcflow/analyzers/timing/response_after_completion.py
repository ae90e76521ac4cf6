"""Work may be taken up later than it has to be done."""

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
    from svcflow.worktime import WorkCalendar

__all__ = ["ResponseAfterCompletion"]


class ResponseAfterCompletion(ProcessRule):
    """Work may be taken up later than it has to be done.

    The response time of an SLA must be shorter than its completion time (of the process: its resolution time). Both
    run from the same moment.

    Why: One of the two is a slip of the pen, and whoever measures them reports nonsense.

    Fix: Correct the one that is wrong; often they are just exchanged.
    """

    code = "T202"
    name = "response-after-completion"
    severity = Severity.ERROR
    profile = Profile.STANDARD
    bad = """
        process: hotline
        name: Hotline
        steps:
          - id: answer
            name: Answer the call
            sla:
              response: 30m  #!
              completion: 10m
    """
    good = """
        process: hotline
        name: Hotline
        steps:
          - {id: answer, name: Answer the call, sla: {response: 1m, completion: 10m}}
    """
    near = (
        """
        process: 热线
        name: 热线
        sla: {response: 4h, resolution: 1bd}
        steps:
          - {id: 接听, name: 接听来电, sla: {response: 1m}}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each response time that is longer than the time to be done."""
        sla = context.process.sla
        if sla and sla.response and sla.resolution:
            yield from _compare(("sla", "resolution"), context.timing.calendar, sla.response, sla.resolution)
        for route, step, own in step_slas(context):
            if own.response and own.completion:
                calendar = context.timing.calendar_of(step)
                yield from _compare((*route, "completion"), calendar, own.response, own.completion)


def _compare(done: Route, calendar: WorkCalendar, response: Duration, time: Duration) -> Iterator[Problem]:
    if is_longer(calendar, response, time):
        message = msg(
            "it may be taken up after {response}, when it has to be done after {done}",
            response=response.message,
            done=time.message,
        )
        related = ((done, msg("by then it has to be done")),)
        yield Problem((*done[:-1], "response"), message, msg("correct the one that is wrong"), related)
