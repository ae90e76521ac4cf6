"""A process that refers to no law, standard or document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.vocabulary import Status
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["NoReference"]


class NoReference(ProcessRule):
    """The process names no law, standard or document that it follows.

    `references` lists what binds it or what it was written by. Retired processes are not looked at.

    Why: When the law changes, somebody has to find the processes that depend on it. And who doubts a step wants
    to know where it comes from.

    Fix: Name what it follows, with the number: `references: [ISO 10002:2018, House rules 4.2]`.
    """

    code = "G701"
    name = "no-reference"
    severity = Severity.INFO
    profile = Profile.AUDIT
    bad = """
        process: data-request
        name: Request for personal data  #!
        steps:
          - {id: identify, name: Identify the person}
    """
    good = """
        process: data-request
        name: Request for personal data
        references: Regulation (EU) 2016/679, article 15
        steps:
          - {id: identify, name: Identify the person}
    """
    near = (
        """
        process: 旧版查询
        name: 旧版个人信息查询
        status: retired
        steps:
          - {id: 核验, name: 核验身份}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield one problem where nothing is referred to."""
        if not context.process.references and context.process.status is not Status.RETIRED:
            message = msg("nothing says which laws, standards or documents the process follows")
            yield Problem(("name",), message, msg("name them under `references`"))
