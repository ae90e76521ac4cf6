"""Which dimensions of quality the standards cover: SERVQUAL and KANO."""

from __future__ import annotations

from enum import StrEnum

from svcflow.documents.labels import word
from svcflow.documents.outline import Section, Table
from svcflow.documents.sop_context import SopContext
from svcflow.model.vocabulary import Kano, Servqual

__all__ = ["section"]


def section(sop: SopContext) -> Section | None:
    """Return how many standards serve each dimension and kind of need, and in which steps."""
    if not any(step.quality for step in sop.process.steps):
        return None
    t = sop.t
    tables = (
        Table((t("SERVQUAL dimension"), t("Standards"), t("Steps")), _rows(sop, Servqual, "servqual")),
        Table((t("KANO kind of need"), t("Standards"), t("Steps")), _rows(sop, Kano, "kano")),
    )
    return Section("coverage", t("Quality coverage"), tables)


def _rows(sop: SopContext, words: type[StrEnum], key: str) -> tuple[tuple[str, ...], ...]:
    rows = []
    for member in words:
        hits = [
            node
            for node in sop.context.graph.nodes.values()
            for standard in node.step.quality
            if getattr(standard, key) is member
        ]
        steps = sop.listed(dict.fromkeys(str(node.index + 1) for node in hits))
        rows.append((word(member, sop.t), str(len(hits)), steps or "–"))
    return tuple(rows)
