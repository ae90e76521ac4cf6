"""A risk that shows only when it has happened."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.risk.grades import level, risks, said
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.vocabulary import RiskLevel, RiskResponse
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["RiskWithoutIndicator"]


class RiskWithoutIndicator(ProcessRule):
    """A risk has no sign by which it shows early.

    `indicator` names something that can be counted and that rises before the harm is done: returned payments a
    week, unanswered calls, near misses. Low risks need none, nor do those that are avoided.

    Why: Without an early sign the first report of the risk is the damage.

    Fix: Ask the owner of the risk what they would look at on a Monday morning, and write it: `indicator: returned
    payments a week`.
    """

    code = "K205"
    name = "risk-without-indicator"
    severity = Severity.INFO
    profile = Profile.AUDIT
    bad = """
        process: nursery
        name: Picking up children
        steps:
          - {id: hand-over, name: Hand the child over}
        risks:
          - {what: a stranger takes the child, step: hand-over, likelihood: 1, impact: 5, control: list with photos}  #!
    """
    good = """
        process: nursery
        name: Picking up children
        steps:
          - {id: hand-over, name: Hand the child over}
        risks:
          - what: a stranger takes the child
            step: hand-over
            likelihood: 1
            impact: 5
            control: list with photos
            indicator: unannounced pick-ups a month
    """
    near = (
        """
        process: 接送
        name: 幼儿接送
        steps:
          - {id: 交接, name: 交接幼儿}
        risks:
          - {what: 雨伞拿错, step: 交接, likelihood: 4, impact: 1}
          - {what: 未登记人员接走幼儿, step: 交接, likelihood: 1, impact: 5, response: avoid}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each risk without an indicator, but for low and avoided ones."""
        for route, risk in risks(context):
            if risk.indicator or risk.response is RiskResponse.AVOID or level(context, risk) is RiskLevel.LOW:
                continue
            message = msg("nothing shows early that ‘{risk}’ is coming", risk=said(context, risk))
            yield Problem(
                (*route, "what"), message, msg("write `indicator`: something to count that rises before")
            )
