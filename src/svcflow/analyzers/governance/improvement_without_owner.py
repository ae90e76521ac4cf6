"""An improvement that nobody sees to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.vocabulary import ImprovementState
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["ImprovementWithoutOwner"]


class ImprovementWithoutOwner(ProcessRule):
    """Nobody sees to an improvement.

    `owner` names the role that brings it about. What is done or rejected needs none.

    Why: What everybody wants and nobody owns is on the list again next year.

    Fix: Write `owner: ROLE`; if nobody wants it, reject it with `state: rejected`.
    """

    code = "G702"
    name = "improvement-without-owner"
    severity = Severity.INFO
    profile = Profile.AUDIT
    bad = """
        process: queue
        name: Queue at the office
        steps:
          - {id: wait, name: Wait for the number}
        improvements:
          - {what: appointments online, why: nobody waits}  #!
    """
    good = """
        process: queue
        name: Queue at the office
        roles:
          head: {name: Head of the office}
        steps:
          - {id: wait, name: Wait for the number}
        improvements:
          - {what: appointments online, why: nobody waits, owner: head}
    """
    near = (
        """
        process: 排队
        name: 窗口排队
        steps:
          - {id: 等候, name: 等候叫号}
        improvements:
          - {what: 增加座椅, state: done}
          - {what: 播放音乐, state: rejected}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each open improvement without an owner."""
        closed = (ImprovementState.DONE, ImprovementState.REJECTED)
        for index, improvement in enumerate(context.process.improvements):
            if improvement.owner is None and improvement.state not in closed:
                message = msg("nobody sees to ‘{what}’", what=context.text(improvement.what))
                yield Problem(("improvements", index, "what"), message, msg("write `owner: ROLE`"))
