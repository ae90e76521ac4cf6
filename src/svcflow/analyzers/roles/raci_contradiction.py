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

    Who answers for the work, or is the only one to do it, need not be consulted or informed about it. Doing it and
    answering for it (R and A) go together, and who was consulted may well be informed of the result. Where any of
    several roles may do the step, those who did not can be informed.

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
          waiter: {name: Waiter}
        steps:
          - id: write
            name: Write the menu
            role: chef
            consulted: [waiter, chef]  #!
            accountable: manager
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

    near = (
        """
        process: 菜单
        name: 更新菜单
        roles:
          厨师: {name: 厨师}
          副厨: {name: 副厨}
          店长: {name: 店长}
        steps:
          - {id: 编写, name: 编写菜单, role: [厨师, 副厨], consulted: 店长, informed: [厨师, 副厨, 店长]}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each weaker part of a role that has a stronger one in the same step."""
        for route, step in context.steps():
            alone = step.role if len(set(step.role)) == 1 else ()
            stronger = {*alone, *step.accountable}
            for key in ("consulted", "informed"):
                for index, role in enumerate(getattr(step, key)):
                    if role in stronger:
                        message = msg(
                            "‘{role}’ already has a stronger part in ‘{step}’ than `{part}`",
                            role=context.role_name(role),
                            step=context.step_name(step.id),
                            part=key,
                        )
                        yield Problem((*route, key, index), message, msg("leave the stronger part"))
