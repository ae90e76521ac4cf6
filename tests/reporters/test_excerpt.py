from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from svcflow.reporters.excerpt import excerpt
from svcflow.text.cells import cells

lines = st.text(st.sampled_from("ab 中文\t\x1b：é\u0301👍"), max_size=200)


@given(lines, st.integers(1, 250), st.integers(0, 60), st.integers(20, 120))
def test_it_fits_and_the_underline_lies_in_it(line, start, length, room):
    shown = excerpt(line, start, start + length, room)
    assert cells(shown.text) <= room
    assert shown.width >= 1
    assert shown.start >= 0
    assert shown.start + shown.width <= max(cells(shown.text), shown.start) + 1


@given(lines, st.sampled_from("ab中文："), lines, st.integers(40, 120))
def test_the_underline_stands_below_what_is_meant(before, meant, after, room):
    shown = excerpt(before + meant + after, len(before) + 1, len(before) + 2, room)
    below, used = "", 0
    for character in shown.text:
        if used == shown.start and cells(character):
            below = character
            break
        used += cells(character)
    assert below == meant


def test_tabs_become_blanks():
    assert excerpt("\ta\tb", 2, 3, 80) == ("    a   b", 4, 1)


def test_an_empty_line_has_an_underline():
    assert excerpt("", 1, 1, 80) == ("", 0, 1)


def test_a_megabyte_is_cut():
    shown = excerpt("x" * 1_000_000, 500_000, 500_003, 60)
    assert cells(shown.text) == 60
    assert shown.text.startswith("…")
    assert shown.text.endswith("…")
    assert shown.text[shown.start : shown.start + shown.width] == "xxx"
