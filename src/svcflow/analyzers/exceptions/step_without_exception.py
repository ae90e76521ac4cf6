"""A step where something is likely to go wrong, and no exception is named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.analyzers.timing.promises import done_by_people
from svcflow.finding import Severity
from svcflow.i18n import Message, msg
from svcflow.model.vocabulary import StepKind
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.model.step import Step

__all__ = ["StepWithoutException"]


class StepWithoutException(ProcessRule):
    """Something is likely to go wrong in a step, and no exception is named.

    Looked at are tasks that people have to do within a time, and decisions that people take. Moments of truth have a
    rule of their own, `moment-without-exception`. What customers or systems do needs no exception here.

    Why: A standard describes the day on which all goes well. Customers remember the other one: the paper that is
    missing, the system that is down, the case that fits no branch. Who has an answer ready stays calm.

    Fix: Ask the people who do the step what went wrong last month, and write the most frequent cases under
    `exceptions`: `{when: …, do: …}`.
    """

    code = "X102"
    name = "step-without-exception"
    severity = Severity.WARNING
    profile = Profile.AUDIT
    bad = """
        process: parcel
        name: Parcel that was not delivered
        roles:
          agent: {name: Agent}
          depot: {name: Depot clerk}
        steps:
          - id: search
            name: Search for the parcel  #!
            role: depot
            sla: 4h
          - id: found
            kind: decision
            name: Was the parcel found?  #!
            role: agent
            next:
              - {when: found, to: deliver}
              - otherwise: pay
          - id: deliver
            name: Deliver it the same day
            role: depot
            sla: 1d
            exceptions: {when: nobody is at home, do: leave it with a neighbour and a note}
            next: end
          - {id: pay, name: Pay the compensation, role: agent}
    """
    good = """
        process: parcel
        name: Parcel that was not delivered
        roles:
          depot: {name: Depot clerk}
        steps:
          - id: search
            name: Search for the parcel
            role: depot
            sla: 4h
            exceptions:
              - {when: the label is torn off, do: compare the contents with the description of the sender}
    """
    near = (
        """
        process: 退货
        name: 退货
        roles:
          顾客: {name: 顾客, line: customer}
          系统: {name: 订单系统, kind: system}
          客服: {name: 客服}
        steps:
          - {id: 申请, name: 提交退货申请, role: 顾客, sla: 7d}
          - {id: 初审, name: 是否逾期？, kind: decision, role: 系统, next: [{when: 是, to: end}, {otherwise: 分流}]}
          - {id: 分流, name: 是否已发货？, kind: decision, next: [{when: 是, to: 受理}, {otherwise: 退款}]}
          - {id: 受理, name: 受理退货, role: 客服}
          - {id: 退款, name: 自动退款, role: 系统, sla: 1h}
        """,
        # moment-without-exception says it of moments of truth
        """
        process: fitting
        name: Fitting of glasses
        roles:
          optician: {name: Optician}
        steps:
          - {id: fit, name: Fit the glasses, role: optician, sla: 15m, touchpoint: {moment_of_truth: true}}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each step of people with a time or a decision, and without exceptions."""
        for route, step in context.steps():
            moment = step.touchpoint is not None and step.touchpoint.moment_of_truth
            if step.exceptions or moment or not step.role or not done_by_people(context, step):
                continue
            message = _message(step, context.step_name(step.id))
            if message is not None:
                help = msg(
                    "name the most frequent cases under `exceptions`: `{example}`", example="{when: …, do: …}"
                )
                yield Problem((*route, "name"), message, help)


def _message(step: Step, name: str) -> Message | None:
    if step.kind is StepKind.DECISION:
        return msg("‘{step}’ does not say what is done when it cannot be decided", step=name)
    if step.kind is StepKind.TASK and step.sla is not None and (step.sla.completion or step.sla.response):
        return msg("‘{step}’ has a time to keep and does not say what can go wrong", step=name)
    return None
