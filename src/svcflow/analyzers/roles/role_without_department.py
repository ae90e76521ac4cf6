"""A role that works in the process belongs to no department."""

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

__all__ = ["RoleWithoutDepartment"]


class RoleWithoutDepartment(ProcessRule):
    """A role that works in the process belongs to no department.

    Customers, systems and partners need none.

    Why: Whether a change of hands crosses a border between departments, and who leads the people, follows from the
    department. Without it the swimlanes cannot be grouped and agreements on handoffs have no parties.

    Fix: Write `department:` at the role: a name, or an id of the catalogue.
    """

    code = "R304"
    name = "role-without-department"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: tour
        name: Guided tour
        roles:
          guide: {name: Guide, line: frontstage}  #!
        steps:
          - {id: lead, name: Lead the tour, role: guide}
    """
    good = """
        process: tour
        name: Guided tour
        roles:
          guide: {name: Guide, line: frontstage, department: Visitor service}
        steps:
          - {id: lead, name: Lead the tour, role: guide}
    """
    near = (
        """
        process: tour
        name: Guided tour
        roles:
          visitor: {name: Visitor, line: customer}
          bus: {name: Bus company, kind: partner}
          display: {name: Display, kind: system}
        steps:
          - {id: come, name: Come to the meeting point, role: visitor}
          - {id: drive, name: Drive to the castle, role: bus}
          - {id: show, name: Show the next tour, role: display}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each role without a department, where it is defined or, from a catalogue, where it first acts."""
        seen: set[str] = set()
        for route, step in context.steps():
            for index, id in enumerate(step.role):
                role = context.role(id)
                if id in seen or role is None or role.department is not None:
                    continue
                seen.add(id)
                if role.kind is not RoleKind.PERSON or role.line is Line.CUSTOMER:
                    continue
                where = ("roles", id) if id in context.process.roles else (*route, "role", index)
                message = msg("the role ‘{role}’ belongs to no department", role=context.role_name(id))
                yield Problem(
                    where, message, msg("write `department:` at the role"), on_key=where[0] == "roles"
                )
