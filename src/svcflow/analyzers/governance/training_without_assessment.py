"""A training after which nobody knows whether it was understood."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["TrainingWithoutAssessment"]


class TrainingWithoutAssessment(ProcessRule):
    """A training does not say how it is seen that people have learnt it.

    `assessment` names the proof: a test with its pass mark, an observed call, five cases without a mistake.

    Why: Attendance is no skill. That the list is signed helps nobody at the counter.

    Fix: Write how it is seen, as close to the work as possible: `assessment: observed call, 80 of 100 points`.
    """

    code = "G602"
    name = "training-without-assessment"
    severity = Severity.INFO
    profile = Profile.AUDIT
    bad = """
        process: lifeguard
        name: Rescue at the pool
        steps:
          - {id: jump, name: Jump in}
        roles:
          guard: {name: Lifeguard}
        training:
          - {who: guard, topic: rescue from the deep end, hours: 4}  #!
    """
    good = """
        process: lifeguard
        name: Rescue at the pool
        steps:
          - {id: jump, name: Jump in}
        roles:
          guard: {name: Lifeguard}
        training:
          - {who: guard, topic: rescue from the deep end, hours: 4, assessment: brings up a dummy within 40 seconds}
    """
    near = (
        """
        process: 救生
        name: 泳池救生
        steps:
          - {id: 入水, name: 入水施救}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each training without an assessment."""
        for index, training in enumerate(context.process.training):
            if training.assessment is None:
                message = msg(
                    "nothing says how it is seen that ‘{topic}’ was learnt",
                    topic=context.text(training.topic),
                )
                yield Problem(
                    ("training", index, "topic"),
                    message,
                    msg("write `assessment`: the proof, close to the work"),
                )
