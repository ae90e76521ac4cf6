"""A step of kind `end` that says where it goes on."""

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

__all__ = ["EndGoesOn"]


class EndGoesOn(ProcessRule):
    """A step that ends the process says where it goes on.

    `kind: end` names an outcome, and the process stops there: a `next` or the `goto` of an exception at such a step is
    never followed.

    Why: The reader cannot know whether the process ends or goes on, and each will think something else.

    Fix: If it goes on, take `kind: end` out. If it ends, take the `next` or `goto` out.
    """

    code = "F209"
    name = "end-goes-on"
    severity = Severity.ERROR
    profile = Profile.STARTER
    bad = """
        process: hearing-test
        name: Hearing test
        steps:
          - {id: test, name: Test the hearing}
          - id: done
            name: The test is done
            kind: end
            next: test  #!
          - id: broken-off
            name: The test was broken off
            kind: end
            exceptions:
              - when: the customer comes back
                goto: test  #!
    """
    good = """
        process: hearing-test
        name: Hearing test
        steps:
          - id: test
            name: Test the hearing
            exceptions:
              - {when: the customer leaves, goto: broken-off}
          - {id: done, name: The test is done, kind: end}
          - {id: broken-off, name: The test was broken off, kind: end}
    """
    near = (
        """
        process: loan
        name: Loan
        steps:
          - {id: decide, name: Decide, next: [{when: refused, to: no}, {otherwise: pay}]}
          - {id: no, name: Refused, kind: end}
          - {id: pay, name: Pay out}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each written way on from an end."""
        for route, step in context.steps():
            if step.kind is not StepKind.END:
                continue
            message = msg("‘{step}’ ends the process and cannot go on", step=context.step_name(step.id))
            help = msg("take `kind: end` out if it goes on, or this if it ends")
            if step.next:
                yield Problem((*route, "next"), message, help)
            for number, case in enumerate(step.exceptions):
                if case.goto is not None:
                    yield Problem((*route, "exceptions", number, "goto"), message, help)
