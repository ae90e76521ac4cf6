"""A branch of a choice that does not say when it is taken."""

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

__all__ = ["BranchWithoutCondition"]


class BranchWithoutCondition(ProcessRule):
    """A branch of a choice does not say when it is taken.

    A list of branches is a choice: each needs `when` and its condition, but for one that may say `otherwise`. A plain
    list of steps, `next: [a, b]`, starts both of them only at a step of `kind: parallel`.

    Why: Two people will choose differently in the same case, and nobody can say who was right.

    Fix: Write `when` and the condition, or `otherwise`. If all of the steps shall run, make the step `kind: parallel`.
    """

    code = "F301"
    name = "branch-without-condition"
    severity = Severity.ERROR
    profile = Profile.STARTER
    bad = """
        process: reservation
        name: Table reservation
        steps:
          - id: ask
            name: Ask for the number of guests
            next:
              - {when: more than eight guests, to: menu}
              - table  #!
          - {id: menu, name: Offer a menu, next: table}
          - {id: table, name: Reserve a table}
          - id: confirm
            name: Confirm the reservation
            next: [note, remind]  #!
          - {id: note, name: Note wishes, next: end}
          - {id: remind, name: Remind the guest the day before}
    """
    good = """
        process: reservation
        name: Table reservation
        steps:
          - id: ask
            name: Ask for the number of guests
            next:
              - {when: more than eight guests, to: menu}
              - otherwise: table
          - {id: menu, name: Offer a menu, next: table}
          - {id: table, name: Reserve a table}
          - {id: confirm, name: Confirm the reservation, kind: parallel, next: [note, remind]}
          - {id: note, name: Note wishes, next: done}
          - {id: remind, name: Remind the guest the day before}
          - {id: done, name: Expect the guest, join: all}
    """
    near = (
        """
        process: 订座
        name: 订座
        steps:
          - {id: 询问, name: 询问人数, next: [登记]}
          - id: 登记
            name: 登记
            next:
              - {to: 确认}
          - {id: 确认, name: 确认订座}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each branch without a condition; where no branch has one, the whole list."""
        for route, step in context.steps():
            if step.kind in {StepKind.PARALLEL, StepKind.END} or len(step.next) < 2:
                continue
            bare = [
                n for n, branch in enumerate(step.next) if branch.when is None and branch.otherwise is None
            ]
            name = context.step_name(step.id)
            if len(bare) == len(step.next):
                yield Problem(
                    (*route, "next"),
                    msg("‘{step}’ leads to several steps and does not say when to which", step=name),
                    msg("write `when` for each of them, or `kind: parallel` if all of them shall start"),
                )
                continue
            for number in bare:
                yield Problem(
                    (*route, "next", number),
                    msg("‘{step}’ does not say when this branch is taken", step=name),
                    msg("write `when` and the condition, or `otherwise` for all other cases"),
                )
