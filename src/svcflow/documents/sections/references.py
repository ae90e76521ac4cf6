"""Laws, standards and documents that the process follows."""

from __future__ import annotations

from svcflow.documents.outline import Bullets, Section
from svcflow.documents.sop_context import SopContext

__all__ = ["section"]


def section(sop: SopContext) -> Section | None:
    """Return the references."""
    references = sop.texts(sop.process.references)
    return Section("references", sop.t("References"), (Bullets(references),)) if references else None
