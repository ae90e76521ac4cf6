"""Rules about what is promised about time."""

from __future__ import annotations

from svcflow.analyzers.rule import Rule
from svcflow.analyzers.timing.budget_exceeded import BudgetExceeded
from svcflow.analyzers.timing.escalates_to_itself import EscalatesToItself
from svcflow.analyzers.timing.escalation_too_late import EscalationTooLate
from svcflow.analyzers.timing.missing_calendar import MissingCalendar
from svcflow.analyzers.timing.missing_sla import MissingSla
from svcflow.analyzers.timing.no_escalation import NoEscalation
from svcflow.analyzers.timing.process_without_sla import ProcessWithoutSla
from svcflow.analyzers.timing.response_after_completion import ResponseAfterCompletion
from svcflow.analyzers.timing.sla_below_work import SlaBelowWork
from svcflow.analyzers.timing.uncovered_hours import UncoveredHours
from svcflow.analyzers.timing.unknown_calendar import UnknownCalendar
from svcflow.analyzers.timing.wait_without_limit import WaitWithoutLimit

__all__ = ["RULES"]

RULES: tuple[type[Rule], ...] = (
    MissingSla,
    ProcessWithoutSla,
    MissingCalendar,
    UnknownCalendar,
    SlaBelowWork,
    ResponseAfterCompletion,
    BudgetExceeded,
    WaitWithoutLimit,
    NoEscalation,
    EscalationTooLate,
    EscalatesToItself,
    UncoveredHours,
)
