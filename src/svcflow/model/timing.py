"""What is promised about time: service levels and their escalation."""

from __future__ import annotations

from typing import ClassVar

from svcflow.model.base import ShortModel
from svcflow.model.duration import Duration
from svcflow.model.values import Id

__all__ = ["Escalation", "ProcessSla", "StepSla"]


class Escalation(ShortModel):
    """Who is called when a time is not kept, and when. A bare role id means: as soon as the time has run out."""

    shorthand: ClassVar[str] = "to"

    to: Id
    """The role that takes over or is told, e.g. `supervisor`."""
    after: Duration | None = None
    """Time from the moment the step can start to the escalation, e.g. `15m`; left out: when the SLA has run out."""


class StepSla(ShortModel):
    """The service level of one step. A bare duration is its completion time: `sla: 15m`."""

    shorthand: ClassVar[str] = "completion"

    response: Duration | None = None
    """Time from the moment the step can start to the moment somebody takes it up, e.g. `1m`."""
    completion: Duration | None = None
    """Time from the moment the step can start to the moment it is done, e.g. `10m` or `1bd`."""
    calendar: Id | None = None
    """The calendar in whose hours the times run, e.g. `service-hours`; left out: that of the process's SLA."""
    escalate: Escalation | None = None
    """Who is called when the time is not kept, e.g. `{to: supervisor, after: 15m}`."""


class ProcessSla(ShortModel):
    """The service level of the whole process. A bare duration is its resolution time: `sla: 3bd`."""

    shorthand: ClassVar[str] = "resolution"

    response: Duration | None = None
    """Time from the trigger to the first answer to the customer, e.g. `30m`."""
    resolution: Duration | None = None
    """Time from the trigger to the end, e.g. `3bd`."""
    calendar: Id | None = None
    """The calendar in whose hours the times run, e.g. `service-hours`; left out: around the clock."""
    escalate: Escalation | None = None
    """Who is called when the time is not kept, e.g. `{to: service-manager, after: 2bd}`."""
