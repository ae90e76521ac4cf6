"""The KPIs of the process."""

from __future__ import annotations

from svcflow.documents.outline import Section, Table
from svcflow.documents.sop_context import SopContext
from svcflow.model.quality import Kpi

__all__ = ["section"]


def section(sop: SopContext) -> Section | None:
    """Return the process's own KPIs and those of the catalogues that it measures by."""
    t = sop.t
    rows = tuple(
        (
            sop.text(kpi.name), sop.text(kpi.formula), sop.text(kpi.unit), sop.text(kpi.source),
            sop.every(kpi.every), sop.target(kpi.target), sop.target(kpi.alarm),
        )
        for kpi in _used(sop)
    )  # fmt: skip
    headers = (t("KPI"), t("Formula"), t("Unit"), t("Source"), t("How often"), t("Target"), t("Alarm"))
    return Section("kpis", t("Key performance indicators"), (Table(headers, rows),)) if rows else None


def _used(sop: SopContext) -> list[Kpi]:
    process = sop.process
    found = {kpi.id: kpi for kpi in process.kpis}
    names = [goal.kpi for goal in process.objectives]
    for step in process.steps:
        names += [standard.measure.kpi for standard in step.quality if standard.measure]
        names += [step.feedback.kpi] if step.feedback and step.feedback.kpi else []
    for name in names:
        if name not in found and name in sop.shared.kpis:
            found[name] = sop.shared.kpis[name].value
    return list(found.values())
