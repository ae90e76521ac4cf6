"""What processes share: the contents of a file that starts with `catalog:`."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from svcflow.model.base import Model, OneOrMany, ShortModel
from svcflow.model.calendar import Calendar
from svcflow.model.quality import Kpi
from svcflow.model.retention import Retention
from svcflow.model.role import Role
from svcflow.model.text import Label, Text
from svcflow.model.values import Id

__all__ = [
    "Artifact",
    "ArtifactKind",
    "Catalog",
    "Channel",
    "Department",
    "Segment",
    "Term",
    "Tool",
    "ToolKind",
]


class Department(ShortModel):
    """A part of the organisation. A bare text is its name."""

    shorthand: ClassVar[str] = "name"

    name: Text
    """Its name, e.g. `Front office`."""
    head: Id | None = None
    """The role that leads it."""
    part_of: Id | None = None
    """The department it belongs to."""


class ArtifactKind(StrEnum):
    """What an artifact is."""

    DOCUMENT = "document"
    """A text, on paper or as a file."""
    FORM = "form"
    """A form to be filled in."""
    DATA = "data"
    """A record in a system."""
    MATERIAL = "material"
    """A thing: a key, a card, a sample."""


class Artifact(ShortModel):
    """A document, form, record or thing that steps read and make. A bare text is its name."""

    shorthand: ClassVar[str] = "name"

    name: Text
    """Its name, e.g. `Complaint ticket`."""
    kind: ArtifactKind = ArtifactKind.DOCUMENT
    """What it is."""
    number: Label | None = None
    """The number of the form or document, e.g. `F-CS-012`."""
    owner: Id | None = None
    """The role that keeps its template."""
    external: bool = Field(default=False, strict=True)
    """`true` where it comes from outside: the customer brings it, another organisation sends it."""
    kept_for: Retention | None = None
    """How long it is kept, e.g. `5 years` or `permanent`."""


class ToolKind(StrEnum):
    """What a tool is."""

    SYSTEM = "system"
    """Software."""
    EQUIPMENT = "equipment"
    """A machine or device."""


class Tool(ShortModel):
    """A system or a piece of equipment. A bare text is its name."""

    shorthand: ClassVar[str] = "name"

    name: Text
    """Its name, e.g. `CRM`."""
    kind: ToolKind = ToolKind.SYSTEM
    """What it is."""
    owner: Id | None = None
    """The role that answers for it."""


class Channel(ShortModel):
    """A way by which customers and service meet. A bare text is its name."""

    shorthand: ClassVar[str] = "name"

    name: Text
    """Its name, e.g. `Hotline 95000`."""
    calendar: Id | None = None
    """The calendar of the hours in which it is open."""


class Segment(ShortModel):
    """A group of customers who are served alike. A bare text is its name."""

    shorthand: ClassVar[str] = "name"

    name: Text
    """Its name, e.g. `Families with children`."""
    description: Text | None = None
    """Who belongs to it."""


class Term(ShortModel):
    """A word and what it means. A bare text is the meaning."""

    shorthand: ClassVar[str] = "means"

    means: Text
    """What it means."""
    avoid: OneOrMany[Label] = ()
    """Other words for the same that should not be used."""


class Catalog(Model):
    """What the processes of a workspace share."""

    catalog: Id
    """The name of the catalogue, e.g. `hotel`."""
    name: Text | None = None
    """A title for people."""
    roles: dict[Id, Role] = Field(default_factory=dict)
    """Roles by id."""
    departments: dict[Id, Department] = Field(default_factory=dict)
    """Departments by id."""
    calendars: dict[Id, Calendar] = Field(default_factory=dict)
    """Calendars by id."""
    artifacts: dict[Id, Artifact] = Field(default_factory=dict)
    """Documents, forms, data and things by id."""
    tools: dict[Id, Tool] = Field(default_factory=dict)
    """Systems and equipment by id."""
    channels: dict[Id, Channel] = Field(default_factory=dict)
    """Channels by id."""
    segments: dict[Id, Segment] = Field(default_factory=dict)
    """Customer segments by id."""
    kpis: tuple[Kpi, ...] = ()
    """KPIs."""
    terms: dict[Label, Term] = Field(default_factory=dict)
    """Words and what they mean."""
