"""The frame of a quality report: what is known is filled in, what has to be found out is a place to fill in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from svcflow.documents.asked import Asked
from svcflow.documents.identity import reference, running
from svcflow.documents.kind import Kind, Named
from svcflow.documents.labels import word
from svcflow.documents.outline import Block, Facts, Gap, Outline, Section, Signatures, Table
from svcflow.documents.sections import kpis, quality
from svcflow.documents.sections.step_facts import standard_text
from svcflow.documents.sop_context import SopContext

__all__ = ["KIND"]

_LINES_TO_WRITE = 4


def _make(sops: Sequence[SopContext], asked: Asked) -> Iterator[Named]:
    for sop in sops:
        yield Named(f"{sop.process.process}-quality-report", _report(sop, asked))


def _report(sop: SopContext, asked: Asked) -> Outline:
    made = (_scope(sop), _method(sop), _data(sop), _analysis(sop), _actions(sop), _conclusion(sop))
    return Outline(
        title=sop.text(sop.process.name),
        kind=sop.t("Quality report"),
        language=sop.language,
        control=reference(sop),
        sections=made,
        organization=asked.organization,
        running=running(sop),
    )


def _scope(sop: SopContext) -> Section:
    t, scope = sop.t, sop.process.scope
    pairs = (
        (t("Purpose"), sop.text(sop.process.purpose)),
        (t("Covers"), sop.listed(sop.texts(scope.covers)) if scope else ""),
        (t("Does not cover"), sop.listed(sop.texts(scope.excludes)) if scope else ""),
        (t("Customers"), sop.listed(sop.shared_name("segments", one) for one in sop.process.segments)),
    )
    said = tuple((label, value) for label, value in pairs if value)
    blocks: list[Block] = [Facts(said)] if said else []
    blocks.append(Gap(t("Which period, which places, how many cases does this report cover?")))
    return Section("scope", t("Scope"), tuple(blocks))


def _method(sop: SopContext) -> Section:
    """Return how the figures come about: the KPIs, the inspections."""
    t = sop.t
    blocks: list[Block] = []
    for found in (kpis.section(sop), quality.section(sop)):
        blocks += found.blocks if found else ()
    if not blocks:
        blocks.append(Gap(t("How were the figures gathered? Fill in `kpis` and `inspection`.")))
    return Section("method", t("Method"), tuple(blocks))


def _data(sop: SopContext) -> Section:
    """Return a line for each figure that has to be reached, with room for what was measured."""
    t = sop.t
    wanted: dict[tuple[str, str], None] = {}
    for goal in sop.process.objectives:
        wanted[sop.kpi(goal.kpi), sop.target(goal.target)] = None
    for step in sop.process.steps:
        for standard in step.quality:
            if standard.measure:
                kpi = standard.measure.kpi
                wanted[sop.kpi(kpi), sop.target(standard.measure.target or _target(sop, kpi))] = None
    for one in sop.process.kpis:
        wanted.setdefault((sop.text(one.name), sop.target(one.target)), None)
    headers = (t("KPI"), t("Target"), t("Measured"), t("Cases"), t("Reached"))
    rows = tuple((*pair, "", "", "") for pair in wanted) or (("", "", "", "", ""),) * _LINES_TO_WRITE
    return Section("data", t("Data"), (Signatures(headers, rows),))


def _target(sop: SopContext, id: str) -> str:
    """Return what a KPI has to reach by its definition in the process or in a catalogue; empty for nothing."""
    shared = sop.shared.kpis.get(id)
    known = next((kpi for kpi in sop.process.kpis if kpi.id == id), shared.value if shared else None)
    return str(known.target or "") if known else ""


def _analysis(sop: SopContext) -> Section:
    t = sop.t
    blocks: list[Block] = []
    unmeasured = [
        (sop.step(node.id), standard_text(sop, standard))
        for node in sop.context.graph.nodes.values()
        for standard in node.step.quality
        if standard.measure is None
    ]
    if unmeasured:
        blocks.append(Table((t("Step"), t("Standard that nothing measures")), tuple(unmeasured)))
    if sop.process.problems:
        rows = tuple(
            (sop.text(one.what), word(one.severity, t), sop.text(one.cause), sop.text(one.prevention))
            for one in sop.process.problems
        )
        blocks.append(Table((t("Known problem"), t("Severity"), t("Cause"), t("Prevention")), rows))
    blocks += [
        Gap(t("Which targets were missed, where and how often?")),
        Gap(t("What are the causes, and how is that known?")),
        Gap(t("What do customers say?")),
    ]
    return Section("analysis", t("Analysis"), tuple(blocks))


def _actions(sop: SopContext) -> Section:
    t = sop.t
    rows = [
        (sop.text(item.what), sop.role(item.owner), "", word(item.state, t))
        for item in sop.process.improvements
    ]
    rows += [("", "", "", "")] * max(0, _LINES_TO_WRITE - len(rows))
    headers = (t("Action"), t("Owner"), t("Due"), t("Progress"))
    return Section("actions", t("Actions"), (Signatures(headers, tuple(rows)),))


def _conclusion(sop: SopContext) -> Section:
    t = sop.t
    headers = (t("Role"), t("Name"), t("Date"), t("Signature"))
    rows = ((t("Prepared by"), "", "", ""), (t("Reviewed by"), "", "", ""), (t("Approved by"), "", "", ""))
    gap = Gap(t("Is the service good enough, and what has to be decided?"))
    return Section("conclusion", t("Conclusion"), (gap, Signatures(headers, rows)))


KIND = Kind("quality-report", _make)
