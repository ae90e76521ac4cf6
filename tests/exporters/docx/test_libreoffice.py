"""What a program that is not ours makes of our Word files: pages with all text, and a file with the same structure."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import docx
import pypdf
import pytest
from docx.table import _Cell

from svcflow.api.drafting import drafts
from svcflow.api.order import Order
from svcflow.api.processes import open_processes
from svcflow.exporters.docx import to_docx

EXAMPLES = Path(__file__).parents[3] / "examples" / "services" / "processes"
NAMES = ("complaint-handling", "one-window-government-service", "hotel-check-in")
PROGRAM = shutil.which("soffice")

pytestmark = [
    pytest.mark.skipif(PROGRAM is None, reason="LibreOffice (soffice) is not installed"),
    pytest.mark.slow,
]


@pytest.fixture(scope="module")
def outlines():
    return {
        name: next(
            drafts(list(open_processes(EXAMPLES / f"{name}.yaml")), Order(pictures=False), None)
        ).outline
        for name in NAMES
    }


@pytest.fixture(scope="module")
def folder(outlines, tmp_path_factory):
    """The examples as Word files, as PDF, and as Word files that LibreOffice wrote."""
    folder = tmp_path_factory.mktemp("office")
    for name, outline in outlines.items():
        (folder / f"{name}.docx").write_bytes(to_docx(outline))
    for form, target in (("pdf", folder), ("docx:Office Open XML Text", folder / "again")):
        files = [str(folder / f"{name}.docx") for name in NAMES]
        subprocess.run(
            [
                PROGRAM, "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                "--convert-to", form, "--outdir", str(target), *files,
            ],
            check=True, capture_output=True, timeout=300,
        )  # fmt: skip
    return folder


def cells_of(row):
    """The cells of a row, each once: LibreOffice leaves out columns of the grid that nothing needs."""
    return [_Cell(cell, row) for cell in row._tr.tc_lst]


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("name", NAMES)
def test_pages_show_every_step_and_their_numbers(folder, outlines, name):
    pages = [page.extract_text() for page in pypdf.PdfReader(folder / f"{name}.pdf").pages]
    whole = squeezed("".join(pages))
    cards = [block for section in outlines[name].sections for block in section.blocks if block.kind == "step"]
    assert [card.name for card in cards if squeezed(card.name) not in whole] == []
    number = squeezed(outlines[name].running[0])
    assert all(number in squeezed(page) for page in pages)
    for place, page in enumerate(pages, 1):
        assert str(place) in page
        assert str(len(pages)) in page


@pytest.mark.parametrize("name", NAMES)
def test_the_title_is_told_to_readers(folder, outlines, name):
    reader = pypdf.PdfReader(folder / f"{name}.pdf")
    assert reader.metadata.title == outlines[name].title


@pytest.mark.parametrize("name", NAMES)
def test_headings_and_tables_survive_a_round_trip(folder, outlines, name):
    def structure(data: bytes) -> tuple[list[tuple[str, str]], list[list[str]]]:
        document = docx.Document(io.BytesIO(data))
        headings = [
            (paragraph.style.name, paragraph.text.strip())
            for paragraph in document.paragraphs
            if paragraph.style.name.startswith("Heading")
        ]
        tables = [
            [cell.text.strip() for row in table.rows for cell in cells_of(row)] for table in document.tables
        ]
        return headings, tables

    ours = structure((folder / f"{name}.docx").read_bytes())
    theirs = structure((folder / "again" / f"{name}.docx").read_bytes())
    assert len(ours[0]) > 30
    assert ours[0] == theirs[0]
    assert ours[1] == theirs[1]
