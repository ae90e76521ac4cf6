"""A condition at a branch that is always started."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.vocabulary import StepKind
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["ConditionOnParallel"]


class ConditionOnParallel(ProcessRule):
    """A branch of a parallel step has a condition, although all branches are started.

    `kind: parallel` starts every branch, always; nobody asks for a `when` or `otherwise` there.

    Why: The reader believes that the branch is only run sometimes, and the flow, the times and the join count on it
    always.

    Fix: Write `kind: inclusive` if only the branches whose condition holds shall be started, `kind: decision` if just
    one shall, or take the conditions out.
    """

    code = "F306"
    name = "condition-on-parallel"
    severity = Severity.WARNING
    profile = Profile.STARTER
    bad = """
        process: event
        name: Event in the hall
        steps:
          - id: prepare
            name: Prepare
            kind: parallel
            next:
              - light
              - when: food was ordered  #!
                to: kitchen
          - {id: light, name: Set the light, next: open}
          - {id: kitchen, name: Prepare the food}
          - {id: open, name: Open the doors, join: all}
    """
    good = """
        process: event
        name: Event in the hall
        steps:
          - id: prepare
            name: Prepare
            kind: inclusive
            next:
              - {when: there is a stage, to: light}
              - {when: food was ordered, to: kitchen}
              - otherwise: open
          - {id: light, name: Set the light, next: open}
          - {id: kitchen, name: Prepare the food}
          - {id: open, name: Open the doors, join: all}
    """
    near = (
        """
        process: move
        name: Removal
        steps:
          - id: fork
            name: Get ready
            kind: inclusive
            next: [{when: there is a piano, to: piano}, {otherwise: pack}]
          - {id: piano, name: Call the piano movers, next: end}
          - {id: pack, name: Pack the boxes}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each condition at a parallel step."""
        for route, step in context.steps():
            if step.kind is not StepKind.PARALLEL:
                continue
            for number, branch in enumerate(step.next):
                key = "when" if branch.when is not None else "otherwise"
                if key == "when" or branch.otherwise is not None:
                    yield Problem(
                        (*route, "next", number, key),
                        msg(
                            "‘{step}’ starts all of its branches: nobody asks for this condition",
                            step=context.step_name(step.id),
                        ),
                        msg(
                            "write `kind: inclusive` if only branches whose condition holds shall be started"
                        ),
                    )
