from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings

from svcflow.api.processes import load_process
from svcflow.exporters.bpmn.data import plain
from svcflow.exporters.xlsx_process import export, to_template, to_workbook
from svcflow.interchange.sheets.file import read
from svcflow.interchange.shorten import pruned
from svcflow.model import Process
from tests.strategies import processes
from tests.support.tables import said

COMPLAINT = Path(__file__).parents[2] / "examples/services/processes/complaint-handling.yaml"
LANGUAGES = ["en", "zh-Hans", "zh-Hant"]


def opened(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data))


def again(data: bytes) -> tuple[dict[str, Any], list[str]]:
    foreign = read({"x.xlsx": data})["x.xlsx"]
    (one,) = foreign.imported
    return one.data, [str(problem.message) for problem in foreign.all_problems]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_can_be_imported_as_it_is(language: str) -> None:
    data, problems = again(to_template(language))
    process = Process.model_validate(data)
    assert problems == []
    assert (process.process, len(process.steps), process.language) == ("lost-key", 4, language)
    assert to_template(language) == to_template(language)


def test_the_template_explains_itself() -> None:
    book = opened(to_template("zh-Hans"))
    sheet = book["步骤"]
    head = {cell.value: cell for cell in sheet[1]}
    assert head["下一步"].comment.text.startswith("接下来去哪里")
    assert all(cell.comment for cell in sheet[1])
    offered = {rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert {'"任务,判断,并行,多选,等待,调用流程,结束"', '"是,否"'} <= offered
    assert (sheet.freeze_panes, book.active.title) == ("C2", "步骤")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_whole_process_there_and_back_through_a_file(language: str) -> None:
    context = load_process(COMPLAINT)
    data, warnings = export(context, language)
    found, problems = again(data)
    assert (problems, warnings) == ([], ())
    assert pruned(plain(Process.model_validate(found))) == pruned(plain(context.process))
    assert data == export(context, language)[0]


@settings(max_examples=15)
@given(processes())
def test_files_lose_nothing_of_any_process(process: Process) -> None:
    found, problems = again(to_workbook(plain(process), "zh-Hant"))
    assert problems == []
    assert said(Process.model_validate(found)) == said(process)


def test_what_a_cell_cannot_hold_comes_back() -> None:
    name = "=1+1 _x000D_ " + "长" * 40000 + "\x07"
    process = Process.model_validate({"process": "p", "name": "=cmd()", "steps": [{"id": "a", "name": name}]})
    found, problems = again(to_workbook(plain(process), "en"))
    assert (found["name"], found["steps"][0]["name"], problems) == ("=cmd()", name, [])
