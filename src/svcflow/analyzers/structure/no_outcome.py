"""An end of the process that does not say what came of it."""

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

__all__ = ["NoOutcome"]


class NoOutcome(ProcessRule):
    """The process ends in several ways, and one of them does not say what came of it.

    With a single end there is nothing to tell apart. With several, each should be a step of `kind: end` whose name is
    the outcome: paid, refused, withdrawn by the customer.

    Why: Pictures and documents show several ends that look alike. Nobody can count how many cases came out well, and
    a process that calls this one does not know what it gets back.

    Fix: Add `{id: refused, kind: end, name: The application is refused}` and lead there instead of to `end`.
    """

    code = "F402"
    name = "no-outcome"
    severity = Severity.INFO
    profile = Profile.STRICT
    bad = """
        process: membership
        name: Membership
        steps:
          - id: check
            name: Check the application
            next:
              - {when: complete, to: admit}
              - otherwise: end  #!
          - id: admit
            name: Admit the member  #!
    """
    good = """
        process: membership
        name: Membership
        steps:
          - id: check
            name: Check the application
            next:
              - {when: complete, to: admit}
              - otherwise: refused
          - {id: admit, name: Admit the member}
          - {id: admitted, name: The member is admitted, kind: end}
          - {id: refused, name: The application is refused, kind: end}
    """
    near = (
        """
        process: 入会
        name: 入会
        steps:
          - id: 审核
            name: 审核申请
            next:
              - {when: 材料齐全, to: 办理}
              - otherwise: 补件
          - {id: 补件, name: 通知补件, next: 审核}
          - {id: 办理, name: 办理入会}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each end without a name, where there are several ends."""
        graph = context.graph
        if not graph.is_whole:
            return
        named = [node.id for node in context.nodes() if node.step.kind is StepKind.END]
        unnamed = {
            flow.source: flow
            for flow in reversed(graph.flows)
            if flow.target is None and flow.source in graph.reachable
        }
        if len(named) + len(unnamed) < 2:
            return
        for step, flow in reversed(unnamed.items()):
            yield Problem(
                ("steps", graph.nodes[step].index, "name") if flow.implicit else flow.route,
                msg(
                    "the process can end in several ways, and the end after ‘{step}’ has no name",
                    step=context.step_name(step),
                ),
                msg("lead to a step of `kind: end` whose name is the outcome"),
            )
