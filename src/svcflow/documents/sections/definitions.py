"""Words a reader may not know."""

from __future__ import annotations

from svcflow.documents.outline import Facts, Section
from svcflow.documents.sop_context import SopContext

__all__ = ["section"]


def section(sop: SopContext) -> Section | None:
    """Return the process's own terms and what they mean."""
    pairs = tuple((term, sop.text(entry.means)) for term, entry in sop.process.terms.items())
    return Section("definitions", sop.t("Definitions"), (Facts(pairs),)) if pairs else None
