from __future__ import annotations

import io
import sys
import zipfile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from svcflow.exporters.xlsx_book import new_book, packed_book, put, safe_text, set_widths, sheet_name
from svcflow.finding import CannotDo

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x","y")', "\t=1", "=cmd|'/c calc'!A0"]


@pytest.mark.parametrize("text", FORMULAS)
def test_formulas_are_texts(text: str) -> None:
    book = new_book()
    put(book.create_sheet("a"), 1, 1, text)
    data = packed_book(book, "x")
    cell = openpyxl.load_workbook(io.BytesIO(data))["a"]["A1"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)
    assert b"<f>" not in zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml")


def test_whole_numbers_are_numbers_and_others_stay_texts() -> None:
    book = new_book()
    sheet = book.create_sheet("a")
    for column, text in enumerate(["12", "012", "1.10", "2026-01-01", "１２", ""], 1):
        put(sheet, 1, column, text)
    assert [cell.value for cell in sheet[1]] == [12, "012", "1.10", "2026-01-01", "１２", None]


@given(st.text())
def test_any_text_can_be_held(text: str) -> None:
    book = new_book()
    put(book.create_sheet("a"), 1, 1, "x" + text)
    found = openpyxl.load_workbook(io.BytesIO(packed_book(book, text)))["a"]["A1"].value
    assert found == safe_text("x" + text)


def test_a_coded_return_is_no_return() -> None:
    assert safe_text("a_x000D_b\r\nc\x00") == "a_x005F_x000D_b\nc\ufffd"


def test_names_of_sheets() -> None:
    taken: list[str] = []
    for wanted in ["a/b:c", "A B C", "'x'", "", "history", "名" * 40, "名" * 41]:
        taken.append(sheet_name(wanted, taken))
    assert taken == ["a b c", "A B C 2", "x", "-", "history 2", "名" * 31, "名" * 27 + " 2"]


def test_the_same_book_has_the_same_bytes_and_tells_who_made_it() -> None:
    def make() -> bytes:
        book = new_book()
        put(book.create_sheet("a"), 1, 1, "x")
        return packed_book(book, "Title")

    assert make() == make()
    assert b"<Application>svcflow</Application>" in make()[:4096]


def test_columns_are_as_wide_as_their_texts() -> None:
    sheet = new_book().create_sheet("a")
    set_widths(sheet, {1: ["负责人的部门名称很长很长", "是"], 2: ["x", "a\n" + "b" * 200], 3: ["n"]})
    assert [sheet.column_dimensions[letter].width for letter in "ABC"] == [16, 60, 9]


def test_without_openpyxl_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(CannotDo) as caught:
        new_book()
    assert str(caught.value.message) == "spreadsheets need openpyxl, which is not installed"
    assert "pip install 'svcflow[documents]'" in str(caught.value.help)
