from __future__ import annotations

import datetime as dt

import pytest

from svcflow.i18n import translator
from svcflow.model.calendar import Calendar
from svcflow.views.open_hours import open_stretches
from svcflow.views.time_axis import axis_of
from svcflow.worktime import WorkCalendar

HOUR, DAY = 3600, 86400
OFFICE = WorkCalendar(
    Calendar.model_validate(
        {"time_zone": "Asia/Shanghai", "hours": {"mon-fri": ["09:00-12:00", "13:00-17:00"]}}
    )
)
ALWAYS = WorkCalendar()
MONDAY = dt.datetime(2024, 6, 3, tzinfo=dt.UTC)
OPENING = OFFICE.next_open(dt.datetime(2024, 6, 3, tzinfo=OFFICE.time_zone))


def test_open_stretches_end_at_every_closing() -> None:
    found = open_stretches(OFFICE, OPENING, OPENING + dt.timedelta(days=1, hours=1), 60)
    assert found == ((0, 3 * HOUR), (4 * HOUR, 8 * HOUR), (DAY, DAY + HOUR))


def test_around_the_clock_is_one_stretch() -> None:
    assert open_stretches(ALWAYS, MONDAY, MONDAY + dt.timedelta(days=30), 60) == ((0, 30 * DAY),)


def test_too_many_stretches_are_none() -> None:
    assert open_stretches(OFFICE, OPENING, OPENING + dt.timedelta(days=365), 60) is None


@pytest.mark.parametrize(
    ("seconds", "first", "last"),
    [(60, "0 min", "1 min"), (2 * HOUR, "0 min", "2 h"), (25 * HOUR, "0 min", "24 h")],
)
def test_short_times_are_told_from_the_start(seconds: int, first: str, last: str) -> None:
    ticks = axis_of(ALWAYS, MONDAY, seconds, translator("en")).ticks
    assert (ticks[0].text, ticks[-1].text) == (first, last)
    assert len(ticks) <= 11


def test_days_have_their_names_and_hours() -> None:
    ticks = axis_of(OFFICE, OPENING, 2 * DAY, translator("zh-Hant")).ticks
    assert [tick.text for tick in ticks if tick.major] == ["週一 09:00", "週二 09:00"]
    assert [tick.text for tick in ticks if not tick.major][:3] == ["10:00", "14:00", "16:00"]
    assert [tick.at for tick in ticks] == sorted(tick.at for tick in ticks)


def test_closed_days_are_not_named() -> None:
    ticks = axis_of(OFFICE, OPENING, 9 * DAY, translator("en")).ticks
    assert [tick.text for tick in ticks] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Mon", "Tue"]


@pytest.mark.parametrize("weeks", [3, 40, 1000, 60_000])
def test_long_times_are_told_in_weeks(weeks: int) -> None:
    axis = axis_of(OFFICE, OPENING, weeks * 7 * DAY, translator("en"))
    assert axis.ticks[0].text == "week 1"
    assert len(axis.ticks) <= 11
    assert bool(axis.open) == (weeks < 6)
