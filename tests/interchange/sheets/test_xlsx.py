from __future__ import annotations

import datetime as dt
import io
import zipfile

import openpyxl
import pytest

from svcflow.interchange.sheets.grid import MOST_ROWS, Unreadable
from svcflow.interchange.sheets.xlsx import grids_of_workbook
from tests.support.tables import workbook


def packed(**parts: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(f"{name}.xml", data)
    return written.getvalue()


def test_cells_are_texts() -> None:
    row = [
        1.0,
        2,
        0.5,
        dt.date(2026, 3, 1),
        dt.datetime(2026, 3, 1, 9, 30),  # noqa: DTZ001 -- a cell has no zone
        dt.time(8, 5),
        True,
        None,
        " a ",
        dt.timedelta(minutes=3),
    ]
    (grid,) = grids_of_workbook(workbook([row]))
    assert grid.rows == [
        ["1", "2", "0.5", "2026-03-01", "2026-03-01 09:30:00", "08:05", "yes", "", " a ", "180s"]
    ]


def test_percentages_and_errors() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"], sheet["B1"] = 0.08, "#REF!"
    sheet["A1"].number_format = "0%"
    sheet["B1"].data_type = "e"
    written = io.BytesIO()
    book.save(written)
    (grid,) = grids_of_workbook(written.getvalue())
    assert grid.cell(1, 1) == "8%"
    assert [(problem.row, problem.column, str(problem.message)) for problem in grid.problems] == [
        (1, 2, "the cell holds the error #REF!")
    ]


def test_formulas_are_not_computed() -> None:
    (grid,) = grids_of_workbook(workbook([["a", "=1+1"]]))
    assert grid.cell(1, 2) == ""
    assert [str(problem.message) for problem in grid.problems] == [
        "the cell holds a formula without its result; open and save the file in a spreadsheet program"
    ]


def test_merged_cells_hold_downwards() -> None:
    (grid,) = grids_of_workbook(workbook([["a", "b"], ["x", "y"], [None, "z"]], merged=["A2:A3"]))
    assert (grid.cell(3, 1), grid.merged) == ("x", {(3, 1): 2})


def test_hidden_sheets_are_not_read() -> None:
    book = openpyxl.Workbook()
    book.create_sheet("hidden").sheet_state = "hidden"
    written = io.BytesIO()
    book.save(written)
    assert [grid.name for grid in grids_of_workbook(written.getvalue())] == ["Sheet"]


def test_a_cell_far_below_is_left_out_and_told() -> None:
    book = openpyxl.Workbook()
    book.active["A1048576"] = "far"
    written = io.BytesIO()
    book.save(written)
    (grid,) = grids_of_workbook(written.getvalue())
    assert len(grid.rows) == MOST_ROWS
    assert str(grid.problems[0].message) == "the sheet has more than 5000 rows; the rest is left out"


BROKEN = [
    (b"", "this is no workbook, or a damaged one"),
    (b"PK\x03\x04nonsense", "this is no workbook, or a damaged one"),
    (packed(a=b"<x/>"), "this is no workbook, or a damaged one"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1", "this is an old or encrypted Excel file"),
    (packed(bomb=b"0" * 50_000_000), "this workbook is too large: unpacked, it has more than 12 MB"),
    (
        packed(a=b"<!DOCTYPE x [<!ENTITY y 'z'>]><x/>"),
        "this workbook defines entities of its own, which no spreadsheet program writes",
    ),
]


@pytest.mark.parametrize(("data", "message"), BROKEN, ids=range(len(BROKEN)))
def test_what_is_no_workbook(data: bytes, message: str) -> None:
    with pytest.raises(Unreadable) as caught:
        grids_of_workbook(data)
    assert str(caught.value.message) == message


@pytest.mark.parametrize("cut", [0.2, 0.5, 0.9])
def test_a_damaged_workbook(cut: float) -> None:
    whole = workbook([["Step", "Role"], ["Ask", "Agent"]])
    with pytest.raises(Unreadable):
        grids_of_workbook(whole[: int(len(whole) * cut)])


def test_a_part_that_lies_about_its_size() -> None:
    whole = bytearray(workbook([["a"]]))
    with pytest.raises(Unreadable):
        grids_of_workbook(bytes(whole).replace(b"sheet1.xml", b"sheet9.xml", 1))
