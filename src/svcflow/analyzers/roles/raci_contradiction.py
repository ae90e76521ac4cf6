"""A role has two parts in a step that exclude each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["RaciContradiction"]


class RaciContradiction(ProcessRule):
    """A role has two parts in a step that exclude each other.

    Who does the work, or answers for it, need not be consulted or informed about it; who is consulted knows, and
    need not be informed besides. Doing and answering for it (R and A) go together.

    Why: Such a row of the RACI matrix was not thought through: probably another role was meant.

    Fix: Leave the stronger part, or put in the role that was meant.
    """

    code = "R205"
    name = "raci-contradiction"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: menu
        name: New menu
        roles:
          chef: {name: Chef}
          manager: {name: Restaurant manager}
        steps:
          - id: write
            name: Write the menu
            role: chef
            consulted: [manager, chef]  #!
            informed: manager  #!
    """
    good = """
        process: menu
        name: New menu
        roles:
          chef: {name: Chef}
          manager: {name: Restaurant manager}
          waiter: {name: Waiter}
        steps:
          - {id: write, name: Write the menu, role: chef, accountable: chef, consulted: manager, informed: waiter}
    """

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each weaker part of a role that has a stronger one in the same step."""
        for route, step in context.steps():
            acting = {*step.role, *step.accountable}
            for key, stronger in (("consulted", acting), ("informed", acting.union(step.consulted))):
                for index, role in enumerate(getattr(step, key)):
                    if role in stronger:
                        message = msg(
                            "‘{role}’ already has a stronger part in ‘{step}’ than `{part}`",
                            role=context.role_name(role),
                            step=context.step_name(step.id),
                            part=key,
                        )
                        yield Problem((*route, key, index), message, msg("leave the stronger part"))
