"""How customers are asked, and what was learnt in operation."""

from __future__ import annotations

from svcflow.documents.labels import word
from svcflow.documents.outline import Block, Section, Table
from svcflow.documents.sop_context import SopContext

__all__ = ["section"]


def section(sop: SopContext) -> Section | None:
    """Return feedback and known problems."""
    blocks: list[Block] = [table for table in (_asked(sop), _problems(sop)) if table.rows]
    return Section("feedback", sop.t("Feedback and problems"), tuple(blocks)) if blocks else None


def _asked(sop: SopContext) -> Table:
    t = sop.t
    rows = []
    for node in sop.context.graph.nodes.values():
        asked = node.step.feedback
        if asked:
            kpi = sop.kpi(asked.kpi) if asked.kpi else ""
            rows.append((sop.step(node.id), sop.text(asked.method), sop.duration(asked.after), kpi))
    return Table((t("Step"), t("Method"), t("After"), t("KPI")), tuple(rows))


def _problems(sop: SopContext) -> Table:
    t = sop.t
    rows = tuple(
        (
            sop.text(problem.what), word(problem.severity, t), sop.text(problem.cause), sop.text(problem.action),
            sop.text(problem.prevention),
        )
        for problem in sop.process.problems
    )  # fmt: skip
    return Table((t("Problem"), t("Severity"), t("Cause"), t("Action"), t("Prevention")), rows)
