"""Rules about where work changes hands."""

from __future__ import annotations

from svcflow.analyzers.handoffs.bypasses_frontstage import BypassesFrontstage
from svcflow.analyzers.handoffs.customer_sent_around import CustomerSentAround
from svcflow.analyzers.handoffs.handoff_not_in_flow import HandoffNotInFlow
from svcflow.analyzers.handoffs.handoff_without_acceptance import HandoffWithoutAcceptance
from svcflow.analyzers.handoffs.handoff_without_artifact import HandoffWithoutArtifact
from svcflow.analyzers.handoffs.handoff_without_time import HandoffWithoutTime
from svcflow.analyzers.handoffs.passes_what_nobody_made import PassesWhatNobodyMade
from svcflow.analyzers.handoffs.ping_pong import PingPong
from svcflow.analyzers.handoffs.too_many_handoffs import TooManyHandoffs
from svcflow.analyzers.handoffs.undeclared_handoff import UndeclaredHandoff
from svcflow.analyzers.rule import Rule

__all__ = ["RULES"]

RULES: tuple[type[Rule], ...] = (
    UndeclaredHandoff,
    HandoffNotInFlow,
    HandoffWithoutArtifact,
    HandoffWithoutTime,
    HandoffWithoutAcceptance,
    PassesWhatNobodyMade,
    PingPong,
    TooManyHandoffs,
    CustomerSentAround,
    BypassesFrontstage,
)
