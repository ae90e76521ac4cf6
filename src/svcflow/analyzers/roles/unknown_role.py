"""A role is named that nobody defined."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.roles.references import role_references
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile
from svcflow.text.nearest import nearest

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["UnknownRole"]


class UnknownRole(ProcessRule):
    """A role is named that nobody defined.

    Roles are defined under `roles` of the process or in a catalogue of the workspace, and named by their id
    everywhere else: in steps, escalations, deputies, owners, training.

    Why: A step given to a role that does not exist is a step that nobody does. Mostly it is a typing error, or the
    role was renamed in one place.

    Fix: Correct the id, or define the role: `roles: {ID: {name: …, department: …}}`.
    """

    code = "R101"
    name = "unknown-role"
    severity = Severity.ERROR
    profile = Profile.STARTER
    bad = """
        process: wake-up
        name: Wake-up call
        roles:
          operator: {name: Operator, line: frontstage}
        steps:
          - id: call
            name: Call the guest
            role: operater  #!
    """
    good = """
        process: wake-up
        name: Wake-up call
        roles:
          operator: {name: Operator, line: frontstage}
        steps:
          - {id: call, name: Call the guest, role: operator}
    """
    near = (
        """
        process: 叫醒服务
        name: 叫醒服务
        steps:
          - {id: 致电, name: 致电客人, role: 话务员}
        ---
        catalog: 酒店
        roles:
          话务员: {name: 总机话务员, line: frontstage}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each unknown role once, at the first place that names it."""
        seen: set[str] = set()
        for route, id in role_references(context):
            if id in seen or context.role(id) is not None:
                continue
            seen.add(id)
            guess = nearest(id, context.roles)
            if guess:
                message = msg("there is no role `{role}`; did you mean `{guess}`?", role=id, guess=guess)
            else:
                message = msg("there is no role `{role}`", role=id)
            yield Problem(route, message, msg("define it under `roles`, here or in a catalogue"))
