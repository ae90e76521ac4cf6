"""Two files of the workspace with the same process."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, WorkspaceRule
from svcflow.finding import Place, Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import WorkspaceContext

__all__ = ["DuplicateProcess"]


class DuplicateProcess(WorkspaceRule):
    """Two files describe a process with the same id.

    The id after `process:` is how calls, baselines and settings name a process; a workspace has each one once.

    Why: Two procedures for the same thing are in force at once, and a call means whichever file is read first.

    Fix: Keep one file. If both are needed, such as today's way and the improved one, give them different ids and say
    `state: as-is` in one, `state: to-be` and `baseline` in the other.
    """

    code = "F105"
    name = "duplicate-process"
    severity = Severity.ERROR
    profile = Profile.STARTER
    bad = """
        process: refund
        name: Refund at the counter
        steps:
          - {id: pay, name: Pay the money back}
        ---
        process: refund  #!
        name: Refund online
        steps:
          - {id: pay, name: Transfer the money back}
    """
    good = """
        process: refund-counter
        name: Refund at the counter
        steps:
          - {id: pay, name: Pay the money back}
        ---
        process: refund-online
        name: Refund online
        steps:
          - {id: pay, name: Transfer the money back}
    """
    near = (
        """
        process: refund
        name: Refund
        steps:
          - {id: pay, name: Pay back}
        ---
        process: refund-as-is
        name: Refund
        steps:
          - {id: pay, name: Pay back}
        """,
    )

    def check(self, context: WorkspaceContext) -> Iterator[Problem]:
        """Yield each file whose process another one has described before it."""
        first = context.by_id()
        for process in context.processes:
            other = first[process.id]
            if other is not process:
                yield Problem(
                    ("process",),
                    msg("another file describes a process `{id}` already", id=process.id),
                    msg("keep one of the two files, or give this process an id of its own"),
                    related=((Place(other.path, ("process",)), msg("described here first")),),
                    path=process.path,
                )
