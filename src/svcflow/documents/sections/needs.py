"""What customers want, and which step gives it to them."""

from __future__ import annotations

from svcflow.documents.labels import word
from svcflow.documents.outline import Section, Table
from svcflow.documents.sop_context import SopContext

__all__ = ["section"]


def section(sop: SopContext) -> Section | None:
    """Return the customer's needs."""
    t = sop.t
    rows = tuple(
        (
            sop.text(need.what),
            sop.listed(sop.shared_name("segments", segment) for segment in need.segment),
            word(need.kano, t),
            sop.text(need.source),
            sop.listed(sop.step(step) for step in need.met_by),
        )
        for need in sop.process.needs
    )
    headers = (t("Need"), t("Customers"), t("Kind of need"), t("Source"), t("Met by"))
    return Section("needs", t("Customer needs"), (Table(headers, rows),)) if rows else None
