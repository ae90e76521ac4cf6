"""A process in force that nobody has approved."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.governance.life import is_released
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.vocabulary import ChangeKind, Signature
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["EffectiveWithoutApproval"]


class EffectiveWithoutApproval(ProcessRule):
    """The process is approved or in force, and nobody has signed for it.

    With `status: approved` or `effective` there has to be an entry `as: approved` in `approvals` that has a day
    (`on`), and that is not older than the newest revision; patches do not count. Where the approval has a digest,
    `approval-stale` tells whether it still holds.

    Why: The status claims something that the file does not prove. In an audit, and in court, only the signature
    counts.

    Fix: Have it approved by who may, and write it down: `{as: approved, role: ROLE, by: NAME, on: 2026-03-01}`.
    Until then the status is `in-review`.
    """

    code = "G201"
    name = "effective-without-approval"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: discharge
        name: Discharge from hospital
        status: effective  #!
        steps:
          - {id: talk, name: Talk with the patient}
        approvals:
          - {as: prepared, by: M. Ortega, on: 2026-01-12}
          - {as: approved, by: Dr. Lund}
        ---
        process: transfer
        name: Transfer to another ward
        version: 2.0.0
        status: approved
        steps:
          - {id: call, name: Call the ward}
        revisions:
          - {version: 1.0.0, date: 2025-01-10, what: first version}
          - {version: 2.0.0, date: 2026-02-01, change: major, what: the doctor calls}
        approvals:
          - as: approved
            by: Dr. Lund
            on: 2025-01-15  #!
    """
    good = """
        process: discharge
        name: Discharge from hospital
        status: effective
        steps:
          - {id: talk, name: Talk with the patient}
        approvals:
          - {as: prepared, by: M. Ortega, on: 2026-01-12}
          - {as: approved, by: Dr. Lund, on: 2026-01-20}
    """
    near = (
        """
        process: 出院
        name: 出院办理
        version: 1.0.1
        status: effective
        steps:
          - {id: 谈话, name: 出院谈话}
        revisions:
          - {version: 1.0.0, date: 2025-01-10, what: 首次发布}
          - {version: 1.0.1, date: 2025-06-01, change: patch, what: 更正错别字}
        approvals:
          - {as: approved, by: 林主任, on: 2025-01-10}
        """,
        """
        process: 转科
        name: 转科
        status: in-review
        steps:
          - {id: 通知, name: 通知科室}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield one problem where the status claims an approval that is not there, or older than what it is for."""
        process = context.process
        if not is_released(process):
            return
        given = [
            (approval.on, index, approval)
            for index, approval in enumerate(process.approvals)
            if approval.as_ is Signature.APPROVED and approval.on is not None
        ]
        if not given:
            message = msg(
                "the status is `{status}`, and nobody has signed as approved", status=str(process.status)
            )
            help = msg(
                "have it approved and write `{example}`", example="{as: approved, role: …, by: …, on: …}"
            )
            yield Problem(("status",), message, help)
            return
        day, index, approval = max(given, key=lambda one: one[0])
        changes = [revision for revision in process.revisions if revision.change is not ChangeKind.PATCH]
        newest = max(changes, key=lambda revision: revision.version, default=None)
        if newest is not None and newest.date > day and approval.digest is None:
            message = msg(
                "approved on {day}, but revision {version} is of {date}",
                day=day.isoformat(),
                version=str(newest.version),
                date=newest.date.isoformat(),
            )
            yield Problem(("approvals", index, "on"), message, msg("have the new revision approved"))
