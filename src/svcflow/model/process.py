"""A service process: the contents of a file that starts with `process:`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from svcflow.model.base import Model, OneOrMany
from svcflow.model.calendar import Calendar
from svcflow.model.catalog import Term
from svcflow.model.customer import Need, Problem
from svcflow.model.flow import Handoff
from svcflow.model.governance import Approval, Improvement, Pilot, Record, Review, Revision, Rollout, Training
from svcflow.model.quality import Inspection, Kpi, Objective
from svcflow.model.risk import Risk
from svcflow.model.role import Role
from svcflow.model.step import Step
from svcflow.model.text import Label, Text
from svcflow.model.timing import ProcessSla
from svcflow.model.values import Day, Id, Language, Version
from svcflow.model.vocabulary import Line, State, Status

__all__ = ["Category", "Process", "Scope"]


class Category(Model):
    """Where a process belongs among the services."""

    function: Label | None = None
    """What it is for, e.g. `complaint`, `consultation`, `enrolment`."""
    line: Line | None = None
    """On which side of the blueprint's lines most of it happens."""
    stage: Label | None = None
    """The stage of the customer's journey, e.g. `before`, `during`, `after`."""


class Scope(Model):
    """What the process is for and what not."""

    covers: OneOrMany[Text] = ()
    """What it covers."""
    excludes: OneOrMany[Text] = ()
    """What it does not cover, and better who does."""


class Process(Model):
    """A service process."""

    process: Id
    """The id by which other files refer to the process, e.g. `complaint-handling`."""
    name: Text
    """The name that people use."""
    number: Label | None = None
    """The document number, e.g. `SOP-CS-001`; left out: numbered as the workspace says."""
    version: Version | None = None
    """major.minor.patch, e.g. `2.1.0`; a patch never needs a new approval."""
    status: Status | None = None
    """Where the process is in its life."""
    effective: Day | None = None
    """The day from which it is in force."""
    language: Language | None = None
    """The language of the file's texts; left out: that of the workspace."""
    owner: Id | None = None
    """The one role answerable for the process from end to end."""
    category: Category | None = None
    """Where it belongs among the services."""
    state: State | None = None
    """As it is, or as it shall be."""
    baseline: Id | None = None
    """With `state: to-be`: the process that this one improves on."""
    classification: Label | None = None
    """Who may read the document, e.g. `internal`."""
    distribution: OneOrMany[Text] = ()
    """Who gets the document."""
    purpose: Text | None = None
    """What the process is for, in a sentence."""
    scope: Scope | None = None
    """What it covers and what not."""
    trigger: Text | None = None
    """What starts it."""
    inputs: OneOrMany[Id] = ()
    """What is there when it starts: what the customer brings, what a calling process hands over."""
    outputs: OneOrMany[Id] = ()
    """What it leaves to the customer or the calling process."""
    segments: OneOrMany[Id] = ()
    """The customer segments it serves."""
    references: OneOrMany[Text] = ()
    """Laws, standards and documents it follows, e.g. `GB/T 19012-2019`."""
    sla: ProcessSla | None = None
    """The promise to the customer: `3bd`, or `{response: 30m, resolution: 3bd, calendar: service-hours}`."""
    objectives: tuple[Objective, ...] = ()
    """What the process shall achieve."""

    roles: dict[Id, Role] = Field(default_factory=dict)
    """The roles that work here, besides those of the catalogue."""
    calendars: dict[Id, Calendar] = Field(default_factory=dict)
    """Calendars used here, besides those of the catalogue."""
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]
    """The steps; the first starts, each is followed by the next one unless it says otherwise."""
    handoffs: tuple[Handoff, ...] = ()
    """What the two sides of a change of hands agreed."""

    needs: tuple[Need, ...] = ()
    """The customer's voice."""
    risks: tuple[Risk, ...] = ()
    """The risk register."""
    kpis: tuple[Kpi, ...] = ()
    """KPIs used here, besides those of the catalogue."""
    training: tuple[Training, ...] = ()
    """What the people in it have to learn."""
    inspection: tuple[Inspection, ...] = ()
    """How it is checked."""
    records: OneOrMany[Record] = ()
    """The records it leaves."""
    terms: dict[Label, Term] = Field(default_factory=dict)
    """Words that a reader may not know, and what they mean."""
    problems: tuple[Problem, ...] = ()
    """Problems found in operation."""
    improvements: tuple[Improvement, ...] = ()
    """The backlog of improvements."""
    pilot: Pilot | None = None
    """The trial before it goes into force."""
    rollout: tuple[Rollout, ...] = ()
    """How those concerned learn of it."""
    revisions: tuple[Revision, ...] = ()
    """The revision history."""
    approvals: tuple[Approval, ...] = ()
    """Who prepared, reviewed and approved it."""
    review: Review | None = None
    """When it is looked at again."""
