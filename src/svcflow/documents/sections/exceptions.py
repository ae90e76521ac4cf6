"""What can go wrong, and who is called."""

from __future__ import annotations

from svcflow.documents.outline import Section, Table
from svcflow.documents.sop_context import SopContext

__all__ = ["section"]


def section(sop: SopContext) -> Section | None:
    """Return all exceptions and escalations of the steps."""
    t = sop.t
    rows: list[tuple[str, ...]] = []
    for node in sop.context.graph.nodes.values():
        for case in node.step.exceptions:
            when = sop.text(case.when)
            if case.after:
                when = t("{what}, after {time}").format(what=when, time=sop.duration(case.after))
            goto = sop.step(case.goto) if case.goto else ""
            rows.append((sop.step(node.id), when, sop.text(case.do), sop.role(case.escalate), goto))
        sla = node.step.sla
        if sla and sla.escalate:
            late = sop.duration(sla.escalate.after or sla.completion or sla.response)
            when = t("not done after {time}").format(time=late)
            rows.append((sop.step(node.id), when, "", sop.role(sla.escalate.to), ""))
    headers = (t("Step"), t("When"), t("What is done"), t("Escalation"), t("Goes on with"))
    title = t("Exceptions and escalation")
    return Section("exceptions", title, (Table(headers, tuple(rows)),)) if rows else None
