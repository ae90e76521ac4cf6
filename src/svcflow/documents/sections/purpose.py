"""What the process is for."""

from __future__ import annotations

from svcflow.documents.outline import Block, Paragraph, Section, Table
from svcflow.documents.sop_context import SopContext

__all__ = ["section"]


def section(sop: SopContext) -> Section | None:
    """Return purpose and objectives."""
    process, t = sop.process, sop.t
    blocks: list[Block] = []
    if process.purpose:
        blocks.append(Paragraph(sop.text(process.purpose)))
    if process.objectives:
        rows = tuple(
            (sop.kpi(goal.kpi), sop.text(goal.baseline), sop.target(goal.target), sop.day(goal.by))
            for goal in process.objectives
        )
        blocks.append(Table((t("Objective"), t("Baseline"), t("Target"), t("Due")), rows))
    return Section("purpose", t("Purpose"), tuple(blocks)) if blocks else None
