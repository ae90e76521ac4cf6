"""A step needs something that is not there on every run."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.data.references import after_open_calls
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.finding import Place, Route
    from svcflow.i18n import Message

__all__ = ["InputNotAlwaysProduced"]


class InputNotAlwaysProduced(ProcessRule):
    """A step needs something that is not there on every run.

    Some ways lead to the step without passing one that makes it: another branch, an exception that leaves the
    step before it is done, a jump. The finding names the shortest of them.

    Why: On most days the paper is there. On the day it is not, the clerk finds out in front of the customer, and
    makes up what to do.

    Fix: Make it on that way too; or let the way join further down; or split the step in two, one for each case.
    """

    code = "D202"
    name = "input-not-always-produced"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: rental
        name: Return of a rental car
        steps:
          - {id: inspect, name: Inspect the car, outputs: [protocol]}
          - id: damaged
            name: Is the car damaged?
            kind: decision
            next: [{when: There is a new damage, to: estimate}, {otherwise: settle}]
          - {id: estimate, name: Estimate the repair, inputs: [protocol], outputs: [estimate]}
          - id: settle
            name: Settle the bill
            inputs: [protocol, estimate]  #!
    """
    good = """
        process: rental
        name: Return of a rental car
        steps:
          - {id: inspect, name: Inspect the car, outputs: [protocol]}
          - id: damaged
            name: Is the car damaged?
            kind: decision
            next: [{when: There is a new damage, to: estimate}, {otherwise: settle}]
          - {id: estimate, name: Estimate the repair, inputs: [protocol], outputs: [bill], next: end}
          - {id: settle, name: Settle the bill, inputs: [protocol], outputs: [bill]}
    """
    near = (
        """
        process: 还车
        name: 租车归还
        steps:
          - {id: 分工, name: 同时验车和结算, kind: parallel, next: [验车, 结算]}
          - {id: 验车, name: 检查车况, outputs: [验车单], next: 归档}
          - {id: 结算, name: 结算租金, outputs: [账单], next: 归档}
          - {id: 归档, name: 归档, join: all, inputs: [验车单, 账单]}
    """,
        """
        process: rental
        name: Return of a rental car
        steps:
          - id: booked
            name: Was the car booked online?
            kind: decision
            next: [{when: Booked online, to: load}, {otherwise: write}]
          - {id: load, name: Load the booking, outputs: [booking], next: return}
          - {id: write, name: Write a booking, outputs: [booking]}
          - {id: return, name: Take back the car, inputs: [booking]}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each artifact that is missing on some run, at the first step that needs it there."""
        if not context.graph.is_whole:
            return
        data, unsaid = context.data, after_open_calls(context)
        seen: set[str] = set()
        for node in context.nodes():
            for index, artifact in enumerate(node.step.inputs):
                if (
                    artifact in seen
                    or artifact in data.sure[node.id]
                    or artifact not in data.possible[node.id]
                ):
                    continue
                way = data.way_without(artifact, node.id)
                if way is None or not unsaid.isdisjoint(way):
                    continue
                seen.add(artifact)
                message = msg(
                    "`{artifact}` is not there on every run; it is missing on: {run}",
                    artifact=artifact,
                    run=context.run_text(way),
                )
                help = msg(
                    "make it on that way too, or lead the way past ‘{step}’", step=context.step_name(node.id)
                )
                yield Problem((*node.route, "inputs", index), message, help, _makers(context, artifact))


def _makers(context: ProcessContext, artifact: str) -> tuple[tuple[Route | Place, Message], ...]:
    nodes = [context.graph.nodes[id] for id in context.data.writers.get(artifact, ())]
    return tuple(
        ((*node.route, "outputs", node.step.outputs.index(artifact)), msg("here it is made"))
        for node in nodes
    )
