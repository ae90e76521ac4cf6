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
from svcflow.exporters.xlsx import to_xlsx

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
