"""A step to which no flow leads."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.graph.algorithms import components
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.finding import Route
    from svcflow.graph import ProcessGraph
    from svcflow.i18n import Message

__all__ = ["UnreachableStep"]


class UnreachableStep(ProcessRule):
    """No way leads to a step.

    The first step of the list starts the process. Every other one needs a step before it that goes on to it: the one
    above it in the list, unless that says `next`, or one that names it in `next`, in a branch, in `until`, in `at_most`
    or in the `goto` of an exception. Steps that only follow an unreachable one are not reported again.

    Why: The step stands in the procedure, is trained and paid for, and is never carried out.

    Fix: Lead a branch to it, take out the `next` that passes it by, or delete it.
    """

    code = "F201"
    name = "unreachable-step"
    severity = Severity.ERROR
    profile = Profile.STARTER
    bad = """
        process: lost-card
        name: Lost bank card
        steps:
          - {id: report, name: Take the report, next: block}
          - {id: apologise, name: Apologise to the customer}  #!
          - {id: block, name: Block the card, next: end}
          - {id: offer, name: Offer a new card}  #!
          - {id: send, name: Send the new card, next: offer}
    """
    good = """
        process: lost-card
        name: Lost bank card
        steps:
          - {id: report, name: Take the report}
          - {id: apologise, name: Apologise to the customer}
          - id: block
            name: Block the card
            next:
              - {when: the customer wants a new card, to: offer}
              - otherwise: end
          - {id: offer, name: Offer a new card}
    """
    near = (
        """
        process: 挂失
        name: 银行卡挂失
        steps:
          - id: 受理
            name: 受理挂失
            exceptions:
              - {when: 系统故障, goto: 手工登记}
          - {id: 冻结, name: 冻结卡片, next: end}
          - {id: 手工登记, name: 手工登记, next: 冻结}
        """,
        # The step that nothing leads to is surely the one whose id was misspelt: one fault, one finding.
        """
        process: lost-card
        name: Lost bank card
        steps:
          - {id: report, name: Take the report, next: blok}
          - {id: block, name: Block the card}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield the first step of each part of the process that cannot be reached."""
        graph = context.graph
        if not graph.is_whole:
            return
        for head in _heads(graph):
            yield Problem(
                ("steps", graph.nodes[head].index, "name"),
                msg("no way leads to ‘{step}’", step=context.step_name(head)),
                msg("lead a step or a branch to it, or take it out"),
                related=_passed_by(context, head),
            )
        for dead in graph.soundness.dead_steps:
            if dead.because is None:
                for id in sorted(dead.nodes, key=lambda id: graph.nodes[id].index):
                    yield Problem(
                        ("steps", graph.nodes[id].index, "name"),
                        msg("no run ever comes to ‘{step}’", step=context.step_name(id)),
                        msg("look at the joins before it: they wait for something that never comes"),
                    )


def _heads(graph: ProcessGraph) -> list[str]:
    """Return the unreachable steps that no other unreachable part leads to; of those in a circle, the first."""
    lost = {id: targets for id, targets in graph.successors.items() if id not in graph.reachable}
    parts = components({id: [one for one in targets if one in lost] for id, targets in lost.items()})
    part_of = {id: number for number, part in enumerate(parts) for id in part}
    led_to = {
        part_of[target]
        for id, targets in lost.items()
        for target in targets
        if target in lost and part_of[target] != part_of[id]
    }
    heads = [
        min(part, key=lambda id: graph.nodes[id].index)
        for number, part in enumerate(parts)
        if number not in led_to
    ]
    return sorted(heads, key=lambda id: graph.nodes[id].index)


def _passed_by(context: ProcessContext, step: str) -> tuple[tuple[Route, Message], ...]:
    """Point to the step above in the list where that leads elsewhere."""
    graph = context.graph
    above = next((id for id, node in graph.nodes.items() if node.index == graph.nodes[step].index - 1), None)
    if above is None or not graph.outgoing[above]:
        return ()
    flow = graph.outgoing[above][0]
    if flow.target is None:
        return ((flow.route, msg("the step above it ends the process")),)
    return ((flow.route, msg("the step above it leads to ‘{step}’", step=context.step_name(flow.target))),)
