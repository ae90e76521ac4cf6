"""Open time on the line of instants: what is open when, and how to go along it by open seconds."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from svcflow.worktime.plan import Plan, length
from svcflow.worktime.zone import DAY, Zone

__all__ = ["Timeline", "date_of", "midnight"]

_FIRST_ORDINAL = 719163
"""The ordinal of 1970-01-01."""

_MINUTES = 1440


def midnight(ordinal: int) -> int:
    """Return the wall time at which a date starts."""
    return (ordinal - _FIRST_ORDINAL) * DAY


def date_of(wall: int) -> int:
    """Return the ordinal of the date of a wall time."""
    return wall // DAY + _FIRST_ORDINAL


class _Day(NamedTuple):
    """One date on the line: its first instant, its open stretches."""

    start: int
    open: tuple[tuple[int, int], ...]
    total: int


class Timeline:
    """Open time in one zone. Stretches are half-open: at the closing instant it is closed.

    Each date's stretches are worked out once. Weeks with neither holidays nor a change of the clocks are passed over
    whole, so that going far costs little.
    """

    def __init__(self, plan: Plan, zone: Zone) -> None:
        self.plan = plan
        self.zone = zone
        self._days: dict[int, _Day] = {}
        self._weeks: dict[int, int] = {}
        self._dates: dict[int, tuple[int, int, int]] = {}
        """For each day in UTC a date that it touches: from which instant to which, and its ordinal."""
        self._week_total = sum(length(spans) for spans in plan.week)

    def is_open(self, at: int) -> bool:
        """Whether an instant is open."""
        return any(start <= at < end for start, end in self._day(self.date(at)).open)

    def next_open(self, at: int) -> int:
        """Return the first open instant, from the given one on."""
        ordinal = self.date(at)
        while True:
            for start, end in self._day(ordinal).open:
                if at < end:
                    return max(at, start)
            ordinal += 1

    def last_open(self, at: int) -> int:
        """Return the given instant when it is open or just closing, else the last closing before it."""
        ordinal = self.date(at)
        while True:
            for start, end in reversed(self._day(ordinal).open):
                if start <= at:
                    return min(at, end)
            ordinal -= 1

    def add(self, at: int, seconds: int) -> int:
        """Return the first instant until which this many open seconds have passed."""
        if not seconds:
            return at
        ordinal = self.date(at)
        while seconds:
            for start, end in self._day(ordinal).open:
                available = end - max(at, start)
                if available >= seconds:
                    return max(at, start) + seconds
                seconds -= max(0, available)
            ordinal += 1
            while seconds > (week := self._week(ordinal)):
                seconds -= week
                ordinal += 7
        return at

    def subtract(self, at: int, seconds: int) -> int:
        """Return the last instant from which this many open seconds pass until the given one."""
        if not seconds:
            return at
        ordinal = self.date(at)
        while seconds:
            for start, end in reversed(self._day(ordinal).open):
                available = min(at, end) - start
                if available >= seconds:
                    return min(at, end) - seconds
                seconds -= max(0, available)
            ordinal -= 1
            while seconds > (week := self._week(ordinal - 6)):
                seconds -= week
                ordinal -= 7
        return at

    def elapsed(self, start: int, end: int) -> int:
        """Return the open seconds between two instants; negative when the second comes first."""
        if end < start:
            return -self.elapsed(end, start)
        first, last = self.date(start), self.date(end)
        if first == last:
            return self._within(first, start, end)
        total = self._within(first, start, end) + self._within(last, start, end)
        ordinal = first + 1
        while ordinal + 7 <= last:
            total += self._week(ordinal)
            ordinal += 7
        return total + sum(self._day(day).total for day in range(ordinal, last))

    def date(self, at: int) -> int:
        """Return the ordinal of the date in which an instant lies."""
        known = self._dates.get(at // DAY)
        if known and known[0] <= at < known[1]:
            return known[2]
        ordinal = date_of(self.zone.reached(at))
        if at < self._day(ordinal).start:  # an hour shown twice can reach up to the midnight that follows it
            ordinal -= 1
        self._dates[at // DAY] = (self._day(ordinal).start, self._day(ordinal + 1).start, ordinal)
        return ordinal

    def at(self, ordinal: int, minutes: int) -> int:
        """Return the instant at which the clocks reach so many minutes from the midnight of a date."""
        return self.zone.first(midnight(ordinal) + minutes * 60)

    def _within(self, ordinal: int, start: int, end: int) -> int:
        return sum(
            max(0, min(end, closing) - max(start, opening)) for opening, closing in self._day(ordinal).open
        )

    def _day(self, ordinal: int) -> _Day:
        day = self._days.get(ordinal)
        if day is None:
            day = self._days[ordinal] = self._work_out(ordinal)
        return day

    def _work_out(self, ordinal: int) -> _Day:
        night = [span.end - _MINUTES for span in self.plan.hours(ordinal - 1)[-1:] if span.end > _MINUTES]
        spans = [(0, end) for end in night]
        spans += [(span.start, min(span.end, _MINUTES)) for span in self.plan.hours(ordinal)]
        stretches = ((self.at(ordinal, start), self.at(ordinal, end)) for start, end in spans)
        open_ = tuple((start, end) for start, end in stretches if start < end)
        total = sum(end - start for start, end in open_)
        return _Day(self.at(ordinal, 0), open_, total)

    def _week(self, ordinal: int) -> int:
        """Return the open seconds of the seven dates from one on."""
        total = self._weeks.get(ordinal)
        if total is None:
            total = self._week_total if self._is_usual_week(ordinal) else self._week_summed(ordinal)
            self._weeks[ordinal] = total
        return total

    def _week_summed(self, ordinal: int) -> int:
        return sum(self._day(day).total for day in range(ordinal, ordinal + 7))

    def _is_usual_week(self, ordinal: int) -> bool:
        # The night before belongs to it, and the date after, whose hours may cut the last night short.
        if not self.plan.ordinary(ordinal - 1, ordinal + 7):
            return False
        midnights = [self.at(day, 0) for day in range(ordinal, ordinal + 8)]
        return all(end - start == DAY for start, end in pairwise(midnights))
