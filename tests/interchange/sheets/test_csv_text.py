from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svcflow.interchange.sheets.csv_text import grid_of_csv
from svcflow.interchange.sheets.grid import MOST_ROWS, Unreadable


def test_quotes_and_line_breaks() -> None:
    assert grid_of_csv(b'a,"b\r\nc",\'=1\n"x""y",\'z,d').rows == [
        ["a", "b\nc", "=1"],
        ['x"y', "'z", "d"],
    ]


def test_too_many_rows() -> None:
    grid = grid_of_csv(b"a,b\n" * (MOST_ROWS + 9))
    assert len(grid.rows) == MOST_ROWS
    assert str(grid.problems[0].message) == "the sheet has more than 5000 rows; the rest is left out"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"a\x00b", "this is no CSV file: it holds binary data"),
        (b"x" * 12_000_001, "this file is too large: it has more than 12 MB"),
        (b'"' + b"y" * 200_000, "this CSV file cannot be read: field larger than field limit (131072)"),
    ],
)
def test_what_is_no_csv(data: bytes, message: str) -> None:
    with pytest.raises(Unreadable) as caught:
        grid_of_csv(data)
    assert str(caught.value.message) == message


@given(st.binary(max_size=300))
def test_any_bytes_are_a_table_or_told(data: bytes) -> None:
    try:
        grid_of_csv(data)
    except Unreadable as problem:
        told = str(problem.message)
        if not told:
            raise
