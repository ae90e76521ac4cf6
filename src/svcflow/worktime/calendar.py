"""Reckoning with durations on a calendar: when a promise ends, how much working time has passed."""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from typing import TYPE_CHECKING

from svcflow.worktime.plan import Plan, length
from svcflow.worktime.timeline import Timeline, midnight
from svcflow.worktime.zone import DAY, Zone, instant, moment

if TYPE_CHECKING:
    from svcflow.model.calendar import Calendar
    from svcflow.model.duration import Duration
    from svcflow.model.week import TimeSpan

__all__ = ["WorkCalendar"]


class WorkCalendar:
    """A calendar to reckon with. Instants are datetimes with a time zone, in whole seconds; results are in UTC.

    (In UTC, because Python compares local times of one zone by what the clocks show, so that an hour which is shown
    twice looks like one. To show a result, use ``.astimezone(calendar.time_zone)``.)

    How a duration is spent, in this order:

    - **Calendar days** (``d``, ``w``): the same time on the clock so many days later; when it is closed then, the next
      opening.
    - **Business days** (``bd``): from the instant, or from the next opening when it is closed, to the same time on the
      clock so many business days later. A business day is a date with hours; a night shift belongs to the date on which
      it starts. Where the later day's hours do not hold that time, it is the nearest that is not earlier: its opening,
      the end of a break, or, after its last hours, its closing. A fraction is that part of a typical working day, in
      working time.
    - **Hours, minutes, seconds**: working time. It ends at the closing, not at the next opening, when the last second
      is just before the closing.

    Adding never puts a later start before an earlier one, and for working time subtracting undoes adding at any open
    instant. For business days it does so when the days have equal hours.

    Without a calendar (None) time runs around the clock in UTC, and business days are Monday to Friday, whole.
    """

    def __init__(self, calendar: Calendar | None = None) -> None:
        self.calendar = calendar
        self._zone = Zone(calendar.time_zone if calendar else "UTC")
        if calendar is None:
            whole = _whole_day()
            self._time = Timeline(Plan((whole,) * 7), self._zone)
            self._business = Timeline(Plan((whole,) * 5 + ((),) * 2), self._zone)
        else:
            self._time = self._business = Timeline(Plan(calendar.hours.week, calendar), self._zone)

    @property
    def time_zone(self) -> dt.tzinfo:
        """The zone of the calendar, in which to show what is reckoned."""
        return self._zone.tzinfo

    @cached_property
    def working_day_seconds(self) -> int:
        """Working seconds of a typical day: of the hours that most days of the week have."""
        return length(self._business.plan.typical)

    @cached_property
    def working_week_seconds(self) -> int:
        """Working seconds of a week without holidays."""
        return sum(length(spans) for spans in self._time.plan.week)

    def nominal(self, duration: Duration) -> int:
        """Return the working seconds of a duration in typical weeks, to compare durations without a date.

        A calendar day counts as a seventh of a week, a business day as a typical day.
        """
        return duration.nominal(day=self.working_week_seconds // 7, business_day=self.working_day_seconds)

    def is_open(self, when: dt.datetime) -> bool:
        """Whether it is open at an instant; at the instant of closing it is not."""
        return self._time.is_open(instant(when))

    def is_business_day(self, day: dt.date) -> bool:
        """Whether a date is a business day: whether it has hours."""
        return bool(self._business.plan.hours(day.toordinal()))

    def holidays_known(self, year: int) -> bool:
        """Whether the holidays of a year are settled.

        False where a government issues a decree each year that moves working days (China), and that of the year is
        not known yet: the holidays fixed by law are reckoned with, the moved days are not.
        """
        return self._business.plan.holidays_known(year)

    def next_open(self, when: dt.datetime) -> dt.datetime:
        """Return the first open instant, from the given one on."""
        return moment(self._time.next_open(instant(when)))

    def elapsed(self, start: dt.datetime, end: dt.datetime) -> int:
        """Return the working seconds between two instants; negative when the second comes first."""
        return self._time.elapsed(instant(start), instant(end))

    def add(self, when: dt.datetime, duration: Duration) -> dt.datetime:
        """Return the instant at which a duration that starts at an instant has passed."""
        at = instant(when)
        if duration.days:
            at = self._time.next_open(self._days_away(at, duration.days))
        whole, part = self._business_parts(duration)
        if whole:
            at = self._business_days_later(at, whole)
        return moment(self._time.add(self._business.add(at, part), duration.seconds))

    def subtract(self, when: dt.datetime, duration: Duration) -> dt.datetime:
        """Return the latest instant at which a duration can start that has passed at an instant."""
        at = self._time.subtract(instant(when), duration.seconds)
        whole, part = self._business_parts(duration)
        at = self._business.subtract(at, part)
        if whole:
            at = self._business_days_earlier(at, whole)
        if duration.days:
            at = self._time.last_open(self._days_away(at, -duration.days))
        return moment(at)

    def add_business_days(self, when: dt.datetime, days: int) -> dt.datetime:
        """Return the instant so many business days later; for none, as it is."""
        return moment(self._business_days_later(instant(when), days) if days else instant(when))

    def _business_parts(self, duration: Duration) -> tuple[int, int]:
        if not duration.business_days:  # most have none, and fractions are slow
            return 0, 0
        whole = int(duration.business_days)
        return whole, round((duration.business_days - whole) * self.working_day_seconds)

    def _days_away(self, at: int, days: int) -> int:
        return self._zone.first(self._zone.reached(at) + days * DAY)

    def _business_days_later(self, at: int, days: int) -> int:
        ordinal, wall = self._shift(self._business.next_open(at))
        ordinal = self._counted(ordinal, days, 1)
        for span in self._business.plan.hours(ordinal):
            if wall < span.end * 60:
                return self._zone.first(midnight(ordinal) + max(wall, span.start * 60))
        return self._closing(ordinal)

    def _business_days_earlier(self, at: int, days: int) -> int:
        ordinal, wall = self._shift(self._business.last_open(at))
        ordinal = self._counted(ordinal, days, -1)
        spans = self._business.plan.hours(ordinal)
        for span in reversed(spans):
            if wall >= span.start * 60:
                return self._zone.first(midnight(ordinal) + min(wall, span.end * 60))
        return self._business.at(ordinal, spans[0].start)

    def _closing(self, ordinal: int) -> int:
        return self._business.at(ordinal, self._business.plan.hours(ordinal)[-1].end)

    def _shift(self, at: int) -> tuple[int, int]:
        """Return the business day to which an open or closing instant belongs, and its wall time from that midnight."""
        wall = self._zone.reached(at)
        today = self._business.date(at)
        hours = self._business.plan.hours(today)
        if not hours or at < self._business.at(today, hours[0].start):
            today -= 1
        return today, wall - midnight(today)

    def _counted(self, ordinal: int, days: int, step: int) -> int:
        while days:
            ordinal += step
            days -= bool(self._business.plan.hours(ordinal))
        return ordinal


def _whole_day() -> tuple[TimeSpan, ...]:
    from svcflow.model.week import TimeSpan

    return (TimeSpan(0, 1440),)
