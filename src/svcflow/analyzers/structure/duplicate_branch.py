"""Two branches of a step with the same condition, or to the same step at once."""

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
    from svcflow.finding import Route
    from svcflow.i18n import Message
    from svcflow.model.flow import Branch
    from svcflow.model.step import Step

__all__ = ["DuplicateBranch"]


class DuplicateBranch(ProcessRule):
    """Two branches of a step say the same.

    A choice has the same condition twice, or two branches `otherwise`; a parallel step starts the same step twice; a
    wait waits for the same event twice.

    Why: With the same condition twice nobody can tell which branch is meant. Mostly the second one was copied and its
    condition was to be changed.

    Fix: Correct the condition or the target of the second branch, or take it out.
    """

    code = "F304"
    name = "duplicate-branch"
    severity = Severity.ERROR
    profile = Profile.STARTER
    bad = """
        process: library
        name: Return of books
        steps:
          - id: check
            name: In what state is the book?
            kind: decision
            next:
              - {when: Damaged, to: repair}
              - {when: "damaged ", to: charge}  #!
              - otherwise: shelf
              - otherwise: charge  #!
          - {id: repair, name: Repair the book, next: shelf}
          - {id: charge, name: Charge the reader}
          - id: shelf
            name: Put it on the shelf and cancel the loan
            kind: parallel
            next:
              - cancel
              - cancel  #!
          - {id: cancel, name: Cancel the loan}
    """
    good = """
        process: library
        name: Return of books
        steps:
          - id: check
            name: In what state is the book?
            kind: decision
            next:
              - {when: Damaged, to: repair}
              - {when: Lost, to: charge}
              - otherwise: shelf
          - {id: repair, name: Repair the book, next: shelf}
          - {id: charge, name: Charge the reader}
          - {id: shelf, name: Put it on the shelf}
    """
    near = (
        # Two reasons for the same way on are no repetition.
        """
        process: 还书
        name: 图书归还
        steps:
          - id: 检查
            name: 图书状态
            next:
              - {when: 破损, to: 赔偿}
              - {when: 遗失, to: 赔偿}
              - otherwise: 上架
          - {id: 赔偿, name: 办理赔偿}
          - {id: 上架, name: 上架}
        """,
        """
        process: works
        name: Call for repair
        steps:
          - id: needs
            name: What is needed?
            kind: inclusive
            next:
              - {when: the roof leaks, to: roofer}
              - {when: the roof leaks, to: dryer}
              - otherwise: close
          - {id: roofer, name: Send the roofer, next: close}
          - {id: dryer, name: Bring a dryer}
          - {id: close, name: Close, join: all}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each branch that says what one before it says."""
        for route, step in context.steps():
            yield from _repeated(context, (*route, "next"), step)
            first: dict[str, Route] = {}
            for number, event in enumerate(step.until):
                here = (*route, "until", number)
                if first.setdefault(_fold(context.text(event.event)), here) is not here:
                    yield _problem(
                        here, first[_fold(context.text(event.event))], msg("this event was named before")
                    )


def _repeated(context: ProcessContext, route: Route, step: Step) -> Iterator[Problem]:
    first: dict[tuple[str, ...], Route] = {}
    for number, branch in enumerate(step.next):
        said = _said(context, step, branch)
        here = (*route, number)
        if said is None or first.setdefault(said, here) is here:
            continue
        if step.kind is StepKind.PARALLEL:
            message = msg("this branch was started before")
        elif branch.when is None:
            message = msg("there is an `otherwise` already")
        else:
            message = msg(
                "the condition ‘{condition}’ was written before", condition=context.text(branch.when).strip()
            )
        yield _problem(here, first[said], message)


def _problem(here: Route, first: Route, message: Message) -> Problem:
    help = msg("correct it, or take it out")
    return Problem(here, message, help, related=((first, msg("the same, further up")),))


def _said(context: ProcessContext, step: Step, branch: Branch) -> tuple[str, ...] | None:
    """Return what must not come twice, None where a branch has nothing to compare."""
    if step.kind is StepKind.PARALLEL:
        return ("to", branch.target)
    if branch.otherwise is not None:
        return ("otherwise",)
    if branch.when is None:
        return None
    condition = _fold(context.text(branch.when))
    return ("when", condition, branch.target) if step.kind is StepKind.INCLUSIVE else ("when", condition)


def _fold(text: str) -> str:
    return " ".join(text.split()).casefold()
