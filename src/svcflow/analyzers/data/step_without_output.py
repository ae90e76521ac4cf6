"""Nothing comes of a step that people do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.analyzers.timing.promises import done_by_people
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.vocabulary import StepKind
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["StepWithoutOutput"]


class StepWithoutOutput(ProcessRule):
    """Nothing comes of a step that people do.

    A task of the organisation's people should leave something: a document, data, a thing, or at least a record.
    What systems do is not looked at, nor what a customer may do.

    Why: What leaves no trace cannot be checked, handed over or proved; often the step is only a state the case is
    in, or it is no step at all.

    Fix: Write `outputs: [ID]`, what the step makes or changes, or `records`, what it leaves as a proof.
    """

    code = "D301"
    name = "step-without-output"
    severity = Severity.INFO
    profile = Profile.STRICT
    bad = """
        process: parking-permit
        name: Parking permit for residents
        roles:
          clerk: {name: Clerk}
        steps:
          - {id: check, name: Check the address, role: clerk, outputs: [check-note]}
          - id: inform
            name: Inform the resident  #!
            role: clerk
            inputs: [check-note]
    """
    good = """
        process: parking-permit
        name: Parking permit for residents
        roles:
          clerk: {name: Clerk}
        steps:
          - {id: check, name: Check the address, role: clerk, outputs: [check-note]}
          - {id: inform, name: Inform the resident, role: clerk, inputs: [check-note], outputs: [letter]}
    """
    near = (
        """
        process: 停车证
        name: 居民停车证
        roles:
          居民: {name: 居民, line: customer}
          窗口: {name: 窗口人员}
          系统: {name: 停车系统, kind: system}
        steps:
          - {id: 申请, name: 提出申请, role: [居民, 窗口]}
          - id: 符合
            name: 是否符合条件？
            kind: decision
            role: 窗口
            next: [{when: 符合, to: 登记}, {otherwise: end}]
          - {id: 登记, name: 登记车牌, role: 窗口, records: [{what: 车牌登记, kept_for: 2年}]}
          - {id: 生效, name: 停车证生效, role: 系统}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each task of people that leaves nothing."""
        for route, step in context.steps():
            if step.kind is not StepKind.TASK or step.outputs or step.records:
                continue
            if done_by_people(context, step) and not any(context.is_customer(role) for role in step.role):
                message = msg("‘{step}’ leaves no document, data or record", step=context.step_name(step.id))
                yield Problem(
                    (*route, "name"), message, msg("write `outputs: [ID]`, or `records` for a proof")
                )
