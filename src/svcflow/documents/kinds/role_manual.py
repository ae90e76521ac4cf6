"""The manual of a role: everything it does, over all processes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from svcflow.documents.asked import Asked
from svcflow.documents.kind import Kind, Named
from svcflow.documents.outline import Block, Facts, Outline, Paragraph, Section, StepCard, Table
from svcflow.documents.role_words import acting_roles, check_role
from svcflow.documents.sections.procedure import card_of
from svcflow.documents.sop_context import SopContext
from svcflow.documents.together import assembled, process_table, stem
from svcflow.graph.handoffs import DerivedHandoff

__all__ = ["KIND"]


def _make(sops: Sequence[SopContext], asked: Asked) -> Iterator[Named]:
    check_role(sops, asked.role)
    for role in (asked.role,) if asked.role else acting_roles(sops):
        yield Named(stem(sops, f"role-{role}"), _manual(sops, role, asked))


def _manual(sops: Sequence[SopContext], role: str, asked: Asked) -> Outline:
    mine = [sop for sop in sops if any(role in node.step.role for node in sop.context.graph.nodes.values())]
    first = mine[0]
    made: list[Section | None] = [_about(first, role), _processes(mine)]
    made += [_steps(sop, role, several=len(mine) > 1) for sop in mine]
    made += [
        _received(mine, role), _passed(mine, role), _asked_and_told(sops, role), _called(sops, role),
        _training(sops, role), _inspections(sops, role), _risks(sops, role),
    ]  # fmt: skip
    return assembled(mine, asked, first.t("Role manual"), first.role(role), made)


def _about(sop: SopContext, role: str) -> Section | None:
    t, found = sop.t, sop.context.role(role)
    if found is None:
        return None
    pairs = (
        (t("Department"), sop.department(role)),
        (t("Reports to"), sop.role(found.reports_to)),
        (t("Deputy"), sop.roles(found.deputy)),
        (t("Working hours"), sop.calendar(found.calendar)),
        (t("Has to know or hold"), sop.listed(sop.texts(found.skills))),
    )
    said = tuple((label, value) for label, value in pairs if value)
    return Section("about", t("About the role"), (Facts(said),)) if said else None


def _processes(sops: Sequence[SopContext]) -> Section | None:
    t = sops[0].t
    return Section("processes", t("Works in"), (process_table(sops),)) if len(sops) > 1 else None


def _steps(sop: SopContext, role: str, *, several: bool) -> Section:
    """Return the role's steps in a process, as the procedure has them."""
    cards: list[Block] = [
        _own(sop, card_of(sop, node)) for node in sop.context.graph.nodes.values() if role in node.step.role
    ]
    trigger = sop.text(sop.process.trigger)
    start = [Facts(((sop.t("Trigger"), trigger),))] if trigger else []
    title = sop.text(sop.process.name) if several else sop.t("Procedure")
    return Section(f"process-{sop.process.process}", title, (*start, *cards))


def _own(sop: SopContext, card: StepCard) -> StepCard:
    """Return a card whose anchor is its own among several processes."""
    return replace(card, id=f"{sop.process.process}.{card.id}")


def _received(sops: Sequence[SopContext], role: str) -> Section | None:
    t = sops[0].t
    rows = tuple(
        (sop.text(sop.process.name), sop.roles(sorted(one.giver)), sop.step(one.target), *_agreed(sop, one))
        for sop in sops
        for one in sop.context.graph.handoffs
        if one.certain and role in one.taker
    )
    headers = (t("Process"), t("From whom"), t("For step"), t("Passes"), t("Within"), t("Accepted when"))
    return Section("received", t("What comes to you"), (Table(headers, rows),)) if rows else None


def _passed(sops: Sequence[SopContext], role: str) -> Section | None:
    t = sops[0].t
    rows = tuple(
        (sop.text(sop.process.name), sop.step(one.source), sop.roles(sorted(one.taker)), *_agreed(sop, one))
        for sop in sops
        for one in sop.context.graph.handoffs
        if one.certain and role in one.giver
    )
    headers = (t("Process"), t("After step"), t("To whom"), t("Passes"), t("Within"), t("Accepted when"))
    return Section("passed", t("What you pass on"), (Table(headers, rows),)) if rows else None


def _agreed(sop: SopContext, handoff: DerivedHandoff) -> tuple[str, str, str]:
    """Return what the two sides agreed: what, within what time, accepted when."""
    if handoff.agreement is None:
        return "", "", sop.t("not agreed")
    agreed = sop.process.handoffs[handoff.agreement]
    return sop.artifacts(agreed.passes), sop.duration(agreed.within), sop.text(agreed.accepted_when)


def _asked_and_told(sops: Sequence[SopContext], role: str) -> Section | None:
    """Return the steps of others that the role answers for, is asked in, or is told of."""
    t = sops[0].t
    rows = []
    for sop in sops:
        for node in sop.context.graph.nodes.values():
            step = node.step
            parts = (
                (t("Accountable"), step.accountable), (t("Consulted"), step.consulted), (t("Informed"), step.informed)
            )  # fmt: skip
            said = sop.listed(label for label, roles in parts if role in roles)
            if said:
                rows.append((sop.text(sop.process.name), sop.step(node.id), said))
    headers = (t("Process"), t("Step"), t("Part"))
    owned = [sop.text(sop.process.name) for sop in sops if sop.process.owner == role]
    blocks: list[Block] = []
    if owned:
        said = t("Owner of: {processes}").format(processes=sops[0].listed(owned))
        blocks.append(Paragraph(said))
    if rows:
        blocks.append(Table(headers, tuple(rows)))
    return Section("parts", t("Answers for, is asked, is told"), tuple(blocks)) if blocks else None


def _called(sops: Sequence[SopContext], role: str) -> Section | None:
    """Return the cases in which the role is called."""
    t = sops[0].t
    rows = []
    for sop in sops:
        for node in sop.context.graph.nodes.values():
            where = (sop.text(sop.process.name), sop.step(node.id))
            rows += [
                (*where, sop.text(case.when), sop.text(case.do))
                for case in node.step.exceptions
                if case.escalate == role
            ]
            sla = node.step.sla
            if sla and sla.escalate and sla.escalate.to == role:
                late = sop.duration(sla.escalate.after or sla.completion or sla.response)
                rows.append((*where, t("not done after {time}").format(time=late), ""))
    headers = (t("Process"), t("Step"), t("When"), t("What is done"))
    return Section("called", t("When you are called"), (Table(headers, tuple(rows)),)) if rows else None


def _training(sops: Sequence[SopContext], role: str) -> Section | None:
    t = sops[0].t
    rows = tuple(
        (
            sop.text(item.topic), sop.text(item.method), f"{item.hours:g}" if item.hours is not None else "",
            sop.text(item.assessment), sop.every(item.every),
        )
        for sop in sops
        for item in sop.process.training
        if role in item.who
    )  # fmt: skip
    headers = (t("Topic"), t("Method"), t("Hours"), t("Assessment"), t("How often"))
    return Section("training", t("Training"), (Table(headers, rows),)) if rows else None


def _inspections(sops: Sequence[SopContext], role: str) -> Section | None:
    t = sops[0].t
    rows = tuple(
        (
            sop.text(sop.process.name), sop.text(check.what), sop.text(check.method), sop.text(check.sample),
            sop.every(check.every), sop.text(check.evidence),
        )
        for sop in sops
        for check in sop.process.inspection
        if check.by == role
    )  # fmt: skip
    headers = (t("Process"), t("Inspection"), t("Method"), t("Sample"), t("How often"), t("Evidence"))
    return Section("inspections", t("Inspects"), (Table(headers, rows),)) if rows else None


def _risks(sops: Sequence[SopContext], role: str) -> Section | None:
    t = sops[0].t
    rows = tuple(
        (
            sop.text(sop.process.name), sop.text(risk.what),
            t("; ").join(sop.text(control.what) for control in risk.control), sop.text(risk.indicator),
        )
        for sop in sops
        for risk in sop.process.risks
        if risk.owner == role
    )  # fmt: skip
    headers = (t("Process"), t("Risk"), t("Control"), t("Indicator"))
    return Section("risks", t("Risks to watch"), (Table(headers, rows),)) if rows else None


KIND = Kind("role-manual", _make, together=True, takes=frozenset({"role"}))
