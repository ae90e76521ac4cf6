"""Which hours each date has: of its own, of a holiday, of a make-up workday, of the week."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING

from svcflow.worktime.holiday import NOTHING, Year, is_known, year_of

if TYPE_CHECKING:
    from svcflow.model.calendar import Calendar
    from svcflow.model.week import TimeSpan

__all__ = ["Plan", "length", "typical_day"]

Spans = tuple["TimeSpan", ...]


class Plan:
    """The hours of every date, a date being its ordinal.

    First the calendar's ``open`` days count, then ``closed``, then the country's make-up workdays and holidays, and at
    last the hours of the week. A day that is open though its weekday has no hours has those of a typical day.
    """

    def __init__(self, week: tuple[Spans, ...], calendar: Calendar | None = None) -> None:
        self.week = week
        self.typical = typical_day(week)
        self._holidays = calendar.holidays if calendar else None
        self._own: dict[int, Spans] = {}
        for closure in calendar.closed if calendar else ():
            self._own.update((day.toordinal(), ()) for day in closure.date)
        for opening in calendar.open if calendar else ():
            for day in opening.date:
                self._own[day.toordinal()] = tuple(sorted(opening.hours or self._usual(day.weekday())))
        self._known: dict[int, Spans] = {}

    def hours(self, ordinal: int) -> Spans:
        """Return the hours of the shifts that start on a date; in minutes from its midnight, in order, apart."""
        known = self._known.get(ordinal)
        if known is None:
            known = self._known[ordinal] = self._until_next(ordinal)
        return known

    def ordinary(self, first: int, last: int) -> bool:
        """Whether all dates from one to another have the hours of their weekday."""
        return not any(self._is_special(day) for day in range(first, last + 1))

    def holidays_known(self, year: int) -> bool:
        """Whether the holidays of a year are settled; True when the calendar has none."""
        return self._holidays is None or is_known(self._holidays, year)

    def _usual(self, weekday: int) -> Spans:
        return self.week[weekday] or self.typical

    def _is_special(self, ordinal: int) -> bool:
        if ordinal in self._own:
            return True
        year = self._year(ordinal)
        return ordinal in year.holidays or ordinal in year.workdays

    def _year(self, ordinal: int) -> Year:
        if self._holidays is None:
            return NOTHING
        number = dt.date.fromordinal(ordinal).year
        return year_of(self._holidays.country, self._holidays.subdivision, number)

    def _until_next(self, ordinal: int) -> Spans:
        """Cut a night shift off where the hours of the next date begin."""
        spans = self._raw(ordinal)
        if not spans or spans[-1].end <= 1440:
            return spans
        following = self._raw(ordinal + 1)
        end = min(spans[-1].end, following[0].start + 1440) if following else spans[-1].end
        return (*spans[:-1], spans[-1]._replace(end=end))

    def _raw(self, ordinal: int) -> Spans:
        own = self._own.get(ordinal)
        if own is not None:
            return own
        weekday = (ordinal - 1) % 7
        year = self._year(ordinal)
        if ordinal in year.workdays:
            return self._usual(weekday)
        return () if ordinal in year.holidays else self.week[weekday]


def typical_day(week: tuple[Spans, ...]) -> Spans:
    """Return the hours that most days of a week have; of several alike, those of the first."""
    hours = Counter(spans for spans in week if spans)
    return hours.most_common(1)[0][0]


def length(spans: Spans) -> int:
    """Return the seconds of some hours."""
    return 60 * sum(span.end - span.start for span in spans)
