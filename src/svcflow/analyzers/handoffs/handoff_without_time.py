"""An agreement on a handoff does not say within which time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["HandoffWithoutTime"]


class HandoffWithoutTime(ProcessRule):
    """An agreement on a handoff does not say within which time.

    Why: The time between two departments is in nobody's SLA, and it is the longest there is.

    Fix: Write `within: 15m`: the time in which the other side has it in hand.
    """

    code = "H202"
    name = "handoff-without-time"
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
            accepted_when: The adjuster opens the case
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
        name: 时限可以用工作日写
        roles:
          坐席: {name: 坐席, department: 热线}
          理赔员: {name: 理赔员, department: 理赔部}
        steps:
          - {id: 受理, name: 受理报案, role: 坐席, outputs: [报案单]}
          - {id: 定损, name: 核定损失, role: 理赔员}
        handoffs:
          - {from: 受理, to: 定损, passes: 报案单, within: 1个工作日}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each agreement that lacks it."""
        for index, agreement in enumerate(context.process.handoffs):
            if not agreement.within:
                message = msg(
                    "the handoff from ‘{source}’ to ‘{target}’ has no time",
                    source=context.step_name(agreement.from_),
                    target=context.step_name(agreement.to),
                )
                yield Problem(
                    ("handoffs", index, "from"),
                    message,
                    msg("write `within:`, the time in which the other side has it in hand"),
                )
