from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svcflow.exporters.columns import column_widths, evenly, is_matrix

CELLS = st.text("ab 受理，1", max_size=60)


@given(st.lists(st.lists(CELLS, min_size=4, max_size=4), min_size=1, max_size=6))
def test_columns_fill_the_room(rows: list[list[str]]) -> None:
    widths = column_widths(rows[0], rows[1:], 50.0)
    assert sum(widths) == pytest.approx(50.0, abs=0.01)
    assert min(widths) > 1


def test_what_fits_has_what_it_needs() -> None:
    short, long = column_widths(("No.", "What"), (("1", "a" * 40),), 60.0)
    assert long > 5 * short


def test_short_columns_do_not_break_for_long_ones() -> None:
    date, much = column_widths(("日期", "变更内容"), (("2026-08-12", "改" * 400),), 56.0)
    assert 6.2 < date < 9
    assert much > 45


def test_titles_of_four_characters_stay_whole() -> None:
    widths = column_widths(
        ("移交步骤", "接收步骤", "交接内容", "传递方式", "交接时限", "接收确认标准"),
        (("改" * 30, "改" * 30, "改" * 40, "客服工单系统", "5 分钟", "改" * 40),),
        56.0,
    )
    assert widths[4] > 5


def test_a_matrix_has_columns_of_one_width() -> None:
    headers = ("Step", *(f"Role {n}" for n in range(8)))
    rows = [("Take the request", "R", *("",) * 7)]
    assert is_matrix(headers, rows)
    first, *others = column_widths(headers, rows, 56.0)
    assert len(set(others)) == 1
    assert first > others[0]
    assert not is_matrix(headers, [("Take", "responsible", *("",) * 7)])


@pytest.mark.parametrize(
    ("title", "room", "lines"),
    [
        ("客服专员", 3.1, "客服\n专员"),
        ("客服专员", 4, "客服专员"),
        ("客户服务中心经理", 3, "客户服\n务中\n心经理"),
        ("Desk", 2, "Desk"),
    ],
)
def test_titles_are_parted_evenly(title: str, room: float, lines: str) -> None:
    assert evenly(title, room) == lines


def test_columns_of_short_texts_do_not_break_them() -> None:
    rows = (("先核對身分證件，再登錄案件，並把受理編號告訴申請人", "聯合服務中心主任"),) * 2
    widths = column_widths(("步驟", "職務"), (*rows, ("核對", "承辦人")), 24.0)
    assert widths[1] >= 8 + 1.3


def test_columns_to_write_into_are_wide_enough() -> None:
    widths = column_widths(("For", "Date", "Signature"), (("Front office", "", ""),), 60.0)
    assert min(widths) > 9


def test_numbered_columns_are_alike_whatever_they_hold() -> None:
    headers = ["Likelihood, by impact", "1", "2", "3"]
    rows = [["2", "low", "medium\nR1, R2, R3", "high"], ["1", "low", "low", "medium"]]
    assert is_matrix(headers, rows)
    assert len(set(column_widths(headers, rows, 60)[1:])) == 1
