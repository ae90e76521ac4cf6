"""A high risk, and nobody has decided what to do about it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.risk.grades import LEVELS, is_high, level, risks, said
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["HighRiskWithoutResponse"]


class HighRiskWithoutResponse(ProcessRule):
    """A risk is high or extreme, and nothing says what is done about it.

    By the matrix of the workspace, likelihood and impact make the risk high or extreme; it has neither a
    `response` nor a `control`.

    Why: Somebody has seen that this is likely and bad, has written it down, and it ends there. If it happens, the
    file proves that the organisation knew.

    Fix: Decide, and write it: `response: avoid`, `reduce` with a `control`, or `transfer`. Only who answers for
    the process may accept a high risk.
    """

    code = "K202"
    name = "high-risk-without-response"
    severity = Severity.WARNING
    profile = Profile.STANDARD
    bad = """
        process: tower
        name: Work on the radio tower
        steps:
          - {id: climb, name: Climb the tower}
        risks:
          - {what: the worker falls, step: climb, likelihood: 3, impact: 5, owner: safety-officer}  #!
        roles:
          safety-officer: {name: Safety officer}
    """
    good = """
        process: tower
        name: Work on the radio tower
        steps:
          - {id: climb, name: Climb the tower}
        risks:
          - what: the worker falls
            step: climb
            likelihood: 3
            impact: 5
            response: reduce
            control: climb in pairs, with a harness that was checked this year
    """
    near = (
        """
        process: 登高
        name: 登塔作业
        steps:
          - {id: 登塔, name: 登塔}
        risks:
          - {what: 工具坠落, step: 登塔, likelihood: 3, impact: 3}
          - {what: 人员坠落, step: 登塔, likelihood: 3, impact: 5, control: 双人作业并系安全带}
        """,
        """
        risk:
          matrix:
            - [low, low, low, low, low]
            - [low, low, low, low, low]
            - [low, low, low, medium, medium]
            - [low, low, medium, medium, high]
        ---
        process: parade
        name: Parade
        steps:
          - {id: walk, name: Walk through the town}
        risks:
          - {what: rain, step: walk, likelihood: 3, impact: 5}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each high risk without response and control."""
        for route, risk in risks(context):
            weight = level(context, risk)
            if weight is not None and is_high(weight) and risk.response is None and not risk.control:
                message = msg(
                    "‘{risk}’ is a risk of the level {level}, and nothing is done about it",
                    risk=said(context, risk),
                    level=LEVELS[weight],
                )
                yield Problem(
                    (*route, "what"),
                    message,
                    msg("decide: `response: avoid`, `reduce` with a `control`, or `transfer`"),
                )
