"""The risk register."""

from __future__ import annotations

from typing import ClassVar

from svcflow.model.base import Model, OneOrMany, ShortModel
from svcflow.model.text import Text
from svcflow.model.values import Grade, Id
from svcflow.model.vocabulary import RiskResponse

__all__ = ["Control", "Residual", "Risk"]


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
