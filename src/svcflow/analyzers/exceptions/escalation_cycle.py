"""Roles that call each other in a circle."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.exceptions.calls import Call, calls
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.graph.algorithms import components
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["EscalationCycle"]


class EscalationCycle(ProcessRule):
    """Roles escalate to each other in a circle.

    The escalations of all SLAs and exceptions of the process are followed from role to role: whoever does a step calls
    the one that is named there, who in their own steps calls somebody else. The way must not lead back.

    Why: A case that two roles send to each other has nobody above it. Each has escalated in time, and nothing happens.

    Fix: Let the last one of the circle call somebody who stands above all of them.
    """

    code = "X301"
    name = "escalation-cycle"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: outage
        name: Outage of the booking system
        roles:
          desk: {name: Service desk}
          engineer: {name: Engineer}
        steps:
          - {id: receive, name: Take the report, role: desk, sla: {completion: 10m, escalate: engineer}}
          - id: repair
            name: Repair the system
            role: engineer
            sla: 4h
            exceptions:
              - {when: the cause is not found, escalate: desk}  #!
    """
    good = """
        process: outage
        name: Outage of the booking system
        roles:
          desk: {name: Service desk}
          engineer: {name: Engineer}
          manager: {name: Duty manager}
        steps:
          - {id: receive, name: Take the report, role: desk, sla: {completion: 10m, escalate: engineer}}
          - id: repair
            name: Repair the system
            role: engineer
            sla: 4h
            exceptions:
              - {when: the cause is not found, escalate: manager}
    """
    near = (
        # a role that calls itself is another fault
        """
        process: 报障
        name: 系统报障
        roles:
          坐席: {name: 坐席}
          工程师: {name: 工程师}
        steps:
          - {id: 受理, name: 受理报障, role: 坐席, sla: {completion: 10m, escalate: 工程师}}
          - {id: 修复, name: 修复故障, role: [坐席, 工程师], sla: {completion: 4h, escalate: 工程师}}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield one problem for each circle, at the escalation in it that is written last."""
        known = [call for call in calls(context) if call.to not in call.step.role]
        ways: dict[str, list[str]] = {}
        for call in known:
            for role in call.step.role:
                ways.setdefault(role, []).append(call.to)
        for circle in components(ways):
            if len(circle) > 1:
                members = set(circle)
                *others, last = [c for c in known if c.to in members and not members.isdisjoint(c.step.role)]
                yield _problem(context, others, last)


def _problem(context: ProcessContext, others: list[Call], last: Call) -> Problem:
    message = msg(
        "‘{step}’ calls ‘{role}’, whose own calls lead back here",
        step=context.step_name(last.step.id),
        role=context.role_name(last.to),
    )
    related = tuple(
        (
            call.route,
            msg(
                "‘{step}’ calls ‘{role}’",
                step=context.step_name(call.step.id),
                role=context.role_name(call.to),
            ),
        )
        for call in others
    )
    return Problem(last.route, message, msg("call somebody who stands above all of them"), related)
