"""An inspection does not say who makes it, or how often."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["InspectionWithoutPlan"]


class InspectionWithoutPlan(ProcessRule):
    """An inspection does not say who makes it, or how often.

    Why: What is everybody's task from time to time is nobody's task today.

    Fix: Write `by: ROLE` and `every: weekly`.
    """

    code = "Q503"
    name = "inspection-without-plan"
    severity = Severity.WARNING
    profile = Profile.AUDIT
    bad = """
        process: playground
        name: Care of the playground
        steps:
          - {id: clean, name: Clean the playground}
        inspection:
          - what: Swings and ropes  #!
            by: caretaker
          - what: Sand  #!
            every: monthly
    """
    good = """
        process: playground
        name: Care of the playground
        steps:
          - {id: clean, name: Clean the playground}
        inspection:
          - {what: Swings and ropes, every: monthly, by: caretaker}
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
        """Yield each inspection that lacks one of the two."""
        for index, inspection in enumerate(context.process.inspection):
            what = context.text(inspection.what)
            if inspection.by is None:
                message = msg("nobody is named who inspects ‘{inspection}’", inspection=what)
                yield Problem(("inspection", index, "what"), message, msg("write `by: ROLE`"))
            if inspection.every is None:
                message = msg("nobody says how often ‘{inspection}’ is inspected", inspection=what)
                yield Problem(
                    ("inspection", index, "what"), message, msg("write `every: weekly` or what fits")
                )
