"""A risk or a control in a step that does not exist."""

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
    from svcflow.model.risk import Risk

__all__ = ["UnknownRiskStep"]


class UnknownRiskStep(ProcessRule):
    """A risk or its control names a step that does not exist.

    `step` of a risk and of a control are ids of steps of this process.

    Why: The control is done by nobody: the step that should do it is not there, often because it was renamed or
    taken out.

    Fix: Write the id as the step has it; or take `step` out of a risk that concerns the process as a whole.
    """

    code = "K103"
    name = "unknown-risk-step"
    severity = Severity.ERROR
    profile = Profile.STARTER
    bad = """
        process: chemo
        name: Chemotherapy
        steps:
          - {id: mix, name: Mix the infusion}
          - {id: give, name: Give the infusion}
        risks:
          - what: wrong dose
            step: mixing  #!
            control:
              - {what: a second pharmacist checks the label, step: check-label}  #!
    """
    good = """
        process: chemo
        name: Chemotherapy
        steps:
          - {id: mix, name: Mix the infusion}
          - {id: give, name: Give the infusion}
        risks:
          - {what: wrong dose, step: mix, control: {what: a second nurse checks the label, step: give}}
    """
    near = (
        """
        process: 化疗
        name: 化疗
        steps:
          - {id: 配药, name: 配制药液}
        risks:
          - {what: 停电, control: 每月测试备用电源}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each name of a step in the register that no step has."""
        nodes = context.graph.nodes
        for index, risk in enumerate(context.process.risks):
            for route, id in _named(("risks", index), risk):
                if id in nodes:
                    continue
                guess = nearest(id, nodes)
                message = (
                    msg("there is no step `{id}`; did you mean `{guess}`?", id=id, guess=guess)
                    if guess
                    else msg("there is no step `{id}`", id=id)
                )
                yield Problem(route, message, msg("write the id of a step of this process"))


def _named(route: Route, risk: Risk) -> Iterator[tuple[Route, str]]:
    for number, id in enumerate(risk.step):
        yield (*route, "step", number), id
    for number, control in enumerate(risk.control):
        if control.step is not None:
            yield (*route, "control", number, "step"), control.step
