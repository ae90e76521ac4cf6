"""The customer is asked, and the answer is counted nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["FeedbackWithoutMeasure"]


class FeedbackWithoutMeasure(ProcessRule):
    """The customer is asked, and the answer is counted nowhere.

    `feedback` names no `kpi` that it feeds.

    Why: Opinions that become no figure are read once and forgotten; nobody sees that it was 4.6 in spring and is 4.1
    now.

    Fix: Name the KPI: `feedback: {method: survey by text message, after: 3d, kpi: csat}`.
    """

    code = "C210"
    name = "feedback-without-measure"
    severity = Severity.INFO
    profile = Profile.STRICT
    bad = """
        process: cinema
        name: Ticket refund
        steps:
          - id: refund
            name: Pay the money back
            feedback: survey by text message  #!
    """
    good = """
        process: cinema
        name: Ticket refund
        steps:
          - id: refund
            name: Pay the money back
            feedback: {method: survey by text message, kpi: csat}
    """
    near = (
        """
        process: 退票
        name: 退票
        steps:
          - {id: 退款, name: 退款}
          - {id: 告知, name: 告知, feedback: {method: 短信问卷, after: 1d, kpi: 满意度}}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each feedback that feeds no KPI."""
        for route, step in context.steps():
            if step.feedback and step.feedback.kpi is None:
                message = msg(
                    "the feedback after ‘{step}’ is counted nowhere", step=context.step_name(step.id)
                )
                help_ = msg("name the KPI that it feeds: `kpi: ID`")
                yield Problem((*route, "feedback", "method"), message, help_)
