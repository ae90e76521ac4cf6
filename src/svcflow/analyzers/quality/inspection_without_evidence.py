"""An inspection leaves no proof that it was made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["InspectionWithoutEvidence"]


class InspectionWithoutEvidence(ProcessRule):
    """An inspection leaves no proof that it was made.

    Why: In an audit, an inspection without a record has not taken place. And nobody can see whether the same
    fault was found last month.

    Fix: Write `evidence:`, the record it leaves: `signed observation sheets`.
    """

    code = "Q502"
    name = "inspection-without-evidence"
    severity = Severity.WARNING
    profile = Profile.AUDIT
    bad = """
        process: playground
        name: Care of the playground
        steps:
          - {id: clean, name: Clean the playground}
        inspection:
          - what: Swings and ropes  #!
            every: monthly
            by: caretaker
    """
    good = """
        process: playground
        name: Care of the playground
        steps:
          - {id: clean, name: Clean the playground}
        inspection:
          - {what: Swings and ropes, every: monthly, by: caretaker, evidence: Sheet P-1 with photographs}
    """
    near = (
        """
        process: 游乐场
        name: 游乐场维护
        steps:
          - {id: 清洁, name: 清洁场地}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each inspection without a record."""
        for index, check in enumerate(context.process.inspection):
            if check.evidence is None:
                message = msg(
                    "nothing shows that ‘{inspection}’ was inspected", inspection=context.text(check.what)
                )
                yield Problem(
                    ("inspection", index, "what"), message, msg("write `evidence:`, the record it leaves")
                )
