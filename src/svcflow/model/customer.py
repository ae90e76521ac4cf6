"""The customer's side: touchpoints, feedback, needs, problems found in operation."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from svcflow.model.base import Model, OneOrMany, ShortModel
from svcflow.model.duration import Duration
from svcflow.model.text import Label, Text
from svcflow.model.values import Id
from svcflow.model.vocabulary import Kano, Level

__all__ = ["Feedback", "Need", "Problem", "Touchpoint"]


class Touchpoint(Model):
    """Where the customer meets the service in a step."""

    channel: Id | None = None
    """The channel of the catalogue by which they meet, e.g. `phone`, `counter`, `app`."""
    customer: Text | None = None
    """What the customer does, in their own view, e.g. `tells what happened`."""
    evidence: OneOrMany[Text] = ()
    """Physical evidence: what the customer sees or keeps, e.g. `[text message with the case number]`."""
    moment_of_truth: Annotated[bool, Field(strict=True)] = False
    """`true` where the customer decides whether the service is good."""
    emotion: Annotated[int, Field(strict=True, ge=-3, le=3)] | None = None
    """How the customer feels, from -3 (furious) to 3 (delighted)."""


class Feedback(ShortModel):
    """How the customer's opinion is asked. A bare text is the method."""

    shorthand: ClassVar[str] = "method"

    method: Text
    """How it is asked, e.g. `survey by text message`."""
    after: Duration | None = None
    """How long after the step, e.g. `3d`."""
    kpi: Id | None = None
    """The KPI that it feeds, e.g. `csat`."""


class Need(Model):
    """The customer's voice: something customers want from the service."""

    what: Text
    """The need in the customer's words, e.g. `I want to tell my story only once`."""
    segment: OneOrMany[Id] = ()
    """The segment that says so, e.g. `retail`."""
    kano: Kano | None = None
    """What meeting it does to satisfaction."""
    source: Text | None = None
    """How it is known, e.g. `interviews 2026-03`."""
    met_by: OneOrMany[Id] = ()
    """The steps that meet it."""


class Problem(Model):
    """A problem found in operation, and what was made of it."""

    what: Text
    """What happened, e.g. `tickets without a phone number`."""
    class_: Label | None = Field(default=None, alias="class")
    """The class of problems it belongs to, e.g. `data quality`."""
    severity: Level | None = None
    """How severe it is."""
    cause: Text | None = None
    """Its root cause."""
    action: Text | None = None
    """What was done about the case at hand."""
    prevention: Text | None = None
    """What was changed so that it does not come back."""
    knowledge: OneOrMany[Text] = ()
    """Where the lesson is kept, e.g. a knowledge article."""
