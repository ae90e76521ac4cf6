"""The risk register."""

from __future__ import annotations

from svcflow.documents.labels import word
from svcflow.documents.outline import Section, Table
from svcflow.documents.sop_context import SopContext
from svcflow.model.risk import Risk

__all__ = ["graded", "section"]


def section(sop: SopContext) -> Section | None:
    """Return the risks with their controls."""
    t = sop.t
    rows = tuple(_row(sop, risk) for risk in sop.process.risks)
    headers = (
        t("Risk"), t("Step"), t("Likelihood × impact"), t("Response"), t("Control"), t("Owner"), t("Indicator"),
        t("Residual risk"),
    )  # fmt: skip
    return Section("risks", t("Risks and controls"), (Table(headers, rows),)) if rows else None


def _row(sop: SopContext, risk: Risk) -> tuple[str, ...]:
    grade = graded(risk.likelihood, risk.impact)
    left = risk.residual
    return (
        sop.text(risk.what),
        sop.listed(sop.step(step) for step in risk.step),
        grade,
        word(risk.response, sop.t),
        sop.t("; ").join(sop.text(control.what) for control in risk.control),
        sop.role(risk.owner),
        sop.text(risk.indicator),
        graded(left.likelihood, left.impact) if left else "",
    )


def graded(likelihood: int | None, impact: int | None) -> str:
    """Return likelihood × impact and what it makes, on one line wherever it stands; empty where one of them is open."""
    if not likelihood or not impact:
        return ""
    return f"{likelihood}\u00a0×\u00a0{impact}\u00a0=\u00a0{likelihood * impact}"
