"""Where work changes hands, and what the two sides agreed."""

from __future__ import annotations

from svcflow.documents.outline import Section, Table
from svcflow.documents.sop_context import SopContext
from svcflow.graph.handoffs import DerivedHandoff

__all__ = ["section"]


def section(sop: SopContext) -> Section | None:
    """Return the agreed handoffs and those that surely happen without an agreement between service roles."""
    t = sop.t
    rows = tuple(
        _row(sop, handoff)
        for handoff in sop.context.graph.handoffs
        if handoff.agreement is not None or (handoff.certain and not _with_customer(sop, handoff))
    )
    headers = (t("From"), t("To"), t("Passes"), t("By way of"), t("Within"), t("Accepted when"))
    return Section("handoffs", t("Handoffs"), (Table(headers, rows),)) if rows else None


def _with_customer(sop: SopContext, handoff: DerivedHandoff) -> bool:
    return any(sop.context.is_customer(role) for role in handoff.giver | handoff.taker)


def _row(sop: SopContext, handoff: DerivedHandoff) -> tuple[str, ...]:
    def side(step: str) -> str:
        roles = sop.roles(sop.context.graph.nodes[step].step.role)
        return sop.t("{name} ({detail})").format(name=sop.step(step), detail=roles)

    ends = (side(handoff.source), side(handoff.target))
    if handoff.agreement is None:
        return (*ends, "", "", "", sop.t("not agreed"))
    agreed = sop.process.handoffs[handoff.agreement]
    via = sop.shared_name("tools" if agreed.via in sop.shared.tools else "channels", agreed.via)
    return (
        *ends, sop.artifacts(agreed.passes), via, sop.duration(agreed.within), sop.text(agreed.accepted_when)
    )  # fmt: skip
