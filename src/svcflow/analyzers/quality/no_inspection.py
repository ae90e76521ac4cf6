"""Nobody checks whether the process is followed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.vocabulary import Status
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["NoInspection"]


class NoInspection(ProcessRule):
    """Nobody checks whether the process is followed.

    A retired process needs no inspection any more.

    Why: A procedure that is not looked at drifts: after a year it tells what was done once. The organisation
    learns of it from a complaint or from the auditor.

    Fix: Write `inspection:`, what is looked at, how, how many, how often, by whom, and the record that shows it.
    """

    code = "Q501"
    name = "no-inspection"
    severity = Severity.WARNING
    profile = Profile.AUDIT
    bad = """
        process: laundry
        name: Hotel laundry  #!
        steps:
          - {id: wash, name: Wash the linen}
    """
    good = """
        process: laundry
        name: Hotel laundry
        steps:
          - {id: wash, name: Wash the linen}
        inspection:
          - {what: Linen of one trolley, every: weekly, by: head-of-laundry, evidence: Sheet L-2}
    """
    near = (
        """
        process: 洗涤
        name: 布草洗涤
        status: retired
        steps:
          - {id: 洗涤, name: 洗涤布草}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield one problem where nothing is inspected."""
        process = context.process
        if not process.inspection and process.status is not Status.RETIRED:
            message = msg("nobody checks whether the process is followed")
            yield Problem(
                ("name",), message, msg("write `inspection:`, what is looked at, how often and by whom")
            )
