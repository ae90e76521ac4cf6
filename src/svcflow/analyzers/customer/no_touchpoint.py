"""The customer and the service meet in a step, and nothing is said of how."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.customer.contact import is_frontstage
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.vocabulary import StepKind, Value
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.model.step import Step

__all__ = ["NoTouchpoint"]


class NoTouchpoint(ProcessRule):
    """The customer and the service meet in a step, and nothing is said of how.

    A task of the frontstage, and a task of the customer that no frontstage task precedes or follows, needs a
    `touchpoint`: the channel, what the customer does, and what they see and keep. It may be written on either side of
    the meeting. Decisions, waits and calls need none, nor do tasks whose `value` is not for the customer: nobody
    watches the receptionist file the form.

    Why: What the customer meets is the service to them. What is not written down there depends on who happens to be on
    duty.

    Fix: Write `touchpoint: {channel: counter, customer: shows the passport, evidence: [receipt]}`. If the customer
    sees nothing of the step, say `value: business`.
    """

    code = "C201"
    name = "no-touchpoint"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: passport
        name: Collecting a passport
        roles:
          citizen: {name: Citizen, line: customer}
          clerk: {name: Clerk, line: frontstage}
          printer: {name: Passport printer, line: backstage}
        steps:
          - {id: print, name: Print the passport, role: printer}
          - id: come
            name: Come to the counter  #!
            role: citizen
            next: file
          - id: file
            name: File the old passport
            role: printer
          - id: hand
            name: Hand over the passport  #!
            role: clerk
    """
    good = """
        process: passport
        name: Collecting a passport
        roles:
          citizen: {name: Citizen, line: customer}
          clerk: {name: Clerk, line: frontstage}
          printer: {name: Passport printer, line: backstage}
        steps:
          - {id: print, name: Print the passport, role: printer}
          - {id: come, name: Come to the counter, role: citizen}
          - id: hand
            name: Hand over the passport
            role: clerk
            touchpoint: {channel: counter, customer: signs for the passport, evidence: [passport]}
    """
    near = (
        """
        process: 取护照
        name: 领取护照
        roles:
          市民: {name: 市民, line: customer}
          窗口: {name: 窗口人员, line: frontstage}
        steps:
          - {id: 到场, name: 到窗口领取, role: 市民, touchpoint: {channel: 窗口, customer: 出示回执}}
          - {id: 核对, name: 核对回执, role: 窗口}
          - id: 相符
            name: 回执是否相符？
            kind: decision
            role: 窗口
            next: [{when: 不符, to: end}, {otherwise: 归档}]
          - {id: 归档, name: 整理当日回执, role: 窗口, value: business}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each task in which the customer meets the service, where neither side of the meeting describes it."""
        for node in context.nodes():
            step = node.step
            if step.touchpoint or step.kind is not StepKind.TASK or step.value in _UNSEEN:
                continue
            if not _described(context, node.id):
                message = msg(
                    "‘{step}’ does not say how the customer and the service meet",
                    step=context.step_name(step.id),
                )
                help_ = msg("write `touchpoint`; if the customer sees nothing of it, `value: business`")
                yield Problem((*node.route, "name"), message, help_)


_UNSEEN = {Value.BUSINESS, Value.WASTE}


def _described(context: ProcessContext, id: str) -> bool:
    """Tell whether a task without a touchpoint is no meeting, or the other side of it is asked to describe it."""
    step = context.graph.nodes[id].step
    if is_frontstage(context, step):
        return any(other.touchpoint and context.by_customer(other) for other in _beside(context, id))
    if context.by_customer(step):
        return any(other.touchpoint or _is_meeting(context, other) for other in _beside(context, id))
    return True


def _is_meeting(context: ProcessContext, step: Step) -> bool:
    return step.kind is StepKind.TASK and step.value not in _UNSEEN and is_frontstage(context, step)


def _beside(context: ProcessContext, id: str) -> Iterator[Step]:
    graph = context.graph
    for flow in graph.incoming[id]:
        yield graph.nodes[flow.source].step
    for following in graph.successors[id]:
        yield graph.nodes[following].step
