from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svcflow.model.calendar import Calendar
from svcflow.worktime import Gap, first_gap


def calendar(hours, zone: str = "Asia/Shanghai") -> Calendar:
    return Calendar.model_validate({"hours": hours, "time_zone": zone})


OFFICE = {"mon-fri": ["08:30-12:00", "13:30-17:30"]}


@pytest.mark.parametrize(
    ("outer", "inner", "gap"),
    [
        (OFFICE, OFFICE, None),
        ("24/7", OFFICE, None),
        (OFFICE, "24/7", (0, "00:00-08:30")),
        (OFFICE, {"mon-fri": "08:30-17:30"}, (0, "12:00-13:30")),
        (OFFICE, {"sat": "09:00-12:00"}, (5, "09:00-12:00")),
        ({"mon-fri": "09:00-17:00"}, {"fri": "09:00-18:00"}, (4, "17:00-18:00")),
        ({"mon-fri": ["08:00-12:00", "12:00-18:00"]}, {"mon": "09:00-17:00"}, None),
        ({"daily": "22:00-06:00"}, {"mon": "23:00-05:00"}, None),
        ({"mon-sat": "22:00-06:00"}, {"mon": "01:00-05:00"}, (0, "01:00-05:00")),
        ({"sun": "22:00-06:00"}, {"mon": "01:00-05:00"}, None),
        ({"sun": "22:00-04:00"}, {"mon": "01:00-05:00"}, (0, "04:00-05:00")),
        ({"mon": "08:00-20:00"}, {"mon-tue": "08:00-20:00"}, (1, "08:00-20:00")),
        ({"mon": "00:00-24:00"}, {"mon": "22:00-06:00"}, (1, "00:00-06:00")),
    ],
)
def test_first_gap(outer, inner, gap) -> None:
    found = first_gap(calendar(outer), calendar(inner))
    assert (found and (found.weekday, found.hours)) == gap


def test_zones_are_compared_in_winter_and_summer() -> None:
    berlin = calendar({"mon-fri": "08:00-18:00"}, "Europe/Berlin")
    winter_only = calendar({"mon-fri": "15:00-23:30"}, "Asia/Shanghai")
    assert first_gap(berlin, calendar({"mon-fri": "15:00-24:00"})) is None
    assert first_gap(berlin, calendar({"mon-fri": "14:00-23:00"})) == Gap(0, 14 * 60, 15 * 60)
    # 00:30 in Shanghai is 17:30 in Berlin in winter and 18:30 in summer.
    late = calendar({"tue-sat": "00:00-00:30"}, "Asia/Shanghai")
    assert first_gap(berlin, winter_only) is None
    assert first_gap(berlin, late) == Gap(1, 0, 30)


def test_the_zones_of_a_gap_are_those_of_the_promise() -> None:
    london = calendar({"mon-fri": "09:00-17:00"}, "Europe/London")
    assert first_gap(london, calendar({"mon": "09:00-10:00"}, "Asia/Tokyo")) == Gap(0, 540, 600)


spans = st.tuples(st.integers(0, 20), st.integers(1, 6)).map(
    lambda hour: (hour[0] * 60, (hour[0] + hour[1]) * 60)
)
weeks = st.dictionaries(st.integers(0, 6), spans.filter(lambda span: span[1] <= 1440), min_size=1)


@given(weeks, weeks)
def test_a_gap_is_open_here_and_closed_there(outer, inner) -> None:
    names = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

    def made(week):
        return calendar(
            {names[day]: f"{a // 60:02}:00-{b // 60:02}:00" for day, (a, b) in week.items()}, "UTC"
        )

    def hours(week):
        return {day * 1440 + minute for day, (a, b) in week.items() for minute in range(a, b)}

    missing = hours(inner) - hours(outer)
    gap = first_gap(made(outer), made(inner))
    assert (gap is None) == (not missing)
    if gap:
        stretch = set(range(gap.weekday * 1440 + gap.start, gap.weekday * 1440 + gap.end))
        assert stretch <= missing
        assert min(stretch) == min(missing)
        assert gap.end == 1440 or max(stretch) + 1 not in missing


def test_several_calendars_cover_together() -> None:
    early, late = calendar({"daily": "06:00-14:00"}), calendar({"daily": "13:30-22:00"})
    service = calendar({"daily": "06:00-22:00"})
    assert first_gap([early, late], service) is None
    assert first_gap([late, early], service) is None
    assert first_gap([early, calendar({"daily": "15:00-22:00"})], service) == Gap(0, 14 * 60, 15 * 60)
    assert first_gap([], service) == Gap(0, 6 * 60, 22 * 60)
    tokyo = calendar({"mon": "21:00-24:00", "tue": "00:00-06:00"}, "Asia/Tokyo")
    monday = calendar({"mon": "06:00-21:00"}, "UTC")
    assert first_gap([calendar({"mon": "06:00-12:00"}, "UTC"), tokyo], monday) is None
