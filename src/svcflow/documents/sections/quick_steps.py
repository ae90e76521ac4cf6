"""The procedure at a glance."""

from __future__ import annotations

from svcflow.documents.outline import Section, Table
from svcflow.documents.sop_context import SopContext
from svcflow.model.vocabulary import StepKind

__all__ = ["section"]


def section(sop: SopContext) -> Section | None:
    """Return one line a step: what, who, how fast."""
    t = sop.t
    rows = tuple(
        (
            str(node.index + 1),
            sop.text(node.step.name),
            sop.roles(node.step.role),
            sop.duration(node.step.sla.completion) if node.step.sla else "",
        )
        for node in sop.context.graph.nodes.values()
        if node.step.kind is not StepKind.END
    )
    table = Table((t("No."), t("Step"), t("Role"), t("Done within")), rows)
    return Section("quick-steps", t("Steps at a glance"), (table,)) if rows else None
