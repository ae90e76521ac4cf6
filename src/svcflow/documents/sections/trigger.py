"""What starts the process, what it needs and leaves, and what is promised."""

from __future__ import annotations

from svcflow.documents.outline import Facts, Section
from svcflow.documents.sop_context import SopContext

__all__ = ["section"]


def section(sop: SopContext) -> Section | None:
    """Return trigger, inputs, outputs and the promise to the customer."""
    process, t = sop.process, sop.t
    sla = process.sla
    pairs = (
        (t("Trigger"), sop.text(process.trigger)),
        (t("Inputs"), sop.artifacts(process.inputs)),
        (t("Outputs"), sop.artifacts(process.outputs)),
        (t("Response time"), sop.duration(sla.response) if sla else ""),
        (t("Resolution time"), sop.duration(sla.resolution) if sla else ""),
        (t("Service hours"), sop.calendar(sla.calendar) if sla else ""),
        (t("Escalation"), sop.escalation(sla.escalate) if sla and sla.escalate else ""),
    )
    said = tuple((label, value) for label, value in pairs if value)
    return Section("trigger", t("Trigger and promise"), (Facts(said),)) if said else None
