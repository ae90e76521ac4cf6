"""A promise of time hangs on one person without a deputy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.vocabulary import Line, RoleKind
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["SinglePointOfFailure"]


class SinglePointOfFailure(ProcessRule):
    """A promise of time hangs on one person without a deputy.

    The step has an SLA, and the only role that may do it has `headcount: 1` and no `deputy`.

    Why: People fall ill and go on holiday; the promise to the customer does not.

    Fix: Name a `deputy` at the role, or let a second role do the step.
    """

    code = "R301"
    name = "single-point-of-failure"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: notary
        name: Certified copy
        roles:
          notary: {name: Notary, headcount: 1}
        steps:
          - {id: certify, name: Certify the copy, role: notary, sla: 1bd}  #!
    """
    good = """
        process: notary
        name: Certified copy
        roles:
          notary: {name: Notary, headcount: 1, deputy: second-notary}
          second-notary: {name: Second notary}
        steps:
          - {id: certify, name: Certify the copy, role: notary, sla: 1bd}
    """
    near = (
        """
        process: notary
        name: Certified copy
        roles:
          notary: {name: Notary, headcount: 1}
          clerk: {name: Clerk, headcount: 1}
          register: {name: Register, headcount: 1, kind: system}
        steps:
          - {id: copy, name: Copy the deed, role: [notary, clerk], sla: 1h}
          - {id: certify, name: Certify the copy, role: notary}
          - {id: enter, name: Enter the copy, role: register, sla: 1m}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each step with an SLA that only one person can do."""
        for route, step in context.steps():
            if step.sla is None or len(set(step.role)) != 1:
                continue
            role = context.role(step.role[0])
            if role is None or role.headcount != 1 or role.deputy or role.kind is not RoleKind.PERSON:
                continue
            if role.line is Line.CUSTOMER:
                continue
            message = msg(
                "‘{step}’ has an SLA, and ‘{role}’ is one person without a deputy",
                step=context.step_name(step.id),
                role=context.role_name(step.role[0]),
            )
            where = context.role_place(step.role[0])
            related = ((where, msg("the role is defined here")),) if where else ()
            yield Problem((*route, "role"), message, msg("name a `deputy` at the role"), related)
