"""The RACI matrix: who is responsible, accountable, consulted and informed in each step."""

from __future__ import annotations

from svcflow.documents.outline import Paragraph, Section, Table
from svcflow.documents.sop_context import SopContext
from svcflow.model.step import Step

__all__ = ["section"]


def section(sop: SopContext) -> Section | None:
    """Return the matrix; left out where no step says more than who is responsible."""
    steps = [node for node in sop.context.graph.nodes.values() if node.step.role or _more(node.step)]
    if not any(_more(node.step) for node in steps):
        return None
    roles = list(dict.fromkeys(role for node in steps for role in _all_roles(node.step)))
    headers = (sop.t("Step"), *(sop.role(role) for role in roles))
    rows = tuple((sop.step(node.id), *(_letters(node.step, role) for role in roles)) for node in steps)
    key = Paragraph(sop.t("R responsible, A accountable, C consulted, I informed"))
    return Section("raci", sop.t("RACI matrix"), (key, Table(headers, rows)))


def _more(step: Step) -> bool:
    return bool(step.accountable or step.consulted or step.informed)


def _all_roles(step: Step) -> tuple[str, ...]:
    return (*step.role, *step.accountable, *step.consulted, *step.informed)


def _letters(step: Step, role: str) -> str:
    parts = (("R", step.role), ("A", step.accountable), ("C", step.consulted), ("I", step.informed))
    return "/".join(letter for letter, roles in parts if role in roles)
