"""The process may wait for ever."""

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

__all__ = ["WaitWithoutLimit"]


class WaitWithoutLimit(ProcessRule):
    """The process may wait for ever.

    A wait for an event needs `at_most`: how long at most, and better also where it goes then. A wait that says
    neither a time nor an event waits for nothing.

    Why: The customer who was asked for a paper forgets it, and the case lies open until somebody counts the open
    cases.

    Fix: Write `at_most: {time: 10bd, to: STEP}`, and `remind` for a reminder on the way.
    """

    code = "T204"
    name = "wait-without-limit"
    severity = Severity.WARNING
    profile = Profile.STANDARD
    bad = """
        process: documents
        name: Missing documents
        steps:
          - {id: ask, name: Ask for the documents}
          - {id: wait, name: Wait for the documents, kind: wait, until: The documents come}  #!
          - {id: check, name: Check the documents}
    """
    good = """
        process: documents
        name: Missing documents
        steps:
          - {id: ask, name: Ask for the documents}
          - {id: wait, name: Wait for them, kind: wait, until: The documents come, at_most: {time: 10d, to: close}}
          - {id: check, name: Check the documents, next: end}
          - {id: close, name: Close the case}
    """
    near = (
        """
        process: 补件
        name: 补件
        steps:
          - {id: 冷静期, name: 等待冷静期届满, kind: wait, for: 15d}
          - {id: 提醒, name: 等待客户补件, kind: wait, until: 客户补件, at_most: 5d}
          - id: 告知
            name: 等待客户确认
            kind: wait
            until: 客户确认
            exceptions: [{when: 客户一直未确认, after: 3d, goto: 冷静期}]
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each wait that no time ends."""
        for route, step in context.steps():
            if step.kind is not StepKind.WAIT or step.for_ or step.at_most:
                continue
            if any(case.after and case.goto for case in step.exceptions):
                continue
            name = context.step_name(step.id)
            if step.until:
                message = msg("‘{step}’ may wait for ever", step=name)
                help_ = msg("say how long at most, and where it goes then: `at_most: {time: 10bd, to: STEP}`")
            else:
                message = msg("‘{step}’ does not say what it waits for", step=name)
                help_ = msg("write the time to pass, `for: 3d`, or the event, `until: …`")
            yield Problem((*route, "name"), message, help_)
