"""Exceptions and escalation: which steps are covered, and which are not."""

from __future__ import annotations

from svcflow.documents.outline import Section, Table
from svcflow.documents.sop_context import SopContext
from svcflow.model.vocabulary import StepKind

__all__ = ["section"]

_WORK = {StepKind.TASK, StepKind.DECISION, StepKind.CALL}


def section(sop: SopContext) -> Section | None:
    """Return, for each step of work, how many exceptions it names and who is called when it is late."""
    t = sop.t
    rows = []
    for node in sop.context.graph.nodes.values():
        step = node.step
        if step.kind not in _WORK:
            continue
        late = step.sla.escalate if step.sla else None
        called = [case.escalate for case in step.exceptions if case.escalate]
        roles = sop.listed(dict.fromkeys(sop.role(role) for role in [*called, *([late.to] if late else [])]))
        count = str(len(step.exceptions)) if step.exceptions else "–"
        rows.append((sop.step(node.id), count, sop.escalation(late) if late else "–", roles or "–"))
    headers = (t("Step"), t("Exceptions"), t("When late"), t("Escalation"))
    return (
        Section("exceptions", t("Exception and escalation coverage"), (Table(headers, tuple(rows)),))
        if rows
        else None
    )
