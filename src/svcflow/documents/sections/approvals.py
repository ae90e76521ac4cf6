"""Who prepared, reviewed and approved the process."""

from __future__ import annotations

from svcflow.documents.approvals import stale_approvals
from svcflow.documents.labels import word
from svcflow.documents.outline import Section, Table
from svcflow.documents.sop_context import SopContext

__all__ = ["section"]


def section(sop: SopContext) -> Section | None:
    """Return the approvals; those given for something that has changed since are marked."""
    t = sop.t
    stale = stale_approvals(sop.context)
    rows = tuple(
        (
            word(approval.as_, t), sop.role(approval.role), approval.by or "",
            _day(sop, index in stale, sop.day(approval.on)),
        )
        for index, approval in enumerate(sop.process.approvals)
    )  # fmt: skip
    headers = (t("Signature"), t("Role"), t("Name"), t("Date"))
    return Section("approvals", t("Approval"), (Table(headers, rows),)) if rows else None


def _day(sop: SopContext, stale: bool, day: str) -> str:
    if not stale:
        return day or sop.t("open")
    return sop.t("{name} ({detail})").format(name=day, detail=sop.t("stale: changed since")).strip()
