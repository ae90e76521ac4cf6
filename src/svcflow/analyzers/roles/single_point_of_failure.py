"""A promise of time hangs on one person without a deputy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Place, Severity
from svcflow.i18n import msg
from svcflow.model.vocabulary import Line, RoleKind
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.model.role import Role

__all__ = ["SinglePointOfFailure"]


class SinglePointOfFailure(ProcessRule):
    """A promise of time hangs on one person without a deputy.

    A step has an SLA, and the only role that may do it has `headcount: 1` and no `deputy`. Each such role is told once.

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
          notary: {name: Notary, headcount: 1}  #!
        steps:
          - {id: certify, name: Certify the copy, role: notary, sla: 1bd}
          - {id: seal, name: Seal the copy, role: notary, sla: 1bd}
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
        """Yield each role of one person on whom an SLA hangs, at the role or, from a catalogue, at the first step."""
        seen: set[str] = set()
        for route, step in context.steps():
            if step.sla is None or len(set(step.role)) != 1 or step.role[0] in seen:
                continue
            id = step.role[0]
            role = context.role(id)
            if role is None or not _is_one_person(role) or set(role.deputy) - {id}:
                continue
            seen.add(id)
            message = msg(
                "‘{step}’ has an SLA, and ‘{role}’ is one person without a deputy",
                step=context.step_name(step.id),
                role=context.role_name(id),
            )
            here, there = (*route, "role"), context.role_place(id)
            help_ = msg("name a `deputy` at the role, or let a second role do the step")
            if isinstance(there, Place):
                yield Problem(here, message, help_, ((there, msg("the role is defined here")),))
            else:
                at_step = (((*route, "sla"), msg("the SLA is here")),)
                yield Problem(("roles", id, "headcount"), message, help_, at_step)


def _is_one_person(role: Role) -> bool:
    return role.headcount == 1 and role.kind is RoleKind.PERSON and role.line is not Line.CUSTOMER
