"""A role belongs to a department that the catalogue does not know."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile
from svcflow.text.nearest import nearest

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["UnknownDepartment"]


class UnknownDepartment(ProcessRule):
    """A role belongs to a department that the catalogue does not know.

    It is only looked at where a catalogue of the workspace lists departments. A department may be named by its id
    or by its name.

    Why: "Front office" and "Front Office" become two departments: their handoffs, swimlanes and head counts are
    then counted apart.

    Fix: Name the department as the catalogue does, or add it there.
    """

    code = "R103"
    name = "unknown-department"
    severity = Severity.WARNING
    profile = Profile.STANDARD
    bad = """
        process: minibar
        name: Refill of the minibar
        roles:
          attendant: {name: Room attendant, department: House keeping}  #!
        steps:
          - {id: refill, name: Refill the minibar, role: attendant}
        ---
        catalog: hotel
        departments:
          housekeeping: Housekeeping
    """
    good = """
        process: minibar
        name: Refill of the minibar
        roles:
          attendant: {name: Room attendant, department: housekeeping}
        steps:
          - {id: refill, name: Refill the minibar, role: attendant}
        ---
        catalog: hotel
        departments:
          housekeeping: Housekeeping
    """
    near = (
        """
        process: minibar
        name: Refill of the minibar
        roles:
          attendant: {name: Room attendant, department: Whatever we call it}
          clerk: {name: Clerk}
        steps:
          - {id: refill, name: Refill the minibar, role: [attendant, clerk]}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each role of the process whose department is neither an id nor a name of the catalogue."""
        known = context.shared.departments
        if not known:
            return
        names = {context.text(entry.value.name) for entry in known.values()}
        for id, role in context.process.roles.items():
            if role.department is None or role.department in known or role.department in names:
                continue
            guess = nearest(role.department, [*known, *names])
            if guess:
                message = msg(
                    "‘{department}’ is no department of the catalogue; did you mean ‘{guess}’?",
                    department=role.department,
                    guess=guess,
                )
            else:
                message = msg("‘{department}’ is no department of the catalogue", department=role.department)
            yield Problem(
                ("roles", id, "department"), message, msg("name it as the catalogue does, or add it there")
            )
