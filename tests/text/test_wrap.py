from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svcflow.text import is_whole, width, wrap

NOT_FIRST = "、。，！？」』）”：；"
NOT_LAST = "「『（“"
MIXED = st.text(st.sampled_from("abc fgh 受理投诉并核实，。「」（）！？-/ é"), max_size=60)


def test_latin_breaks_between_words_into_equal_lines() -> None:
    assert wrap("Verify the guest's identity", 9) == ["Verify the", "guest's identity"]


def test_chinese_breaks_between_characters() -> None:
    assert wrap("与客户确认处理方案并记录", 8) == ["与客户确认处", "理方案并记录"]


@pytest.mark.parametrize("text", ["受理投诉并核实，然后记录。", "询问「您是谁」，并核对（证件）。"])
@pytest.mark.parametrize("measure", range(3, 9))
def test_punctuation_stands_where_it_may(text: str, measure: int) -> None:
    lines = wrap(text, measure)
    assert not [line for line in lines if line[0] in NOT_FIRST or line[-1] in NOT_LAST]


def test_a_long_word_is_cut() -> None:
    lines = wrap("Donaudampfschifffahrt", 5)
    assert len(lines) > 1
    assert all(width(line) <= 5 for line in lines)


def test_a_word_breaks_behind_its_marks() -> None:
    assert wrap("billing/refund-request", 8) == ["billing/refund-", "request"]


def test_what_joins_is_not_torn_apart() -> None:
    family = "👩\u200d👩\u200d👧"
    assert wrap(family * 3, 4) == [family, family, family]
    assert wrap("e\u0301" * 8, 2)[0].endswith("\u0301")


def test_a_no_break_space_breaks_no_line() -> None:
    assert wrap("工单\u00a0· 15 分钟", 5) == ["工单\u00a0·", "15 分钟"]


def test_too_long_a_text_ends_in_an_ellipsis() -> None:
    assert wrap("受理并登记客户的投诉", 4, 2) == ["受理并登", "记客户…"]
    assert wrap("Replace the lost room key", 6, 1) == ["Replace t..."]
    assert not is_whole("受理并登记客户的投诉", ["受理并登", "记客户…"])


def test_no_text_has_no_lines() -> None:
    assert wrap("", 5) == wrap(" \n ", 5) == []


@given(MIXED, st.floats(1.5, 20))
def test_lines_hold_everything_and_fit(text: str, measure: float) -> None:
    lines = wrap(text, measure)
    assert is_whole(text, lines)
    assert all(line == line.strip() and line for line in lines)
    # Punctuation that may not begin a line can hang over the measure with what it belongs to.
    assert all(
        width(line) <= measure or line[-1] in NOT_FIRST or line[0] in NOT_LAST or len(line) == 1
        for line in lines
    )


@given(MIXED, st.floats(3, 20), st.integers(1, 4))
def test_never_more_lines_than_asked(text: str, measure: float, most: int) -> None:
    assert len(wrap(text, measure, most)) <= most


@given(MIXED, st.floats(3, 20))
def test_a_narrower_measure_never_needs_fewer_lines(text: str, measure: float) -> None:
    assert len(wrap(text, measure)) >= len(wrap(text, measure + 3))


def test_no_line_begins_with_a_sign_that_stands_behind_a_space() -> None:
    assert wrap("Legal entity or individual ?", 7) == ["Legal entity or", "individual ?"]
    assert wrap("Fertig ! Und nun ?", 5) == ["Fertig !", "Und nun ?"]
    assert wrap("a ? b", 9) == ["a ? b"]
