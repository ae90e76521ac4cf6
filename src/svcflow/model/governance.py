"""How a process is kept under control: revisions, approvals, review, pilot, training, records, improvement."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from svcflow.model.base import Model, OneOrMany, ShortModel
from svcflow.model.period import Period
from svcflow.model.retention import Retention
from svcflow.model.text import Label, Text
from svcflow.model.values import Day, Id, Number, Version
from svcflow.model.vocabulary import ChangeKind, ImprovementState, Signature

__all__ = ["Approval", "Improvement", "Pilot", "Record", "Review", "Revision", "Rollout", "Training"]


class Revision(Model):
    """One entry of the revision history."""

    version: Version
    """The version it made, e.g. `2.1.0`."""
    date: Day
    """The day of the revision, e.g. `2026-03-01`."""
    by: Label | None = None
    """Who made it."""
    change: ChangeKind | None = None
    """How far it goes."""
    what: Text
    """What changed, in a sentence."""


class Approval(Model):
    """A signature under the process."""

    as_: Signature = Field(alias="as")
    """What it certifies."""
    role: Id | None = None
    """The role in which it was given."""
    by: Label | None = None
    """Who gave it."""
    on: Day | None = None
    """The day on which it was given; left out: not given yet."""
    digest: Label | None = None
    """The fingerprint of what was approved, written by svcflow."""


class Review(ShortModel):
    """When the process is looked at again. A bare period says how often."""

    shorthand: ClassVar[str] = "every"

    every: Period
    """How often, e.g. `yearly` or `6 months`."""
    last: Day | None = None
    """The day of the last review, e.g. `2026-01-15`."""


class Pilot(Model):
    """A trial before the process goes into force."""

    where: Text
    """Where it is tried, e.g. `the branch at the station`."""
    from_: Day | None = Field(default=None, alias="from")
    """The first day of the trial."""
    to: Day | None = None
    """The last day of the trial."""
    success: OneOrMany[Text] = ()
    """What has to be reached for the trial to count as passed."""
    result: Text | None = None
    """What came out."""


class Training(Model):
    """What somebody has to learn to work in the process."""

    who: OneOrMany[Id]
    """The role or roles that learn."""
    topic: Text
    """What they learn, e.g. `listening to angry customers`."""
    method: Text | None = None
    """How, e.g. `role play`."""
    hours: Number | None = None
    """How many hours, e.g. `4`."""
    assessment: Text | None = None
    """How it is seen that they have learnt it, e.g. `observed call, 80 of 100 points`."""
    every: Period | None = None
    """How often it is repeated, e.g. `yearly`."""


class Record(ShortModel):
    """A record that the process leaves. A bare text is what is recorded."""

    shorthand: ClassVar[str] = "what"

    what: Text
    """What is recorded: a text, or the id of a document of the catalogue."""
    form: Label | None = None
    """The number of the form, e.g. `F-CS-012`."""
    kept_for: Retention | None = None
    """How long it is kept, e.g. `5 years` or `permanent`."""
    where: Text | None = None
    """Where it is kept, e.g. `CRM`."""


class Improvement(Model):
    """An entry in the backlog of improvements."""

    what: Text
    """What shall change."""
    why: Text | None = None
    """What it is good for."""
    step: OneOrMany[Id] = ()
    """The step or steps it changes."""
    owner: Id | None = None
    """The role that sees to it."""
    state: ImprovementState = ImprovementState.PROPOSED
    """Where it stands."""


class Rollout(Model):
    """How those concerned learn of the process or its new version."""

    audience: Text
    """Who is told, e.g. `all branches`."""
    channel: Text | None = None
    """How, e.g. `team meeting and intranet`."""
    on: Day | None = None
    """When, e.g. `2026-03-01`."""
