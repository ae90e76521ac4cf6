"""A version of which the revision history does not tell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import Message, msg
from svcflow.model.vocabulary import Status
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.model.process import Process

__all__ = ["VersionNotInRevisions"]


class VersionNotInRevisions(ProcessRule):
    """The revision history does not tell of the version that the file has.

    `version` should be the newest entry of `revisions`: there it says when it was made, by whom, and what
    changed. Drafts are not looked at.

    Why: Those who work by the process have to learn what is new. A version without an entry was changed, and
    nobody can say what.

    Fix: Add the entry: `{version: 2.1.0, date: 2026-03-01, by: NAME, change: minor, what: …}`. If the history is
    right, correct `version`.
    """

    code = "G102"
    name = "version-not-in-revisions"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: returns
        name: Returned goods
        version: 1.2.0  #!
        status: effective
        steps:
          - {id: take, name: Take the parcel back}
        revisions:
          - {version: 1.0.0, date: 2025-02-03, what: first version}
          - {version: 1.1.0, date: 2025-09-15, what: parcels without a slip are accepted}
        ---
        process: exchange
        name: Exchange of goods
        version: 1.0.0  #!
        steps:
          - {id: swap, name: Swap the goods}
    """
    good = """
        process: returns
        name: Returned goods
        version: 1.1.0
        status: effective
        steps:
          - {id: take, name: Take the parcel back}
        revisions:
          - {version: 1.0.0, date: 2025-02-03, what: first version}
          - {version: 1.1.0, date: 2025-09-15, what: parcels without a slip are accepted}
    """
    near = (
        """
        process: 退货
        name: 退货处理
        version: 0.2.0
        status: draft
        steps:
          - {id: 收件, name: 签收退货}
        """,
        """
        process: 换货
        name: 换货处理
        version: 1.1.0
        steps:
          - {id: 收件, name: 签收换货}
        revisions:
          - {version: 1.1.0, date: 2025-09-15, what: 增加无单退回}
          - {version: 1.0.0, date: 2025-02-03, what: 首次发布}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield one problem where the version is not the newest one of the history."""
        process = context.process
        if process.version is not None and process.status is not Status.DRAFT:
            message = _message(process)
            if message is not None:
                yield Problem(
                    ("version",), message, msg("add the revision with `date`, `by`, `change` and `what`")
                )


def _message(process: Process) -> Message | None:
    version, known = process.version, [revision.version for revision in process.revisions]
    if not known:
        return msg("there is no revision history that tells of version {version}", version=str(version))
    if version not in known:
        return msg("the revision history does not tell of version {version}", version=str(version))
    newest = max(known)
    if version != newest:
        return msg(
            "the revision history goes on to {newest}, but the file says {version}",
            newest=str(newest),
            version=str(version),
        )
    return None
