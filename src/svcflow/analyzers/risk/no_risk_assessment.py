"""A process without a risk register."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.vocabulary import Status
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["NoRiskAssessment"]


class NoRiskAssessment(ProcessRule):
    """Nobody has asked what can go wrong in the process as a whole.

    A process should have at least one entry in `risks`: what may happen, in which step, how likely it is and how
    bad it would be. Retired processes are not looked at.

    Why: What nobody has thought of beforehand is decided on the day it happens, by whoever is there. An auditor
    asks for the risk register first.

    Fix: Sit down with those who do the work, ask for each step what would hurt the customer or the organisation
    most, and write the three worst: `risks: [{what: …, step: ID, likelihood: 2, impact: 4}]`.
    """

    code = "K101"
    name = "no-risk-assessment"
    severity = Severity.WARNING
    profile = Profile.AUDIT
    bad = """
        process: vaccination
        name: Vaccination at the practice  #!
        steps:
          - {id: ask, name: Ask about allergies}
          - {id: inject, name: Give the injection}
    """
    good = """
        process: vaccination
        name: Vaccination at the practice
        steps:
          - {id: ask, name: Ask about allergies}
          - {id: inject, name: Give the injection}
        risks:
          - {what: allergic shock, step: inject, likelihood: 2, impact: 5, control: {what: ask twice, step: ask}}
    """
    near = (
        """
        process: 旧版接种
        name: 旧版接种流程
        status: retired
        steps:
          - {id: 接种, name: 接种疫苗}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield one problem where the register is empty."""
        process = context.process
        if not process.risks and process.status is not Status.RETIRED:
            message = msg("nobody has written down what can go wrong in the process as a whole")
            yield Problem(
                ("name",),
                message,
                msg("write the worst cases under `risks`, each with likelihood and impact"),
            )
