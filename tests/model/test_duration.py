from __future__ import annotations

from fractions import Fraction
from functools import cache

import jsonschema_rs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from svcflow.model.duration import Duration

ADAPTER = TypeAdapter(Duration)


@pytest.mark.parametrize(
    ("text", "seconds", "days", "business_days"),
    [
        ("90s", 90, 0, 0),
        ("15m", 900, 0, 0),
        ("2h", 7200, 0, 0),
        ("3d", 0, 3, 0),
        ("2w", 0, 14, 0),
        ("1h30m", 5400, 0, 0),
        ("1h 30m", 5400, 0, 0),
        ("3bd", 0, 0, 3),
        ("1bd4h", 14400, 0, 1),
        ("1w2d 3bd 4h 5m 6s", 14706, 9, 3),
        ("0.5bd", 0, 0, Fraction(1, 2)),
        ("0.15bd", 0, 0, Fraction(3, 20)),
        ("1.5h", 5400, 0, 0),
        ("0.01h", 36, 0, 0),
        ("1.25m", 75, 0, 0),
        ("0m", 0, 0, 0),
        ("PT30M", 1800, 0, 0),
        ("P1DT2H", 7200, 1, 0),
        ("P2W", 0, 14, 0),
        ("P1W2D", 0, 9, 0),
        ("PT1.5H", 5400, 0, 0),
        ("PT1,5H", 5400, 0, 0),
        ("30分钟", 1800, 0, 0),
        ("30分鐘", 1800, 0, 0),
        ("30 分", 1800, 0, 0),
        ("2小时", 7200, 0, 0),
        ("2小時", 7200, 0, 0),
        ("2个小时", 7200, 0, 0),
        ("兩個鐘頭", 7200, 0, 0),
        ("1小时30分钟", 5400, 0, 0),
        ("1小时零5分", 3900, 0, 0),
        ("半小时", 1800, 0, 0),
        ("半個小時", 1800, 0, 0),
        ("1个半小时", 5400, 0, 0),
        ("一个半小时", 5400, 0, 0),
        ("1小时半", 5400, 0, 0),
        ("两天", 0, 2, 0),
        ("3个自然日", 0, 3, 0),
        ("3個日曆天", 0, 3, 0),
        ("1天半小时", 1800, 1, 0),
        ("2周", 0, 14, 0),
        ("2週", 0, 14, 0),
        ("1星期", 0, 7, 0),
        ("3个工作日", 0, 0, 3),
        ("3個工作天", 0, 0, 3),
        ("3工作日", 0, 0, 3),
        ("十五个工作日", 0, 0, 15),
        ("二十个工作日", 0, 0, 20),
        ("二十三秒", 23, 0, 0),
        ("半个工作日", 0, 0, Fraction(1, 2)),
        ("1个半工作日", 0, 0, Fraction(3, 2)),
        ("３０分钟", 1800, 0, 0),
        ("１．５小时", 5400, 0, 0),
        ("10秒", 10, 0, 0),
        ("3 days", 0, 3, 0),
        ("1 Week", 0, 7, 0),
        ("2 hours", 7200, 0, 0),
        ("15 min", 900, 0, 0),
        ("15 mins.", 900, 0, 0),
        ("3 business days", 0, 0, 3),
        ("3 working days", 0, 0, 3),
        ("1 workday", 0, 0, 1),
        ("3 working-days", 0, 0, 3),
        ("5 calendar days", 0, 5, 0),
        ("2 hours and 30 minutes", 9000, 0, 0),
        ("2 hours, 30 min", 9000, 0, 0),
    ],
)
def test_what_people_write(text, seconds, days, business_days) -> None:
    duration = Duration.parse(text)
    assert (duration.seconds, duration.days, duration.business_days) == (seconds, days, business_days)
    assert str(duration) == text


UNIT = "Write {0}m for minutes, {0}h for hours, {0}d for calendar days or {0}bd for business days"
MONTHS = "months and years differ in length; write days or weeks, such as 30d or 4w"
PART = "a part of a day of 24 hours, or of working hours? Write 12h for the one, 0.5bd for the other"
TOO = "is too long or too finely divided; svcflow counts whole seconds, up to some hundred years"
HOW = "write 15m, 1h30m, 3d (calendar days), 3bd (business days) or 2w, large units first and each once"


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("15", f"'15' of which unit? {UNIT.format('15')}"),
        (15, f"'15' of which unit? {UNIT.format('15')}"),
        (1.5, f"'1.5' of which unit? {UNIT.format('1.5')}"),
        ("１５", f"'１５' of which unit? {UNIT.format('１５')}"),
        (True, "a length of time is expected here, such as 15m, 2h or 3bd (business days)"),
        (["15m"], "a length of time is expected here, such as 15m, 2h or 3bd (business days)"),
        ("-5m", "'-5m' is negative; a length of time is 0m or more"),
        ("15M", "'15M': a capital M could mean months; minutes are written with a small one, 15m"),
        ("P1M", f"'P1M': {MONTHS}"),
        ("P1Y2M", f"'P1Y2M': {MONTHS}"),
        ("2mo", f"'2mo': {MONTHS}"),
        ("3 months", f"'3 months': {MONTHS}"),
        ("1 year", f"'1 year': {MONTHS}"),
        ("3个月", f"'3个月': {MONTHS}"),
        ("半年", f"'半年': {MONTHS}"),
        ("1.5d", f"'1.5d': {PART}"),
        ("半天", f"'半天': {PART}"),
        ("两天半", f"'两天半': {PART}"),
        ("0.5 weeks", f"'0.5 weeks': {PART}"),
        ("15 mnts", "'15 mnts' is no length of time; did you mean '15 mins'?"),
        ("5 buisness days", "'5 buisness days' is no length of time; did you mean '5 business days'?"),
        ("1,5h", "'1,5h' is no length of time; did you mean '1.5h'?"),
        ("2H", "'2H' is no length of time; did you mean '2h'?"),
        ("3BD", "'3BD' is no length of time; did you mean '3bd'?"),
        ("pt15m", "'pt15m' is no length of time; did you mean 'PT15M'?"),
        (" 15m", "' 15m' is no length of time; did you mean '15m'?"),
        ("24小时内", "'24小时内' is no length of time; did you mean '24小时'?"),
        ("within 2 hours", "'within 2 hours' is no length of time; did you mean '2 hours'?"),
        ("30m 1h", "'30m 1h' is no length of time; did you mean '1h30m'?"),
        ("1h 1h", f"'1h 1h' is no length of time; {HOW}"),
        ("1 m 30", f"'1 m 30' is no length of time; {HOW}"),
        ("soon", f"'soon' is no length of time; {HOW}"),
        ("", f"'' is no length of time; {HOW}"),
        ("P", f"'P' is no length of time; {HOW}"),
        ("1h\n", "'1h\n' is no length of time; did you mean '1h'?"),
        ("999999999h", f"'999999999h' {TOO}"),
        ("0.333h", f"'0.333h' {TOO}"),
        ("x" * 500, f"'{'x' * 39}…' is no length of time; {HOW}"),
    ],
)  # fmt: skip
def test_what_is_no_length_of_time(value, message) -> None:
    with pytest.raises(ValidationError) as caught:
        ADAPTER.validate_python(value)
    (error,) = caught.value.errors()
    assert error["msg"] == message


@pytest.mark.parametrize(
    ("text", "en", "hans", "hant"),
    [
        ("3bd", "3 business days", "3 个工作日", "3 個工作天"),
        ("1bd", "1 business day", "1 个工作日", "1 個工作天"),
        ("1.5bd", "1.5 business days", "1.5 个工作日", "1.5 個工作天"),
        ("90m", "1 h 30 min", "1 小时 30 分钟", "1 小時 30 分鐘"),
        ("45s", "45 s", "45 秒", "45 秒"),
        ("1d", "1 day", "1 天", "1 天"),
        ("10d", "10 days", "10 天", "10 天"),
        ("7d", "1 week", "1 周", "1 週"),
        ("2w", "2 weeks", "2 周", "2 週"),
        ("0m", "0 min", "0 分钟", "0 分鐘"),
        ("2w 3bd 4h", "2 weeks 3 business days 4 h", "2 周 3 个工作日 4 小时", "2 週 3 個工作天 4 小時"),
    ],
)  # fmt: skip
def test_said(text, en, hans, hant) -> None:
    duration = Duration.parse(text)
    assert [duration.say(language) for language in ("en", "zh-Hans", "zh-Hant")] == [en, hans, hant]
    for said in (hans, hant):
        assert Duration.parse(said) == duration


lengths = st.builds(
    Duration,
    seconds=st.integers(0, 10**9),
    days=st.integers(0, 60000),
    business_days=st.integers(0, 10**6).map(lambda hundredths: Fraction(hundredths, 100)),
)


@given(lengths)
def test_short_reads_back(duration) -> None:
    assert Duration.parse(duration.short()) == duration


def test_equality_is_of_the_length_not_of_the_text() -> None:
    assert Duration.parse("90m") == Duration.parse("1小时30分钟")
    assert hash(Duration.parse("90m")) == hash(Duration.parse("1.5h"))
    # On a calendar a day is not 24 working hours.
    assert Duration.parse("1d") != Duration.parse("24h")
    assert Duration.parse("1d") != Duration.parse("1bd")


def test_sums_and_nominal_lengths() -> None:
    total = Duration.parse("1bd4h") + Duration.parse("2w 30m")
    assert total.short() == "2w1bd4h30m"
    assert total.elapsed == 14 * 86400 + 4 * 3600 + 1800
    assert Duration.parse("1d 1.5bd 1h").nominal(day=100, business_day=10) == 100 + 15 + 3600


def test_json() -> None:
    assert ADAPTER.dump_json(ADAPTER.validate_python("1h 30m")) == b'"1h 30m"'
    assert ADAPTER.validate_python(Duration(60)) == Duration(60)


@cache
def schema() -> jsonschema_rs.Validator:
    return jsonschema_rs.validator_for(ADAPTER.json_schema())


def accepted(value) -> bool:
    try:
        ADAPTER.validate_python(value)
    except ValidationError:
        return False
    return True


PIECES = (
    *("w", "d", "bd", "h", "m", "s", "P", "T", "PT", "W", "D", "H", "M", "S", " ", ", ", " and ", ".", ",", "，"),
    *("半", "个", "個", "小时", "小時", "鐘頭", "分", "分钟", "秒", "天", "日", "自然日", "周", "工作日", "工作天"),
    *("零", "又", "、", "\u3000", "．", "\n", "days", "hour", "min", "mins.", "business days", "working day", "-"),
    *("一", "两", "十", "二十", "十五"),
)  # fmt: skip
UNITS = ("w", "d", "bd", "h", "m", "s")
numbers = st.sampled_from(
    ["1", "2", "30", "0", "1.5", "0.25", "2.125", "0.05", "12345", "123456789", "３", "１．５"]
)
texts = st.lists(st.one_of(numbers, numbers, st.sampled_from(PIECES)), max_size=7).map("".join)


@given(texts)
@example("P1DT")
@example("PT")
@example("PT ")
@example("5 ")
@example("P1D\u3000")
@example("，5分")
@example(" and 5m")
@example("1小时半分钟")
@example("1h\n")
@example("1" * 81)
def test_model_and_schema_agree(text) -> None:
    assert accepted(text) == schema().is_valid(text)


@given(
    st.dictionaries(st.sampled_from(UNITS), st.integers(0, 999), min_size=1), st.sampled_from(["", " ", ", "])
)
def test_terms_from_large_to_small_add_up(terms, between) -> None:
    text = between.join(f"{terms[unit]}{unit}" for unit in UNITS if unit in terms)
    counts = dict.fromkeys(UNITS, 0) | terms
    expected = Duration(
        counts["h"] * 3600 + counts["m"] * 60 + counts["s"],
        counts["w"] * 7 + counts["d"],
        Fraction(counts["bd"]),
    )
    assert Duration.parse(text) == expected
    assert schema().is_valid(text)


def test_hostile_texts_are_read_quickly() -> None:
    for text in (
        " " * 79 + "x",
        "1" + " " * 78 + "x",
        "1h" + " and " * 15 + "x",
        "半" * 80,
        "十" * 80,
        "、" * 80,
    ):
        assert not accepted(text)
        assert not accepted(text * 10_000)
