"""What the process covers and what not."""

from __future__ import annotations

from svcflow.documents.outline import Facts, Section
from svcflow.documents.sop_context import SopContext

__all__ = ["section"]


def section(sop: SopContext) -> Section | None:
    """Return the scope."""
    scope, t = sop.process.scope, sop.t
    pairs = []
    if scope and scope.covers:
        pairs.append((t("Covers"), sop.listed(sop.texts(scope.covers))))
    if scope and scope.excludes:
        pairs.append((t("Does not cover"), sop.listed(sop.texts(scope.excludes))))
    if sop.process.segments:
        names = (sop.shared_name("segments", segment) for segment in sop.process.segments)
        pairs.append((t("Customers"), sop.listed(names)))
    return Section("scope", t("Scope"), (Facts(tuple(pairs)),)) if pairs else None
