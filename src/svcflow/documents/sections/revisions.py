"""What changed when."""

from __future__ import annotations

from svcflow.documents.labels import word
from svcflow.documents.outline import Section, Table
from svcflow.documents.sop_context import SopContext

__all__ = ["section"]


def section(sop: SopContext) -> Section | None:
    """Return the revision history."""
    t = sop.t
    rows = tuple(
        (str(entry.version), sop.day(entry.date), entry.by or "", word(entry.change, t), sop.text(entry.what))
        for entry in sop.process.revisions
    )
    headers = (t("Version"), t("Date"), t("By"), t("Change"), t("What changed"))
    return Section("revisions", t("Revision history"), (Table(headers, rows),)) if rows else None
