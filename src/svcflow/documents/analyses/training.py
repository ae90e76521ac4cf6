"""The training matrix: who learns what, in hours."""

from __future__ import annotations

from svcflow.documents.outline import Section, Table
from svcflow.documents.sop_context import SopContext

__all__ = ["section"]


def section(sop: SopContext) -> Section | None:
    """Return roles by topics with their hours, and the roles that work here and learn nothing."""
    t = sop.t
    topics = list(dict.fromkeys(sop.text(item.topic) for item in sop.process.training))
    if not topics:
        return None
    hours: dict[tuple[str, str], str] = {}
    for item in sop.process.training:
        for role in item.who:
            hours[role, sop.text(item.topic)] = f"{item.hours:g}" if item.hours is not None else "●"
    acting = (role for step in sop.process.steps for role in step.role if not sop.context.is_customer(role))
    roles = list(dict.fromkeys([*acting, *(role for role, _ in hours)]))
    rows = tuple((sop.role(role), *(hours.get((role, topic), "") for topic in topics)) for role in roles)
    return Section("training", t("Training matrix (hours)"), (Table((t("Role"), *topics), rows),))
