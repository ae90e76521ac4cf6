"""A step named outside the flow that does not exist."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile
from svcflow.text.nearest import nearest

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.finding import Route
    from svcflow.model.process import Process

__all__ = ["UnknownStep"]


class UnknownStep(ProcessRule):
    """A handoff, need or improvement names a step that does not exist.

    `from` and `to` of a handoff, `step` of an improvement, and `met_by` of a need are ids of steps of this process.
    Risks have a rule of their own, `unknown-risk-step`.

    Why: The agreement or promise hangs in the air: the step that should keep it is not there, often because
    it was renamed or taken out.

    Fix: Name the step that does it now, or take the entry out.
    """

    code = "F103"
    name = "unknown-step"
    severity = Severity.ERROR
    profile = Profile.STARTER
    bad = """
        process: admission
        name: Admission to the ward
        steps:
          - {id: register, name: Register the patient, role: clerk}
          - {id: examine, name: Examine the patient, role: doctor}
        handoffs:
          - from: register
            to: examination  #!
            within: 15m
        needs:
          - what: I want to know how long it takes
            met_by: welcome  #!
        improvements:
          - what: Send the forms home beforehand
            step: registering  #!
    """
    good = """
        process: admission
        name: Admission to the ward
        steps:
          - {id: register, name: Register the patient, role: clerk}
          - {id: examine, name: Examine the patient, role: doctor}
        handoffs:
          - {from: register, to: examine, within: 15m}
        needs:
          - {what: I want to know how long it takes, met_by: register}
        improvements:
          - {what: Send the forms home beforehand, step: register}
    """
    near = (
        """
        process: 入院
        name: 入院办理
        steps:
          - {id: 登记, name: 登记患者信息}
        risks:
          - {what: 认错患者, step: 分诊}
        needs:
          - {what: 还没有步骤满足的需求}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each name of a step that no step has."""
        nodes = context.graph.nodes
        for route, id in _named(context.process):
            if id in nodes:
                continue
            guess = nearest(id, nodes)
            if guess:
                message = msg("there is no step `{id}`; did you mean `{guess}`?", id=id, guess=guess)
            else:
                message = msg("there is no step `{id}`", id=id)
            yield Problem(route, message, msg("write the id of a step of this process"))


def _named(process: Process) -> Iterator[tuple[Route, str]]:
    for index, handoff in enumerate(process.handoffs):
        yield ("handoffs", index, "from"), handoff.from_
        yield ("handoffs", index, "to"), handoff.to
    for index, need in enumerate(process.needs):
        yield from _each(("needs", index, "met_by"), need.met_by)
    for index, improvement in enumerate(process.improvements):
        yield from _each(("improvements", index, "step"), improvement.step)


def _each(route: Route, ids: tuple[str, ...]) -> Iterator[tuple[Route, str]]:
    for number, id in enumerate(ids):
        yield (*route, number), id
