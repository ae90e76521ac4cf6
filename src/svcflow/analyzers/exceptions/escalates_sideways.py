"""An escalation to somebody who can decide no more than the one who calls."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.exceptions.calls import Call, calls
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import Message, msg
from svcflow.model.vocabulary import RoleKind
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["EscalatesSideways"]


class EscalatesSideways(ProcessRule):
    """An escalation calls somebody who can decide no more than the one who calls.

    That is what the roles say: the one who is called reports to the caller or to the same superior, only stands in for
    the caller, is the customer, or is a system. Whoever leads the caller's department, is accountable for the step or
    owns the process may be called whatever they report to. Where nothing is said of the superiors, nothing is found.

    Why: An escalation costs time, and is worth it only if it reaches somebody who may do what the first one may not:
    grant the exception, add hands, change the order.

    Fix: Call the one the role reports to. If the role that is called does have the say, write so: `reports_to` at the
    roles.
    """

    code = "X302"
    name = "escalates-sideways"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: refund
        name: Refund
        roles:
          agent: {name: Agent, reports_to: lead, deputy: second}
          second: {name: Second agent, reports_to: lead}
          accountant: {name: Accountant, reports_to: lead}
          lead: {name: Team lead}
          robot: {name: Payment system, kind: system}
        steps:
          - {id: check, name: Check the claim, role: agent, sla: {completion: 10m, escalate: accountant}}  #!
          - id: decide
            name: Decide on the refund
            role: lead
            exceptions:
              - {when: the amount is above the limit, escalate: agent}  #!
          - {id: book, name: Book the refund, role: agent, sla: {completion: 5m, escalate: second}}  #!
          - id: pay
            name: Pay
            role: accountant
            sla:
              completion: 1d
              escalate: robot  #!
    """
    good = """
        process: refund
        name: Refund
        roles:
          agent: {name: Agent, reports_to: lead}
          lead: {name: Team lead, reports_to: manager}
          manager: {name: Manager}
        steps:
          - {id: check, name: Check the claim, role: agent, sla: {completion: 10m, escalate: lead}}
          - id: decide
            name: Decide on the refund
            role: lead
            exceptions:
              - {when: the amount is above the limit, escalate: manager}
    """
    near = (
        # two levels up, the owner of the process, and roles of which nothing is said
        """
        process: 退款
        name: 退款
        owner: 质量主管
        roles:
          坐席: {name: 坐席, reports_to: 主管}
          主管: {name: 主管, reports_to: 经理}
          质量主管: {name: 质量主管, reports_to: 主管}
          经理: {name: 经理}
          财务: {name: 财务}
        steps:
          - {id: 受理, name: 受理退款, role: 坐席, sla: {completion: 10m, escalate: 经理}}
          - {id: 复核, name: 复核金额, role: 坐席, sla: {completion: 10m, escalate: 质量主管}}
          - {id: 付款, name: 付款, role: 财务, sla: {completion: 1d, escalate: 主管}}
        """,
        # one of those who may do the step stands below the one who is called
        """
        process: ward
        name: Patient alarm
        roles:
          nurse: {name: Nurse, reports_to: matron}
          student: {name: Student nurse, reports_to: nurse}
          doctor: {name: Doctor, reports_to: matron}
          matron: {name: Matron}
        steps:
          - {id: answer, name: Answer the alarm, role: [student, nurse], sla: {completion: 5m, escalate: matron}}
          - {id: note, name: Note it, role: student, sla: {completion: 5m, escalate: nurse}}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each escalation that goes down or sideways from all who may do the step."""
        for call in calls(context):
            if call.to in {*call.step.role, *call.step.accountable, context.process.owner}:
                continue
            reasons = [_reason(context, call, role) for role in call.step.role]
            if reasons and (reason := reasons[0]) is not None and all(reasons):
                yield Problem(
                    call.route, reason, msg("call somebody who may decide: the one the role reports to")
                )


def _reason(context: ProcessContext, call: Call, caller: str) -> Message | None:
    """Return what shows that the one who is called has no more say than the caller."""
    one, other = context.role(caller), context.role(call.to)
    if one is None or other is None or one.reports_to == call.to:
        return None
    names = {
        "step": context.step_name(call.step.id),
        "to": context.role_name(call.to),
        "role": context.role_name(caller),
    }
    if context.is_customer(call.to):
        return msg("‘{step}’ escalates to the customer, ‘{to}’", **names)
    if other.kind is RoleKind.SYSTEM:
        return msg("‘{step}’ escalates to ‘{to}’, a system, which decides nothing", **names)
    if call.to in _above(context, caller) or _leads(context, call.to, one.department):
        return None
    if caller in _above(context, call.to):
        return msg("‘{step}’ escalates from ‘{role}’ down to ‘{to}’, who reports to them", **names)
    if one.reports_to and one.reports_to == other.reports_to:
        above = context.role_name(one.reports_to)
        return msg(
            "‘{step}’ escalates from ‘{role}’ to ‘{to}’, and both report to ‘{above}’", **names, above=above
        )
    if call.to in one.deputy:
        return msg("‘{step}’ escalates to ‘{to}’, who only stands in for ‘{role}’", **names)
    return None


def _above(context: ProcessContext, role: str) -> set[str]:
    """Return all to whom a role reports, directly or through others."""
    found: set[str] = set()
    current = context.role(role)
    while current is not None and current.reports_to and current.reports_to not in found:
        found.add(current.reports_to)
        current = context.role(current.reports_to)
    return found


def _leads(context: ProcessContext, role: str, department: str | None) -> bool:
    entry = context.shared.departments.get(department) if department else None
    return entry is not None and entry.value.head == role
