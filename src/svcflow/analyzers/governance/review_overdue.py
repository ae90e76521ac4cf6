"""A review that should have been made by now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.governance.life import is_in_use
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    import datetime as dt

    from svcflow.analyzers.context import ProcessContext
    from svcflow.model.process import Process

__all__ = ["ReviewOverdue"]


class ReviewOverdue(ProcessRule):
    """The process should have been reviewed by now.

    `review` says how often, counted from its `last` day; where that is missing, from the newest approval, or from
    the day on which the process came into force. Drafts and retired processes are not looked at.

    Why: Laws, systems and people change. A procedure that nobody has read for two years describes another
    company.

    Fix: Go through it with those who do the work, correct what is no longer so, and write the day: `last:
    2026-03-01`.
    """

    code = "G301"
    name = "review-overdue"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: evacuation
        name: Evacuation of the cinema
        status: effective
        steps:
          - {id: stop, name: Stop the film}
        review:
          every: yearly
          last: 2019-11-04  #!
        ---
        process: first-aid
        name: First aid in the cinema
        effective: 2020-01-01
        steps:
          - {id: call, name: Call the ambulance}
        review: 6 months  #!
    """
    good = """
        process: evacuation
        name: Evacuation of the cinema
        status: effective
        steps:
          - {id: stop, name: Stop the film}
        review: {every: 90 years, last: 2026-01-15}
    """
    near = (
        """
        process: 疏散
        name: 影院疏散
        status: retired
        steps:
          - {id: 停映, name: 停止放映}
        review: {every: 每年, last: 2019-11-04}
        """,
        """
        process: 急救
        name: 影院急救
        steps:
          - {id: 呼救, name: 呼叫救护车}
        review: 每年
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield one problem where the day of the next review has passed."""
        process = context.process
        if process.review is None or not is_in_use(process):
            return
        since = process.review.last or _begin(process)
        due = _due(process, since) if since is not None else None
        if due is not None and due < context.today:
            message = msg("the review was due on {day}", day=due.isoformat())
            help = msg("go through it with those who do the work, and write the day as `last`")
            yield Problem(("review", "last") if process.review.last else ("review",), message, help)


def _begin(process: Process) -> dt.date | None:
    """Return the day from which the first review is counted."""
    return max((approval.on for approval in process.approvals if approval.on), default=process.effective)


def _due(process: Process, since: dt.date) -> dt.date | None:
    try:
        return process.review.every.after(since) if process.review else None
    except (OverflowError, ValueError):  # in the year 10000
        return None
