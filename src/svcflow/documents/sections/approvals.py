"""Who prepared, reviewed and approved the document."""

from __future__ import annotations

from svcflow.documents.labels import word
from svcflow.documents.outline import Section, Table
from svcflow.documents.sop_context import SopContext

__all__ = ["section"]


def section(sop: SopContext) -> Section | None:
    """Return the approvals."""
    t = sop.t
    rows = tuple(
        (word(approval.as_, t), sop.role(approval.role), approval.by or "", sop.day(approval.on) or t("open"))
        for approval in sop.process.approvals
    )
    headers = (t("Signature"), t("Role"), t("Name"), t("Date"))
    return Section("approvals", t("Approval"), (Table(headers, rows),)) if rows else None
