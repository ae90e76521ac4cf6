from __future__ import annotations

import datetime as dt
import subprocess
import sys
from fractions import Fraction
from functools import cache
from pathlib import Path
from runpy import run_path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from svcflow.model.calendar import Calendar
from svcflow.model.duration import Duration
from svcflow.worktime import WorkCalendar

Walk = run_path(str(Path(__file__).with_name("oracle.py")))["Walk"]

# When clocks are changed. Lord Howe changes by half an hour, Havana and São Paulo at midnight, Apia skipped a day.
CHANGES = {
    "Europe/Berlin": ["2026-03-29 01:00", "2026-10-25 01:00"],
    "America/New_York": ["2026-03-08 07:00", "2026-11-01 06:00"],
    "Australia/Lord_Howe": ["2026-04-04 15:00", "2026-10-03 15:30"],
    "Asia/Shanghai": ["2026-02-12 00:00"],
    "America/Havana": ["2026-03-08 05:00", "2026-11-01 05:00"],
    "America/Sao_Paulo": ["2018-02-18 02:00", "2018-11-04 03:00"],
    "Pacific/Apia": ["2011-12-30 10:00"],
}
WEEKS = {
    "office": {day: [(510, 720), (810, 1050)] for day in range(5)},
    "half Saturday": {**{day: [(540, 1020)] for day in range(5)}, 5: [(540, 720)]},
    "nights": {day: [(1320, 1800)] for day in range(7)},
    "odd nights": {
        0: [(1320, 1800)],
        1: [(600, 700)],
        2: [(30, 90), (1400, 1500)],
        5: [(0, 1440)],
        6: [(60, 150)],
    },
    "always": {day: [(0, 1440)] for day in range(7)},
    "repeated hour": {day: [(60, 150), (160, 180), (200, 600)] for day in range(7)},
}
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def span(first: int, last: int) -> str:
    last = last if last <= 1440 else last - 1440
    return f"{first // 60:02}:{first % 60:02}-{last // 60:02}:{last % 60:02}"


def work_calendar(zone: str, week: str, **more) -> WorkCalendar:
    hours = {DAYS[day]: [span(*one) for one in spans] for day, spans in WEEKS[week].items()}
    return WorkCalendar(Calendar.model_validate({"time_zone": zone, "hours": hours, **more}))


def utc(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC)


@st.composite
def cases(draw, weeks=tuple(WEEKS)):
    """A zone, the name of a week, a change of the clocks, and two moments near it in order."""
    zone = draw(st.sampled_from(sorted(CHANGES)))
    week = draw(st.sampled_from(weeks))
    change = utc(draw(st.sampled_from(CHANGES[zone])))
    # Half of the moments lie within two hours of the change.
    minutes = st.one_of(st.integers(-120, 120), st.integers(-3 * 1440, 3 * 1440))
    moments = sorted(change + dt.timedelta(minutes=draw(minutes)) for _ in range(2))
    return zone, week, change, moments


@cache
def walk(zone: str, week: str, change: dt.datetime):
    return Walk(zone, WEEKS[week], change - dt.timedelta(days=12), 28)


@settings(max_examples=60)
@given(cases())
def test_open_and_elapsed_as_the_clock_on_the_wall_says(case) -> None:
    zone, week, change, (first, second) = case
    calendar, slow = work_calendar(zone, week), walk(zone, week, change)
    assert calendar.is_open(first) == slow.is_open(first)
    assert calendar.next_open(first) == slow.next_open(first)
    assert calendar.elapsed(first, second) == slow.elapsed(first, second)
    assert calendar.elapsed(second, first) == -slow.elapsed(first, second)


@settings(max_examples=60)
@given(cases(), st.integers(0, 1500))
def test_working_time_as_the_clock_on_the_wall_says(case, minutes) -> None:
    zone, week, change, (first, _) = case
    calendar, slow = work_calendar(zone, week), walk(zone, week, change)
    assert calendar.add(first, Duration(seconds=minutes * 60)) == slow.add(first, minutes)
    assert calendar.subtract(first, Duration(seconds=minutes * 60)) == slow.subtract(first, minutes)


@settings(max_examples=60)
@given(cases(), st.integers(1, 4))
def test_days_as_the_clock_on_the_wall_says(case, days) -> None:
    zone, week, change, (first, _) = case
    calendar, slow = work_calendar(zone, week), walk(zone, week, change)
    assert calendar.add(first, Duration(days=days)) == slow.add_days(first, days)
    assert calendar.add_business_days(first, days) == slow.add_business_days(first, days)


durations = st.builds(
    Duration,
    seconds=st.integers(0, 3 * 86400),
    days=st.integers(0, 40),
    business_days=st.fractions(0, 20, max_denominator=4),
)
long_durations = st.builds(Duration, seconds=st.integers(0, 4000 * 3600))


@settings(max_examples=300)
@given(cases(), durations, st.integers(0, 7200))
def test_a_later_start_never_ends_earlier(case, duration, close) -> None:
    zone, week, _, (first, second) = case
    calendar = work_calendar(
        zone, week, closed=["2026-04-02"], open=[{"date": "2026-03-29", "hours": "01:30-04:00"}]
    )
    assert calendar.add(first, duration) <= calendar.add(second, duration)
    assert calendar.subtract(first, duration) <= calendar.subtract(second, duration)
    near = first + dt.timedelta(seconds=close)
    assert calendar.add(first, duration) <= calendar.add(near, duration)
    assert calendar.subtract(first, duration) <= calendar.subtract(near, duration)


@settings(max_examples=200)
@given(cases(), long_durations)
def test_subtracting_undoes_adding_at_open_instants(case, duration) -> None:
    zone, week, _, (first, _) = case
    calendar = work_calendar(zone, week)
    start = calendar.next_open(first)
    end = calendar.add(start, duration)
    assert calendar.subtract(end, duration) == start
    assert calendar.elapsed(start, end) == duration.seconds


@settings(max_examples=200)
@given(cases(), st.integers(0, 3 * 10**7), st.integers(0, 3 * 10**7))
def test_elapsed_adds_up(case, one, two) -> None:
    zone, week, _, (first, _) = case
    calendar = work_calendar(zone, week)
    middle = first + dt.timedelta(seconds=one)
    last = middle + dt.timedelta(seconds=two)
    assert calendar.elapsed(first, middle) + calendar.elapsed(middle, last) == calendar.elapsed(first, last)


@settings(max_examples=100)
@given(st.integers(0, 30 * 1440), st.integers(1, 30))
def test_business_days_of_equal_hours_are_undone(minute, days) -> None:
    calendar = work_calendar("Asia/Shanghai", "office")
    start = calendar.next_open(utc("2026-03-01") + dt.timedelta(minutes=minute))
    duration = Duration(business_days=Fraction(days))
    assert calendar.subtract(calendar.add(start, duration), duration) == start


SHANGHAI = ZoneInfo("Asia/Shanghai")
OFFICE = {"time_zone": "Asia/Shanghai", "hours": {"mon-fri": ["08:30-12:00", "13:30-17:30"]}}


@pytest.mark.parametrize(
    ("start", "duration", "end"),
    [
        ("2026-06-01 09:00", "2h", "2026-06-01 11:00"),
        ("2026-06-01 11:00", "2h", "2026-06-01 14:30"),
        ("2026-06-01 08:30", "7.5h", "2026-06-01 17:30"),  # ends at the closing, not at the next opening
        ("2026-06-01 08:30", "45h", "2026-06-08 17:30"),  # a day and a week, to the last second
        ("2026-06-05 17:00", "1h", "2026-06-08 09:00"),  # over the weekend
        ("2026-06-06 10:00", "1h", "2026-06-08 09:30"),  # starts at the next opening
        ("2026-06-05 16:00", "1bd", "2026-06-08 16:00"),
        ("2026-06-05 18:00", "1bd", "2026-06-09 08:30"),  # received on Monday morning
        ("2026-06-05 16:00", "1bd4h", "2026-06-09 11:00"),
        ("2026-06-05 16:00", "3d", "2026-06-08 16:00"),
        ("2026-06-04 16:00", "2d", "2026-06-08 08:30"),  # Saturday: moved to the next opening
        ("2026-06-01 08:30", "0.5bd", "2026-06-01 13:45"),
        ("2026-06-06 10:00", "0m", "2026-06-06 10:00"),
    ],
)
def test_documented_meaning(start, duration, end) -> None:
    calendar = WorkCalendar(Calendar.model_validate(OFFICE))
    found = calendar.add(dt.datetime.fromisoformat(start).replace(tzinfo=SHANGHAI), Duration.parse(duration))
    assert f"{found.astimezone(SHANGHAI):%Y-%m-%d %H:%M}" == end


@pytest.mark.parametrize(
    ("end", "duration", "start"),
    [
        ("2026-06-08 09:30", "2h", "2026-06-06 10:30"),
        ("2026-06-08 09:00", "3h", "2026-06-06 09:00"),  # to the opening, not to the closing before it
        ("2026-06-05 17:00", "43h", "2026-05-30 09:00"),  # a week, to its first second
        ("2026-06-05 16:00", "1bd", "2026-06-04 16:00"),
        ("2026-06-08 16:00", "1bd", "2026-06-06 12:00"),  # Saturday closes earlier
        ("2026-06-08 09:00", "1bd", "2026-06-06 09:00"),
        ("2026-06-08 08:00", "1bd", "2026-06-05 12:00"),  # closed: counts from Saturday's closing
        ("2026-06-08 16:00", "0.5bd", "2026-06-08 12:00"),
        ("2026-06-08 16:00", "1d", "2026-06-06 12:00"),  # Sunday: moved back to the closing before
        ("2026-06-08 16:00", "1w", "2026-06-01 16:00"),
    ],
)
def test_documented_meaning_of_going_back(end, duration, start) -> None:
    calendar = work_calendar("Asia/Shanghai", "half Saturday")
    when = dt.datetime.fromisoformat(end).replace(tzinfo=SHANGHAI)
    found = calendar.subtract(when, Duration.parse(duration))
    assert f"{found.astimezone(SHANGHAI):%Y-%m-%d %H:%M}" == start


def test_going_far_minds_the_days_that_are_different() -> None:
    usual = WorkCalendar(Calendar.model_validate(OFFICE))
    closed = WorkCalendar(
        Calendar.model_validate({**OFFICE, "closed": ["2026-06-15..2026-06-19", "2026-07-01"]})
    )
    start, end = utc("2026-06-01"), utc("2026-08-01")
    assert usual.elapsed(start, end) - closed.elapsed(start, end) == 6 * 7.5 * 3600
    far = Duration.parse("300h")
    assert closed.subtract(closed.add(utc("2026-06-01 01:00"), far), far) == utc("2026-06-01 01:00")
    assert closed.add(start, far) == usual.add(start, Duration.parse("345h"))


def test_a_business_day_whose_hours_end_earlier_ends_the_promise_at_its_closing() -> None:
    calendar = work_calendar("Asia/Shanghai", "half Saturday")
    found = calendar.add(dt.datetime(2026, 6, 5, 16, tzinfo=SHANGHAI), Duration.parse("1bd"))
    assert found == dt.datetime(2026, 6, 6, 12, tzinfo=SHANGHAI)


def test_a_break_of_the_later_day_is_left_at_its_end_and_going_back_at_its_start() -> None:
    calendar = WorkCalendar(
        Calendar.model_validate({"hours": {"mon": "09:00-17:00", "tue-fri": ["09:00-12:00", "13:30-17:00"]}})
    )
    one = Duration.parse("1bd")
    assert calendar.add(utc("2026-06-01 12:00"), one) == utc("2026-06-02 13:30")
    assert calendar.add(utc("2026-06-01 11:59"), one) == utc("2026-06-02 11:59")
    assert calendar.subtract(utc("2026-06-08 13:00"), one) == utc("2026-06-05 12:00")
    assert calendar.subtract(utc("2026-06-08 13:30"), one) == utc("2026-06-05 13:30")


def test_a_decree_can_move_a_day_of_the_year_before() -> None:
    # Taiwan worked on Saturday, 27 December 2014, for the bridge day of 2 January 2015.
    taiwan = WorkCalendar(Calendar.model_validate({**OFFICE, "holidays": "TW"}))
    assert taiwan.is_business_day(dt.date(2014, 12, 27))
    assert not taiwan.is_business_day(dt.date(2015, 1, 2))
    assert not taiwan.is_business_day(dt.date(2014, 12, 20))


def test_china_spring_festival_2026_with_make_up_workdays() -> None:
    calendar = WorkCalendar(Calendar.model_validate({**OFFICE, "holidays": "CN"}))
    assert calendar.is_business_day(dt.date(2026, 2, 14))  # a Saturday, worked
    assert not any(calendar.is_business_day(dt.date(2026, 2, day)) for day in range(15, 24))
    assert calendar.is_business_day(dt.date(2026, 2, 28))  # and another one
    friday = dt.datetime(2026, 2, 13, 16, tzinfo=SHANGHAI)
    assert calendar.add(friday, Duration.parse("2bd")) == dt.datetime(2026, 2, 24, 16, tzinfo=SHANGHAI)
    assert calendar.elapsed(friday, dt.datetime(2026, 2, 24, tzinfo=SHANGHAI)) == int((1.5 + 7.5) * 3600)


def test_years_without_a_decree_are_not_known() -> None:
    china = WorkCalendar(Calendar.model_validate({**OFFICE, "holidays": "CN"}))
    germany = WorkCalendar(Calendar.model_validate({**OFFICE, "holidays": "DE"}))
    taiwan = WorkCalendar(Calendar.model_validate({**OFFICE, "holidays": "TW"}))
    none = WorkCalendar(Calendar.model_validate(OFFICE))
    assert china.holidays_known(2025)
    assert china.holidays_known(2026)
    assert not china.holidays_known(2060)
    assert germany.holidays_known(2060)
    assert taiwan.holidays_known(2060)
    assert none.holidays_known(9000)
    assert not germany.holidays_known(2200)
    # All the same it can be reckoned there, with what the law fixes.
    assert not china.is_business_day(dt.date(2060, 10, 1))


def test_the_organisations_own_days_go_before_the_countrys() -> None:
    calendar = WorkCalendar(
        Calendar.model_validate(
            {
                **OFFICE,
                "holidays": "CN",
                "closed": ["2026-02-14", "2026-03-02..2026-03-03"],
                "open": ["2026-02-17", {"date": "2026-03-07", "hours": "09:00-12:00"}],
            }
        )
    )
    open_on = [
        calendar.is_business_day(dt.date(2026, *day)) for day in [(2, 14), (3, 2), (3, 3), (2, 17), (3, 7)]
    ]
    assert open_on == [False, False, False, True, True]
    assert not calendar.is_open(dt.datetime(2026, 3, 7, 13, 45, tzinfo=SHANGHAI))
    assert calendar.is_open(dt.datetime(2026, 2, 17, 13, 45, tzinfo=SHANGHAI))


def test_a_night_shift_belongs_to_the_day_on_which_it_starts() -> None:
    calendar = WorkCalendar(
        Calendar.model_validate({"hours": {"mon-fri": "22:00-06:00"}, "closed": "2026-06-03"})
    )
    assert calendar.is_open(utc("2026-06-06 05:59"))  # Saturday, from Friday's shift
    assert calendar.is_open(utc("2026-06-03 05:00"))  # the closed day's morning, from the shift before
    assert not calendar.is_open(utc("2026-06-04 05:00"))
    assert calendar.add(utc("2026-06-02 03:00"), Duration.parse("1bd")) == utc("2026-06-03 03:00")


def test_hours_of_a_date_cut_the_night_before_short() -> None:
    calendar = WorkCalendar(
        Calendar.model_validate(
            {"hours": {"mon-sun": "22:00-06:00"}, "open": {"date": "2026-06-03", "hours": "05:00-05:30"}}
        )
    )
    assert not calendar.is_open(utc("2026-06-03 05:45"))
    assert calendar.elapsed(utc("2026-06-03 00:00"), utc("2026-06-04 00:00")) == int(5.5 * 3600)


def test_without_a_calendar_time_runs_on_and_business_days_are_weekdays() -> None:
    calendar = WorkCalendar()
    friday = utc("2026-06-05 18:00")
    assert calendar.add(friday, Duration.parse("24h")) == utc("2026-06-06 18:00")
    assert calendar.add(friday, Duration.parse("1d")) == utc("2026-06-06 18:00")
    assert calendar.add(friday, Duration.parse("1bd")) == utc("2026-06-08 18:00")
    assert calendar.add(friday, Duration.parse("0.5bd")) == utc("2026-06-08 06:00")
    assert calendar.add(utc("2026-06-06 10:00"), Duration.parse("1bd")) == utc("2026-06-09 00:00")
    assert calendar.subtract(utc("2026-06-08 18:00"), Duration.parse("1bd")) == friday
    assert calendar.elapsed(friday, utc("2026-06-08 18:00")) == 3 * 86400
    assert calendar.nominal(Duration.parse("1d1bd1h")) == 2 * 86400 + 3600


def test_typical_day_and_week() -> None:
    calendar = work_calendar("Asia/Shanghai", "half Saturday")
    assert calendar.working_day_seconds == 8 * 3600
    assert calendar.working_week_seconds == 43 * 3600
    assert calendar.nominal(Duration.parse("1.5bd 30m")) == int(12.5 * 3600)
    assert calendar.nominal(Duration.parse("1w")) == 43 * 3600 // 7 * 7


def test_a_week_that_starts_with_a_missing_hour_is_not_a_usual_one() -> None:
    # In Havana the hour after midnight of 8 March 2026 is left out: each shift has 8 hours, but that night's has 7.
    calendar = work_calendar("America/Havana", "nights")
    start = utc("2026-03-08 03:00")
    assert calendar.elapsed(start, utc("2026-04-06 02:00")) == (29 * 8 - 1) * 3600


def test_an_hour_before_midnight_shown_twice_belongs_to_its_day() -> None:
    # At midnight the clocks of São Paulo went back to 23:00 of Saturday, 17 February 2018.
    saturday = WorkCalendar(
        Calendar.model_validate({"time_zone": "America/Sao_Paulo", "hours": {"sat": "20:00-24:00"}})
    )
    assert saturday.is_open(utc("2018-02-18 02:30"))
    assert saturday.elapsed(utc("2018-02-18 02:30"), utc("2018-02-19 00:00")) == 1800
    assert saturday.elapsed(utc("2018-02-17 00:00"), utc("2018-02-19 00:00")) == 5 * 3600


def test_a_day_skipped_by_the_date_line_has_no_hours() -> None:
    calendar = work_calendar("Pacific/Apia", "office")
    day = ZoneInfo("Pacific/Apia")
    start, end = dt.datetime(2011, 12, 29, 12, tzinfo=day), dt.datetime(2011, 12, 31, 12, tzinfo=day)
    assert calendar.elapsed(start, end) == 4 * 3600


def test_results_are_in_utc_and_can_be_shown_in_the_zone() -> None:
    calendar = WorkCalendar(Calendar.model_validate(OFFICE))
    found = calendar.add(utc("2026-06-01 01:00"), Duration.parse("1h"))
    assert str(found) == "2026-06-01 02:00:00+00:00"
    assert str(found.astimezone(calendar.time_zone)) == "2026-06-01 10:00:00+08:00"


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="2026-06-01 10:00:00 names no time zone"):
        WorkCalendar().is_open(dt.datetime(2026, 6, 1, 10))  # noqa: DTZ001


def test_fractions_of_a_second_are_dropped() -> None:
    start = utc("2026-06-01 10:00:00.900000")
    assert WorkCalendar().add(start, Duration.parse("1s")) == utc("2026-06-01 10:00:01")


def test_a_process_without_calendar_reads_neither_zones_nor_holidays() -> None:
    code = """
import sys
import svcflow.model
from svcflow.worktime import WorkCalendar
from svcflow.model.duration import Duration
import datetime
WorkCalendar().add(datetime.datetime.now(datetime.UTC), Duration.parse("1bd2h"))
# The module zoneinfo itself is imported by Pydantic; what takes time is to read a zone.
print([name for name in ("holidays", "tzdata") if name in sys.modules])
"""
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout == "[]\n"
