"""Nobody is called when a step is late."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.analyzers.timing.promises import done_by_people, step_slas
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["NoEscalation"]


class NoEscalation(ProcessRule):
    """Nobody is called when a step is late.

    A step that people do within a time should say who is called when the time is not kept, unless the SLA of the
    process says it for all its steps.

    Why: An SLA without escalation is a wish. The first who notices is the customer.

    Fix: Write `escalate` at the SLA: `sla: {completion: 1h, escalate: {to: ROLE, after: 45m}}`, or at that of the
    process.
    """

    code = "T301"
    name = "no-escalation"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: incident
        name: Network incident
        roles:
          engineer: {name: Engineer}
        steps:
          - {id: repair, name: Repair the line, role: engineer, sla: 4h}  #!
    """
    good = """
        process: incident
        name: Network incident
        roles:
          engineer: {name: Engineer}
          manager: {name: Duty manager}
        steps:
          - id: repair
            name: Repair the line
            role: engineer
            sla: {completion: 4h, escalate: {to: manager, after: 3h}}
    """
    near = (
        """
        process: 故障
        name: 网络故障
        sla: {resolution: 1d, escalate: 值班经理}
        roles:
          工程师: {name: 工程师}
          值班经理: {name: 值班经理}
        steps:
          - {id: 修复, name: 修复线路, role: 工程师, sla: 4h}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each SLA of people after which nobody is called."""
        of_process = context.process.sla
        if of_process and of_process.escalate:
            return
        for route, step, sla in step_slas(context):
            told = sla.escalate or any(case.after and case.escalate for case in step.exceptions)
            if told or not (sla.completion or sla.response) or not done_by_people(context, step):
                continue
            message = msg("nobody is called when ‘{step}’ is late", step=context.step_name(step.id))
            yield Problem(
                route,
                message,
                msg(
                    "write `escalate: {to: ROLE, after: TIME}` at the SLA, or at that of the process for all"
                ),
            )
