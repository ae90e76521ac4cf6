"""An agreement on a handoff does not say when it counts as accepted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["HandoffWithoutAcceptance"]


class HandoffWithoutAcceptance(ProcessRule):
    """An agreement on a handoff does not say when it counts as accepted.

    Why: "I sent it" and "we never got it" are both true. Only what the taker does shows that the work is theirs.

    Fix: Write `accepted_when:` with something that both sides can see: a click, a signature, a call back.
    """

    code = "H203"
    name = "handoff-without-acceptance"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: claim
        name: Insurance claim
        roles:
          agent: {name: Agent, department: Hotline}
          adjuster: {name: Adjuster, department: Claims}
        steps:
          - {id: take, name: Take the claim, role: agent, outputs: [claim]}
          - {id: assess, name: Assess the damage, role: adjuster}
        handoffs:
          - from: take  #!
            to: assess
            passes: [claim]
            within: 15m
    """
    good = """
        process: claim
        name: Insurance claim
        roles:
          agent: {name: Agent, department: Hotline}
          adjuster: {name: Adjuster, department: Claims}
        steps:
          - {id: take, name: Take the claim, role: agent, outputs: [claim]}
          - {id: assess, name: Assess the damage, role: adjuster}
        handoffs:
          - {from: take, to: assess, passes: [claim], within: 15m, accepted_when: The adjuster opens the case}
    """
    near = (
        """
        process: 理赔
        name: 接收标准可以写成多种语言
        roles:
          坐席: {name: 坐席, department: 热线}
          理赔员: {name: 理赔员, department: 理赔部}
        steps:
          - {id: 受理, name: 受理报案, role: 坐席, outputs: [报案单]}
          - {id: 定损, name: 核定损失, role: 理赔员}
        handoffs:
          - {from: 受理, to: 定损, passes: 报案单, accepted_when: {zh-Hans: 点击接单, en: The case is opened}}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each agreement that lacks it."""
        for index, agreement in enumerate(context.process.handoffs):
            if not agreement.accepted_when:
                message = msg(
                    "it is open when the handoff from ‘{source}’ to ‘{target}’ counts as accepted",
                    source=context.step_name(agreement.from_),
                    target=context.step_name(agreement.to),
                )
                yield Problem(
                    ("handoffs", index, "from"),
                    message,
                    msg("write `accepted_when:` with something that both sides can see"),
                )
