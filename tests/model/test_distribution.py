from __future__ import annotations

from functools import cache

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from svcflow.model.distribution import Work

ADAPTER = TypeAdapter(Work)


@pytest.mark.parametrize(
    ("written", "spread", "low", "expected", "high"),
    [
        ("45m", "constant", "45m", "45m", "45m"),
        ("30m..1h", "uniform", "30m", "45m", "1h"),
        ("30m-1h", "uniform", "30m", "45m", "1h"),
        ("30m to 1h", "uniform", "30m", "45m", "1h"),
        ("30分钟~1小时", "uniform", "30m", "45m", "1h"),
        ("30分鐘至1小時", "uniform", "30m", "45m", "1h"),
        ("3 working-days", "constant", "3bd", "3bd", "3bd"),
        ("0m..5m", "uniform", "0m", "2m30s", "5m"),
        ({"likely": "5m"}, "constant", "5m", "5m", "5m"),
        ({"mean": "5m"}, "constant", "5m", "5m", "5m"),
        ({"min": "0m", "likely": "0m", "max": "6m"}, "pert", "0m", "1m", "6m"),
        ({"min": "4m", "likely": "6m", "max": "15m"}, "pert", "4m", "7m10s", "15m"),
        (
            {"min": "4m", "likely": "6m", "max": "15m", "shape": "triangular"},
            "triangular",
            "4m",
            "8m20s",
            "15m",
        ),
        ({"mean": "10m", "sd": "3m"}, "lognormal", "4m", "10m", "16m"),
        ({"mean": "10m", "sd": "3m", "shape": "normal"}, "normal", "4m", "10m", "16m"),
        ({"mean": "10m", "sd": "30m"}, "lognormal", "0m", "10m", "1h10m"),
        ("4h..1bd", "uniform", "4h", "0.5bd2h", "1bd"),
        ("1bd..2bd", "uniform", "1bd", "1.5bd", "2bd"),
    ],
)
def test_times(written, spread, low, expected, high) -> None:
    work = ADAPTER.validate_python(written)
    assert work.spread == spread
    assert [time.short() for time in (work.low, work.expected, work.high)] == [low, expected, high]


UNIT = (
    "of which unit? Write {0}m for minutes, {0}h for hours, {0}d for calendar days or {0}bd for business days"
)
NONE = (
    "hands-on time is one time (45m), a range (30m..1h), min with likely and max, or mean with sd; "
    "this is none of them"
)


@pytest.mark.parametrize(
    ("written", "place", "message"),
    [
        ("1h..30m", (), "the min time 1h is longer than the max time 30m"),
        ({"min": "1m", "likely": "5m", "max": "3m"}, (), "the likely time 5m is longer than the max time 3m"),
        (
            {"min": "9m", "likely": "5m", "max": "30m"},
            (),
            "the min time 9m is longer than the likely time 5m",
        ),
        ({"min": "1m"}, (), NONE),
        ({"sd": "1m"}, (), NONE),
        ({"min": "1m", "likely": "2m"}, (), NONE),
        ({"mean": "1m", "likely": "2m"}, (), NONE),
        ({}, (), NONE),
        (
            {"mean": "5m", "sd": "1m", "shape": "pert"},
            (),
            "the shape pert does not fit the times given; they make lognormal / normal",
        ),
        ("2d", ("likely",), "'2d': nobody works around the clock; write 2bd for working days, or hours"),
        ("1h..1w", ("max",), "'1w': nobody works around the clock; write 7bd for working days, or hours"),
        (45, ("likely",), f"'45' {UNIT.format(45)}"),
        ("30..60m", ("min",), f"'30' {UNIT.format(30)}"),
        ("-5m", ("likely",), "'-5m' is negative; a length of time is 0m or more"),
    ],
)
def test_what_is_no_time_of_work(written, place, message) -> None:
    with pytest.raises(ValidationError) as caught:
        ADAPTER.validate_python(written)
    (error,) = caught.value.errors()
    assert (error["loc"], error["msg"]) == (place, message)


@cache
def schema() -> jsonschema_rs.Validator:
    return jsonschema_rs.validator_for(ADAPTER.json_schema())


def refusal(value) -> str | None:
    try:
        ADAPTER.validate_python(value)
    except ValidationError as error:
        return error.errors()[0]["msg"]
    return None


times = st.sampled_from(
    ["5m", "5m", "1h", "2h", "0.5bd", "1bd", "2d", "1w", "5", 5, "soon", "PT5M", "P1D", "半小时", "1天"]
)
ranges = st.tuples(times, st.sampled_from(["..", "-", "~", "至", " to ", " .. ", "--", ""]), times)
written = st.one_of(
    times,
    ranges.map(lambda parts: "".join(map(str, parts))),
    st.dictionaries(st.sampled_from(["min", "likely", "max", "mean", "sd", "typo"]), times),
    st.tuples(
        st.dictionaries(st.sampled_from(["min", "likely", "max", "mean", "sd"]), times),
        st.sampled_from(["pert", "normal", "lognormal", "uniform", "gauss"]),
    ).map(lambda both: {**both[0], "shape": both[1]}),
)


@given(written)
def test_model_and_schema_agree(value) -> None:
    reason = refusal(value)
    # Which of two times is longer is beyond JSON Schema.
    assert schema().is_valid(value) == (reason is None or " is longer than the " in reason)


seconds = st.integers(0, 10**6)


@given(st.tuples(seconds, seconds, seconds), st.sampled_from(["pert", "triangular"]))
def test_the_mean_lies_between_the_extremes(three, shape) -> None:
    low, likely, high = sorted(three)
    work = ADAPTER.validate_python(
        {"min": f"{low}s", "likely": f"{likely}s", "max": f"{high}s", "shape": shape}
    )
    weight = 4 if shape == "pert" else 1
    assert low <= work.expected.seconds <= high
    assert abs(work.expected.seconds - (low + weight * likely + high) / (weight + 2)) <= 0.5
