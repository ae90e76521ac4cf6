"""The customer is given a step that is the organisation's own work."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["CustomerDoesInternalWork"]


class CustomerDoesInternalWork(ProcessRule):
    """The customer is given a step that is the organisation's own work.

    Only customers act in the step, and it uses tools or keeps records, without a touchpoint that would bring these to
    the customer.

    Why: A lane of the customer that is full of internal work is either drawn wrong, or the service lets its
    customers do its administration.

    Fix: Give the step to the role that does it; or, for self-service, add the `touchpoint` with its channel.
    """

    code = "R303"
    name = "customer-does-internal-work"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: registration
        name: Registration for a course
        roles:
          student: {name: Student, line: customer}
          office: {name: Course office}
        steps:
          - {id: apply, name: Hand in the application, role: student}
          - {id: enter, name: Enter the application into the register, role: student, tools: [register]}  #!
          - {id: confirm, name: Confirm the place, role: office}
    """
    good = """
        process: registration
        name: Registration for a course
        roles:
          student: {name: Student, line: customer}
          office: {name: Course office}
        steps:
          - {id: apply, name: Hand in the application, role: student}
          - {id: enter, name: Enter the application into the register, role: office, tools: [register]}
          - {id: confirm, name: Confirm the place, role: office}
    """
    near = (
        """
        process: 报名
        name: 在线报名
        roles:
          学员: {name: 学员, line: customer}
        steps:
          - id: 填报
            name: 在自助终端填写报名表
            role: 学员
            tools: [自助终端]
            touchpoint: {channel: kiosk, customer: 填写报名表}
    """,
        """
        process: repair
        name: Repair of a bicycle
        roles:
          rider: {name: Rider, line: customer}
          mechanic: {name: Mechanic}
        steps:
          - {id: estimate, name: Tell the price, role: mechanic}
          - {id: approve, name: Approve the price, role: rider}
          - {id: repair, name: Repair the bicycle, role: mechanic}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each step of the customer alone that is internal work."""
        for route, step in context.steps():
            if context.by_customer(step) and (step.tools or step.records) and step.touchpoint is None:
                message = msg(
                    "‘{step}’ is the organisation's own work, and the customer is to do it",
                    step=context.step_name(step.id),
                )
                yield Problem(
                    (*route, "role"), message, msg("give it to a role of yours, or add the `touchpoint`")
                )
