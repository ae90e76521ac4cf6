"""Registers of forms, documents and tools: who makes, needs and uses them."""

from __future__ import annotations

from svcflow.documents.outline import Block, Section, Table
from svcflow.documents.sop_context import SopContext

__all__ = ["section"]


def section(sop: SopContext) -> Section | None:
    """Return the register of documents, forms and data, and that of tools."""
    blocks: list[Block] = [table for table in (_artifacts(sop), _tools(sop)) if table.rows]
    return Section("registers", sop.t("Forms, documents and tools"), tuple(blocks)) if blocks else None


def _artifacts(sop: SopContext) -> Table:
    t, data = sop.t, sop.context.data
    rows = []
    for artifact in dict.fromkeys([*sop.process.inputs, *data.writers, *data.readers]):
        entry = sop.shared.artifacts.get(artifact)
        number = (entry.value.number or "") if entry else ""
        kept = sop.kept(entry.value.kept_for) if entry else ""
        owner = sop.role(entry.value.owner) if entry else ""
        made, needed = (_numbers(sop, steps.get(artifact, ())) for steps in (data.writers, data.readers))
        rows.append((sop.shared_name("artifacts", artifact), number, made or "–", needed or "–", owner, kept))
    headers = (
        t("Document or data"),
        t("Form"),
        t("Made in step"),
        t("Needed in step"),
        t("Owner"),
        t("Kept for"),
    )
    return Table(headers, tuple(rows))


def _tools(sop: SopContext) -> Table:
    t = sop.t
    tools = dict.fromkeys(tool for step in sop.process.steps for tool in step.tools)
    rows = []
    for tool in tools:
        steps = tuple(node.id for node in sop.context.graph.nodes.values() if tool in node.step.tools)
        roles = dict.fromkeys(role for step in steps for role in sop.context.graph.nodes[step].step.role)
        rows.append((sop.shared_name("tools", tool), _numbers(sop, steps), sop.listed(map(sop.role, roles))))
    return Table((t("Tool"), t("Steps"), t("Roles")), tuple(rows))


def _numbers(sop: SopContext, steps: tuple[str, ...]) -> str:
    return sop.listed(str(sop.context.graph.nodes[step].index + 1) for step in steps)
