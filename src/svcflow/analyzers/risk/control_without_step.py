"""A control that no step does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.risk.grades import risks, said
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["ControlWithoutStep"]


class ControlWithoutStep(ProcessRule):
    """A control is done in no step of the process.

    A control belongs to the step that it names, or to the step of its risk. This one names none, and its risk
    none or several.

    Why: What is in the register and not in the procedure is not done: nobody who follows the steps comes by it.

    Fix: Say where it is done: `control: {what: …, step: ID}`. If no step does it yet, add the step.
    """

    code = "K302"
    name = "control-without-step"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: blood
        name: Blood donation
        steps:
          - {id: draw, name: Draw the blood}
          - {id: label, name: Label the bag}
        risks:
          - what: mix-up
            step: [draw, label]
            control: two people read the number aloud  #!
          - what: infection
            control:
              - {what: the donor fills in the questionnaire, step: draw}
              - the bag is kept apart until the test is back  #!
    """
    good = """
        process: blood
        name: Blood donation
        steps:
          - {id: draw, name: Draw the blood}
          - {id: label, name: Label the bag}
        risks:
          - {what: mix-up, step: [draw, label], control: {what: two people read the number aloud, step: label}}
    """
    near = (
        """
        process: 献血
        name: 献血
        steps:
          - {id: 采血, name: 采血}
        risks:
          - {what: 晕针, step: 采血, control: 采血后静坐十分钟}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each control of which nothing says in which step it is done."""
        for route, risk in risks(context):
            if len(risk.step) == 1:
                continue
            for index, control in enumerate(risk.control):
                if control.step is None:
                    message = msg(
                        "no step does ‘{control}’, which should keep ‘{risk}’ down",
                        control=context.text(control.what),
                        risk=said(context, risk),
                    )
                    help = msg(
                        "say in which step it is done: `control: {example}`", example="{what: …, step: …}"
                    )
                    yield Problem((*route, "control", index, "what"), message, help)
