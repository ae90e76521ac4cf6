"""No step meets a need of the customer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["NeedNotMet"]


class NeedNotMet(ProcessRule):
    """No step meets a need of the customer.

    `met_by` names the step or steps that give customers what they want; here it names none.

    Why: The need was heard and written down, and the process was designed without it.

    Fix: Name the step: `met_by: ID`. If no step meets it yet, change one, or write it into the `improvements` until
    then.
    """

    code = "C302"
    name = "need-not-met"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: delivery
        name: Delivery of furniture
        steps:
          - {id: deliver, name: Deliver the furniture}
        needs:
          - {what: I want to know the hour, kano: basic, met_by: deliver}
          - what: I want the old sofa to be taken away  #!
            kano: excitement
    """
    good = """
        process: delivery
        name: Delivery of furniture
        steps:
          - {id: deliver, name: Deliver the furniture and take the old one away}
        needs:
          - {what: I want to know the hour, kano: basic, met_by: deliver}
          - {what: I want the old sofa to be taken away, kano: excitement, met_by: [deliver]}
    """
    near = (
        """
        process: 送货
        name: 写错的步骤由另一条规则指出
        steps:
          - {id: 送货, name: 送货上门}
        needs:
          - {what: 准点送达, met_by: 送伙}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each need that names no step."""
        for index, need in enumerate(context.process.needs):
            if not need.met_by:
                message = msg("no step meets the need ‘{need}’", need=context.text(need.what))
                help_ = msg("name the step in `met_by`; if there is none yet, change the process")
                yield Problem(("needs", index, "what"), message, help_)
