"""Rules about what may happen, how much it weighs, and what keeps it down."""

from __future__ import annotations

from svcflow.analyzers.risk.control_without_step import ControlWithoutStep
from svcflow.analyzers.risk.grade_outside_matrix import GradeOutsideMatrix
from svcflow.analyzers.risk.high_risk_accepted import HighRiskAccepted
from svcflow.analyzers.risk.high_risk_without_response import HighRiskWithoutResponse
from svcflow.analyzers.risk.no_risk_assessment import NoRiskAssessment
from svcflow.analyzers.risk.residual_above_inherent import ResidualAboveInherent
from svcflow.analyzers.risk.risk_not_graded import RiskNotGraded
from svcflow.analyzers.risk.risk_without_control import RiskWithoutControl
from svcflow.analyzers.risk.risk_without_indicator import RiskWithoutIndicator
from svcflow.analyzers.risk.risk_without_owner import RiskWithoutOwner
from svcflow.analyzers.risk.unknown_risk_step import UnknownRiskStep
from svcflow.analyzers.rule import Rule

__all__ = ["RULES"]

RULES: tuple[type[Rule], ...] = (
    NoRiskAssessment,
    RiskNotGraded,
    UnknownRiskStep,
    GradeOutsideMatrix,
    RiskWithoutControl,
    HighRiskWithoutResponse,
    HighRiskAccepted,
    RiskWithoutOwner,
    RiskWithoutIndicator,
    ResidualAboveInherent,
    ControlWithoutStep,
)
