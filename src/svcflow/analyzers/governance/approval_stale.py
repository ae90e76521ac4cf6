"""An approval of something that has changed since."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.governance.digest import NOTES, changed_sections
from svcflow.analyzers.governance.parts import told_parts
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.vocabulary import ChangeKind
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.model.governance import Approval
    from svcflow.model.process import Process

__all__ = ["ApprovalStale"]


class ApprovalStale(ProcessRule):
    """What was approved has changed since.

    An approval with a `digest` was given for a certain meaning of the process. Layout, comments, the order of
    keys, and what only tells of its life (status, reviews, backlog) do not count. A newest revision of `change:
    patch` keeps the approvals as long as only explanations changed: descriptions, knowledge, pain points, terms,
    number and distribution. Approvals without a digest are not looked at.

    Why: The signature stands under a text that its owner has never seen. It protects neither them nor the
    customer.

    Fix: Have those who signed read what changed, and sign again.
    """

    code = "G202"
    name = "approval-stale"
    severity = Severity.WARNING
    profile = Profile.STANDARD
    bad = """
        process: injection
        name: Injection
        steps:
          - {id: inject, name: Inject, sla: 5m}
          - {id: watch, name: Watch the patient for a quarter of an hour}
        approvals:
          - as: approved
            by: Dr. Lund
            on: 2026-01-20
            digest: v1:0f6ff2d1c8a2b9d0:head=4a1f0c2e:steps=9b7e11aa  #!
        ---
        process: infusion
        name: Infusion
        steps:
          - {id: hang, name: Hang the bottle}
        approvals:
          - {as: approved, by: Dr. Lund, on: 2026-01-20, digest: signed on paper}  #!
    """
    good = """
        process: injection
        name: Injection
        steps:
          - {id: inject, name: Inject, sla: 5m}
        approvals:
          - as: approved
            by: Dr. Lund
            on: 2026-01-20
            digest: v1:fb3b042a92645335:head=2dd3d0c2:steps=8e5b3c5c
    """
    near = (
        """
        # Only the layout, a status and the notation of a time are different.
        process: injection
        status: effective
        name:   Injection
        steps:
          - sla: {completion: PT5M}
            name: Inject
            id: inject
        approvals:
          - {as: reviewed, by: M. Ortega, on: 2026-01-18}
          - {as: approved, by: Dr. Lund, on: 2026-01-20, digest: "v1:fb3b042a92645335:head=2dd3d0c2:steps=8e5b3c5c"}
        """,
        """
        process: injection
        version: 1.0.1
        name: Injection
        steps:
          - {id: inject, name: Inject, description: into the upper arm, sla: 5m}
        revisions:
          - {version: 1.0.0, date: 2026-01-15, what: first version}
          - {version: 1.0.1, date: 2026-02-01, change: patch, what: says where}
        approvals:
          - {as: approved, by: Dr. Lund, on: 2026-01-20, digest: "v1:fb3b042a92645335:head=2dd3d0c2:steps=8e5b3c5c"}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield one problem where approvals were given for something else, at the last of them."""
        process = context.process
        stale = []
        for index, approval in enumerate(process.approvals):
            if approval.digest is None:
                continue
            changed = changed_sections(approval.digest, process)
            if changed is None:
                message = msg("nobody can tell what this digest is for")
                yield Problem(
                    ("approvals", index, "digest"),
                    message,
                    msg("have it signed again; svcflow writes the digest"),
                )
            elif changed and not (changed == (NOTES,) and _is_patched(process, approval)):
                stale.append((index, changed))
        if stale:
            *others, (index, changed) = stale
            message = msg("what was signed here has changed since: {parts}", parts=told_parts(changed))
            related = tuple(
                (("approvals", other, "digest"), msg("this signature is out of date, too"))
                for other, _ in others
            )
            yield Problem(
                ("approvals", index, "digest"),
                message,
                msg("have those who signed read what changed, and sign again"),
                related,
            )


def _is_patched(process: Process, approval: Approval) -> bool:
    """Tell whether the newest revision is a patch that was made after an approval."""
    newest = max(process.revisions, key=lambda revision: revision.version, default=None)
    return (
        newest is not None
        and newest.change is ChangeKind.PATCH
        and (approval.on is None or newest.date >= approval.on)
    )
