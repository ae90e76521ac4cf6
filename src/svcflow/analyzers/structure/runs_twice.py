"""A step that can be started a second time while the first is still open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.analyzers.structure.telling import told_run
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.graph.elements import Node
    from svcflow.graph.problems import RunsTwice as Twice

__all__ = ["RunsTwice"]


class RunsTwice(ProcessRule):
    """A step can run twice at once for the same case.

    Branches that run side by side, after `kind: parallel` or `kind: inclusive`, come to the same step one after the
    other, and each of them starts it and all that follows. The message tells the shortest run that leads there.

    Why: The customer is called twice, the money is paid out twice, the case is closed while it is still being worked
    on.

    Fix: Write `join: all` at the step, so that it waits for all branches, or `join: any` if the first one is enough.
    Where a branch leads back to an earlier step, join the branches before that.
    """

    code = "F203"
    name = "runs-twice"
    severity = Severity.ERROR
    profile = Profile.STARTER
    bad = """
        process: refund
        name: Return and refund
        steps:
          - {id: receive, name: Receive the parcel}
          - {id: split, name: Check and inform, kind: parallel, next: [check, inform]}
          - {id: check, name: Check the goods, next: refund}
          - {id: inform, name: Inform the customer}
          - {id: refund, name: Pay the money back}  #!
          - {id: close, name: Close the case}
    """
    good = """
        process: refund
        name: Return and refund
        steps:
          - {id: receive, name: Receive the parcel}
          - {id: split, name: Check and inform, kind: parallel, next: [check, inform]}
          - {id: check, name: Check the goods, next: refund}
          - {id: inform, name: Inform the customer}
          - {id: refund, name: Pay the money back, join: all}
          - {id: close, name: Close the case}
    """
    near = (
        """
        process: 退款
        name: 退货退款
        steps:
          - {id: 收货, name: 收到退货}
          - id: 验货
            name: 商品完好？
            kind: decision
            next:
              - {when: 完好, to: 退款}
              - otherwise: 议价
          - {id: 议价, name: 与客户协商}
          - {id: 退款, name: 退款}
        """,
        """
        process: taxi
        name: Taxi to the airport
        steps:
          - {id: call, name: Ask two companies, kind: parallel, next: [first, second]}
          - {id: first, name: Ask the first company, next: book}
          - {id: second, name: Ask the second company}
          - {id: book, name: Book whoever answers first, join: any}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each step that can be started twice, with the run that does it."""
        graph = context.graph
        if not graph.is_whole:
            return
        for twice in graph.soundness.runs_twice:
            step = graph.nodes[twice.node]
            cause = _started_by(context, twice)
            yield Problem(
                ("steps", step.index, "name"),
                msg(
                    "‘{step}’ can run twice at once: {run} → ‘{step}’",
                    step=context.step_name(step.id),
                    run=told_run(context, twice.run),
                ),
                msg("write `join: all` at it, so that it waits for the branches that lead to it")
                if cause
                else msg("join the branches that run side by side before one of them leads here"),
                related=((("steps", cause.index, "name"), msg("this starts the branches")),) if cause else (),
            )


def _started_by(context: ProcessContext, twice: Twice) -> Node | None:
    """Return the last step of the run that starts branches which come together at the step, if there is one."""
    ran = {firing.node for firing in twice.run}
    found = [fork.node for fork in context.graph.forks if fork.node.id in ran and twice.node in fork.shared]
    return found[-1] if found else None
