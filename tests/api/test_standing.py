"""Where processes stand, in every format that is offered."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from svcflow import api
from svcflow.finding import CannotDo

EXAMPLES = Path(__file__).parents[2] / "examples/services"


def test_a_workbook_of_the_standing_is_one() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    made = api.status(EXAMPLES, "xlsx")
    assert made.name == "status.xlsx"
    book = openpyxl.load_workbook(io.BytesIO(made.data))
    texts = {str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "2.1.0" in texts


@pytest.mark.parametrize(
    ("format", "ending"), [("text", "txt"), ("json", "json"), ("md", "md"), ("html", "html")]
)
def test_texts_of_the_standing(format: str, ending: str) -> None:
    made = api.status(EXAMPLES, format, language="en", width=300)
    assert made.name == f"status.{ending}"
    assert b"Prepared by" in made.data
    if format == "json":
        json.loads(made.data)


def test_the_file_of_the_workspace_is_no_process() -> None:
    with pytest.raises(CannotDo, match="is the workspace's own file, not a process"):
        api.load_process(EXAMPLES / "svcflow.yaml")
