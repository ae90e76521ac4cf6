# ruff: noqa: E501 - the messages are whole, each on the line of what it is about
from __future__ import annotations

import datetime as dt
from functools import cache

import holidays
import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from svcflow.model.calendar import Calendar, Days
from svcflow.model.places import COUNTRIES

ADAPTER = TypeAdapter(Calendar)
OFFICE = {"mon-fri": ["08:30-12:00", "13:30-17:30"]}
WEEKDAYS = "; ".join(f"{day} 08:30-12:00, 13:30-17:30" for day in ("mon", "tue", "wed", "thu", "fri"))
ALWAYS = "; ".join(f"{day} 00:00-24:00" for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun"))


@pytest.mark.parametrize(
    ("hours", "shown"),
    [
        (OFFICE, WEEKDAYS),
        ({"mon-fri": "08:30-12:00, 13:30-17:30"}, WEEKDAYS),
        ({"weekdays": "13:30–17:30; 8:30~12:00"}, WEEKDAYS),
        ({"周一至周五": ["08:30-12:00", "13:30-17:30"]}, WEEKDAYS),
        ({"週一到五": "08：30至12：00、13：30至17：30"}, WEEKDAYS),
        (
            {"星期一、二、三": "08:30-12:00, 13:30-17:30", "thu, Friday": ["08:30-12:00", "13:30-17:30"]},
            WEEKDAYS,
        ),
        ({"平日": "08:30-12:00, 13:30-17:30", "周末": "closed"}, WEEKDAYS),
        ("24/7", ALWAYS),
        ("7×24小时", ALWAYS),
        ({"daily": "00:00-24:00"}, ALWAYS),
        ({"每天": "0:00-24:00"}, ALWAYS),
        ({"fri-mon": "22:00-00:00"}, "mon 22:00-24:00; fri 22:00-24:00; sat 22:00-24:00; sun 22:00-24:00"),
        ({"sun": "22:00-06:00", "mon": "06:00-22:00"}, "mon 06:00-22:00; sun 22:00-06:00"),
        ({"mon": "08:00-07:00"}, "mon 08:00-07:00"),
        ({"周日": "09:00-10:00"}, "sun 09:00-10:00"),
        ({"礼拜天": "09:00-10:00"}, "sun 09:00-10:00"),
    ],
)
def test_hours(hours, shown) -> None:
    calendar = ADAPTER.validate_python({"hours": hours})
    assert str(calendar.hours) == shown
    assert schema().is_valid({"hours": hours})
    again = ADAPTER.validate_json(ADAPTER.dump_json(calendar, exclude_none=True))
    assert again == calendar


def test_around_the_clock_is_a_calendar() -> None:
    assert ADAPTER.validate_python("24/7") == ADAPTER.validate_python({"hours": {"daily": "00:00-24:00"}})


DAY = "is no day; write year-month-day, such as 2026-02-16, or a range, 2026-02-16..2026-02-22"
STRETCH = "is no stretch of a day; write both times with the 24-hour clock, such as 08:30-12:00, up to 24:00"
NO_TIME = (
    "lasts no time; the whole day is 00:00-24:00, and a night shift such as 22:00-06:00 belongs to the day "
    "on which it starts"
)
NEVER = "the calendar is never open; give hours for at least one day, such as mon-fri: 09:00-17:00"


@pytest.mark.parametrize(
    ("hours", "place", "message"),
    [
        ({"mo-fr": "09:00-17:00"}, ("mo-fr", "[key]"), "'mo-fr' names no days of the week; write mon, mon-fri, sat, sun or daily; nearest: mon-fri"),
        ({"周八": "09:00-17:00"}, ("周八", "[key]"), "'周八' names no days of the week; write mon, mon-fri, sat, sun or daily; nearest: mon-fri"),
        ({"mon": "25:00-26:00"}, ("mon", 0), f"'25:00-26:00' {STRETCH}"),
        ({"mon": ["08:00-12:00", "9am-5pm"]}, ("mon", 1), f"'9am-5pm' {STRETCH}"),
        ({"mon": ["08:60-12:00"]}, ("mon", 0), f"'08:60-12:00' {STRETCH}"),
        ({"mon": "08:00-24:01"}, ("mon", 0), f"'08:00-24:01' {STRETCH}"),
        ({"mon": "08:00-08:00"}, ("mon", 0), f"'08:00-08:00' {NO_TIME}"),
        ({"mon": "24:00-06:00"}, ("mon", 0), f"'24:00-06:00' {NO_TIME}"),
        ({"mon": 8}, ("mon",), "hours of a day are expected here, such as 08:30-17:30, or a list of them"),
        ({"mon": ["08:00-12:00", "11:00-13:00"]}, (), "mon 08:00-12:00 and mon 11:00-13:00 overlap"),
        ({"mon": ["08:00-12:00", "08:00-12:00"]}, (), "mon 08:00-12:00 and mon 08:00-12:00 overlap"),
        ({"mon": "22:00-06:00", "tue": "05:00-07:00"}, (), "mon 22:00-06:00 and tue 05:00-07:00 overlap"),
        ({"mon": "05:00-07:00", "sun": "22:00-06:00"}, (), "sun 22:00-06:00 and mon 05:00-07:00 overlap"),
        ({"daily": "09:00-17:00", "sun": "10:00-12:00"}, (), "the hours of sun are given twice, in 'daily' and in 'sun'"),
        ({"mon-wed": "09:00-17:00", "周三": "10:00-12:00"}, (), "the hours of wed are given twice, in 'mon-wed' and in '周三'"),
        ({}, (), NEVER),
        ({"mon": "closed"}, (), NEVER),
        ("09:00-17:00", (), "'09:00-17:00' does not say on which days; write mon-fri: 08:30-17:30, daily: 08:00-20:00, or 24/7"),
    ],
)  # fmt: skip
def test_impossible_hours(hours, place, message) -> None:
    assert refusal({"hours": hours}) == (("hours", *place), message)


@pytest.mark.parametrize(
    ("fields", "place", "message"),
    [
        ({"time_zone": "Asia/Beijing"}, ("time_zone",), "there is no time zone 'Asia/Beijing'; did you mean Asia/Shanghai?"),
        ({"time_zone": "asia/shanghai"}, ("time_zone",), "there is no time zone 'asia/shanghai'; did you mean Asia/Shanghai?"),
        ({"time_zone": "Taipei"}, ("time_zone",), "there is no time zone 'Taipei'; did you mean Asia/Taipei?"),
        ({"time_zone": "New York"}, ("time_zone",), "there is no time zone 'New York'; did you mean America/New_York?"),
        ({"time_zone": "UTC+8"}, ("time_zone",), "there is no time zone 'UTC+8'; did you mean Asia/Shanghai?"),
        ({"time_zone": "Europe/Berlinn"}, ("time_zone",), "there is no time zone 'Europe/Berlinn'; did you mean Europe/Berlin?"),
        ({"time_zone": "../../etc/passwd"}, ("time_zone",), "there is no time zone '../../etc/passwd'; zones are named after a continent and a city, such as Asia/Shanghai"),
        ({"holidays": "cn"}, ("holidays", "country"), "'cn' is no country code of two letters (ISO 3166-1); did you mean CN?"),
        ({"holidays": "China"}, ("holidays", "country"), "'China' is no country code of two letters (ISO 3166-1); did you mean CN?"),
        ({"holidays": "DEU"}, ("holidays", "country"), "'DEU' is no country code of two letters (ISO 3166-1); did you mean DE?"),
        ({"holidays": "臺灣"}, ("holidays", "country"), "'臺灣' is no country code of two letters (ISO 3166-1); did you mean TW?"),
        ({"holidays": {"country": "DE", "subdivision": "Bayer"}}, ("holidays",), "DE has no part 'Bayer'; did you mean one of Bayern, BY, BE?"),
        ({"holidays": {"country": "CN", "subdivision": "BJ"}}, ("holidays",), "the holidays of CN are the same everywhere; leave subdivision out"),
        ({"closed": "16.2.2026"}, ("closed", 0, "date"), f"'16.2.2026' {DAY}"),
        ({"closed": ["2026-02-16", "2026-13-01"]}, ("closed", 1, "date"), f"'2026-13-01' {DAY}"),
        ({"closed": "2026-02-30"}, ("closed", 0, "date"), "2026-02-30 is not in the calendar: that month has fewer days"),
        ({"closed": "2026-02-22..2026-02-16"}, ("closed", 0, "date"), "'2026-02-22..2026-02-16' ends before it starts, or takes more than two years; is the year right?"),
        ({"closed": "2026-02-16..2062-02-16"}, ("closed", 0, "date"), "'2026-02-16..2062-02-16' ends before it starts, or takes more than two years; is the year right?"),
        ({"closed": "2026-02-16..2026-02-22", "open": "2026-02-18"}, (), "2026-02-18 is both among the closed and among the open days"),
        ({"open": {"date": "2026-02-18", "hours": "closed"}}, ("open", 0), "a day that is open needs hours; days on which it is closed belong to closed"),
        ({"open": {"date": "2026-02-18", "hours": "09:00-12:00, 10:00-13:00"}}, ("open", 0), "09:00-12:00 and 10:00-13:00 overlap"),
    ],
)  # fmt: skip
def test_impossible_calendars(fields, place, message) -> None:
    assert refusal({"hours": OFFICE, **fields}) == (place, message)


def refusal(value):
    try:
        ADAPTER.validate_python(value)
    except ValidationError as caught:
        (error,) = caught.errors()
        return error["loc"], error["msg"]
    return None


def test_days_of_its_own() -> None:
    calendar = ADAPTER.validate_python(
        {
            "name": {"en": "Service hours", "zh-Hans": "服务时间"},
            "time_zone": "Asia/Shanghai",
            "hours": OFFICE,
            "holidays": "CN",
            "closed": ["2026-02-16..2026-02-18", {"date": "2026-03-01", "name": "Stocktaking"}],
            "open": {"date": "2026-02-14", "hours": "09:00-12:00"},
        }
    )
    days = [day for closure in calendar.closed for day in closure.date]
    assert days == [dt.date(2026, 2, 16), dt.date(2026, 2, 17), dt.date(2026, 2, 18), dt.date(2026, 3, 1)]
    assert [str(span) for span in calendar.open[0].hours or ()] == ["09:00-12:00"]
    assert calendar.holidays
    assert calendar.holidays.country == "CN"
    assert str(Days.parse("2026-02-16 至 2026-02-18")) == "2026-02-16..2026-02-18"


@pytest.mark.parametrize("subdivision", ["BY", "Bayern"])
def test_a_part_of_a_country_by_code_or_name(subdivision) -> None:
    assert refusal({"hours": OFFICE, "holidays": {"country": "DE", "subdivision": subdivision}}) is None


def test_the_countries_are_those_whose_holidays_are_known() -> None:
    known = {code for code in holidays.list_supported_countries() if len(code) == 2}
    assert known - {"UK"} == COUNTRIES  # the code of the United Kingdom is GB


@cache
def schema() -> jsonschema_rs.Validator:
    return jsonschema_rs.validator_for(ADAPTER.json_schema())


keys = st.sampled_from(
    [
        "mon",
        "tue-thu",
        "fri",
        "sat, sun",
        "daily",
        "周一",
        "週二至五",
        "mo",
        "Mon",
        "MON",
        "weekend",
        "周八",
        "",
    ]
)
spans = st.sampled_from(["08:00-12:00", "13:00-17:00", "22:00-06:00", "8-12", "24:00-25:00", "9:00–10:00", "closed", "", "08:00", 8])  # fmt: skip
hours = st.dictionaries(
    keys,
    st.one_of(
        spans, st.lists(spans, max_size=3), st.tuples(spans, spans).map(lambda two: f"{two[0]}, {two[1]}")
    ),
)
dates = st.sampled_from(
    ["2026-02-16", "2026-02-16..2026-02-20", "2026-02-31", "2026-2-16", "16.2.2026", "2026-02-16 - x"]
)
calendars = st.fixed_dictionaries(
    {"hours": st.one_of(hours, st.sampled_from(["24/7", "7x24", "always"]))},
    optional={
        "time_zone": st.sampled_from(["Asia/Shanghai", "UTC", "+08:00"]),
        "holidays": st.sampled_from(["CN", "cn", {"country": "DE"}, {}, {"country": "DE", "part": "BY"}]),
        "closed": st.one_of(
            dates, st.lists(dates, max_size=2), st.builds(lambda date: {"date": date}, dates)
        ),
        "open": st.one_of(dates, st.builds(lambda date, hours: {"date": date, "hours": hours}, dates, spans)),
        "typo": st.just(1),
    },
)
BEYOND_JSON_SCHEMA = (
    " overlap",
    "given twice",
    "never open",
    "lasts no time",
    "fewer days",
    "both among",
    "belong to closed",
)


@given(calendars)
def test_model_and_schema_agree(value) -> None:
    try:
        ADAPTER.validate_python(value)
        reasons = []
    except ValidationError as error:
        reasons = [one["msg"] for one in error.errors()]
    if schema().is_valid(value):
        assert all(any(part in reason for part in BEYOND_JSON_SCHEMA) for reason in reasons)
    else:
        assert reasons
