"""Roles: who works in a process."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from svcflow.model.base import OneOrMany, ShortModel
from svcflow.model.text import Label, Text
from svcflow.model.values import Id, Number
from svcflow.model.vocabulary import Line, RoleKind

__all__ = ["Cost", "CostUnit", "Role"]


class CostUnit(StrEnum):
    """What a cost is counted by."""

    HOUR = "hour"
    """For each hour of hands-on time."""
    DAY = "day"
    """For each working day."""
    CASE = "case"
    """For each case."""


class Cost(ShortModel):
    """What a role costs. A bare number is the amount an hour."""

    shorthand: ClassVar[str] = "amount"

    amount: Number
    """How much, e.g. `45`."""
    currency: Label | None = None
    """The currency, e.g. `CNY`."""
    per: CostUnit = CostUnit.HOUR
    """What the amount is counted by."""


class Role(ShortModel):
    """Somebody who works in processes, or the customer. A bare text is the role's name."""

    shorthand: ClassVar[str] = "name"

    name: Text
    """The name that people use, e.g. `Front office manager`."""
    department: Label | None = None
    """The department it belongs to: its name, or its id in the catalogue."""
    line: Line | None = None
    """On which side of the blueprint's lines it works."""
    kind: RoleKind = RoleKind.PERSON
    """What fills it."""
    headcount: Annotated[int, Field(strict=True, ge=1)] | None = None
    """How many people fill it, e.g. `3`."""
    calendar: Id | None = None
    """The calendar of the hours it works."""
    cost: Cost | None = None
    """What it costs, e.g. `{amount: 45, currency: EUR, per: hour}`."""
    deputy: OneOrMany[Id] = ()
    """The role or roles that stand in."""
    reports_to: Id | None = None
    """The role above it."""
    skills: OneOrMany[Text] = ()
    """What it has to know or hold, e.g. `[first aid certificate]`."""
