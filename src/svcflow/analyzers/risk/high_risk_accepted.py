"""A high risk that is borne as it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.risk.grades import LEVELS, is_high, level, risks, said
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.vocabulary import RiskResponse
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["HighRiskAccepted"]


class HighRiskAccepted(ProcessRule):
    """A risk is high or extreme, and is accepted as it is.

    `response: accept` is meant for what cannot hurt much. It is in order for a risk that was high and is not any
    more: with a `residual` below high.

    Why: With such a likelihood and impact it is a matter of time. Who has accepted it will be asked in whose
    name.

    Fix: Reduce it with a control and write what remains as `residual`, transfer it, or avoid it by leaving out
    what causes it.
    """

    code = "K203"
    name = "high-risk-accepted"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: ferry
        name: Night ferry
        steps:
          - {id: load, name: Load the cars}
        risks:
          - what: a car burns on the deck
            step: load
            likelihood: 3
            impact: 5
            response: accept  #!
    """
    good = """
        process: ferry
        name: Night ferry
        steps:
          - {id: load, name: Load the cars}
        risks:
          - what: a car burns on the deck
            step: load
            likelihood: 3
            impact: 5
            response: reduce
            control: electric cars stand apart, the deck is patrolled every 30 minutes
    """
    near = (
        """
        process: 轮渡
        name: 夜间轮渡
        steps:
          - {id: 装车, name: 车辆装载}
        risks:
          - {what: 车辆剐蹭, step: 装车, likelihood: 3, impact: 2, response: accept}
          - what: 车辆起火
            step: 装车
            likelihood: 3
            impact: 5
            response: accept
            control: 电动车单独停放，每 30 分钟巡查
            residual: {likelihood: 1, impact: 5}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each high risk that is accepted, unless what remains is not high."""
        for route, risk in risks(context):
            weight, rest = level(context, risk), risk.residual
            if weight is None or not is_high(weight) or risk.response is not RiskResponse.ACCEPT:
                continue
            if rest is None or is_high(context.settings.risk.level(rest.likelihood, rest.impact)):
                message = msg(
                    "‘{risk}’ is accepted, though its level is {level}",
                    risk=said(context, risk),
                    level=LEVELS[weight],
                )
                help = msg("reduce it with a control and write the `residual`, transfer it, or avoid it")
                yield Problem((*route, "response"), message, help)
