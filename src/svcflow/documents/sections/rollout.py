"""How those concerned learn of the process."""

from __future__ import annotations

from svcflow.documents.outline import Section, Table
from svcflow.documents.sop_context import SopContext

__all__ = ["section"]


def section(sop: SopContext) -> Section | None:
    """Return the rollout."""
    t = sop.t
    rows = tuple(
        (sop.text(item.audience), sop.text(item.channel), sop.day(item.on)) for item in sop.process.rollout
    )
    headers = (t("Audience"), t("Channel"), t("Date"))
    return Section("rollout", t("Rollout"), (Table(headers, rows),)) if rows else None
