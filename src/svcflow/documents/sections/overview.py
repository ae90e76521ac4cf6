"""The picture of the process."""

from __future__ import annotations

from svcflow.documents.outline import Picture, Section
from svcflow.documents.sop_context import SopContext

__all__ = ["section"]


def section(sop: SopContext) -> Section | None:
    """Return the place of the swimlane picture (of the flowchart where no step has a role)."""
    view = "swimlane" if any(step.role for step in sop.process.steps) else "flowchart"
    caption = sop.t("{name}: who does what, in which order").format(name=sop.text(sop.process.name))
    return Section("overview", sop.t("Overview"), (Picture(view, caption),))
