"""How much a risk weighs, by the matrix of the workspace."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.i18n import msg
from svcflow.model.vocabulary import RiskLevel

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.finding import Route
    from svcflow.model.risk import Risk

__all__ = ["LEVELS", "is_high", "level", "risks", "said"]

LEVELS = {
    RiskLevel.LOW: msg("low"),
    RiskLevel.MEDIUM: msg("medium"),
    RiskLevel.HIGH: msg("high"),
    RiskLevel.EXTREME: msg("extreme"),
}
"""What the levels are called."""


def risks(context: ProcessContext) -> Iterator[tuple[Route, Risk]]:
    """Yield every risk of the register with its route."""
    for index, risk in enumerate(context.process.risks):
        yield ("risks", index), risk


def level(context: ProcessContext, risk: Risk) -> RiskLevel | None:
    """Return the level of a risk before any control; None where it is not graded, or outside of the matrix."""
    if risk.likelihood is None or risk.impact is None:
        return None
    return context.settings.risk.level(risk.likelihood, risk.impact)


def is_high(found: RiskLevel | None) -> bool:
    """Tell whether a level is one that management has to know of: high or extreme."""
    return found is not None and found.rank >= RiskLevel.HIGH.rank


def said(context: ProcessContext, risk: Risk) -> str:
    """Return what may happen, in the process's language."""
    return context.text(risk.what)
