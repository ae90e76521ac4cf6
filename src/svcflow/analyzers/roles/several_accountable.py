"""Several roles are accountable for one step."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["SeveralAccountable"]


class SeveralAccountable(ProcessRule):
    """Several roles are accountable for one step.

    Many may be responsible, consulted or informed; accountable is one.

    Why: Two who answer for the same thing are two who can point at each other. The RACI matrix allows one A a row.

    Fix: Leave the one who has the last word; the others are `consulted` or `informed`.
    """

    code = "R204"
    name = "several-accountable"
    severity = Severity.ERROR
    profile = Profile.STANDARD
    bad = """
        process: discharge
        name: Discharge of a patient
        roles:
          nurse: {name: Nurse}
          doctor: {name: Attending doctor}
          administrator: {name: Administrator}
        steps:
          - id: discharge
            name: Discharge the patient
            role: nurse
            accountable: [doctor, administrator]  #!
    """
    good = """
        process: discharge
        name: Discharge of a patient
        roles:
          nurse: {name: Nurse}
          doctor: {name: Attending doctor}
          administrator: {name: Administrator}
        steps:
          - {id: discharge, name: Discharge the patient, role: nurse, accountable: doctor, informed: administrator}
    """
    near = (
        """
        process: discharge
        name: Discharge of a patient
        roles:
          doctor: {name: Attending doctor}
        steps:
          - {id: discharge, name: Discharge the patient, role: doctor, accountable: [doctor]}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each step for which more than one role answers."""
        for route, step in context.steps():
            accountable = tuple(dict.fromkeys(step.accountable))
            if len(accountable) > 1:
                message = msg(
                    "several roles answer for ‘{step}’: {roles}",
                    step=context.step_name(step.id),
                    roles=tuple(context.role_name(role) for role in accountable),
                )
                yield Problem((*route, "accountable"), message, msg("leave the one who has the last word"))
