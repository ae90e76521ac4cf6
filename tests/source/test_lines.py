from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svcflow.finding import Span
from svcflow.source.lines import Lines


def test_positions_count_code_points_from_one() -> None:
    lines = Lines("客😀x\r\nb\rc\n\nd")
    assert [lines.position(offset) for offset in (0, 1, 2, 3, 5, 7, 9, 10)] == [
        *((1, 1), (1, 2), (1, 3), (1, 4), (2, 1), (3, 1), (4, 1), (5, 1)),
    ]
    assert lines.span(1, 6) == Span(1, 2, 2, 2)


def test_an_offset_outside_is_the_nearest_place() -> None:
    lines = Lines("ab\nc")
    assert lines.position(-5) == (1, 1)
    assert lines.position(99) == (2, 2)
    assert lines.span(3, 1) == Span(2, 1, 2, 1)


@pytest.mark.parametrize("separator", ["\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"])
def test_only_editors_line_breaks_break_lines(separator: str) -> None:
    assert Lines(f"a{separator}b\nc").position(2) == (1, 3)


def test_lines_by_number() -> None:
    lines = Lines("a\r\n\n b \nc")
    assert [lines.line(number) for number in range(6)] == ["", "a", "", " b ", "c", ""]
    assert [lines.offset(number) for number in range(7)] == [0, 0, 3, 4, 8, 9, 9]
    assert [lines.line_end(offset) for offset in (0, 3, 5, 8)] == [1, 3, 7, 9]
    assert Lines("").line(1) == ""


@given(st.text(alphabet="a客😀\r\n"))
def test_against_splitting(text: str) -> None:
    parts = re.split(r"(\r\n|\r|\n)", text)
    lines = Lines(text)
    assert [lines.line(number + 1) for number in range(len(parts) // 2 + 1)] == parts[::2]
    for offset in range(len(text) + 1):
        line, column = lines.position(offset)
        assert lines.offset(line) + column - 1 == offset
