"""An agreement speaks of a handoff that does not happen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.finding import Place, Route
    from svcflow.i18n import Message
    from svcflow.model.flow import Handoff

    Places = tuple[tuple[Route | Place, Message], ...]

__all__ = ["HandoffNotInFlow"]


class HandoffNotInFlow(ProcessRule):
    """An agreement speaks of a handoff that does not happen.

    The flow never leads from the step that should hand over (or what the same hands do next) to the step that
    should take over, or both are in the same hands; or the handoff is agreed twice. Steps that do not exist, or that no
    way leads to, are told by other rules.

    Why: Somebody waits for work that never comes this way; and the handoff that really happens has no agreement.

    Fix: Correct `from` and `to`, or take the agreement out.
    """

    code = "H102"
    name = "handoff-not-in-flow"
    severity = Severity.ERROR
    profile = Profile.STANDARD
    bad = """
        process: parcel
        name: Lost parcel
        roles:
          clerk: {name: Clerk, department: Counter}
          driver: {name: Driver, department: Delivery}
        steps:
          - {id: report, name: Take the report, role: clerk}
          - {id: search, name: Search the van, role: driver}
          - {id: tell, name: Tell the customer, role: clerk}
        handoffs:
          - {from: report, to: search, passes: [report]}
          - {from: report, to: tell, passes: [report]}  #!
    """
    good = """
        process: parcel
        name: Lost parcel
        roles:
          clerk: {name: Clerk, department: Counter}
          driver: {name: Driver, department: Delivery}
        steps:
          - {id: report, name: Take the report, role: clerk}
          - {id: search, name: Search the van, role: driver}
          - {id: tell, name: Tell the customer, role: clerk}
        handoffs:
          - {from: report, to: search, passes: [report]}
          - {from: search, to: tell, passes: [result]}
    """
    near = (
        """
        process: 投诉
        name: 投诉
        roles:
          客服: {name: 客服}
          专员: {name: 投诉专员}
        steps:
          - {id: 受理, name: 受理投诉, role: 客服}
          - {id: 分派, name: 是否当场解决？, kind: decision, role: 客服, next: [{when: 是, to: end}, {otherwise: 核查}]}
          - {id: 核查, name: 核查投诉, role: 专员}
        handoffs:
          - {from: 受理, to: 核查, passes: [工单]}
    """,
        """
        process: parcel
        name: A step that does not exist is told by another rule
        roles:
          clerk: {name: Clerk}
        steps:
          - {id: report, name: Take the report, role: clerk}
        handoffs:
          - {from: report, to: serch, passes: [report]}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each agreement that no change of hands corresponds to."""
        graph = context.graph
        for index in graph.unmatched_agreements:
            agreement = context.process.handoffs[index]
            if not {agreement.from_, agreement.to} <= graph.reachable:
                continue
            source, target = graph.nodes[agreement.from_], graph.nodes[agreement.to]
            said = {"source": context.step_name(source.id), "target": context.step_name(target.id)}
            related: Places = ()
            first = next(
                (i for i, one in enumerate(context.process.handoffs) if _same(one, agreement)), index
            )
            if first < index:
                message = msg("the handoff from ‘{source}’ to ‘{target}’ is agreed twice", **said)
                related = ((("handoffs", first, "to"), msg("agreed here first")),)
            elif source.roles == target.roles and target.id in graph.successors[source.id]:
                message = msg(
                    "‘{source}’ and ‘{target}’ are in the same hands: there is nothing to hand over", **said
                )
            else:
                message = msg("the work never goes from ‘{source}’ to ‘{target}’", **said)
            help_ = msg("correct `from` and `to`, or take the agreement out")
            yield Problem(("handoffs", index, "to"), message, help_, related)


def _same(one: Handoff, other: Handoff) -> bool:
    return (one.from_, one.to) == (other.from_, other.to)
