"""A step that runs on, unwritten, into the first step of another branch."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers import rule
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.graph.algorithms import reachable
from svcflow.graph.elements import FlowKind
from svcflow.i18n import msg
from svcflow.model.vocabulary import StepKind
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.graph import Flow, ProcessGraph

__all__ = ["FallsIntoBranch"]

_BRANCHES = {FlowKind.BRANCH, FlowKind.OTHERWISE, FlowKind.EVENT}


class FallsIntoBranch(ProcessRule):
    """A step runs on, without saying so, into the first step of another branch.

    A step without `next` is followed by the one below it. At the end of a branch that may be the beginning of the
    next branch, and the two, of which only one was meant to run, run one after the other. A step at which several
    branches come together (two or more name it, or it has `join`) is not such a beginning. Nor is the step to which a
    branch just skips ahead, as in any numbered procedure: no deposit needed, go on with step 5; the option `skips`
    counts these, too.

    Why: The refusal is sent to those who were accepted. The fault hides well, since each branch reads right on its own.

    Fix: Write `next` at the last step of each branch: where the process goes on, or `end`. If the steps of the
    other branch are meant to follow, name its first step with `next`, and the reader knows it, too.
    """

    code = "F206"
    name = "falls-into-branch"
    severity = Severity.WARNING
    profile = Profile.STANDARD
    bad = """
        process: visa
        name: Visa application
        steps:
          - {id: check, name: Check the documents}
          - id: decide
            name: Are the conditions met?
            kind: decision
            next:
              - {when: all are met, to: grant}
              - {when: documents are missing, to: ask}
              - otherwise: refuse
          - {id: grant, name: Print the visa, next: tell}
          - id: ask
            name: Ask for the documents  #!
          - {id: refuse, name: Write the refusal}
          - {id: tell, name: Tell the applicant}
    """
    good = """
        process: visa
        name: Visa application
        steps:
          - {id: check, name: Check the documents}
          - id: decide
            name: Are the conditions met?
            kind: decision
            next:
              - {when: all are met, to: grant}
              - {when: documents are missing, to: ask}
              - otherwise: refuse
          - {id: grant, name: Print the visa, next: tell}
          - {id: ask, name: Ask for the documents, next: tell}
          - {id: refuse, name: Write the refusal}
          - {id: tell, name: Tell the applicant}
    """
    near = (
        # An ordinary place to come together: each branch names it, the last one runs on into it.
        """
        process: 签证
        name: 签证受理
        steps:
          - id: 初审
            name: 材料齐全？
            kind: decision
            next:
              - {when: 齐全, to: 审批}
              - {when: 缺少照片, to: 补拍}
              - otherwise: 补件
          - {id: 补拍, name: 现场补拍照片, next: 审批}
          - {id: 补件, name: 通知补件}
          - {id: 审批, name: 审批}
        """,
        """
        process: check-up
        name: Health check
        steps:
          - {id: split, name: Two examinations, kind: parallel, next: [blood, heart]}
          - {id: blood, name: Take blood, next: sum-up}
          - {id: heart, name: Listen to the heart}
          - {id: sum-up, name: Sum up, join: all}
        """,
        # A branch that only skips a step.
        """
        process: rent-a-car
        name: Renting a car
        steps:
          - id: deposit
            name: Is a deposit needed?
            kind: decision
            next:
              - {when: "yes", to: take-deposit}
              - {when: "no", to: hand-over}
          - {id: take-deposit, name: Take the deposit}
          - {id: hand-over, name: Hand over the keys}
          - {id: wave, name: Wave goodbye}
        """,
        # A step that the exception of an earlier one skips to, and the usual way, too.
        """
        process: delivery
        name: Delivery
        steps:
          - id: pack
            name: Pack the goods
            exceptions:
              - {when: the goods are gone, goto: inform}
          - {id: ship, name: Ship them}
          - {id: inform, name: Inform the customer}
        """,
    )

    class Options(rule.Options):
        """The options of the rule."""

        skips: bool = False
        """Whether a step to which a branch just skips ahead counts as the beginning of one, e.g. `true`."""

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each unwritten flow that leads from one branch into the beginning of another."""
        graph = context.graph
        for flow in graph.flows:
            if not flow.implicit or flow.target is None or flow.source not in graph.reachable:
                continue
            entry = _entry(graph, flow.target)
            if entry is None or entry.source == flow.source:
                continue
            others = _other_branches(graph, entry)
            if flow.source not in reachable(graph.forward, others):
                continue
            if not (self.options.skips or _is_branch_of_its_own(graph, entry, others)):
                continue
            yield Problem(
                ("steps", graph.nodes[flow.source].index, "name"),
                msg(
                    "‘{step}’ runs on into ‘{next}’, the beginning of another branch of ‘{split}’",
                    step=context.step_name(flow.source),
                    next=context.step_name(flow.target),
                    split=context.step_name(entry.source),
                ),
                msg(
                    "say where it goes on: `next: {next}` if that is meant, another step or `end` if not",
                    next=flow.target,
                ),
                related=((entry.route, msg("this branch begins there")),),
            )


def _entry(graph: ProcessGraph, step: str) -> Flow | None:
    """Return the only written flow that leads to a step, if it is a branch; None where several come together."""
    if graph.nodes[step].step.join is not None:
        return None
    written = [
        flow
        for flow in graph.incoming[step]
        if not flow.implicit and flow.source in graph.reachable and flow.index not in graph.back_flows
    ]
    if len(written) != 1:
        return None
    (flow,) = written
    several = len(graph.outgoing[flow.source]) > 1
    return flow if several and (flow.kind in _BRANCHES or _is_parallel(graph, flow)) else None


def _is_parallel(graph: ProcessGraph, flow: Flow) -> bool:
    return graph.nodes[flow.source].step.kind is StepKind.PARALLEL


def _other_branches(graph: ProcessGraph, entry: Flow) -> list[str]:
    """Return the first steps of the other branches of the step that a branch leaves."""
    usual = (*_BRANCHES, FlowKind.SEQUENCE)
    flows = (flow for flow in graph.outgoing[entry.source] if flow is not entry and flow.kind in usual)
    return [flow.target for flow in flows if flow.target is not None]


def _is_branch_of_its_own(graph: ProcessGraph, entry: Flow, others: list[str]) -> bool:
    """Whether a branch is more than a way to skip ahead to where the others come anyway.

    It is if all branches run, if another one passes it by, or if its first step says with `next` where it goes on
    although that is the step below: who writes so ends branches on purpose.
    """
    first = str(entry.target)
    if _is_parallel(graph, entry) or any(first not in reachable(graph.forward, [one]) for one in others):
        return True
    onward = graph.outgoing[first]
    if len(onward) != 1 or onward[0].implicit or onward[0].target is None:
        return False
    return graph.nodes[onward[0].target].index == graph.nodes[first].index + 1
