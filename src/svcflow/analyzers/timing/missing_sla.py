"""A step that people do has no time."""

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

__all__ = ["MissingSla"]


class MissingSla(ProcessRule):
    """A step that people do has no time.

    Every task of the organisation's people needs an SLA: at least how long it may take (`sla: 15m`), better also
    how fast it is taken up. What customers or systems do, decisions, waits and calls need none.

    Why: A process keeps its promise only if its steps keep theirs. Where no time is written, everybody takes the
    one they think right, and nobody can tell late from on time.

    Fix: Write `sla: 15m` (from the moment the step can start until it is done), or `{response: …, completion: …}`.
    """

    code = "T101"
    name = "missing-sla"
    severity = Severity.WARNING
    profile = Profile.STANDARD
    bad = """
        process: lost-card
        name: Lost bank card
        roles:
          agent: {name: Agent}
        steps:
          - {id: block, name: Block the card, role: agent, sla: 2m}
          - id: order
            name: Order a new card  #!
            role: agent
    """
    good = """
        process: lost-card
        name: Lost bank card
        roles:
          agent: {name: Agent}
        steps:
          - {id: block, name: Block the card, role: agent, sla: 2m}
          - {id: order, name: Order a new card, role: agent, sla: {response: 10m, completion: 1h}}
    """
    near = (
        """
        process: 挂失
        name: 银行卡挂失
        roles:
          客户: {name: 客户, line: customer}
          系统: {name: 核心系统, kind: system}
          坐席: {name: 坐席}
        steps:
          - {id: 致电, name: 致电挂失, role: 客户}
          - {id: 核实, name: 身份是否相符？, kind: decision, role: 坐席, next: [{when: 是, to: 冻结}, {otherwise: end}]}
          - {id: 冻结, name: 冻结账户, role: 系统}
          - {id: 通知, name: 发送短信, role: 坐席, automation: automatic}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each task of people without a time."""
        for route, step in context.steps():
            timed = step.sla is not None and (step.sla.completion or step.sla.response)
            if step.kind is StepKind.TASK and not timed and done_by_people(context, step):
                message = msg(
                    "‘{step}’ has no time in which it is to be done", step=context.step_name(step.id)
                )
                yield Problem(
                    (*route, "name"), message, msg("write `sla: 15m`, or whatever the step may take")
                )
