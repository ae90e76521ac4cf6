"""A role is defined in the process and never named in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.roles.references import role_references
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["UnusedRole"]


class UnusedRole(ProcessRule):
    """A role is defined in the process and never named in it.

    Only roles of the process itself are looked at; those of a catalogue are there for all.

    Why: Whoever reads the list of roles looks for their part in the work and finds none. Often a step was given to
    another role and the definition stayed behind.

    Fix: Give the role its step, or take its definition out.
    """

    code = "R102"
    name = "unused-role"
    severity = Severity.WARNING
    profile = Profile.STANDARD
    bad = """
        process: parking
        name: Valet parking
        roles:
          valet: {name: Valet, line: frontstage}
          cashier: {name: Cashier, line: frontstage}  #!
        steps:
          - {id: park, name: Park the car, role: valet}
    """
    good = """
        process: parking
        name: Valet parking
        roles:
          valet: {name: Valet, line: frontstage}
          cashier: {name: Cashier, line: frontstage}
        steps:
          - {id: park, name: Park the car, role: valet}
          - {id: charge, name: Take the fee, role: cashier}
    """
    near = (
        """
        process: parking
        name: Valet parking
        roles:
          valet: {name: Valet, line: frontstage, deputy: porter}
          porter: {name: Porter}
          captain: {name: Bell captain}
        steps:
          - id: park
            name: Park the car
            role: valet
            sla: {completion: 5m, escalate: captain}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each role of the process that no place names."""
        named = {id for route, id in role_references(context) if route[:2] != ("roles", id)}
        for id in context.process.roles:
            if id not in named:
                message = msg("the role ‘{role}’ has no part in the process", role=context.role_name(id))
                yield Problem(("roles", id), message, msg("give it a step, or take it out"), on_key=True)
