"""A flow that leads to a step which does not exist."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.flow import END
from svcflow.model.workspace import Profile
from svcflow.text.nearest import nearest

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["UnknownTarget"]


class UnknownTarget(ProcessRule):
    """A step leads to a step that does not exist.

    What stands after `next`, `to`, `otherwise` or `goto` has to be the id of a step of this process, or `end`.

    Why: Whoever follows the procedure comes to a point where nobody can say what is done next. Often the id was
    misspelt, or the step was renamed.

    Fix: Write the id as the step itself has it. To run another process, add a step of `kind: call` and lead to that.
    """

    code = "F102"
    name = "unknown-target"
    severity = Severity.ERROR
    profile = Profile.STARTER
    bad = """
        process: loan
        name: Small loan
        steps:
          - id: apply
            name: Take the application
            next: asess  #!
          - id: assess
            name: Assess the income
            exceptions:
              - when: the register does not answer
                goto: call-register  #!
            next:
              - {when: income too low, to: End}  #!
              - otherwise: pay-out  #!
    """
    good = """
        process: loan
        name: Small loan
        steps:
          - id: apply
            name: Take the application
            next: assess
          - id: assess
            name: Assess the income
            exceptions:
              - {when: the register does not answer, goto: apply}
            next:
              - {when: income too low, to: end}
              - otherwise: pay-out
          - {id: pay-out, name: Pay out}
    """
    near = (
        """
        process: 开户
        name: 开户
        steps:
          - {id: 受理, name: 受理申请, next: 等材料}
          - id: 等材料
            name: 等客户补材料
            kind: wait
            until: {event: 材料补齐, to: 办理}
            at_most: {time: 5bd, to: end}
          - {id: 办理, name: 办理开户}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each flow whose target no step has."""
        known = [*context.graph.nodes, END]
        for flow in context.graph.flows:
            if flow.unknown is None:
                continue
            guess = nearest(flow.unknown, known)
            if guess:
                message = msg(
                    "there is no step `{id}`; did you mean `{guess}`?", id=flow.unknown, guess=guess
                )
            else:
                message = msg("there is no step `{id}`", id=flow.unknown)
            yield Problem(flow.route, message, msg("write the id of a step of this process, or `end`"))
