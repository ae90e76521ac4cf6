"""The RACI matrix: who is responsible, accountable, consulted and informed in each step."""

from __future__ import annotations

from svcflow.documents.outline import Paragraph, Section, Table
from svcflow.documents.sop_context import SopContext
from svcflow.model.step import Step

__all__ = ["section"]


def section(sop: SopContext) -> Section | None:
    """Return the matrix; left out where nothing is said but who is responsible."""
    steps = [node for node in sop.context.graph.nodes.values() if node.step.role or _more(node.step)]
    if not steps or not (sop.process.owner or any(_more(node.step) for node in steps)):
        return None
    roles = list(dict.fromkeys(role for node in steps for role in _all_roles(sop, node.step)))
    headers = (sop.t("Step"), *(sop.role(role) for role in roles))
    rows = tuple((sop.step(node.id), *(_letters(sop, node.step, role) for role in roles)) for node in steps)
    key = Paragraph(sop.t("R responsible, A accountable, C consulted, I informed"))
    return Section("raci", sop.t("RACI matrix"), (key, Table(headers, rows)))


def _more(step: Step) -> bool:
    return bool(step.accountable or step.consulted or step.informed)


def _all_roles(sop: SopContext, step: Step) -> tuple[str, ...]:
    return tuple(role for roles in sop.context.raci(step).values() for role in roles)


def _letters(sop: SopContext, step: Step, role: str) -> str:
    return "/".join(letter for letter, roles in sop.context.raci(step).items() if role in roles)
