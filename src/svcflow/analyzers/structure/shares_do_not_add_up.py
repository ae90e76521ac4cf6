"""Shares of the branches of a choice that do not add up to 100%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Edit, Fix, Severity
from svcflow.i18n import msg
from svcflow.model.values import Share
from svcflow.model.vocabulary import StepKind
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.finding import Route
    from svcflow.model.step import Step

__all__ = ["SharesDoNotAddUp"]

_TOLERANCE = 0.005
"""Shares are rounded by those who write them."""

_SEVERAL = {StepKind.PARALLEL, StepKind.INCLUSIVE, StepKind.END}


class _Part(NamedTuple):
    route: Route
    share: Share | None


class SharesDoNotAddUp(ProcessRule):
    """The shares of the branches of a choice do not add up to 100%, or some are missing.

    `share` says which part of the cases takes a branch. Every case takes exactly one branch of a choice, so together
    they are 100%; half a percent of rounding is let pass. The same holds for the events and the time limit of a wait.
    Branches of a parallel or an inclusive step and exceptions are not counted: they do not exclude each other.

    Why: Expected times and costs are computed from the shares, and a plan for staff from these.

    Fix: Correct the shares, or take them out until they have been counted.
    """

    code = "F307"
    name = "shares-do-not-add-up"
    severity = Severity.WARNING
    profile = Profile.STANDARD
    bad = """
        process: hotline
        name: Hotline
        steps:
          - id: call
            name: What is it about?
            kind: decision
            next:
              - when: an invoice
                to: invoice
                share: 30%  #!
              - {when: a fault, to: fault, share: 45%}
              - {otherwise: invoice, share: 20%}
          - {id: fault, name: Note the fault}
          - id: invoice
            name: Explain the invoice
            next:
              - {when: accepted, to: end, share: 90%}
              - {when: not accepted, to: call}  #!
    """
    good = """
        process: hotline
        name: Hotline
        steps:
          - id: call
            name: What is it about?
            kind: decision
            next:
              - {when: an invoice, to: invoice, share: 33.3%}
              - {when: a fault, to: fault, share: 33.3%}
              - {otherwise: invoice, share: 33.3%}
          - {id: fault, name: Note the fault}
          - {id: invoice, name: Explain the invoice}
    """
    near = (
        """
        process: 热线
        name: 热线
        steps:
          - id: 接听
            name: 接听来电
            exceptions:
              - {when: 无人应答, goto: end, share: 3%}
            next:
              - {when: 咨询, to: 答复, share: 60%}
              - {otherwise: 等待, share: 40%}
          - {id: 答复, name: 答复, next: end}
          - id: 等待
            name: 等客户来电
            kind: wait
            until: {event: 客户来电, to: 接听, share: 0.7}
            at_most: {time: 3bd, to: end, share: 0.3}
        """,
        """
        process: trip
        name: Trip
        steps:
          - id: book
            name: Book what is wanted
            kind: inclusive
            next:
              - {when: a flight, to: flight, share: 70%}
              - {when: a hotel, to: hotel, share: 80%}
              - otherwise: confirm
          - {id: flight, name: Book a flight, next: confirm}
          - {id: hotel, name: Book a hotel}
          - {id: confirm, name: Confirm, join: all}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield, for each choice with shares, that they do not add up or which are missing."""
        for route, step in context.steps():
            for parts in _choices(route, step):
                known = [part.share for part in parts if part.share is not None]
                if not known or len(parts) < 2:
                    continue
                total = sum(known)
                if len(known) == len(parts) or total > 1 + _TOLERANCE:
                    if abs(total - 1) > _TOLERANCE:
                        first = next(part for part in parts if part.share is not None)
                        yield Problem(
                            (*first.route, "share"),
                            msg(
                                "the shares of ‘{step}’ add up to {total}, not to 100%",
                                step=context.step_name(step.id),
                                total=f"{round(total * 100, 2):g}%",
                            ),
                            msg("correct them, or take them out until they have been counted"),
                        )
                else:
                    yield from _missing(parts, 1 - total)


def _choices(route: Route, step: Step) -> Iterator[list[_Part]]:
    """Yield the groups of ways on of which each case takes one."""
    if step.kind not in _SEVERAL:
        yield [_Part((*route, "next", number), branch.share) for number, branch in enumerate(step.next)]
    events = [_Part((*route, "until", number), event.share) for number, event in enumerate(step.until)]
    if step.at_most is not None:
        events.append(_Part((*route, "at_most"), step.at_most.share))
    yield events


def _missing(parts: Sequence[_Part], rest: float) -> Iterator[Problem]:
    """Yield the branches without a share; where only one lacks it, it is what is left of 100%."""
    without = [part for part in parts if part.share is None]
    for part in without:
        yield Problem(
            part.route,
            msg("this branch has no share, and the others have one"),
            msg("add `share: {rest}`, which is what is left", rest=str(Share(rest)))
            if len(without) == 1
            else msg("add the shares that are missing; together they are 100%"),
            fix=_fix(part, rest) if len(without) == 1 else None,
        )


def _fix(part: _Part, rest: float) -> Fix:
    share = str(Share(max(rest, 0.0)))
    return Fix(msg("add `share: {rest}`", rest=share), (Edit((*part.route, "share"), share),))
