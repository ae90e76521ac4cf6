"""Several departments may do a step, and nobody answers for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.vocabulary import RoleKind
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.model.step import Step

__all__ = ["NoAccountable"]


class NoAccountable(ProcessRule):
    """Several departments may do a step, and nobody answers for it.

    Where any of several roles may act, the process owner cannot see from afar whose turn it was. When the roles
    belong to different departments, the step needs somebody `accountable`. Customers and systems do not count.

    Why: Each side takes it that the other one has picked the case up.

    Fix: Write `accountable: ROLE`, one role that answers for the step whoever does it; or give the step to one
    department.
    """

    code = "R203"
    name = "no-accountable"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: inquiry
        name: Inquiry about a bill
        roles:
          cashier: {name: Cashier, department: Finance}
          receptionist: {name: Receptionist, department: Front office}
        steps:
          - id: explain
            name: Explain the bill
            role: [cashier, receptionist]  #!
    """
    good = """
        process: inquiry
        name: Inquiry about a bill
        roles:
          cashier: {name: Cashier, department: Finance}
          receptionist: {name: Receptionist, department: Front office}
          duty-manager: {name: Duty manager, department: Front office}
        steps:
          - {id: explain, name: Explain the bill, role: [cashier, receptionist], accountable: duty-manager}
    """
    near = (
        """
        process: inquiry
        name: Inquiry about a bill
        roles:
          guest: {name: Guest, line: customer}
          cashier: {name: Cashier, department: Finance}
          accountant: {name: Accountant, department: Finance}
          portal: {name: Portal, department: IT, kind: system}
        steps:
          - {id: ask, name: Ask about the bill, role: [guest, cashier]}
          - {id: find, name: Find the bill, role: [portal, cashier]}
          - {id: explain, name: Explain the bill, role: [cashier, accountant]}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each step that several departments may do and nobody is accountable for."""
        for route, step in context.steps():
            departments = tuple(dict.fromkeys(_departments(context, step)))
            if step.accountable or len(departments) < 2:
                continue
            message = msg(
                "‘{step}’ may be done by several departments ({departments}), and names nobody who answers for it",
                step=context.step_name(step.id),
                departments=departments,
            )
            yield Problem((*route, "role"), message, msg("write `accountable: ROLE`"))


def _departments(context: ProcessContext, step: Step) -> Iterator[str]:
    for id in step.role:
        role, department = context.role(id), context.department(id)
        if role and department and role.kind is not RoleKind.SYSTEM and not context.is_customer(id):
            yield department
