"""The registers of a process as records: risks, handoffs, KPIs, records, terms, training, inspections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from svcflow.documents.labels import word
from svcflow.documents.sections.risks import graded
from svcflow.exporters.site.record import (
    HandoffRecord,
    InspectionRecord,
    KpiRecord,
    PaperRecord,
    RiskRecord,
    TermRecord,
    TrainingRecord,
)

if TYPE_CHECKING:
    from svcflow.documents.sop_context import SopContext
    from svcflow.graph.handoffs import DerivedHandoff
    from svcflow.model.governance import Record
    from svcflow.model.quality import Kpi
    from svcflow.model.risk import Risk

__all__ = [
    "handoffs_of", "inspections_of", "kpi_record", "kpis_of", "papers_of", "risks_of", "terms_of", "training_of",
]  # fmt: skip


def risks_of(sop: SopContext) -> tuple[RiskRecord, ...]:
    """Return the risks of a process."""
    return tuple(_risk(sop, risk, number) for number, risk in enumerate(sop.process.risks, 1))


def _risk(sop: SopContext, risk: Risk, number: int) -> RiskRecord:
    grades, left = sop.context.settings.risk, risk.residual
    level = grades.level(risk.likelihood, risk.impact) if risk.likelihood and risk.impact else None
    rest = grades.level(left.likelihood, left.impact) if left else None
    return RiskRecord(
        id=risk.id or f"R{number}",
        what=sop.text(risk.what),
        steps=tuple((id, sop.step(id)) for id in risk.step if id in sop.context.graph.nodes),
        likelihood=risk.likelihood or 0,
        impact=risk.impact or 0,
        level=level.value if level else "",
        level_word=word(level, sop.t),
        response=word(risk.response, sop.t),
        controls=tuple(sop.text(control.what) for control in risk.control),
        owner=risk.owner or "",
        owner_name=sop.role(risk.owner),
        indicator=sop.text(risk.indicator),
        residual_level=rest.value if rest else "",
        residual=f"{graded(left.likelihood, left.impact)} {word(rest, sop.t)}".strip() if left else "",
    )


def handoffs_of(sop: SopContext) -> tuple[HandoffRecord, ...]:
    """Return the handoffs that are agreed, and those that surely happen between service roles."""
    return tuple(
        _handoff(sop, one)
        for one in sop.context.graph.handoffs
        if one.agreement is not None
        or (one.certain and not any(map(sop.context.is_customer, one.giver | one.taker)))
    )


def _handoff(sop: SopContext, handoff: DerivedHandoff) -> HandoffRecord:
    source, target = _side(sop, handoff.source), _side(sop, handoff.target)
    if handoff.agreement is None:
        return HandoffRecord(source, target, False, "", "", "", "")
    agreed = sop.process.handoffs[handoff.agreement]
    via = sop.shared_name("tools" if agreed.via in sop.shared.tools else "channels", agreed.via)
    return HandoffRecord(
        source, target, True, sop.artifacts(agreed.passes), via, sop.duration(agreed.within),
        sop.text(agreed.accepted_when),
    )  # fmt: skip


def _side(sop: SopContext, step: str) -> tuple[str, str, str, str, str]:
    roles = sop.context.graph.nodes[step].step.role
    found = sop.context.role(roles[0]) if roles else None
    department = (found.department or "") if found else ""
    return step, sop.step(step), sop.roles(roles), department, sop.department(roles[0]) if roles else ""


def kpis_of(sop: SopContext) -> tuple[KpiRecord, ...]:
    """Return the KPIs that a process defines or refers to."""
    process, uses = sop.process, _kpi_uses(sop)
    own = {kpi.id: kpi for kpi in process.kpis}
    made = []
    for id in dict.fromkeys([*own, *uses]):
        entry = sop.shared.kpis.get(id)
        kpi = own.get(id) or (entry.value if entry else None)
        made.append(kpi_record(sop, id, kpi, tuple(uses.get(id, ()))))
    return tuple(made)


def kpi_record(sop: SopContext, id: str, kpi: Kpi | None, uses: tuple[str, ...] = ()) -> KpiRecord:
    """Return a KPI; None is one that nobody defined."""
    if kpi is None:
        return KpiRecord(id, id, "", "", "", "", "", "", "", uses)
    return KpiRecord(
        id, sop.text(kpi.name), sop.text(kpi.formula), sop.text(kpi.unit), sop.text(kpi.source), sop.every(kpi.every),
        sop.target(kpi.target), sop.target(kpi.alarm), sop.text(kpi.benchmark), uses,
    )  # fmt: skip


def _kpi_uses(sop: SopContext) -> dict[str, list[str]]:
    """Return for what each KPI is used: objectives, standards of steps, feedback."""
    uses: dict[str, list[str]] = {}
    for objective in sop.process.objectives:
        by = sop.t("by {day}").format(day=sop.day(objective.by)) if objective.by else ""
        uses.setdefault(objective.kpi, []).append(
            " ".join(filter(None, [sop.t("Objective"), sop.target(objective.target), by]))
        )
    for step in sop.process.steps:
        named = [standard.measure.kpi for standard in step.quality if standard.measure]
        named += [step.feedback.kpi] if step.feedback and step.feedback.kpi else []
        for kpi in dict.fromkeys(named):
            uses.setdefault(kpi, []).append(sop.step(step.id))
    return uses


def papers_of(sop: SopContext) -> tuple[PaperRecord, ...]:
    """Return the records that a process and its steps leave, each once."""
    records = [*sop.process.records, *(record for step in sop.process.steps for record in step.records)]
    return tuple(dict.fromkeys(_paper(sop, record) for record in records))


def _paper(sop: SopContext, record: Record) -> PaperRecord:
    entry = sop.shared.artifacts.get(record.what)
    return PaperRecord(
        sop.text(entry.value.name) if entry else sop.text(record.what),
        record.form or (entry.value.number or "" if entry else ""),
        sop.kept(record.kept_for or (entry.value.kept_for if entry else None)),
        sop.text(record.where),
    )


def terms_of(sop: SopContext) -> tuple[TermRecord, ...]:
    """Return the words that a process explains."""
    return tuple(
        TermRecord(word, sop.text(term.means), tuple(term.avoid)) for word, term in sop.process.terms.items()
    )


def training_of(sop: SopContext) -> tuple[TrainingRecord, ...]:
    """Return what the people in a process have to learn."""
    return tuple(
        TrainingRecord(
            tuple(one.who), sop.text(one.topic), sop.text(one.method),
            f"{one.hours:g}" if one.hours is not None else "", sop.text(one.assessment), sop.every(one.every),
        )
        for one in sop.process.training
    )  # fmt: skip


def inspections_of(sop: SopContext) -> tuple[InspectionRecord, ...]:
    """Return how a process is checked."""
    return tuple(
        InspectionRecord(
            sop.text(one.what), sop.text(one.method), sop.text(one.sample), sop.every(one.every), one.by or "",
            sop.role(one.by), sop.text(one.evidence),
        )
        for one in sop.process.inspection
    )  # fmt: skip
