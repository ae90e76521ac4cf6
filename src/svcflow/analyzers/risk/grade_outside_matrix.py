"""A grade that the matrix of the workspace does not have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.risk.grades import risks
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.finding import Route

__all__ = ["GradeOutsideMatrix"]


class GradeOutsideMatrix(ProcessRule):
    """A likelihood or impact is higher than the risk matrix of the workspace goes.

    The matrix under `risk` of svcflow.yaml has as many rows as there are grades of likelihood, and as many
    columns as there are grades of impact.

    Why: The risk has no level, so nothing that depends on the level is checked for it.

    Fix: Grade by the scale of the workspace, or enlarge the matrix.
    """

    code = "K104"
    name = "grade-outside-matrix"
    severity = Severity.ERROR
    profile = Profile.STARTER
    bad = """
        risk:
          matrix:
            - [low, low, medium]
            - [low, medium, high]
            - [medium, high, extreme]
        ---
        process: transfer
        name: Bank transfer
        steps:
          - {id: pay, name: Pay}
        risks:
          - what: money goes to the wrong account
            likelihood: 4  #!
            impact: 3
            residual:
              likelihood: 1
              impact: 5  #!
    """
    good = """
        risk:
          matrix:
            - [low, low, medium]
            - [low, medium, high]
            - [medium, high, extreme]
        ---
        process: transfer
        name: Bank transfer
        steps:
          - {id: pay, name: Pay}
        risks:
          - {what: money goes to the wrong account, likelihood: 2, impact: 3}
    """
    near = (
        """
        process: 转账
        name: 转账
        steps:
          - {id: 付款, name: 付款}
        risks:
          - {what: 付错账户, likelihood: 5, impact: 5}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each grade above the highest of the matrix."""
        matrix = context.settings.risk.matrix
        for route, risk in risks(context):
            yield from _above((*route, "likelihood"), risk.likelihood, len(matrix))
            yield from _above((*route, "impact"), risk.impact, len(matrix[0]))
            if risk.residual is not None:
                yield from _above((*route, "residual", "likelihood"), risk.residual.likelihood, len(matrix))
                yield from _above((*route, "residual", "impact"), risk.residual.impact, len(matrix[0]))


def _above(route: Route, grade: int | None, highest: int) -> Iterator[Problem]:
    if grade is not None and grade > highest:
        message = msg(
            "the grade {grade} is higher than the risk matrix goes, which ends at {highest}",
            grade=grade,
            highest=highest,
        )
        yield Problem(route, message, msg("grade by the matrix under `risk` in svcflow.yaml, or enlarge it"))
