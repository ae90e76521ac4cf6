"""Whoever prepares something also approves it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.roles.approval import is_approval, only_takes_in
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.vocabulary import Line, RoleKind
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.graph.elements import Node

__all__ = ["SelfApproval"]


class SelfApproval(ProcessRule):
    """Whoever prepares something also approves it.

    A step that is called approve, authorise, sign off, 审核, 批准, 核准 or the like is done by the very role that alone
    made what it needs, or, where it names no inputs, did the step before. Taking in what others made is no preparing.
    Two people of the same role are not told apart: where the second one approves, silence the rule there and say so.

    Why: The second pair of eyes is the control that auditors ask for first. Nobody finds their own mistake, and
    nobody refuses their own claim.

    Fix: Give the approval to another role, or call the step what it is: a check of one's own work.
    """

    code = "R302"
    name = "self-approval"
    severity = Severity.WARNING
    profile = Profile.STANDARD
    bad = """
        process: expense
        name: Expense claim
        roles:
          clerk: {name: Clerk}
        steps:
          - {id: prepare, name: Prepare the payment, role: clerk, outputs: [payment]}
          - {id: approve, name: Approve the payment, role: clerk, inputs: [payment]}  #!
          - {id: pay, name: Pay, role: clerk}
    """
    good = """
        process: expense
        name: Expense claim
        roles:
          clerk: {name: Clerk}
          controller: {name: Controller}
        steps:
          - {id: prepare, name: Prepare the payment, role: clerk, outputs: [payment]}
          - {id: approve, name: Approve the payment, role: controller, inputs: [payment]}
          - {id: pay, name: Pay, role: clerk}
    """
    near = (
        """
        process: 报销
        name: 费用报销
        roles:
          员工: {name: 员工}
          会计: {name: 会计}
        steps:
          - {id: 填单, name: 填写报销单, role: 员工, outputs: [报销单]}
          - {id: 审核, name: 审核报销单, role: 会计, inputs: [报销单]}
          - {id: 复核, name: 复核报销单, role: 会计, inputs: [报销单]}
    """,
        """
        process: 登記
        name: 商業登記
        roles:
          科長: {name: 科長}
          承辦人: {name: 承辦人}
        steps:
          - {id: 核准, name: 核准登記, role: 科長}
          - {id: 繕打, name: 繕打核准函, role: 承辦人, outputs: [核准函]}
          - {id: 寄送, name: 寄送核准登記函, role: 承辦人, inputs: [核准函]}
    """,
        """
        process: 申請
        name: 補助申請
        roles:
          承辦人: {name: 承辦人}
        steps:
          - {id: 收件, name: 受理申請, role: 承辦人, outputs: [申請書]}
          - {id: 審核, name: 審核申請書, role: 承辦人, inputs: [申請書], outputs: [意見]}
          - {id: 送審, name: 將意見送審核科, role: 承辦人, inputs: [意見]}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each approval of what the same single role made."""
        for node in context.nodes():
            if not _is_by_one_role(context, node) or not is_approval(context, node.step):
                continue
            makers = _makers(context, node)
            if makers and all(maker.roles == node.roles for maker in makers):
                message = msg(
                    "‘{role}’ approves in ‘{step}’ what the same role prepared",
                    role=context.role_name(node.step.role[0]),
                    step=context.step_name(node.id),
                )
                first = (*makers[0].route, "name")
                yield Problem(
                    (*node.route, "role"),
                    message,
                    msg("give the approval to another role"),
                    ((first, msg("prepared here")),),
                )


def _is_by_one_role(context: ProcessContext, node: Node) -> bool:
    """Tell whether one role of the organisation's people does a step."""
    role = context.role(node.step.role[0]) if len(node.roles) == 1 else None
    return role is not None and role.kind is not RoleKind.SYSTEM and role.line is not Line.CUSTOMER


def _makers(context: ProcessContext, node: Node) -> list[Node]:
    """Return the steps that made what a step judges: writers of its inputs, or else the steps right before."""
    graph = context.graph
    if node.step.inputs:
        ids = [id for artifact in node.step.inputs for id in context.data.writers.get(artifact, ())]
    else:
        ids = [flow.source for flow in graph.incoming[node.id] if flow.index not in graph.back_flows]
    made = [graph.nodes[id] for id in dict.fromkeys(ids) if id != node.id]
    return [m for m in made if not is_approval(context, m.step) and not only_takes_in(context, m.step)]
