"""A risk of which nobody can tell how much it weighs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.risk.grades import risks, said
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["RiskNotGraded"]


class RiskNotGraded(ProcessRule):
    """A risk does not say how likely it is, or how bad it would be.

    `likelihood` and `impact`, both from 1 up, give the level of the risk by the matrix of the workspace.

    Why: A list of risks without weights is a list of fears. Whether something has to be done, and what first,
    follows from the level.

    Fix: Write both, as they are without any control: `likelihood: 3` (1 rare … 5 almost certain), `impact: 4` (1
    slight … 5 disastrous). What remains with the control belongs to `residual`.
    """

    code = "K102"
    name = "risk-not-graded"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: transfer
        name: Bank transfer
        steps:
          - {id: pay, name: Pay}
        risks:
          - {what: money goes to the wrong account, step: pay}  #!
          - what: the payment is made twice  #!
            step: pay
            likelihood: 2
    """
    good = """
        process: transfer
        name: Bank transfer
        steps:
          - {id: pay, name: Pay}
        risks:
          - {what: money goes to the wrong account, step: pay, likelihood: 2, impact: 4}
    """
    near = (
        """
        process: 转账
        name: 转账
        steps:
          - {id: 付款, name: 付款}
        risks:
          - {what: 付错账户, step: 付款, likelihood: 1, impact: 1}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each risk without likelihood or impact."""
        for route, risk in risks(context):
            if risk.likelihood is None or risk.impact is None:
                message = (
                    msg("‘{risk}’ does not say how likely it is", risk=said(context, risk))
                    if risk.impact is not None
                    else msg("‘{risk}’ does not say how bad it would be", risk=said(context, risk))
                    if risk.likelihood is not None
                    else msg("‘{risk}’ says neither how likely nor how bad it is", risk=said(context, risk))
                )
                yield Problem(
                    (*route, "what"),
                    message,
                    msg("write `likelihood` and `impact`, as they are without a control"),
                )
