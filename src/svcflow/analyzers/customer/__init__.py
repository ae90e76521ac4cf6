"""Rules about the customer: where they meet the service, what they want, whether they are asked."""

from __future__ import annotations

from svcflow.analyzers.customer.asked_twice import AskedTwice
from svcflow.analyzers.customer.basic_need_without_standard import BasicNeedWithoutStandard
from svcflow.analyzers.customer.customer_waits_uninformed import CustomerWaitsUninformed
from svcflow.analyzers.customer.end_without_feedback import EndWithoutFeedback
from svcflow.analyzers.customer.feedback_without_measure import FeedbackWithoutMeasure
from svcflow.analyzers.customer.low_point_without_improvement import LowPointWithoutImprovement
from svcflow.analyzers.customer.moment_without_exception import MomentWithoutException
from svcflow.analyzers.customer.moment_without_measure import MomentWithoutMeasure
from svcflow.analyzers.customer.moment_without_standard import MomentWithoutStandard
from svcflow.analyzers.customer.need_not_met import NeedNotMet
from svcflow.analyzers.customer.no_moment_of_truth import NoMomentOfTruth
from svcflow.analyzers.customer.no_needs import NoNeeds
from svcflow.analyzers.customer.no_segment import NoSegment
from svcflow.analyzers.customer.no_touchpoint import NoTouchpoint
from svcflow.analyzers.customer.problem_without_prevention import ProblemWithoutPrevention
from svcflow.analyzers.customer.segment_without_process import SegmentWithoutProcess
from svcflow.analyzers.customer.servqual_dimension_uncovered import ServqualDimensionUncovered
from svcflow.analyzers.customer.touchpoint_without_channel import TouchpointWithoutChannel
from svcflow.analyzers.customer.unknown_channel import UnknownChannel
from svcflow.analyzers.customer.unknown_segment import UnknownSegment
from svcflow.analyzers.rule import Rule

__all__ = ["RULES"]

RULES: tuple[type[Rule], ...] = (
    UnknownChannel,
    TouchpointWithoutChannel,
    UnknownSegment,
    NoSegment,
    SegmentWithoutProcess,
    NoTouchpoint,
    NoMomentOfTruth,
    MomentWithoutStandard,
    MomentWithoutMeasure,
    MomentWithoutException,
    LowPointWithoutImprovement,
    CustomerWaitsUninformed,
    AskedTwice,
    EndWithoutFeedback,
    FeedbackWithoutMeasure,
    NoNeeds,
    NeedNotMet,
    BasicNeedWithoutStandard,
    ServqualDimensionUncovered,
    ProblemWithoutPrevention,
)
"""The rules of the family, in the order of their codes."""
