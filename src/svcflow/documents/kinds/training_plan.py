"""The training plan: who learns what, how, in how many hours, and the sheet on which it is signed off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from svcflow.documents.asked import Asked
from svcflow.documents.kind import Kind, Named
from svcflow.documents.outline import Block, Gap, Page, Section, Signatures, Table
from svcflow.documents.role_words import acting_roles
from svcflow.documents.sop_context import SopContext
from svcflow.documents.together import assembled, stem
from svcflow.model.governance import Training

__all__ = ["KIND"]

_Item = tuple[SopContext, str, Training]


def _make(sops: Sequence[SopContext], asked: Asked) -> Iterator[Named]:
    t = sops[0].t
    kind = t("Training plan")
    title = sops[0].text(sops[0].process.name) if len(sops) == 1 else asked.organization or kind
    items = [(sop, role, item) for sop in sops for item in sop.process.training for role in item.who]
    sections = (_matrix(sops, items), _plan(sops, items), _untrained(sops, items), _sheet(sops[0], items))
    outline = assembled(sops, asked, kind, title, sections, page=Page.LANDSCAPE)
    yield Named(stem(sops, "training-plan"), outline)


def _matrix(sops: Sequence[SopContext], items: list[_Item]) -> Section | None:
    """Return roles by processes in hours, with sums; of one process, the sums by role."""
    if not items:
        return None
    t = sops[0].t
    hours: dict[str, dict[str, float]] = {}
    names: dict[str, str] = {}
    for sop, role, item in items:
        key = sop.process.process
        row = hours.setdefault(role, {})
        names.setdefault(role, sop.role(role))
        row[key] = row.get(key, 0.0) + (item.hours or 0.0)
    taught = [sop for sop in sops if sop.process.training]
    rows = tuple(
        (
            names[role],
            *(f"{row[sop.process.process]:g}" if sop.process.process in row else "" for sop in taught),
            *((f"{sum(row.values()):g}",) if len(taught) > 1 else ()),
        )
        for role, row in hours.items()
    )
    headers = (
        t("Role"),
        *((sop.text(sop.process.name) for sop in taught) if len(taught) > 1 else (t("Hours"),)),
        *((t("All hours"),) if len(taught) > 1 else ()),
    )
    return Section("hours", t("Hours by role"), (Table(headers, rows),))


def _plan(sops: Sequence[SopContext], items: list[_Item]) -> Section:
    t = sops[0].t
    if not items:
        gap = Gap(t("What do people have to learn to work in it? Fill in `training`."))
        return Section("plan", t("Topics"), (gap,))
    several = len(sops) > 1
    rows = tuple(
        (
            sop.role(role), *((sop.text(sop.process.name),) if several else ()), sop.text(item.topic),
            sop.text(item.method), f"{item.hours:g}" if item.hours is not None else "",
            sop.text(item.assessment), sop.every(item.every),
        )
        for sop, role, item in _by_role(items)
    )  # fmt: skip
    headers = (
        t("Role"), *((t("Process"),) if several else ()), t("Topic"), t("Method"), t("Hours"), t("Assessment"),
        t("How often"),
    )  # fmt: skip
    return Section("plan", t("Topics"), (Table(headers, rows),))


def _by_role(items: list[_Item]) -> list[_Item]:
    order = {role: number for number, role in enumerate(dict.fromkeys(role for _, role, _ in items))}
    return sorted(items, key=lambda item: order[item[1]])


def _untrained(sops: Sequence[SopContext], items: list[_Item]) -> Section | None:
    """Return the roles that act and learn nothing, as places to fill in."""
    t = sops[0].t
    taught = {(sop.process.process, role) for sop, role, _ in items}
    blocks: list[Block] = []
    for sop in sops:
        idle = [role for role in acting_roles([sop]) if (sop.process.process, role) not in taught]
        if idle and sop.process.training:
            said = t("{process}: nothing to learn for {roles}")
            names = sop.listed(map(sop.role, idle))
            blocks.append(Gap(said.format(process=sop.text(sop.process.name), roles=names)))
    return Section("untrained", t("Roles without training"), tuple(blocks)) if blocks else None


def _sheet(sop: SopContext, items: list[_Item]) -> Section | None:
    """Return the sheet: a line for each topic of each role, to be copied for each person."""
    if not items:
        return None
    t = sop.t
    rows = tuple(
        (one.role(role), one.text(item.topic), "", "", "", "") for one, role, item in _by_role(items)
    )
    headers = (t("Role"), t("Topic"), t("Name"), t("Date"), t("Result"), t("Signature of trainer"))
    return Section("sheet", t("Sign-off sheet"), (Signatures(headers, rows),))


KIND = Kind("training-plan", _make, together=True)
