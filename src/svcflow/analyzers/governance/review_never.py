"""A process that is never looked at again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.governance.life import is_in_use
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["ReviewNever"]


class ReviewNever(ProcessRule):
    """Nothing says when the process is looked at again.

    `review` says how often it is gone through, and when that was done last. Drafts and retired processes need
    none.

    Why: A procedure does not say when it has become wrong. Only a date in the calendar makes somebody look.

    Fix: Write `review: yearly`; more often where the law or the offer changes fast.
    """

    code = "G302"
    name = "review-never"
    severity = Severity.WARNING
    profile = Profile.AUDIT
    bad = """
        process: fitting
        name: Fitting of hearing aids  #!
        steps:
          - {id: test, name: Test the hearing}
    """
    good = """
        process: fitting
        name: Fitting of hearing aids
        steps:
          - {id: test, name: Test the hearing}
        review: yearly
    """
    near = (
        """
        process: 验配
        name: 助听器验配
        status: draft
        steps:
          - {id: 测听, name: 测听力}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield one problem where no review is planned."""
        if context.process.review is None and is_in_use(context.process):
            message = msg("nothing says when the process is looked at again")
            yield Problem(("name",), message, msg("write `review: yearly`, or another period"))
