"""A choice whose branches all lead to the same step."""

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

__all__ = ["ChoiceWithoutEffect"]


class ChoiceWithoutEffect(ProcessRule):
    """All branches of a choice lead to the same step.

    Whatever is chosen, the process goes on in the same way. Branches that say which role may take them are left
    alone: there it matters who.

    Why: People are asked to decide, and it makes no difference. Either the choice is a relic, or one of the branches
    leads to the wrong step.

    Fix: Lead each branch to its own step, or take the choice out and say plainly where it goes on.
    """

    code = "F305"
    name = "choice-without-effect"
    severity = Severity.WARNING
    profile = Profile.STANDARD
    bad = """
        process: check-out
        name: Check-out
        steps:
          - id: regular
            name: Is it a regular guest?
            kind: decision
            next:  #!
              - {when: regular guest, to: pay}
              - otherwise: pay
          - {id: pay, name: Take the payment}
    """
    good = """
        process: check-out
        name: Check-out
        steps:
          - id: regular
            name: Is it a regular guest?
            kind: decision
            next:
              - {when: regular guest, to: thank}
              - otherwise: pay
          - {id: thank, name: Hand over a small present}
          - {id: pay, name: Take the payment}
    """
    near = (
        """
        process: 补件
        name: 补件
        steps:
          - id: 补件
            name: 补交材料
            role: [窗口人员, 申请人]
            next:
              - {when: 窗口代交, to: 审核, role: 窗口人员}
              - {when: 网上提交, to: 审核, role: 申请人}
          - {id: 审核, name: 审核}
        """,
        """
        process: check-out
        name: Check-out
        steps:
          - {id: bill, name: Print the bill, next: [{when: minibar used, to: pay}]}
          - {id: pay, name: Take the payment}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each choice with a single way on."""
        for route, step in context.steps():
            if len(step.next) < 2 or step.kind in {StepKind.PARALLEL, StepKind.END}:
                continue
            if len({branch.target for branch in step.next}) > 1:
                continue
            if any(branch.role for branch in step.next) or all(branch.when is None for branch in step.next):
                continue
            yield Problem(
                (*route, "next"),
                msg(
                    "all branches of ‘{step}’ lead to the same step: the choice makes no difference",
                    step=context.step_name(step.id),
                ),
                msg(
                    "lead each branch to its own step, or write `next: {target}`", target=step.next[0].target
                ),
                on_key=True,
            )
