# ruff: noqa: E501 -- a hard process is easier to read with a step a line

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from svcflow.api.processes import load_process
from svcflow.exporters.bpmn.data import plain
from svcflow.interchange.sheets.fill import fill
from svcflow.interchange.sheets.read import read_grids
from svcflow.interchange.sheets.template import MORE
from svcflow.model import Process
from tests.strategies import processes
from tests.support.tables import filled_grids, said

EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*/processes/*.yaml"))
LANGUAGES = ("en", "zh-Hans", "zh-Hant")


def there_and_back(process: Process, language: str) -> tuple[Process, tuple[str, ...]]:
    (one,) = read_grids(filled_grids(plain(process), language), "x")
    return Process.model_validate(one.data), tuple(str(problem.message) for problem in one.problems)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_nothing_of_the_examples_is_lost(example: Path, language: str) -> None:
    process = load_process(example).process
    again, problems = there_and_back(process, language)
    assert said(again) == said(process)
    assert problems == ()


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_need_no_sheet_of_leftovers(example: Path) -> None:
    rows = next(one.rows for one in fill(plain(load_process(example).process), "en") if one.sheet is MORE)
    assert rows == []


@settings(max_examples=150)
@given(processes(), st.sampled_from(LANGUAGES))
def test_nothing_of_any_process_is_lost(process: Process, language: str) -> None:
    if len({step.id for step in process.steps}) < len(process.steps):
        return
    again, problems = there_and_back(process, language)
    assert said(again) == said(process)
    assert problems == ()


HARD = {
    "process": "p",
    "language": "zh-Hans",
    "purpose": {"en": "written first", "zh-Hans": "后写"},
    "name": {"fr": "Clé", "de": "Schlüssel"},
    "terms": {"a/b~c": {"means": "  spaced ", "avoid": "x\ny"}},
    "roles": {"7": "seven", "x": {"name": "=1+1", "skills": ["a\nb", "c"], "cost": {"amount": 4.5, "currency": "EUR"}}},
    "steps": [
        {"id": "1", "name": "2", "role": "7", "instructions": ["1. first", "2. second"]},
        {"id": "否则", "name": "a → b (50%)", "role": ["x", "7"], "next": [{"when": "x → y (8%)", "to": "1"}, {"otherwise": "end"}]},
        {"id": "c", "name": "1", "next": [{"when": "otherwise", "to": "1", "role": ["x"], "limit": 0, "share": 0.125}, "end"]},
        {"id": "w", "name": "\x07bell", "kind": "wait", "until": [{"event": "x", "to": "1"}], "at_most": {"time": "1d", "share": "5%"}, "work": {"mean": "3m", "sd": "1m", "shape": "normal"}},
        {"id": "z", "name": "z" * 40000, "description": {"en": "one", "zh-Hans": "一"}, "exceptions": [{"when": {"en": "a", "fr": "b"}}], "quality": ["fine"]},
    ],
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_cells_cannot_say_is_kept_elsewhere(language: str) -> None:
    process = Process.model_validate(HARD)
    again, problems = there_and_back(process, language)
    assert said(again) == said(process)
    assert problems == ()
