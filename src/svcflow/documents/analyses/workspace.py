"""What can be read from all processes of a workspace together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from svcflow.documents.labels import word
from svcflow.documents.outline import Block, Facts, Outline, Paragraph, Section, Table
from svcflow.documents.sop_context import SopContext
from svcflow.model.vocabulary import StepKind

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["workspace_outline"]


def workspace_outline(contexts: Sequence[ProcessContext], language: str, organization: str = "") -> Outline:
    """Return the analyses of a workspace, at least one process, as a document."""
    sops = [SopContext(context, language) for context in contexts]
    t = sops[0].t
    made = (_processes(sops), _roles(sops), _handoffs(sops), _duplicates(sops))
    return Outline(
        title=organization or t("Processes"),
        kind=t("Analysis"),
        language=language,
        control=Facts(((t("Processes"), str(len(sops))),)),
        sections=tuple(section for section in made if section is not None),
        organization=organization,
    )


def _processes(sops: list[SopContext]) -> Section:
    t = sops[0].t
    rows = tuple(
        (
            sop.text(sop.process.name),
            str(sop.process.version or ""),
            word(sop.process.status, t),
            sop.role(sop.process.owner),
            str(len(sop.context.graph.nodes)),
            sop.duration(sop.process.sla.resolution) if sop.process.sla else "",
        )
        for sop in sops
    )
    headers = (t("Process"), t("Version"), t("Status"), t("Process owner"), t("Steps"), t("Resolution time"))
    return Section("processes", t("Processes"), (Table(headers, rows),))


def _roles(sops: list[SopContext]) -> Section | None:
    """Return who works in what, the roles that carry most first; customers are left out."""
    t = sops[0].t
    steps: Counter[str] = Counter()
    processes: dict[str, list[str]] = {}
    for sop in sops:
        for step in sop.process.steps:
            for role in step.role:
                if not sop.context.is_customer(role):
                    key = sop.role(role)
                    steps[key] += 1
                    processes.setdefault(key, []).append(sop.text(sop.process.name))
    rows = tuple(
        (role, str(count), str(len(set(processes[role]))), t(", ").join(dict.fromkeys(processes[role])))
        for role, count in sorted(steps.items(), key=lambda item: (-item[1], item[0]))
    )
    headers = (t("Role"), t("Steps"), t("Number of processes"), t("Processes"))
    return Section("roles", t("Who works in what"), (Table(headers, rows),)) if rows else None


def _handoffs(sops: list[SopContext]) -> Section | None:
    """Return the handoffs between departments that recur, the most frequent first."""
    t = sops[0].t
    counted: Counter[tuple[str, str]] = Counter()
    agreed: Counter[tuple[str, str]] = Counter()
    for sop in sops:
        for handoff in sop.context.graph.handoffs:
            giver, taker = (_departments(sop, side) for side in (handoff.giver, handoff.taker))
            if handoff.certain and giver and taker and giver != taker:
                counted[giver, taker] += 1
                agreed[giver, taker] += handoff.agreement is not None
    rows = tuple(
        (*pair, str(count), str(agreed[pair]))
        for pair, count in sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    )
    headers = (t("From department"), t("To department"), t("Handoffs"), t("Agreed"))
    return Section("handoffs", t("Handoffs that recur"), (Table(headers, rows),)) if rows else None


def _departments(sop: SopContext, roles: Iterable[str]) -> str:
    return sop.listed(dict.fromkeys(sop.department(role) for role in sorted(roles)))


def _duplicates(sops: list[SopContext]) -> Section | None:
    """Return steps of the same name in several processes: candidates for a process of their own."""
    t = sops[0].t
    found: dict[str, list[str]] = {}
    for sop in sops:
        for step in sop.process.steps:
            if step.kind is StepKind.TASK:
                name = " ".join(sop.text(step.name).split())
                found.setdefault(name.casefold(), [name]).append(sop.text(sop.process.name))
    rows = tuple(
        (name, t(", ").join(dict.fromkeys(processes)))
        for name, *processes in found.values()
        if len(set(processes)) > 1
    )
    blocks: tuple[Block, ...] = (
        Paragraph(t("A step that several processes share may be written once and called.")),
        Table((t("Step"), t("Processes")), rows),
    )
    return Section("duplicates", t("Steps in several processes"), blocks) if rows else None
