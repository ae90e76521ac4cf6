from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from syrupy.assertion import SnapshotAssertion

from svcflow.api.processes import load_process
from svcflow.documents import sop_outline
from svcflow.documents.analyses import analyses_outline
from svcflow.documents.outline import (
    Bullets,
    Checks,
    Facts,
    Gap,
    Outline,
    Paragraph,
    Section,
    Signatures,
    StepCard,
    Table,
)
from svcflow.exporters.look import Look
from svcflow.exporters.themes import Theme
from svcflow.exporters.xlsx import to_xlsx
from svcflow.model.workspace import SheetSize

EXAMPLES = Path(__file__).parents[2] / "examples/services/processes"


def opened(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data))


def texts(book: Any) -> list[str]:
    return [str(cell.value) for sheet in book for row in sheet for cell in row if cell.value is not None]


def small() -> Outline:
    card = StepCard(
        "1", "a", "Ask", "Step", (("Who", "Agent"),), ("=1", "second"), (("Exceptions", ("late",)),)
    )
    sections = (
        Section(
            "one", "Scope & more", (Paragraph("@here"), Bullets(("x", "y"), numbered=True), Gap("to fill in"))
        ),
        Section(
            "two",
            "Risks: all/any",
            (Facts((("Owner", "Boss"),)), Table(("What", "Score"), (("fire", "12"), ("-1", "3")))),
        ),
        Section("three", "Steps", (card,)),
        Section("four", "Tick", (Checks(("first",)), Signatures(("Name", "Date"), (("", ""),)))),
    )
    return Outline("A & B", "Procedure", "en", Facts((("Number", "SOP-1"),)), sections, "Org", ("v1",))


def test_a_small_document(snapshot: SnapshotAssertion) -> None:
    book = opened(to_xlsx(small()))
    assert [[sheet.title, *([cell.value for cell in row] for row in sheet)] for sheet in book] == snapshot


def test_registers_can_be_filtered_and_printed() -> None:
    sheet = opened(to_xlsx(small()))["Risks all any"]
    assert sheet.auto_filter.ref == "A4:B6"
    assert sheet.freeze_panes == "A5"
    assert sheet.print_title_rows == "$4:$4"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToHeight) == (
        "landscape",
        9,
        0,
    )
    assert sheet["A4"].font.bold
    assert sheet["A5"].alignment.wrap_text
    assert sheet.oddFooter.left.text == "A && B · Risks: all/any"


def test_what_looks_like_a_formula_is_text() -> None:
    book = opened(to_xlsx(small()))
    assert all(cell.data_type != "f" for sheet in book for row in sheet for cell in row)
    assert {"@here", "-1", "=1\nsecond"} <= set(texts(book))


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
def test_a_whole_procedure(language: str) -> None:
    context = load_process(EXAMPLES / "complaint-handling.yaml")
    outline = sop_outline(context, language)
    found = "\n".join(texts(opened(to_xlsx(outline))))
    for step in context.process.steps:
        assert str(step.name) in found
        for case in step.exceptions:
            assert str(case.when) in found


def test_all_analyses() -> None:
    outline = analyses_outline(load_process(EXAMPLES / "hotel-check-in.yaml"), (), "en", "")
    book = opened(to_xlsx(outline))
    assert len(book.sheetnames) > 10
    assert to_xlsx(outline) == to_xlsx(outline)


def test_the_paper_and_the_colour_of_the_house() -> None:
    sheet = opened(to_xlsx(small())).worksheets[1]
    assert (sheet.page_setup.paperSize, sheet["A4"].fill.fgColor.rgb) == (9, "00DFECFA")
    sheet = opened(to_xlsx(small(), Look(theme=Theme(color="#2f7d32"), paper=SheetSize.LETTER))).worksheets[1]
    red, green, blue = (int(sheet["A4"].fill.fgColor.rgb[place : place + 2], 16) for place in (2, 4, 6))
    assert sheet.page_setup.paperSize == 1
    assert green > max(red, blue)


def test_boxes_to_tick_stand_under_what_they_are_about() -> None:
    blocks = (
        Facts((("", "1 Receive"),)),
        Checks(("Named", "Dated")),
        Facts((("", "2 Repair"),)),
        Checks(("Tried",)),
    )
    section = Section("steps", "In each case", blocks)
    book = opened(to_xlsx(Outline("Repair", "Checklist", "en", Facts(()), (section,))))
    found = [[cell.value for cell in row] for row in book["In each case"].iter_rows(min_row=4)]
    assert [row for row in found if any(row)] == [
        [None, "1 Receive"], ["☐", "Named"], ["☐", "Dated"], [None, "2 Repair"], ["☐", "Tried"],
    ]  # fmt: skip
    assert "1 Receive" not in [cell.value for row in book["Checklist"] for cell in row]


def test_a_wide_sheet_is_printed_on_several_pages_beside_each_other() -> None:
    headers = tuple(f"Head {number}" for number in range(12))
    wide = Section("wide", "Wide", (Table(headers, (("a word and another one " * 4,) * 12,)),))
    sheet = opened(to_xlsx(Outline("Wide", "Register", "en", Facts(()), (wide,))))["Wide"]
    assert sheet.page_setup.fitToWidth > 1
    assert sheet.print_title_cols == "$A:$B"


def test_the_signs_of_a_matrix_stand_in_the_middle() -> None:
    section = Section("m", "Matrix", (Table(("Step", "1", "2", "3"), (("Receive", "R", "", "A"),)),))
    sheet = opened(to_xlsx(Outline("Matrix", "Register", "en", Facts(()), (section,))))["Matrix"]
    assert [cell.alignment.horizontal for cell in sheet[5]] == ["left", "center", "center", "center"]
