"""A risk that nothing keeps down."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.risk.grades import is_high, level, risks, said
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.vocabulary import RiskLevel, RiskResponse
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["RiskWithoutControl"]


class RiskWithoutControl(ProcessRule):
    """A risk is to be reduced, or nobody has decided about it, and no control keeps it down.

    Looked at are risks with `response: reduce`, and those of medium level or without grades that have no
    response. Low risks need no control, nor do those that are avoided, transferred or accepted. Of high ones
    without response, `high-risk-without-response` speaks.

    Why: An intention is no control. What keeps a risk down is something that somebody does, at a certain point of
    the process, and that leaves a trace.

    Fix: Write what is done and in which step: `control: {what: two people check the amount, step: pay}`. Or write
    `response: accept` if it is to be borne.
    """

    code = "K201"
    name = "risk-without-control"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: payout
        name: Payment of compensation
        steps:
          - {id: pay, name: Pay}
        risks:
          - {what: wrong amount, step: pay, likelihood: 4, impact: 2}  #!
          - {what: wrong account, step: pay, likelihood: 1, impact: 4, response: reduce}  #!
    """
    good = """
        process: payout
        name: Payment of compensation
        steps:
          - {id: pay, name: Pay}
        risks:
          - {what: wrong amount, step: pay, likelihood: 4, impact: 2, control: two people check the amount}
    """
    near = (
        """
        process: 赔付
        name: 赔付
        steps:
          - {id: 付款, name: 付款}
        risks:
          - {what: 收据打印模糊, step: 付款, likelihood: 2, impact: 1}
          - {what: 汇率变动, step: 付款, likelihood: 4, impact: 2, response: accept}
          - {what: 银行系统停机, step: 付款, likelihood: 2, impact: 3, response: transfer}
          - {what: 冒领, step: 付款, likelihood: 4, impact: 5}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each risk that needs a control and has none."""
        for route, risk in risks(context):
            weight = level(context, risk)
            undecided = risk.response is None and weight is not RiskLevel.LOW and not is_high(weight)
            if not risk.control and (undecided or risk.response is RiskResponse.REDUCE):
                message = msg("nothing keeps ‘{risk}’ from happening", risk=said(context, risk))
                help = msg(
                    "write `control: {example}`, or `response: accept` if it is to be borne",
                    example="{what: …, step: …}",
                )
                yield Problem((*route, "what"), message, help)
