from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svcflow.worktime.zone import Zone

ZONES = (
    *("UTC", "Europe/Berlin", "America/New_York", "Asia/Shanghai", "Australia/Lord_Howe"),
    *("America/Havana", "America/Sao_Paulo", "Pacific/Apia", "Africa/Casablanca", "Asia/Kathmandu"),
)


def wall(text: str) -> int:
    return seconds(text)


def seconds(text: str) -> int:
    return int(dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC).timestamp())


@pytest.mark.parametrize(
    ("zone", "shown", "instant"),
    [
        ("UTC", "2026-03-29 02:30", "2026-03-29 02:30"),
        ("Asia/Shanghai", "2026-03-29 02:30", "2026-03-28 18:30"),
        ("Europe/Berlin", "2026-03-29 01:59:59", "2026-03-29 00:59:59"),
        (
            "Europe/Berlin",
            "2026-03-29 02:30",
            "2026-03-29 01:00",
        ),  # never shown: the first later time is 03:00
        ("Europe/Berlin", "2026-03-29 03:00", "2026-03-29 01:00"),
        ("Europe/Berlin", "2026-10-25 02:30", "2026-10-25 00:30"),  # shown twice: the first time
        ("Europe/Berlin", "2026-10-25 03:00", "2026-10-25 02:00"),
        ("Pacific/Apia", "2011-12-30 12:00", "2011-12-30 10:00"),  # a day never shown
    ],
)
def test_first(zone, shown, instant) -> None:
    assert Zone(zone).first(wall(shown)) == seconds(instant)


@pytest.mark.parametrize(
    ("zone", "instant", "shown"),
    [
        ("UTC", "2026-03-29 02:30", "2026-03-29 02:30"),
        ("Europe/Berlin", "2026-10-25 00:59:59", "2026-10-25 02:59:59"),
        ("Europe/Berlin", "2026-10-25 01:00", "2026-10-25 03:00"),  # the repeated hour stands at its end
        ("Europe/Berlin", "2026-10-25 01:59:59", "2026-10-25 03:00"),
        ("Europe/Berlin", "2026-10-25 02:00:01", "2026-10-25 03:00:01"),
        ("America/Sao_Paulo", "2018-02-18 02:30", "2018-02-18 00:00"),
    ],
)
def test_reached(zone, instant, shown) -> None:
    assert Zone(zone).reached(seconds(instant)) == wall(shown)


moments = st.integers(seconds("2000-01-01"), seconds("2060-01-01"))


@given(st.sampled_from(ZONES), moments, st.integers(0, 200_000))
def test_neither_ever_decreases(name, moment, more) -> None:
    zone = Zone(name)
    assert zone.first(moment) <= zone.first(moment + more)
    assert zone.reached(moment) <= zone.reached(moment + more)


@given(st.sampled_from(ZONES), moments)
def test_what_is_shown_first_has_been_reached(name, moment) -> None:
    zone = Zone(name)
    assert zone.reached(zone.first(moment)) >= moment
    assert zone.reached(zone.first(moment) - 1) <= moment
