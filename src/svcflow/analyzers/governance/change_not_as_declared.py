"""A revision whose number says something else than its `change`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import Message, msg
from svcflow.model.vocabulary import ChangeKind
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.model.values import Version

__all__ = ["ChangeNotAsDeclared"]

_SAID: dict[ChangeKind, Message] = {
    ChangeKind.MAJOR: msg("a change of the procedure (major)"),
    ChangeKind.MINOR: msg("an addition (minor)"),
    ChangeKind.PATCH: msg("a change of wording (patch)"),
}


class ChangeNotAsDeclared(ProcessRule):
    """A revision is declared as one kind of change, and its number says another.

    `change: major` raises the first number of the version, `minor` the second, `patch` the third.

    Why: A patch needs no new approval. A procedure that was changed under the name of a patch has passed
    everybody by who should have read it.

    Fix: Declare what it was, and number it so; if the procedure changed, have it approved.
    """

    code = "G104"
    name = "change-not-as-declared"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: opening
        name: Opening of an account
        steps:
          - {id: open, name: Open the account}
        revisions:
          - {version: 1.0.0, date: 2025-01-10, change: major, what: first version}
          - {version: 2.0.0, date: 2025-06-01, change: patch, what: two checks instead of one}  #!
    """
    good = """
        process: opening
        name: Opening of an account
        steps:
          - {id: open, name: Open the account}
        revisions:
          - {version: 1.0.0, date: 2025-01-10, change: major, what: first version}
          - {version: 2.0.0, date: 2025-06-01, change: major, what: two checks instead of one}
    """
    near = (
        """
        process: 开户
        name: 开户
        steps:
          - {id: 开户, name: 开立账户}
        revisions:
          - {version: 2.0.1, date: 2025-08-01, change: patch, what: 更正错别字}
          - {version: 2.0.0, date: 2025-06-01, what: 改为双人复核}
          - {version: 1.0.0, date: 2025-01-10, change: minor, what: 首次发布}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each revision whose declared kind is not the one between it and the version before."""
        versions = sorted({revision.version for revision in context.process.revisions})
        before = {newer: older for older, newer in pairwise(versions)}
        for index, revision in enumerate(context.process.revisions):
            older = before.get(revision.version)
            if older is None or revision.change is None:
                continue
            actual = _kind(older, revision.version)
            if actual is not revision.change:
                message = msg(
                    "version {version} is declared as {declared}; from {older} to it, the numbers say {actual}",
                    version=str(revision.version),
                    declared=_SAID[revision.change],
                    older=str(older),
                    actual=_SAID[actual],
                )
                yield Problem(
                    ("revisions", index, "change"), message, msg("declare what it was, and number it so")
                )


def _kind(older: Version, newer: Version) -> ChangeKind:
    if newer.major != older.major:
        return ChangeKind.MAJOR
    return ChangeKind.MINOR if newer.minor != older.minor else ChangeKind.PATCH
