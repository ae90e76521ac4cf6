"""Whether the hours of one calendar lie within those of others, over a typical week."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from svcflow.model.week import clock
from svcflow.worktime.zone import Zone, instant

if TYPE_CHECKING:
    from svcflow.model.calendar import Calendar

__all__ = ["Gap", "first_gap"]

_DAY = 1440
_WEEK = 7 * _DAY
_SEASONS = (dt.datetime(2025, 1, 15, tzinfo=dt.UTC), dt.datetime(2025, 7, 15, tzinfo=dt.UTC))
"""Two dates of which one is in summer time wherever there is any; fixed, so that a verdict stays what it is."""


class Gap(NamedTuple):
    """A stretch of a week in the zone of the calendar that promises it: a day (Monday is 0), minutes of that day."""

    weekday: int
    start: int
    end: int

    @property
    def hours(self) -> str:
        """The stretch as ``12:00-13:30``."""
        return f"{clock(self.start)}-{clock(self.end)}"


def first_gap(outer: Calendar | Sequence[Calendar], inner: Calendar) -> Gap | None:
    """Return the first stretch of a week in which ``inner`` is open and ``outer`` is not; None when there is none.

    Several outer calendars count together, such as those of two shifts. Holidays are left out. Between time zones it
    has to hold in winter and in summer.
    """
    outers = list(outer) if isinstance(outer, Sequence) else [outer]
    for season in _SEASONS:
        here = _ahead(inner, season)
        opened = [span for one in outers for span in _stretches(one, here - _ahead(one, season))]
        gap = _uncovered(sorted(opened), _stretches(inner, 0))
        if gap:
            return gap
        if all(inner.time_zone == one.time_zone for one in outers):
            break
    return None


def _ahead(calendar: Calendar, season: dt.datetime) -> int:
    """Return how many minutes the clocks of a calendar are ahead of UTC."""
    return Zone(calendar.time_zone).offset(instant(season)) // 60


def _stretches(calendar: Calendar, shift: int) -> list[tuple[int, int]]:
    """Return the open stretches of a week in minutes from Monday's midnight, in order, adjoining ones made one."""
    cut: list[tuple[int, int]] = []
    for day, span in calendar.hours.spans():
        start = (day * _DAY + span.start + shift) % _WEEK
        end = start + span.end - span.start
        cut.append((start, min(end, _WEEK)))
        if end > _WEEK:
            cut.append((0, end - _WEEK))
    joined: list[tuple[int, int]] = []
    for start, end in sorted(cut):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _uncovered(outer: list[tuple[int, int]], inner: list[tuple[int, int]]) -> Gap | None:
    for start, end in inner:
        at = start
        for opening, closing in outer:
            if opening <= at < closing:
                at = closing
        if at < end:
            following = min((opening for opening, _ in outer if opening > at), default=end)
            day = at // _DAY
            until = min(end, following, (day + 1) * _DAY)
            return Gap(day, at - day * _DAY, until - day * _DAY)
    return None
