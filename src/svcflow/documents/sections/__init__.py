"""The sections of a standard operating procedure, one a file, in the order of the document."""

from __future__ import annotations

from collections.abc import Callable

from svcflow.documents.outline import Section
from svcflow.documents.sections import (
    approvals,
    definitions,
    exceptions,
    feedback,
    handoffs,
    improvement,
    kpis,
    needs,
    overview,
    procedure,
    purpose,
    quality,
    quick_steps,
    raci,
    records,
    references,
    revisions,
    risks,
    roles,
    rollout,
    scope,
    training,
    trigger,
)
from svcflow.documents.sop_context import SopContext

__all__ = ["SECTIONS"]

SECTIONS: tuple[Callable[[SopContext], Section | None], ...] = (
    approvals.section,
    revisions.section,
    purpose.section,
    scope.section,
    references.section,
    definitions.section,
    roles.section,
    raci.section,
    trigger.section,
    overview.section,
    quick_steps.section,
    procedure.section,
    handoffs.section,
    exceptions.section,
    quality.section,
    needs.section,
    kpis.section,
    risks.section,
    training.section,
    records.section,
    feedback.section,
    improvement.section,
    rollout.section,
)
"""Each returns its section, or None where the process has nothing to say in it."""
