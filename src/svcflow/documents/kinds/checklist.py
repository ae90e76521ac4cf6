"""The inspection checklist: what is looked at, how many, boxes to tick, and who signs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from svcflow.documents.asked import Asked
from svcflow.documents.identity import reference, running
from svcflow.documents.kind import Kind, Named
from svcflow.documents.outline import Block, Checks, Facts, Gap, Outline, Section, Signatures
from svcflow.documents.sections.step_facts import record_text, standard_text
from svcflow.documents.sop_context import SopContext
from svcflow.graph.elements import Node
from svcflow.model.quality import Inspection

__all__ = ["KIND"]


def _make(sops: Sequence[SopContext], asked: Asked) -> Iterator[Named]:
    for sop in sops:
        yield Named(f"{sop.process.process}-checklist", _checklist(sop, asked))


def _checklist(sop: SopContext, asked: Asked) -> Outline:
    t = sop.t
    sections = (_plan(sop), _steps(sop), _controls(sop), _records(sop), _result(sop))
    return Outline(
        title=sop.text(sop.process.name),
        kind=t("Inspection checklist"),
        language=sop.language,
        control=reference(sop),
        sections=tuple(section for section in sections if section is not None),
        organization=asked.organization,
        running=running(sop),
    )


def _plan(sop: SopContext) -> Section:
    t = sop.t
    if not sop.process.inspection:
        gap = Gap(t("What is looked at, how many, how often and by whom? Fill in `inspection`."))
        return Section("plan", t("Inspection plan"), (gap,))
    plans = tuple(Facts(_facts(sop, check)) for check in sop.process.inspection)
    return Section("plan", t("Inspection plan"), plans)


def _facts(sop: SopContext, check: Inspection) -> tuple[tuple[str, str], ...]:
    t = sop.t
    pairs = (
        (t("Inspection"), sop.text(check.what)),
        (t("Method"), sop.text(check.method)),
        (t("Sample"), sop.text(check.sample)),
        (t("How often"), sop.every(check.every)),
        (t("By"), sop.role(check.by)),
        (t("Evidence"), sop.text(check.evidence)),
    )
    return tuple((label, value) for label, value in pairs if value)


def _steps(sop: SopContext) -> Section | None:
    """Return, step by step, what has to be found: the standards, the times."""
    blocks: list[Block] = []
    for node in sop.context.graph.nodes.values():
        items = tuple(_points(sop, node))
        if items:
            who = sop.roles(node.step.role)
            name = sop.step(node.id)
            head = sop.t("{name} ({detail})").format(name=name, detail=who) if who else name
            blocks += [Facts((("", head),)), Checks(items)]
    return Section("steps", sop.t("To be found in each case"), tuple(blocks)) if blocks else None


def _points(sop: SopContext, node: Node) -> Iterator[str]:
    for standard in node.step.quality:
        yield standard_text(sop, standard)
    if node.step.sla and node.step.sla.response:
        yield sop.t("taken up within {time}").format(time=sop.duration(node.step.sla.response))
    if node.step.sla and node.step.sla.completion:
        yield sop.t("done within {time}").format(time=sop.duration(node.step.sla.completion))


def _controls(sop: SopContext) -> Section | None:
    t = sop.t
    said = [
        t("{when}: {then}").format(when=sop.text(risk.what), then=sop.text(control.what))
        for risk in sop.process.risks
        for control in risk.control
    ]
    return Section("controls", t("Controls that have to work"), (Checks(tuple(said)),)) if said else None


def _records(sop: SopContext) -> Section | None:
    records = [*sop.process.records, *(record for step in sop.process.steps for record in step.records)]
    said = dict.fromkeys(
        sop.t("{name} ({detail})").format(name=record_text(sop, record.what), detail=sop.text(record.where))
        if record.where
        else record_text(sop, record.what)
        for record in records
    )
    return (
        Section("records", sop.t("Records that have to be there"), (Checks(tuple(said)),)) if said else None
    )


def _result(sop: SopContext) -> Section:
    t = sop.t
    cases = Signatures((t("Case"), t("What was found"), t("Action"), t("Done by")), (("", "", "", ""),) * 4)
    signed = Signatures(
        (t("Role"), t("Name"), t("Date"), t("Signature")),
        ((t("Inspected by"), "", "", ""), (t("Seen by"), "", "", "")),
    )
    return Section("result", t("Result"), (cases, signed))


KIND = Kind("checklist", _make)
