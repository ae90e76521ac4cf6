"""Files of Word and Excel that were edited by hand: what would be lost is told."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from svcflow import api

PROCESS = """process: lost-key
name: Lost key
purpose: A guest gets in again
risks: [{id: r, what: The wrong guest gets a key, likelihood: 2, impact: 4}]
roles: {guest: {name: Guest, line: customer}, desk: {name: Desk}}
steps:
  - {id: report, name: Reports it, role: guest}
  - {id: reissue, name: Issue a new key, role: desk, sla: 2m}
"""


def made(folder: Path, form: str, kind: str = "sop") -> bytes:
    (folder / "key.yaml").write_text(PROCESS, "utf-8")
    (one,) = api.publish(folder / "key.yaml", api.Order(format=form, kind=kind))
    return one.data


def saved_by_another_program(data: bytes) -> bytes:
    """Return a file as a program saves it: with its own name in the properties."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(written, "w") as file:
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/app.xml":
                content = content.replace(b"svcflow", b"Writer")
            file.writestr(name, content)
    return written.getvalue()


def with_another_word(data: bytes) -> bytes:
    from docx import Document

    document = Document(io.BytesIO(data))
    (found,) = (one for one in document.paragraphs if one.text == "A guest gets in again")
    found.runs[0].text = "A guest gets in at once"
    written = io.BytesIO()
    document.save(written)
    return saved_by_another_program(written.getvalue())


def with_another_cell(data: bytes) -> bytes:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data))
    cells = (cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row)
    next(cell for cell in cells if cell.value == "The wrong guest gets a key").value = "A thief gets a key"
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def test_a_word_file(tmp_path: Path) -> None:
    data, path = made(tmp_path, "docx"), tmp_path / "x.docx"
    path.write_bytes(with_another_word(data))
    (drift,) = api.hand_edited({path: data})
    assert "-A guest gets in at once\n+A guest gets in again\n" in drift.diff
    assert [one.kind for one in api.drifted({path: data})] == ["edited"]


def test_a_workbook(tmp_path: Path) -> None:
    data, path = made(tmp_path, "xlsx", "risk-register"), tmp_path / "x.xlsx"
    path.write_bytes(with_another_cell(data))
    (drift,) = api.hand_edited({path: data})
    removed, added = (next(line for line in drift.diff.split("\n")[2:] if line[:1] == sign) for sign in "-+")
    assert "A thief gets a key" in removed
    assert "The wrong guest gets a key" in added


def test_what_svcflow_itself_wrote_before(tmp_path: Path) -> None:
    data, path = made(tmp_path, "docx"), tmp_path / "x.docx"
    path.write_bytes(data)
    (tmp_path / "key.yaml").write_text(PROCESS.replace("gets in again", "sleeps well"), "utf-8")
    (now,) = api.publish(tmp_path / "key.yaml", api.Order(format="docx"))
    assert not list(api.hand_edited({path: now.data}))
    (drift,) = api.drifted({path: now.data})
    assert drift.kind == "changed"
    assert "-A guest gets in again\n+A guest sleeps well\n" in drift.diff


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
def test_what_is_no_document(tmp_path: Path, ending: str) -> None:
    data, path = made(tmp_path, ending), tmp_path / f"x.{ending}"
    path.write_bytes(b"PK\x03\x04 nothing")
    assert [(one.kind, one.diff) for one in api.drifted({path: data})] == [("changed", "")]


def test_somebody_elses_document(tmp_path: Path) -> None:
    from docx import Document

    data, path = made(tmp_path, "docx"), tmp_path / "x.docx"
    document = Document()
    document.add_paragraph("A letter")
    document.save(str(path))
    assert not list(api.hand_edited({path: data}))


def test_what_is_no_text_differs_without_telling_how(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(b"%PDF-1.7 before\n")
    assert [(one.kind, one.diff) for one in api.drifted({path: b"%PDF-1.7 after\n"})] == [("changed", "")]
    assert api.drifted({path: b"%PDF-1.7 before\n"}) == []


def test_ends_of_lines_do_not_count_in_texts(tmp_path: Path) -> None:
    path = tmp_path / "x.svg"
    path.write_bytes(b"<svg>\r\n</svg>\r\n")
    assert api.drifted({path: b"<svg>\n</svg>\n"}) == []
    (drift,) = api.drifted({path: b"<svg>\n<g/></svg>\n"})
    assert "-</svg>\n+<g/></svg>\n" in drift.diff
