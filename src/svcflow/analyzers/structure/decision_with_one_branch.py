"""A decision or parallel step with fewer than two branches."""

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

__all__ = ["DecisionWithOneBranch"]

_KINDS = {StepKind.DECISION, StepKind.PARALLEL, StepKind.INCLUSIVE}


class DecisionWithOneBranch(ProcessRule):
    """A decision, or a step that starts several branches, has fewer than two.

    `kind: decision` and `kind: inclusive` choose among the branches of `next`, `kind: parallel` starts them all. With
    one branch, or none, there is nothing to choose or to run side by side.

    Why: Either a branch was forgotten, and with it what happens in the other case, or the step asks people to decide
    where there is nothing to decide.

    Fix: Add the missing branches, or take `kind` out.
    """

    code = "F303"
    name = "decision-with-one-branch"
    severity = Severity.WARNING
    profile = Profile.STANDARD
    bad = """
        process: vaccination
        name: Vaccination
        steps:
          - id: fit
            name: Is the patient healthy?  #!
            kind: decision
            next:
              - {when: healthy, to: vaccinate}
          - id: vaccinate
            name: Vaccinate and watch  #!
            kind: parallel
          - {id: watch, name: Watch for 15 minutes}
    """
    good = """
        process: vaccination
        name: Vaccination
        steps:
          - id: fit
            name: Is the patient healthy?
            kind: decision
            next:
              - {when: healthy, to: vaccinate}
              - otherwise: appointment
          - {id: vaccinate, name: Vaccinate, next: watch}
          - {id: appointment, name: Make another appointment, next: end}
          - {id: watch, name: Watch for 15 minutes}
    """
    near = (
        """
        process: 接种
        name: 疫苗接种
        steps:
          - id: 预约
            name: 预约
            next:
              - {when: 已预约, to: 接种}
          - {id: 接种, name: 接种}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each step of these kinds with no more than one branch."""
        for route, step in context.steps():
            if step.kind not in _KINDS or len(step.next) > 1:
                continue
            name = context.step_name(step.id)
            if step.kind is StepKind.PARALLEL:
                message = msg("‘{step}’ should start several branches and has fewer than two", step=name)
            else:
                message = msg("‘{step}’ is a decision with fewer than two branches", step=name)
            yield Problem((*route, "name"), message, msg("add the missing branches, or take `kind` out"))
