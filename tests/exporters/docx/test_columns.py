from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from svcflow.exporters.docx.columns import column_widths, is_short, lines_of

TEXT = st.text(alphabet="ab 投诉-", max_size=80)


@given(
    st.integers(1, 12).flatmap(
        lambda n: st.lists(st.lists(TEXT, min_size=n, max_size=n), min_size=1, max_size=6)
    )
)
def test_columns_fill_the_room_and_none_vanishes(rows):
    widths = column_widths(rows[0], rows[1:], 9638, 9, 230)
    assert sum(widths) == 9638
    assert min(widths) > 200


def test_long_texts_get_the_room_that_short_ones_leave():
    number, step, when = column_widths(("No.", "Step", "When"), [("1", "word " * 60, "2 min")], 9638, 9, 230)
    assert number < 700
    assert when < 1200
    assert step > 7500


def test_short_texts_are_not_broken_by_long_ones():
    headers = ("a", "b", "c", "d", "date")
    widths = column_widths(headers, [("long text " * 20,) * 4 + ("2026-12-31",)], 9638, 9, 230)
    assert lines_of("2026-12-31", widths[-1] - 230, 9) == 1


def test_a_matrix_leaves_room_for_its_first_column():
    headers = ("Step", *(f"Quality manager {n}" for n in range(9)))
    first, *others = column_widths(headers, [("Decide on the compensation", *("R",) * 9)], 9638, 8, 130)
    assert first > 1.5 * max(others)


def test_short_entries():
    assert is_short(("R", "A", ""))
    assert not is_short(("", ""))
    assert not is_short(("R", "responsible"))


def test_lines():
    assert lines_of("", 100, 9) == 1
    assert lines_of("字" * 10, 9 * 20 * 5, 9) == 2
    assert lines_of("字\n字", 9 * 20 * 5, 9) == 2
