"""Nobody is answerable for the process from end to end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["NoOwner"]


class NoOwner(ProcessRule):
    """Nobody is answerable for the process from end to end.

    `owner` names the one role that answers for the whole process, whatever department a step lies in.

    Why: Every department does its part well, and the customer waits between two of them. What nobody owns as a
    whole, nobody improves; approvals and reviews have no address.

    Fix: Write `owner: ROLE` near the top.
    """

    code = "R202"
    name = "no-owner"
    severity = Severity.WARNING
    profile = Profile.STANDARD
    bad = """
        process: visit
        name: Visit to the ward  #!
        roles:
          nurse: {name: Nurse}
        steps:
          - {id: admit, name: Admit the visitor, role: nurse}
    """
    good = """
        process: visit
        name: Visit to the ward
        owner: head-nurse
        roles:
          nurse: {name: Nurse}
          head-nurse: {name: Head nurse}
        steps:
          - {id: admit, name: Admit the visitor, role: nurse}
    """
    near = (
        """
        process: 探视
        name: 负责人在目录中定义
        owner: 护士长
        steps:
          - {id: 登记, name: 登记探视人, role: 护士长}
        ---
        catalog: 医院
        roles:
          护士长: {name: 护士长}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield one problem where the process has no owner."""
        if context.process.owner is None:
            message = msg("nobody is answerable for the process from end to end")
            yield Problem(("name",), message, msg("write `owner: ROLE` near the top"))
