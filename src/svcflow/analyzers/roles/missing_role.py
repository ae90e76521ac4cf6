"""A step does not say who does it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.vocabulary import Automation, StepKind
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["MissingRole"]


class MissingRole(ProcessRule):
    """A step does not say who does it.

    Tasks, decisions and calls need a `role`. Waiting, starting several things at once and ending are done by
    nobody, and what runs by itself (`automation: automatic`) needs no role where it names its tool.

    Why: "Somebody will do it" is how a case stays lying between two desks. Without a role there is no swimlane, no
    handoff, no training and nobody to escalate from.

    Fix: Name the one responsible: `role: ID`, or a list where any of them may act.
    """

    code = "R201"
    name = "missing-role"
    severity = Severity.ERROR
    profile = Profile.STANDARD
    bad = """
        process: return
        name: Return of goods
        roles:
          clerk: {name: Store clerk}
        steps:
          - {id: take, name: Take the goods back, role: clerk}
          - id: inspect
            name: Inspect the goods  #!
          - {id: refund, name: Refund the price, role: clerk}
    """
    good = """
        process: return
        name: Return of goods
        roles:
          clerk: {name: Store clerk}
        steps:
          - {id: take, name: Take the goods back, role: clerk}
          - {id: inspect, name: Inspect the goods, role: clerk}
          - {id: refund, name: Refund the price, role: clerk}
    """
    near = (
        """
        process: 退货
        name: 退货
        roles:
          店员: {name: 店员}
        steps:
          - {id: 申请, name: 登记退货, role: 店员}
          - {id: 等待, name: 等待商品寄回, kind: wait, for: 7d}
          - {id: 通知, name: 发送到货短信, automation: automatic, tools: [短信平台]}
          - {id: 结束, name: 退货完成, kind: end}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each step that somebody has to do and nobody is named for."""
        for route, step in context.steps():
            if step.kind not in _DONE_BY_SOMEBODY or step.role:
                continue
            if step.automation is Automation.AUTOMATIC and step.tools:
                continue
            message = msg("‘{step}’ does not say who does it", step=context.step_name(step.id))
            yield Problem((*route, "name"), message, msg("name the one responsible: `role: ID`"))


_DONE_BY_SOMEBODY = {StepKind.TASK, StepKind.DECISION, StepKind.CALL}
