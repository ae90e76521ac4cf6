# ruff: noqa: E501 -- a case a line

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from svcflow.interchange.result import Foreign
from svcflow.interchange.word.file import read
from svcflow.interchange.writer import to_yaml
from svcflow.model import Process


def written(fill: Callable[[Any], None]) -> bytes:
    """A document as Word would write it."""
    document = docx.Document()
    fill(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def table(document: Any, *rows: tuple[str, ...]) -> Any:
    made = document.add_table(len(rows), len(rows[0]))
    for row, cells in zip(made.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    return made


def opened(fill: Callable[[Any], None]) -> Foreign:
    return read({"a/退费.docx": written(fill)})["a/退费.docx"]


def told(foreign: Foreign) -> list[str]:
    return [f"{problem.loss} {problem.span.line}: {problem.message}" for problem in foreign.all_problems]


def numbered(document: Any) -> None:
    document.add_heading("门诊退费作业指导书", 0)
    table(document, ("文件编号", "MZ-018", "版本", "2.1.0"), ("编制", "张三", "生效日期", "2026年3月1日"))
    table(document, ("版本", "日期", "人員", "修订内容"), ("1.0.0", "2025-01-01", "张三", "首次发布"))
    document.add_heading("1 目的", 1)
    document.add_paragraph("规范门诊退费。")
    document.add_heading("2 职责", 1)
    document.add_paragraph("科主任：审批", style="List Bullet")
    document.add_heading("3 工作程序", 1)
    paragraph = document.add_paragraph(style="List Number")
    paragraph.add_run("收费员").bold = True
    paragraph.add_run("核对发票*原件*（5分钟内）")
    document.add_paragraph("核对身份证", style="List Bullet 2")
    document.add_paragraph("科主任审批（1个工作日）", style="List Number")
    document.add_paragraph("不同意的，说明理由。")
    document.add_heading("4 记录", 1)
    document.add_paragraph("退费申请单")
    document.element.body.insert(-1, parse_xml(f"<w:p {nsdecls('w')}><w:r><w:drawing/></w:r></w:p>"))


def in_a_table(document: Any) -> None:
    document.add_heading("Guest check-out", 1)
    made = table(
        document,
        ("No.", "Activity", "Responsible", "Time"),
        ("1", "Ask for the key", "Receptionist", "1 min"),
        ("2", "Check the room", "Housekeeper", "10 min"),
        ("", "", "Butler", ""),
    )
    made.cell(2, 1).merge(made.cell(3, 1))


def under_headings(document: Any) -> None:
    document.add_heading("Repair", 0)
    for heading, text in (
        ("Step 1: Take the call", "Ask what is broken."),
        ("Step 2 – Send a van", "The nearest."),
    ):
        document.add_heading(heading, 2)
        document.add_paragraph(text)
    body = document.element.body
    words = nsdecls("w")
    body.insert(
        -1,
        parse_xml(
            f"<w:sdt {words}><w:sdtContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        ),
    )
    changed = f"<w:ins {words}><w:r><w:t>new</w:t></w:r></w:ins>"
    gone = f"<w:del {words}><w:r><w:delText>old</w:delText></w:r></w:del>"
    body.insert(-1, parse_xml(f"<w:p {words}>{changed}{gone}<w:r><w:tab/><w:t>text</w:t></w:r></w:p>"))


@pytest.mark.parametrize("fill", [numbered, in_a_table, under_headings])
def test_documents(fill: Callable[[Any], None], snapshot: SnapshotAssertion) -> None:
    foreign = opened(fill)
    (one,) = foreign.imported
    Process.model_validate(one.data)
    assert "\n".join([to_yaml(one.data), *told(foreign)]) == snapshot


def refused(data: bytes) -> tuple[str, str]:
    foreign = read({"x.docx": data})["x.docx"]
    assert foreign.imported == ()
    (problem,) = foreign.problems
    return str(problem.message), str(problem.help)


def packed(document: str, *, more: int = 0) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", document)
        if more:
            package.writestr("word/media.bin", b"\0" * more)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "message", "help"),
    [
        (b"", "this is no Word document, or a damaged one", "open it and save it as .docx"),
        (packed("<w"), "this is no Word document, or a damaged one", "open it and save it as .docx"),
        (packed("<a/>"), "this is no Word document, or a damaged one", "open it and save it as .docx"),
        (b"\xd0\xcf\x11\xe0rest", "this is an old or encrypted Word file", "open it and save it as .docx, without a password"),
        (packed("<a/>", more=31_000_000), "this document is too large: unpacked, it has more than 30 MB", "keep only the procedure in it"),
        (packed('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "this document defines entities of its own, which no word processor writes", "None"),
    ],
    ids=["empty", "broken", "other", "old", "large", "entities"],
)  # fmt: skip
def test_what_is_no_document_is_told(data: bytes, message: str, help: str) -> None:
    assert refused(data) == (message, help)


def test_a_document_without_a_procedure() -> None:
    message, help = refused(written(lambda document: document.add_paragraph("Only text.")))
    assert message == "there is no procedure: no numbered list and no table of steps"
    assert help.startswith("number the steps with Word's lists")


@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=40))
def test_a_damaged_document_is_read_or_told(at: int, noise: bytes) -> None:
    data = bytearray(WHOLE)
    at %= len(data)
    data[at : at + len(noise)] = noise
    foreign = read({"x.docx": bytes(data)})["x.docx"]
    assert foreign.imported or foreign.problems


WHOLE = written(in_a_table)
