"""Moments of truth: each with its standard, measure, exception and feedback, or the gap."""

from __future__ import annotations

from svcflow.documents.outline import Section, Table
from svcflow.documents.sections.step_facts import standard_text
from svcflow.documents.sop_context import SopContext

__all__ = ["section"]


def section(sop: SopContext) -> Section | None:
    """Return one row a moment of truth; a dash marks what is missing."""
    t = sop.t
    rows = []
    for node in sop.context.graph.nodes.values():
        step = node.step
        if step.touchpoint is None or not step.touchpoint.moment_of_truth:
            continue
        standards = sop.t("; ").join(standard_text(sop, standard) for standard in step.quality)
        measured = sop.listed(sop.kpi(standard.measure.kpi) for standard in step.quality if standard.measure)
        exceptions = sop.listed(sop.text(case.when) for case in step.exceptions)
        feedback = sop.text(step.feedback.method) if step.feedback else ""
        rows.append(
            (sop.step(node.id), *(cell or "–" for cell in (standards, measured, exceptions, feedback)))
        )
    headers = (t("Moment of truth"), t("Standard"), t("Measured by"), t("Exceptions"), t("Feedback"))
    return Section("moments", t("Moments of truth"), (Table(headers, tuple(rows)),)) if rows else None
