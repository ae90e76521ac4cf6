"""Rules about what is done when something goes wrong, and who is called."""

from __future__ import annotations

from svcflow.analyzers.exceptions.escalates_sideways import EscalatesSideways
from svcflow.analyzers.exceptions.escalation_cycle import EscalationCycle
from svcflow.analyzers.exceptions.exception_loops import ExceptionLoops
from svcflow.analyzers.exceptions.exception_never_returns import ExceptionNeverReturns
from svcflow.analyzers.exceptions.exception_without_action import ExceptionWithoutAction
from svcflow.analyzers.exceptions.no_last_resort import NoLastResort
from svcflow.analyzers.exceptions.step_without_exception import StepWithoutException
from svcflow.analyzers.rule import Rule

__all__ = ["RULES"]

RULES: tuple[type[Rule], ...] = (
    ExceptionWithoutAction,
    StepWithoutException,
    ExceptionLoops,
    ExceptionNeverReturns,
    EscalationCycle,
    EscalatesSideways,
    NoLastResort,
)
