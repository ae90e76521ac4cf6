"""Steps escalate, and nobody is called when the process as a whole is late."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.exceptions.calls import calls
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["NoLastResort"]


class NoLastResort(ProcessRule):
    """Steps call for help, and nobody is called when the promise of the whole process is at risk.

    Looked at are processes with an SLA of their own, in which at least one step escalates. Where no step does either,
    `no-escalation` says it.

    Why: Every step can be in time and the case still be late: it waited between them, it went round twice, those who
    were called did not come. Only who looks at the whole sees that, and the customer counts nothing else.

    Fix: Write `escalate` at the SLA of the process: `sla: {resolution: 3bd, escalate: {to: ROLE, after: 2bd}}`. The
    role should be able to decide over all departments that take part; often it is the owner's superior.
    """

    code = "X303"
    name = "no-last-resort"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: claim
        name: Insurance claim
        sla: {resolution: 10bd}  #!
        roles:
          clerk: {name: Claims clerk}
          lead: {name: Team lead}
        steps:
          - {id: register, name: Register the claim, role: clerk, sla: {completion: 1bd, escalate: lead}}
          - {id: decide, name: Decide on the claim, role: clerk, sla: {completion: 5bd, escalate: lead}}
    """
    good = """
        process: claim
        name: Insurance claim
        sla: {resolution: 10bd, escalate: {to: head, after: 8bd}}
        roles:
          clerk: {name: Claims clerk}
          lead: {name: Team lead}
          head: {name: Head of claims}
        steps:
          - {id: register, name: Register the claim, role: clerk, sla: {completion: 1bd, escalate: lead}}
          - {id: decide, name: Decide on the claim, role: clerk, sla: {completion: 5bd, escalate: lead}}
    """
    near = (
        """
        process: 理赔
        name: 保险理赔
        sla: 10bd
        roles:
          理赔员: {name: 理赔员}
        steps:
          - {id: 登记, name: 登记报案, role: 理赔员, sla: 1bd}
          - {id: 定损, name: 核定损失, role: 理赔员, sla: 5bd}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield one problem where steps escalate and the SLA of the process does not."""
        sla = context.process.sla
        if sla is not None and sla.escalate is None and next(calls(context), None) is not None:
            message = msg("steps call for help, but nobody is called when the whole process is late")
            yield Problem(
                ("sla",), message, msg("write `escalate: {to: ROLE, after: TIME}` at the SLA of the process")
            )
