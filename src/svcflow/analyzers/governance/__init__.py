"""Rules about how a process is kept under control: versions, approvals, reviews, trials, training."""

from __future__ import annotations

from svcflow.analyzers.governance.approval_stale import ApprovalStale
from svcflow.analyzers.governance.change_not_as_declared import ChangeNotAsDeclared
from svcflow.analyzers.governance.effective_without_approval import EffectiveWithoutApproval
from svcflow.analyzers.governance.improvement_without_owner import ImprovementWithoutOwner
from svcflow.analyzers.governance.no_reference import NoReference
from svcflow.analyzers.governance.no_version import NoVersion
from svcflow.analyzers.governance.pilot_without_criteria import PilotWithoutCriteria
from svcflow.analyzers.governance.released_without_pilot import ReleasedWithoutPilot
from svcflow.analyzers.governance.retired_but_called import RetiredButCalled
from svcflow.analyzers.governance.review_never import ReviewNever
from svcflow.analyzers.governance.review_overdue import ReviewOverdue
from svcflow.analyzers.governance.revision_order import RevisionOrder
from svcflow.analyzers.governance.self_approved import SelfApproved
from svcflow.analyzers.governance.to_be_without_baseline import ToBeWithoutBaseline
from svcflow.analyzers.governance.training_missing import TrainingMissing
from svcflow.analyzers.governance.training_without_assessment import TrainingWithoutAssessment
from svcflow.analyzers.governance.version_not_in_revisions import VersionNotInRevisions
from svcflow.analyzers.rule import Rule

__all__ = ["RULES"]

RULES: tuple[type[Rule], ...] = (
    NoVersion,
    VersionNotInRevisions,
    RevisionOrder,
    ChangeNotAsDeclared,
    EffectiveWithoutApproval,
    ApprovalStale,
    SelfApproved,
    ReviewOverdue,
    ReviewNever,
    ToBeWithoutBaseline,
    ReleasedWithoutPilot,
    PilotWithoutCriteria,
    RetiredButCalled,
    TrainingMissing,
    TrainingWithoutAssessment,
    NoReference,
    ImprovementWithoutOwner,
)
