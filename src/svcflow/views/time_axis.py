"""The axis of a timeline: which hours are open, and what is written at which time of an ordinary week."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from svcflow.model.duration import Duration
from svcflow.views.open_hours import open_stretches

if TYPE_CHECKING:
    from svcflow.i18n import Translator
    from svcflow.worktime import WorkCalendar

__all__ = ["Axis", "Tick", "axis_of"]

_MOST_STRETCHES = 60
_MINUTE, _HOUR, _DAY, _WEEK = 60, 3600, 86400, 604800
_STEPS = (
    *(_MINUTE * count for count in (1, 2, 5, 10, 15, 30)),
    *(_HOUR * count for count in (1, 2, 4, 8, 12)),
)
_MOST_TICKS = 10
_SHORT = 26 * _HOUR
"""What takes no longer is told in hours and minutes from the start."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A time that is marked: seconds after the start; a ``major`` one begins a day or week."""

    at: int
    text: str
    major: bool = False


@dataclass(frozen=True, slots=True)
class Axis:
    """From the start to ``end``, in seconds after the start.

    ``open`` are the stretches with opening hours; without any, time runs on evenly.
    """

    end: int
    open: tuple[tuple[int, int], ...]
    ticks: tuple[Tick, ...]


def axis_of(calendar: WorkCalendar, start: dt.datetime, seconds: int, t: Translator) -> Axis:
    """Return the axis for so many seconds from a start, in the hours of a calendar."""
    seconds = max(seconds, _MINUTE)
    stretches = open_stretches(calendar, start, start + dt.timedelta(seconds=seconds), _MOST_STRETCHES) or ()
    if seconds <= _SHORT and len(stretches) <= 1:
        return Axis(seconds, stretches, tuple(_passed(seconds, t)))
    if stretches and seconds <= 10 * _DAY:
        return Axis(seconds, stretches, tuple(_days(calendar, start, seconds, t)))
    return Axis(seconds, stretches, tuple(_weeks(calendar, start, seconds, t)))


def _passed(seconds: int, t: Translator) -> Iterator[Tick]:
    """Yield round times since the start."""
    step = next((step for step in _STEPS if seconds / step <= _MOST_TICKS), _STEPS[-1])
    for at in range(0, seconds + 1, step):
        yield Tick(at, Duration(seconds=at).say(t.language), at == 0)


def _days(calendar: WorkCalendar, start: dt.datetime, seconds: int, t: Translator) -> Iterator[Tick]:
    """Yield the days with opening hours, and, where there are few, hours between."""
    names = (t("Mon"), t("Tue"), t("Wed"), t("Thu"), t("Fri"), t("Sat"), t("Sun"))
    first = start.astimezone(calendar.time_zone)
    every = 2 if seconds <= 2 * _DAY else 4 if seconds <= 4 * _DAY else 0
    for number in range(seconds // _DAY + 2):
        midnight = dt.datetime.combine(first.date() + dt.timedelta(days=number), dt.time(), first.tzinfo)
        opening = max(calendar.next_open(midnight), start)
        at = int((opening - start).total_seconds())
        if opening.astimezone(calendar.time_zone).date() == midnight.date() and at < seconds:
            clock = f" {opening.astimezone(calendar.time_zone):%H:%M}" if every else ""
            yield Tick(at, names[midnight.weekday()] + clock, major=True)
        for hour in range(every, 24, every) if every else ():
            when = midnight + dt.timedelta(hours=hour)
            at = int((when - start).total_seconds())
            if 0 < at < seconds and calendar.is_open(when):
                yield Tick(at, f"{hour:02}:00")


def _weeks(calendar: WorkCalendar, start: dt.datetime, seconds: int, t: Translator) -> Iterator[Tick]:
    """Yield weeks, as many as can be read, counted from 1."""
    first = start.astimezone(calendar.time_zone)
    monday = dt.datetime.combine(first.date() - dt.timedelta(days=first.weekday()), dt.time(), first.tzinfo)
    every = max(1, -(-seconds // (_WEEK * _MOST_TICKS)))
    for number in range(0, seconds // _WEEK + 2, every):
        at = max(0, int((monday - start).total_seconds()) + number * _WEEK)
        if at < seconds:
            yield Tick(at, t("week {number}").format(number=number + 1), major=True)
