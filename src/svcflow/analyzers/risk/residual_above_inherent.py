"""A risk that grows by its control."""

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

__all__ = ["ResidualAboveInherent"]

_HELP = msg("grade the risk without any control, and the `residual` with the control in place")


class ResidualAboveInherent(ProcessRule):
    """What remains of a risk with its control is more than the risk without it.

    `residual` has a higher likelihood or a higher impact than the risk itself. `likelihood` and `impact` of the
    risk are those without any control.

    Why: One of the two was graded in the other's place, and every decision taken by the level of the risk is
    taken by the wrong one.

    Fix: Grade the risk as if there were no control, and the `residual` with the control in place. If the control
    really makes it worse, take another one.
    """

    code = "K301"
    name = "residual-above-inherent"
    severity = Severity.WARNING
    profile = Profile.STANDARD
    bad = """
        process: surgery
        name: Outpatient surgery
        steps:
          - {id: operate, name: Operate}
        risks:
          - what: wrong side
            step: operate
            likelihood: 2
            impact: 5
            control: the side is marked on the skin
            residual: {likelihood: 3, impact: 5}  #!
    """
    good = """
        process: surgery
        name: Outpatient surgery
        steps:
          - {id: operate, name: Operate}
        risks:
          - what: wrong side
            step: operate
            likelihood: 2
            impact: 5
            control: the side is marked on the skin
            residual: {likelihood: 1, impact: 5}
    """
    near = (
        """
        process: 手术
        name: 门诊手术
        steps:
          - {id: 手术, name: 实施手术}
        risks:
          - {what: 部位错误, likelihood: 2, impact: 5, control: 术前标记, residual: {likelihood: 2, impact: 5}}
          - {what: 感染, step: 手术, control: 术前消毒, residual: {likelihood: 2, impact: 3}}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each grade of what remains that is above the one without control."""
        for route, risk in risks(context):
            rest = risk.residual
            if rest is None:
                continue
            name = said(context, risk)
            if risk.likelihood is not None and rest.likelihood > risk.likelihood:
                message = msg(
                    "with its control, ‘{risk}’ would be more likely ({rest}) than without ({before})",
                    risk=name,
                    rest=rest.likelihood,
                    before=risk.likelihood,
                )
                yield Problem((*route, "residual", "likelihood"), message, _HELP)
            if risk.impact is not None and rest.impact > risk.impact:
                message = msg(
                    "with its control, ‘{risk}’ would be worse ({rest}) than without ({before})",
                    risk=name,
                    rest=rest.impact,
                    before=risk.impact,
                )
                yield Problem((*route, "residual", "impact"), message, _HELP)
