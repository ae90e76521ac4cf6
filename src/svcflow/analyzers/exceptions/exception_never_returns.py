"""An exception that leads out of the process without a word to the customer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.graph.algorithms import reachable
from svcflow.graph.elements import FlowKind
from svcflow.i18n import msg
from svcflow.model.vocabulary import StepKind
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.finding import Route
    from svcflow.model.step import Step

__all__ = ["ExceptionNeverReturns"]


class ExceptionNeverReturns(ProcessRule):
    """An exception leads out of the process for good, and the customer does not hear of it.

    After `goto` no step of the normal way follows any more, and no step that follows has a touchpoint or is done by
    the customer. An exception that goes straight to an end needs `do` or `escalate` that says how the customer is
    told. Processes that meet no customer are not looked at.

    Why: The case is closed for the organisation and open for the customer, who goes on waiting until they call. That
    call is the complaint.

    Fix: Lead the exception back to the normal way, for example to the step that tells the customer the result, or add
    a step with a touchpoint in which somebody tells them what becomes of their case.
    """

    code = "X202"
    name = "exception-never-returns"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: loan
        name: Small loan
        roles:
          customer: {name: Customer, line: customer}
          clerk: {name: Clerk}
          fraud: {name: Fraud desk}
        steps:
          - {id: apply, name: Apply, role: customer}
          - id: check
            name: Check the papers
            role: clerk
            exceptions:
              - when: a paper is forged
                goto: report  #!
              - when: the register is closed
                goto: end  #!
          - {id: pay, name: Pay the loan out, role: clerk, touchpoint: {channel: branch}, next: end}
          - {id: report, name: Report the case, role: fraud}
          - {id: store, name: Store the file, role: fraud}
    """
    good = """
        process: loan
        name: Small loan
        roles:
          customer: {name: Customer, line: customer}
          clerk: {name: Clerk}
        steps:
          - {id: apply, name: Apply, role: customer}
          - id: check
            name: Check the papers
            role: clerk
            exceptions:
              - {when: a paper is forged, goto: report}
              - {when: the register is closed, do: tell the customer to come back tomorrow, goto: end}
          - {id: pay, name: Pay the loan out, role: clerk, touchpoint: {channel: branch}, next: end}
          - {id: report, name: Report the case, role: clerk}
          - {id: refuse, name: Refuse the loan, role: clerk, touchpoint: {channel: letter}}
    """
    near = (
        # it comes back to the normal way
        """
        process: 维修
        name: 上门维修
        roles:
          业主: {name: 业主, line: customer}
          师傅: {name: 维修师傅}
        steps:
          - {id: 报修, name: 报修, role: 业主}
          - {id: 维修, name: 上门维修, role: 师傅, exceptions: [{when: 缺少配件, goto: 领料}]}
          - {id: 验收, name: 验收, role: 业主, next: end}
          - {id: 领料, name: 领取配件, role: 师傅, next: 验收}
        """,
        # no customer is served here
        """
        process: backup
        name: Nightly backup
        roles:
          operator: {name: Operator}
        steps:
          - {id: copy, name: Copy the data, role: operator, exceptions: [{when: disk full, goto: clean}]}
          - {id: log, name: Write the log, role: operator, next: end}
          - {id: clean, name: Clean the disk, role: operator}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each exception that leaves the normal way for good without a touchpoint."""
        graph = context.graph
        leaving = [flow for flow in graph.flows if flow.kind is FlowKind.EXCEPTION]
        if not leaving or not graph.is_whole or not any(_meets(context, step) for _, step in context.steps()):
            return
        normal = _normal_way(context)
        for flow in leaving:
            if flow.source not in graph.reachable or flow.target in normal:
                continue
            way = reachable(graph.successors, [flow.target]) if flow.target else set()
            steps = [graph.nodes[id].step for id in way]
            told = any(_meets(context, step) for step in steps) or not normal.isdisjoint(way)
            straight = all(step.kind is StepKind.END for step in steps)
            if told or (straight and _is_told(context, flow.route)):
                continue
            message = msg(
                "after ‘{case}’ the process does not come back from ‘{step}’, and the customer does not hear of it",
                case=context.text(flow.label or ""),
                step=context.step_name(flow.target or flow.source),
            )
            help = msg("lead back to the normal way, or add a step with a touchpoint that tells the customer")
            yield Problem(flow.route, message, help)


def _normal_way(context: ProcessContext) -> set[str]:
    """Return the steps that a run without exceptions may come to; its ends tell nobody anything."""
    graph = context.graph
    ways = {
        id: [flow.target for flow in flows if flow.target is not None and flow.kind is not FlowKind.EXCEPTION]
        for id, flows in graph.outgoing.items()
    }
    return {id for id in reachable(ways, [graph.start]) if graph.nodes[id].step.kind is not StepKind.END}


def _meets(context: ProcessContext, step: Step) -> bool:
    """Tell whether the customer takes part in a step."""
    return step.touchpoint is not None or any(context.is_customer(role) for role in step.role)


def _is_told(context: ProcessContext, route: Route) -> bool:
    """Tell whether the exception at a route says what is done, or who is called."""
    _, step, _, case, *_ = route
    found = context.process.steps[int(step)].exceptions[int(case)]
    return found.do is not None or found.escalate is not None
