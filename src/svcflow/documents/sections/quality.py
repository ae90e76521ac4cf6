"""Quality standards of the steps, and how they are inspected."""

from __future__ import annotations

from svcflow.documents.labels import word
from svcflow.documents.outline import Block, Section, Table
from svcflow.documents.sop_context import SopContext

__all__ = ["section"]


def section(sop: SopContext) -> Section | None:
    """Return standards and inspection."""
    blocks: list[Block] = [table for table in (_standards(sop), _inspection(sop)) if table.rows]
    return Section("quality", sop.t("Quality and inspection"), tuple(blocks)) if blocks else None


def _standards(sop: SopContext) -> Table:
    t = sop.t
    rows = []
    for node in sop.context.graph.nodes.values():
        for standard in node.step.quality:
            measure = standard.measure
            measured = f"{sop.kpi(measure.kpi)} {sop.target(measure.target)}".strip() if measure else ""
            kinds = sop.listed((word(standard.servqual, t), word(standard.kano, t)))
            rows.append((sop.step(node.id), sop.text(standard.standard), measured, kinds))
    return Table((t("Step"), t("Standard"), t("Measured by"), t("Dimension")), tuple(rows))


def _inspection(sop: SopContext) -> Table:
    t = sop.t
    rows = tuple(
        (
            sop.text(check.what), sop.text(check.method), sop.text(check.sample), sop.every(check.every),
            sop.role(check.by), sop.text(check.evidence),
        )
        for check in sop.process.inspection
    )  # fmt: skip
    return Table((t("Inspection"), t("Method"), t("Sample"), t("How often"), t("By"), t("Evidence")), rows)
