"""The risk register."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field

from svcflow.model.base import Model, OneOrMany, ShortModel, bad
from svcflow.model.text import Text
from svcflow.model.values import Grade, Id
from svcflow.model.vocabulary import RiskLevel, RiskResponse

__all__ = ["Control", "Residual", "Risk", "RiskSettings"]

_Matrix = tuple[tuple[RiskLevel, ...], ...]


def _row(levels: str) -> tuple[RiskLevel, ...]:
    return tuple(RiskLevel(level) for level in levels.split())


_DEFAULT: _Matrix = (
    _row("low low low low medium"),
    _row("low low medium medium high"),
    _row("low medium medium high extreme"),
    _row("low medium high extreme extreme"),
    _row("medium high extreme extreme extreme"),
)
"""By likelihood × impact: up to 4 low, up to 9 medium, up to 14 high, above that extreme."""


def _in_order(matrix: _Matrix) -> _Matrix:
    if len({len(row) for row in matrix}) != 1:
        raise bad("matrix-shape", "every row of the matrix needs as many levels as the first one")
    for row, above in zip(matrix, (matrix[0], *matrix), strict=False):
        if any(one.rank < before.rank for one, before in zip(row, (row[0], *row), strict=False)):
            raise bad("matrix-order", "in a row of the matrix, no level may be lower than the one before it")
        if any(one.rank < before.rank for one, before in zip(row, above, strict=True)):
            raise bad("matrix-order", "in the matrix, no level may be lower than the one in the row above it")
    return matrix


class RiskSettings(Model):
    """How risks are graded."""

    matrix: Annotated[
        tuple[Annotated[tuple[RiskLevel, ...], Field(min_length=2, max_length=5)], ...],
        Field(min_length=2, max_length=5),
        AfterValidator(_in_order),
    ] = _DEFAULT
    """The level of a risk: one row for each likelihood, from 1 (rare) up, with one level for each impact, from 1
    (slight) up: `[[low, low, medium], [low, medium, high], [medium, high, extreme]]`; left out: five by five."""

    def level(self, likelihood: int, impact: int) -> RiskLevel | None:
        """Return the level of a likelihood and an impact, None where the matrix does not go so far."""
        if likelihood > len(self.matrix) or impact > len(self.matrix[0]):
            return None
        return self.matrix[likelihood - 1][impact - 1]


class Control(ShortModel):
    """What keeps a risk down. A bare text is the control."""

    shorthand: ClassVar[str] = "what"

    what: Text
    """What is done, e.g. `two people check the amount`."""
    step: Id | None = None
    """The step in which it is done; left out: the step of the risk."""


class Residual(Model):
    """What remains of a risk with its control in place."""

    likelihood: Grade
    """How likely it still is, from 1 (rare) to 5 (almost certain)."""
    impact: Grade
    """How bad it would still be, from 1 (slight) to 5 (disastrous)."""


class Risk(Model):
    """Something that may happen and harm the customer or the organisation."""

    id: Id | None = None
    """The id by which others refer to it, e.g. `R1`."""
    step: OneOrMany[Id] = ()
    """The step or steps in which it may happen; left out: anywhere in the process."""
    what: Text
    """What may happen, e.g. `money paid to the wrong account`."""
    likelihood: Grade | None = None
    """How likely it is without a control, from 1 (rare) to 5 (almost certain)."""
    impact: Grade | None = None
    """How bad it would be, from 1 (slight) to 5 (disastrous)."""
    response: RiskResponse | None = None
    """What is done about it."""
    control: OneOrMany[Control] = ()
    """What keeps it down: a text, or `{what: …, step: …}`."""
    owner: Id | None = None
    """The role that watches it."""
    indicator: Text | None = None
    """The sign by which it shows early, e.g. `returned payments a week`."""
    residual: Residual | None = None
    """What remains with the control in place."""

    @property
    def score(self) -> int | None:
        """Likelihood × impact, 1 to 25; None while one of them is open."""
        return self.likelihood * self.impact if self.likelihood and self.impact else None
