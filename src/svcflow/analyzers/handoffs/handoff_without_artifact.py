"""An agreement on a handoff does not say what is passed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["HandoffWithoutArtifact"]


class HandoffWithoutArtifact(ProcessRule):
    """An agreement on a handoff does not say what is passed.

    Why: What is not named is forgotten: the case arrives, and the photograph, the signature or the phone number
    does not.

    Fix: Write `passes: [ID]`: the documents, forms or data that the next step needs.
    """

    code = "H201"
    name = "handoff-without-artifact"
    severity = Severity.WARNING
    profile = Profile.STANDARD
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
            within: 15m
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
        name: 没有写约定的交接由另一条规则提示
        roles:
          坐席: {name: 坐席, department: 热线}
          理赔员: {name: 理赔员, department: 理赔部}
        steps:
          - {id: 受理, name: 受理报案, role: 坐席}
          - {id: 定损, name: 核定损失, role: 理赔员}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each agreement that lacks it."""
        for index, agreement in enumerate(context.process.handoffs):
            if not agreement.passes:
                message = msg(
                    "the handoff from ‘{source}’ to ‘{target}’ does not say what is passed",
                    source=context.step_name(agreement.from_),
                    target=context.step_name(agreement.to),
                )
                yield Problem(("handoffs", index, "from"), message, msg("write `passes: [ID]`"))
