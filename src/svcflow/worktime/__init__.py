"""Working time: durations on calendars with hours, holidays and time zones, exact to the second."""

from __future__ import annotations

from svcflow.worktime.calendar import WorkCalendar
from svcflow.worktime.coverage import Gap, first_gap

__all__ = ["Gap", "WorkCalendar", "first_gap"]
