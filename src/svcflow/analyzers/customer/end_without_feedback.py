"""The process can end without the customer being asked for an opinion."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.customer.contact import serves_customers
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.graph.elements import FlowKind
from svcflow.i18n import msg
from svcflow.model.vocabulary import Join, StepKind
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.graph.elements import Flow, Node

__all__ = ["EndWithoutFeedback"]


class EndWithoutFeedback(ProcessRule):
    """The process can end without the customer being asked for an opinion.

    On some way to this end no step has `feedback`. Ways that leave a step by an exception or a time-out do not count:
    a customer who has gone away cannot be asked. A called process is taken to ask for itself. It is looked at in
    processes in which customers take part; where no step asks at all, it is said once.

    Why: Those who were refused, sent on or gave up are the ones to learn from, and the ones nobody asks.

    Fix: Write `feedback: {method: survey by text message, after: 3d, kpi: csat}` at the last step with the customer.
    """

    code = "C209"
    name = "end-without-feedback"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: visa
        name: Visa
        roles:
          traveller: {name: Traveller, line: customer}
        steps:
          - {id: apply, name: Apply for the visa, role: traveller}
          - id: decide
            name: Decide on the application
            next: [{when: all conditions are met, to: issue}, {otherwise: refuse}]
          - {id: issue, name: Hand over the visa, feedback: {method: survey by mail, kpi: csat}, next: end}
          - {id: refuse, name: Explain the refusal}
          - {id: refused, name: Refused, kind: end}  #!
    """
    good = """
        process: visa
        name: Visa
        roles:
          traveller: {name: Traveller, line: customer}
        steps:
          - {id: apply, name: Apply for the visa, role: traveller}
          - id: decide
            name: Decide on the application
            next: [{when: all conditions are met, to: issue}, {otherwise: refuse}]
          - {id: issue, name: Hand over the visa, feedback: {method: survey by mail, kpi: csat}, next: end}
          - {id: refuse, name: Explain the refusal, feedback: {method: two questions on the letter, kpi: csat}}
          - {id: refused, name: Refused, kind: end}
    """
    near = (
        """
        process: 签证
        name: 并行分支中有一支询问即可；逾期与异常不算
        roles:
          旅客: {name: 旅客, line: customer}
        steps:
          - {id: 申请, name: 提交申请, role: 旅客, exceptions: [{when: 旅客中途离开, goto: end}]}
          - {id: 等待, name: 等待补件, kind: wait, until: 旅客补件, at_most: {time: 5bd, to: end}}
          - {id: 分派, name: 同时办理, kind: parallel, next: [寄送, 询问]}
          - {id: 寄送, name: 寄送签证, next: 完成}
          - {id: 询问, name: 询问意见, feedback: 短信问卷, next: 完成}
          - {id: 完成, name: 归档, join: all}
    """,
        """
        process: 结账
        name: 内部结账
        roles:
          会计: {name: 会计, line: backstage}
        steps:
          - {id: 结账, name: 月末结账, role: 会计}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each end that a way without feedback leads to; where nobody is ever asked, one problem for all."""
        if not serves_customers(context):
            return
        help_ = msg(
            "write `feedback` at the last step with the customer: how they are asked, and which KPI it feeds"
        )
        ends = list(_unasked_ends(context))
        if ends and not any(step.feedback for step in context.process.steps):
            yield Problem(("name",), msg("no step says how the customer is asked for an opinion"), help_)
            return
        for node in ends:
            message = msg(
                "the process can end with ‘{step}’ without the customer being asked for an opinion",
                step=context.step_name(node.id),
            )
            yield Problem((*node.route, "name"), message, help_)


_ASIDE = {FlowKind.EXCEPTION, FlowKind.TIMEOUT}


def _unasked_ends(context: ProcessContext) -> Iterator[Node]:
    """Yield the steps with which a way ends on which nobody was asked, in the order of the flow.

    Whether the customer has been asked after each step is found in the order of the flow, without the ways back.
    """
    graph = context.graph
    asked: dict[str, bool] = {}
    for id in graph.order:
        node = graph.nodes[id]
        before = [
            asked[flow.source]
            for flow in graph.incoming[id]
            if flow.source in asked and flow.kind not in _ASIDE and flow.index not in graph.back_flows
        ]
        if not before and id != graph.start:
            continue
        several = any if node.step.join is Join.ALL else all
        here = node.step.feedback is not None or node.step.kind is StepKind.CALL
        asked[id] = here or (bool(before) and several(before))
        if not asked[id] and _ends(node, graph.outgoing[id]):
            yield node


def _ends(node: Node, flows: list[Flow]) -> bool:
    if node.step.kind is StepKind.END:
        return True
    return any(flow.target is None and flow.unknown is None and flow.kind not in _ASIDE for flow in flows)
