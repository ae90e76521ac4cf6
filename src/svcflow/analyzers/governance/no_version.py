"""A process without a version."""

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

__all__ = ["NoVersion"]


class NoVersion(ProcessRule):
    """The process has no version.

    `version` has three numbers: the first rises when the procedure changed, the second when something was added
    or refined, the third when only the wording did. Drafts need none.

    Why: Two people who hold two printed copies cannot tell which one counts, and no approval says what was
    approved.

    Fix: Write `version: 1.0.0` near the top, and the same number into `revisions`.
    """

    code = "G101"
    name = "no-version"
    severity = Severity.WARNING
    profile = Profile.AUDIT
    bad = """
        process: cleaning
        name: Cleaning of hotel rooms  #!
        status: effective
        steps:
          - {id: clean, name: Clean the room}
    """
    good = """
        process: cleaning
        name: Cleaning of hotel rooms
        version: 1.0.0
        status: effective
        steps:
          - {id: clean, name: Clean the room}
    """
    near = (
        """
        process: 保洁
        name: 客房保洁
        status: draft
        steps:
          - {id: 打扫, name: 打扫房间}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield one problem where there is no version, but for drafts."""
        process = context.process
        if process.version is None and process.status is not Status.DRAFT:
            message = msg("nobody can tell which version of the process this is")
            yield Problem(("name",), message, msg("write `version: 1.0.0` near the top"))
