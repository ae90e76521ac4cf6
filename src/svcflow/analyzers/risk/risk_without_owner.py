"""A risk that nobody watches."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.risk.grades import level, risks, said
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.vocabulary import RiskLevel
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["RiskWithoutOwner"]


class RiskWithoutOwner(ProcessRule):
    """Nobody watches a risk.

    `owner` names the role that follows the indicator, sees that the control is done and raises the alarm. Low
    risks need none.

    Why: A register without owners is looked at once a year, on the day before the audit.

    Fix: Write `owner: ROLE`: one who is near enough to see it coming and can act.
    """

    code = "K204"
    name = "risk-without-owner"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: vault
        name: Emptying the cash machines
        steps:
          - {id: empty, name: Empty the machine}
        risks:
          - {what: robbery, step: empty, likelihood: 1, impact: 5, response: transfer}  #!
    """
    good = """
        process: vault
        name: Emptying the cash machines
        roles:
          security: {name: Head of security}
        steps:
          - {id: empty, name: Empty the machine}
        risks:
          - {what: robbery, step: empty, likelihood: 1, impact: 5, response: transfer, owner: security}
    """
    near = (
        """
        process: 清机
        name: 自助机清机
        steps:
          - {id: 清机, name: 清点现金}
        risks:
          - {what: 打印纸用完, step: 清机, likelihood: 3, impact: 1}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each risk without an owner, but for low ones."""
        for route, risk in risks(context):
            if risk.owner is None and level(context, risk) is not RiskLevel.LOW:
                message = msg("nobody watches the risk ‘{risk}’", risk=said(context, risk))
                yield Problem((*route, "what"), message, msg("write `owner: ROLE`"))
