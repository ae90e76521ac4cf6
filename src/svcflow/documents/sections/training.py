"""What the people in the process have to learn."""

from __future__ import annotations

from svcflow.documents.outline import Section, Table
from svcflow.documents.sop_context import SopContext

__all__ = ["section"]


def section(sop: SopContext) -> Section | None:
    """Return the training."""
    t = sop.t
    rows = tuple(
        (
            sop.listed(map(sop.role, item.who)), sop.text(item.topic), sop.text(item.method),
            f"{item.hours:g}" if item.hours is not None else "", sop.text(item.assessment), sop.every(item.every),
        )
        for item in sop.process.training
    )  # fmt: skip
    headers = (t("Role"), t("Topic"), t("Method"), t("Hours"), t("Assessment"), t("How often"))
    return Section("training", t("Training"), (Table(headers, rows),)) if rows else None
