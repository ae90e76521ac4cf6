"""Rules about how good the service has to be, and how that is known."""

from __future__ import annotations

from svcflow.analyzers.quality.alarm_in_wrong_direction import AlarmInWrongDirection
from svcflow.analyzers.quality.bespoke_without_limit import BespokeWithoutLimit
from svcflow.analyzers.quality.fixed_tier_with_discretion import FixedTierWithDiscretion
from svcflow.analyzers.quality.inspection_without_evidence import InspectionWithoutEvidence
from svcflow.analyzers.quality.inspection_without_plan import InspectionWithoutPlan
from svcflow.analyzers.quality.kpi_never_used import KpiNeverUsed
from svcflow.analyzers.quality.kpi_without_formula import KpiWithoutFormula
from svcflow.analyzers.quality.kpi_without_source import KpiWithoutSource
from svcflow.analyzers.quality.measure_without_target import MeasureWithoutTarget
from svcflow.analyzers.quality.no_inspection import NoInspection
from svcflow.analyzers.quality.no_standard import NoStandard
from svcflow.analyzers.quality.objective_without_baseline import ObjectiveWithoutBaseline
from svcflow.analyzers.quality.objective_without_date import ObjectiveWithoutDate
from svcflow.analyzers.quality.options_without_choice import OptionsWithoutChoice
from svcflow.analyzers.quality.standard_without_measure import StandardWithoutMeasure
from svcflow.analyzers.quality.unit_mismatch import UnitMismatch
from svcflow.analyzers.quality.unknown_kpi import UnknownKpi
from svcflow.analyzers.quality.unmeasurable_objective import UnmeasurableObjective
from svcflow.analyzers.quality.unreadable_target import UnreadableTarget
from svcflow.analyzers.rule import Rule

__all__ = ["RULES"]

RULES: tuple[type[Rule], ...] = (
    UnknownKpi,
    UnreadableTarget,
    UnitMismatch,
    AlarmInWrongDirection,
    NoStandard,
    StandardWithoutMeasure,
    MeasureWithoutTarget,
    KpiWithoutFormula,
    KpiWithoutSource,
    KpiNeverUsed,
    UnmeasurableObjective,
    ObjectiveWithoutBaseline,
    ObjectiveWithoutDate,
    NoInspection,
    InspectionWithoutEvidence,
    InspectionWithoutPlan,
    FixedTierWithDiscretion,
    BespokeWithoutLimit,
    OptionsWithoutChoice,
)
