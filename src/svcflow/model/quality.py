"""How good the service has to be and how that is known: standards, KPIs, objectives, inspection."""

from __future__ import annotations

from typing import ClassVar

from svcflow.model.base import Model, ShortModel
from svcflow.model.period import Period
from svcflow.model.target import Target
from svcflow.model.text import Text
from svcflow.model.values import Day, Id
from svcflow.model.vocabulary import Kano, Servqual

__all__ = ["Inspection", "Kpi", "Measure", "Objective", "Standard"]


class Measure(ShortModel):
    """How a standard is measured. A bare id is the KPI, measured against its own target."""

    shorthand: ClassVar[str] = "kpi"

    kpi: Id
    """The KPI that measures it, e.g. `ticket-completeness`."""
    target: Target | None = None
    """What it has to reach here, e.g. `">= 98%"`; left out: the KPI's own target."""


class Standard(ShortModel):
    """A quality standard of a step. A bare text is the standard."""

    shorthand: ClassVar[str] = "standard"

    standard: Text
    """What good looks like, so that anybody can tell whether it is met, e.g. `all fields of the ticket are filled`."""
    measure: Measure | None = None
    """How it is measured."""
    servqual: Servqual | None = None
    """The dimension of service quality it serves."""
    kano: Kano | None = None
    """What meeting it does to the customer's satisfaction."""


class Kpi(Model):
    """A key performance indicator."""

    id: Id
    """The id by which steps and objectives refer to it, e.g. `csat`."""
    name: Text
    """Its name, e.g. `Customer satisfaction`."""
    formula: Text | None = None
    """How it is computed, e.g. `answers of 4 or 5 / all answers`."""
    unit: Text | None = None
    """Its unit, e.g. `%` or `min`."""
    source: Text | None = None
    """Where the figures come from, e.g. `CRM report 12`."""
    every: Period | None = None
    """How often it is measured, e.g. `monthly`."""
    target: Target | None = None
    """What it has to reach, e.g. `">= 90%"`."""
    alarm: Target | None = None
    """The value at which somebody has to act, e.g. `"< 80%"`."""
    benchmark: Text | None = None
    """What others reach, with the source."""


class Objective(Model):
    """What the process shall achieve, as a KPI that reaches a target by a day."""

    kpi: Id
    """The KPI that shows it, e.g. `first-contact-resolution`."""
    target: Target
    """What it shall reach, e.g. `">= 80%"`."""
    baseline: Text | None = None
    """Where it stands today, e.g. `62%`."""
    by: Day | None = None
    """The day by which it shall be reached, e.g. `2026-12-31`."""


class Inspection(Model):
    """A check, made regularly, that the process is followed and good."""

    what: Text
    """What is inspected, e.g. `tickets closed last week`."""
    method: Text | None = None
    """How, e.g. `checklist QC-3`."""
    sample: Text | None = None
    """How many, chosen how, e.g. `20 at random`."""
    every: Period | None = None
    """How often, e.g. `weekly`."""
    by: Id | None = None
    """The role that inspects."""
    evidence: Text | None = None
    """The record that shows it was done."""
