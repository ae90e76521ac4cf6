"""When a calendar is open between two instants, for an axis of time."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from svcflow.worktime import WorkCalendar

__all__ = ["open_stretches"]

_HOUR = 3600


def open_stretches(
    calendar: WorkCalendar, start: dt.datetime, end: dt.datetime, most: int
) -> tuple[tuple[int, int], ...] | None:
    """Return the open stretches from an instant to another, as seconds after the first.

    None where there are more than ``most``.
    """
    found: list[tuple[int, int]] = []
    at = calendar.next_open(start)
    while at < end:
        if len(found) == most:
            return None
        closing = _closing(calendar, at, end)
        found.append((_seconds(at - start), _seconds(closing - start)))
        at = calendar.next_open(closing)
    return tuple(found)


def _closing(calendar: WorkCalendar, at: dt.datetime, end: dt.datetime) -> dt.datetime:
    """Return until when it stays open, at the latest the end: looked for in ever longer, then ever shorter steps."""
    low, high = 0, _HOUR
    longest = _seconds(end - at)
    while high < longest and calendar.elapsed(at, at + dt.timedelta(seconds=high)) == high:
        low, high = high, high * 2
    high = min(high, longest)
    if calendar.elapsed(at, at + dt.timedelta(seconds=high)) == high:
        return at + dt.timedelta(seconds=high)
    while high - low > 1:
        middle = (low + high) // 2
        if calendar.elapsed(at, at + dt.timedelta(seconds=middle)) == middle:
            low = middle
        else:
            high = middle
    return at + dt.timedelta(seconds=low)


def _seconds(time: dt.timedelta) -> int:
    return int(time.total_seconds())
