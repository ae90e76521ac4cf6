"""A slow second opinion: walks minute by minute, and shares no code with what it judges."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

MINUTE = dt.timedelta(minutes=1)


class Walk:
    """Everything about a stretch of days, found by looking at the clock on the wall once a minute.

    ``week`` maps a weekday (Monday is 0) to (start, end) in minutes from its midnight; ``dates`` overrules it.
    The clock "has reached" the latest time it ever showed: put back, it shows again what it has reached before.
    """

    def __init__(self, zone: str, week, start: dt.datetime, days: int, dates=None) -> None:
        self.start = start.astimezone(dt.UTC)
        self.zone = ZoneInfo(zone)
        dates = dates or {}
        self.reached: list[dt.datetime] = []
        latest = dt.datetime(1970, 1, 1)  # noqa: DTZ001
        # Begins a day early, so that a clock put back just before has been seen.
        for number in range(-1440, days * 1440):
            shown = (self.start + number * MINUTE).astimezone(self.zone).replace(tzinfo=None)
            latest = max(latest, shown)
            if number >= 0:
                self.reached.append(latest)
        self.shifts = []
        self.by_day: dict[dt.date, list] = {}
        day = self.reached[0].date() - dt.timedelta(days=3)
        while day <= self.reached[-1].date() + dt.timedelta(days=2):
            midnight = dt.datetime.combine(day, dt.time())
            for first, last in sorted(dates.get(day, week.get(day.weekday(), ()))):
                shift = (day, midnight + first * MINUTE, midnight + last * MINUTE)
                self.shifts.append(shift)
                self.by_day.setdefault(day, []).append(shift)
                self.by_day.setdefault(day + dt.timedelta(days=1), []).append(shift)
            day += dt.timedelta(days=1)
        self.open = [self._shift(shown) is not None for shown in self.reached]

    def number(self, when: dt.datetime) -> int:
        return (when - self.start) // MINUTE

    def moment(self, number: int) -> dt.datetime:
        return self.start + number * MINUTE

    def is_open(self, when: dt.datetime) -> bool:
        return self.open[self.number(when)]

    def elapsed(self, start: dt.datetime, end: dt.datetime) -> int:
        return 60 * sum(self.open[self.number(start) : self.number(end)])

    def next_open(self, when: dt.datetime) -> dt.datetime:
        return self.moment(self.open.index(True, self.number(when)))

    def add(self, when: dt.datetime, minutes: int) -> dt.datetime:
        at = self.number(when)
        while minutes:
            minutes -= self.open[at]
            at += 1
        return self.moment(at)

    def subtract(self, when: dt.datetime, minutes: int) -> dt.datetime:
        at = self.number(when)
        while minutes:
            at -= 1
            minutes -= self.open[at]
        return self.moment(at)

    def add_days(self, when: dt.datetime, days: int) -> dt.datetime:
        target = self._now(when) + dt.timedelta(days=days)
        return self.next_open(self.moment(self._first(target)))

    def add_business_days(self, when: dt.datetime, days: int) -> dt.datetime:
        when = self.next_open(when)
        shown = self.reached[self.number(when)]
        day = self._shift(shown)
        assert day
        offset = self._now(when) - dt.datetime.combine(day, dt.time())
        later = sorted({other for other, _, _ in self.shifts if other > day})
        target = later[days - 1]
        wanted = dt.datetime.combine(target, dt.time()) + offset
        shifts = [(first, last) for other, first, last in self.shifts if other == target]
        for first, last in shifts:
            if wanted < last:
                return self.moment(self._first(max(first, wanted)))
        return self.moment(self._first(shifts[-1][1]))

    def _shift(self, shown: dt.datetime) -> dt.date | None:
        shifts = self.by_day.get(shown.date(), ())
        return next((day for day, first, last in shifts if first <= shown < last), None)

    def _first(self, shown: dt.datetime) -> int:
        return next(number for number, reached in enumerate(self.reached) if reached >= shown)

    def _now(self, when: dt.datetime) -> dt.datetime:
        """What the clock shows; in an hour shown for the second time, the end of that hour."""
        number = self.number(when)
        if self.reached[number] == when.astimezone(self.zone).replace(tzinfo=None):
            return self.reached[number]
        return self.reached[number] + MINUTE
