"""Who works in the process."""

from __future__ import annotations

from svcflow.documents.labels import word
from svcflow.documents.outline import Section, Table
from svcflow.documents.sop_context import SopContext

__all__ = ["section"]


def section(sop: SopContext) -> Section | None:
    """Return the roles that act in steps, with what each is responsible for."""
    t = sop.t
    rows = []
    for id in dict.fromkeys(role for step in sop.process.steps for role in step.role):
        role = sop.context.role(id)
        steps = [node for node in sop.context.graph.nodes.values() if id in node.step.role]
        numbers = sop.listed(str(node.index + 1) for node in steps)
        line = word(role.line, t) if role else ""
        deputies = sop.roles(role.deputy) if role else ""
        rows.append((sop.role(id), sop.department(id), line, numbers, deputies))
    if not rows:
        return None
    headers = (t("Role"), t("Department"), t("Line"), t("Steps"), t("Deputy"))
    return Section("roles", t("Roles"), (Table(headers, tuple(rows)),))
