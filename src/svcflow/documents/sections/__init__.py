"""The sections of a standard operating procedure, one a file, in the order of the document."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from svcflow.documents.outline import Section
from svcflow.documents.sections import (
    appendices,
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

SECTIONS: Mapping[str, Callable[[SopContext], Section | None]] = {
    "trigger": trigger.section,
    "quick-steps": quick_steps.section,
    "overview": overview.section,
    "approvals": approvals.section,
    "revisions": revisions.section,
    "purpose": purpose.section,
    "scope": scope.section,
    "references": references.section,
    "definitions": definitions.section,
    "roles": roles.section,
    "raci": raci.section,
    "procedure": procedure.section,
    "handoffs": handoffs.section,
    "exceptions": exceptions.section,
    "quality": quality.section,
    "needs": needs.section,
    "kpis": kpis.section,
    "risks": risks.section,
    "training": training.section,
    "records": records.section,
    "feedback": feedback.section,
    "improvement": improvement.section,
    "rollout": rollout.section,
    "appendix-forms": appendices.forms,
    "appendix-terms": appendices.terms,
}
"""By id; each returns its section, or None where the process has nothing to say in it.

What people at work look for comes first: what starts it, the steps at a glance, the picture. From there on it is the
order of the standards.
"""
