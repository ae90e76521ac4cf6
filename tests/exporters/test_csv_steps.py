from __future__ import annotations

from pathlib import Path

import pytest

from svcflow.analyzers.context import ProcessContext
from svcflow.api.processes import load_process
from svcflow.exporters.csv_steps import export
from svcflow.interchange.sheets.file import read

HOTEL = Path(__file__).parents[2] / "examples/services/processes/hotel-check-in.yaml"


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
def test_steps_come_back(language: str) -> None:
    context: ProcessContext = load_process(HOTEL)
    data, warnings = export(context, language)
    (one,) = read({"x.csv": data})["x.csv"].imported
    assert data.startswith(b"\xef\xbb\xbf")
    assert [step["id"] for step in one.data["steps"]] == [step.id for step in context.process.steps]
    assert [step["name"] for step in one.data["steps"]] == [str(step.name) for step in context.process.steps]
    assert [str(warning) for warning in warnings] == [
        "CSV holds the steps only; xlsx holds the whole process"
    ]


def test_no_cell_begins_like_a_formula(tmp_path: Path) -> None:
    file = tmp_path / "p.yaml"
    file.write_text(
        'process: p\nname: P\nsteps:\n  - {id: a, name: "=1+1", description: "@x", touchpoint: {emotion: -2}}\n'
    )
    data, _ = export(load_process(file), "en")
    row = data.decode("utf-8-sig").splitlines()[1]
    assert ("'=1+1" in row, "'@x" in row, ",-2," in row) == (True, True, True)
    (one,) = read({"x.csv": data})["x.csv"].imported
    assert one.data["steps"][0]["name"] == "=1+1"


def test_columns_with_nothing_in_them_are_left_out_but_for_the_first(tmp_path: Path) -> None:
    file = tmp_path / "p.yaml"
    file.write_text("process: p\nname: P\nsteps:\n  - {id: a, name: A, tools: [crm]}\n", "utf-8")
    data, _ = export(load_process(file), "en")
    assert data.decode("utf-8-sig").splitlines() == ["Step id,Step,Kind,Role,Tools", "a,A,,,crm"]
