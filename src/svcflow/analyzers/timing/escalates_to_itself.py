"""A step escalates to the very role that does it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["EscalatesToItself"]


class EscalatesToItself(ProcessRule):
    """A step escalates to the very role that does it.

    This counts for the escalation of its SLA and of its exceptions, where the step names that role alone.

    Why: Who could not do it in time is called to help themselves.

    Fix: Name somebody who can decide or add hands: the one the role reports to, the process owner.
    """

    code = "T303"
    name = "escalates-to-itself"
    severity = Severity.ERROR
    profile = Profile.STANDARD
    bad = """
        process: check-out
        name: Check-out
        roles:
          clerk: {name: Clerk}
        steps:
          - id: bill
            name: Make the bill
            role: clerk
            sla: {completion: 5m, escalate: clerk}  #!
    """
    good = """
        process: check-out
        name: Check-out
        roles:
          clerk: {name: Clerk}
          manager: {name: Manager}
        steps:
          - {id: bill, name: Make the bill, role: clerk, sla: {completion: 5m, escalate: manager}}
    """
    near = (
        """
        process: 退房
        name: 退房
        roles:
          前台: {name: 前台}
          经理: {name: 经理}
        steps:
          - {id: 结账, name: 办理结账, role: [前台, 经理], sla: {completion: 5m, escalate: 经理}}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each escalation to the only role of its step."""
        for route, step in context.steps():
            if len(set(step.role)) != 1:
                continue
            calls = (
                [((*route, "sla", "escalate", "to"), step.sla.escalate.to)]
                if step.sla and step.sla.escalate
                else []
            )
            for index, case in enumerate(step.exceptions):
                if case.escalate:
                    calls.append(((*route, "exceptions", index, "escalate"), case.escalate))
            for where, role in calls:
                if role == step.role[0]:
                    message = msg(
                        "‘{step}’ escalates to ‘{role}’, who does it",
                        step=context.step_name(step.id),
                        role=context.role_name(role),
                    )
                    yield Problem(where, message, msg("name somebody who can decide or add hands"))
