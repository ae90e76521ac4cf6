"""The kinds of documents, one a file, each with its ``KIND``."""

from __future__ import annotations

from collections.abc import Mapping

from svcflow.documents.kind import Kind
from svcflow.documents.kinds import (
    checklist,
    handoff_agreement,
    procedure,
    quality_report,
    quick_card,
    release_note,
    risk_register,
    role_manual,
    training_plan,
)

__all__ = ["KINDS"]

KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        procedure.KIND,
        quick_card.KIND,
        role_manual.KIND,
        training_plan.KIND,
        checklist.KIND,
        handoff_agreement.KIND,
        quality_report.KIND,
        risk_register.KIND,
        release_note.KIND,
    )
}
"""By the name that the command line gives them."""
