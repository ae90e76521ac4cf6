"""A decision that leaves open what happens when no condition holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers import rule
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.analyzers.structure.opposites import cover_all
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.vocabulary import StepKind
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.model.step import Step

__all__ = ["DecisionWithoutOtherwise"]

_CHOICES = {StepKind.DECISION, StepKind.INCLUSIVE}
_NO_CHOICE = {StepKind.PARALLEL, StepKind.END}


class DecisionWithoutOtherwise(ProcessRule):
    """A decision does not say what happens when none of its conditions holds.

    One of the branches of a decision should be `otherwise: STEP`. It is not missed where two conditions are each
    other's opposite (yes and no, complete and not complete, over 500 and up to 500).

    Why: The case that nobody thought of is the one that comes on a Friday afternoon. Whoever has it in hand must
    make up a rule, or lets it lie.

    Fix: Make the last branch `otherwise`, or add one that leads to somebody who may decide. Branches of a task that are
    its named results, such as approve and reject, are only looked at with the option `tasks`.
    """

    code = "F302"
    name = "decision-without-otherwise"
    severity = Severity.WARNING
    profile = Profile.STANDARD
    bad = """
        process: claim
        name: Insurance claim
        steps:
          - {id: receive, name: Take the claim}
          - id: kind
            name: What kind of damage is it?  #!
            kind: decision
            next:
              - {when: water, to: plumber}
              - {when: fire, to: expert}
          - {id: plumber, name: Send a plumber, next: end}
          - {id: expert, name: Send an expert, next: end}
    """
    good = """
        process: claim
        name: Insurance claim
        steps:
          - {id: receive, name: Take the claim}
          - id: kind
            name: What kind of damage is it?
            kind: decision
            next:
              - {when: water, to: plumber}
              - {when: fire, to: expert}
              - otherwise: desk
          - {id: plumber, name: Send a plumber, next: end}
          - {id: expert, name: Send an expert, next: end}
          - {id: desk, name: Decide at the desk}
    """
    near = (
        """
        process: 理赔
        name: 保险理赔
        steps:
          - id: 审核
            name: 材料是否齐全？
            kind: decision
            next:
              - {when: 齐全, to: 金额}
              - {when: 不齐全, to: 补件}
          - {id: 补件, name: 通知客户补件, next: 审核}
          - id: 金额
            name: 金额多大？
            kind: decision
            next:
              - {when: 超过 1 万元, to: 审批}
              - {when: 不超过 1 万元, to: 支付}
          - id: 审批
            name: 审批
            next:
              - {when: 同意, to: 支付}
              - {when: 驳回, to: end}
          - {id: 支付, name: 支付赔款}
        """,
    )

    class Options(rule.Options):
        """The options of the rule."""

        tasks: bool = False
        """Whether tasks with several branches need `otherwise`, too, e.g. `true`."""

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each decision whose conditions may all fail."""
        for route, step in context.steps():
            if self._is_choice(step) and _may_fail(context, step):
                yield Problem(
                    (*route, "name"),
                    msg(
                        "‘{step}’ does not say what happens when none of its conditions holds",
                        step=context.step_name(step.id),
                    ),
                    msg("add a branch `otherwise: STEP`, or make the last branch one"),
                )

    def _is_choice(self, step: Step) -> bool:
        if step.kind in _CHOICES:
            return len(step.next) > 1
        return bool(self.options.tasks and step.next and step.kind not in _NO_CHOICE)


def _may_fail(context: ProcessContext, step: Step) -> bool:
    if any(branch.when is None for branch in step.next):
        return False
    return not cover_all([context.text(branch.when) for branch in step.next if branch.when is not None])
