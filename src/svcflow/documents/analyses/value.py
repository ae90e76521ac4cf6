"""For whom the steps create value: how many steps, and how much of the hands-on time."""

from __future__ import annotations

from svcflow.documents.labels import word
from svcflow.documents.outline import Section, Table
from svcflow.documents.sop_context import SopContext
from svcflow.graph.visits import Visits
from svcflow.model.duration import Duration
from svcflow.model.vocabulary import Value

__all__ = ["section"]


def section(sop: SopContext) -> Section | None:
    """Return the shares by kind of value, hands-on time weighted by how often each step is run."""
    nodes = [node for node in sop.context.graph.nodes.values() if node.step.value]
    if not nodes:
        return None
    t = sop.t
    work = Visits(sop.context.graph).work(sop.context.timing)
    seconds = {node.id: work.get(node.id, 0.0) for node in nodes}
    total = sum(seconds.values())
    rows = []
    for kind in Value:
        these = [node for node in nodes if node.step.value is kind]
        spent = sum(seconds[node.id] for node in these)
        share = f"{spent / total:.0%}" if total else ""
        rows.append((word(kind, t), str(len(these)), sop.duration(Duration(seconds=round(spent))), share))
    headers = (t("Value"), t("Steps"), t("Hands-on time of a case, on average"), t("Share"))
    return Section("value", t("Value and waste"), (Table(headers, tuple(rows)),))
