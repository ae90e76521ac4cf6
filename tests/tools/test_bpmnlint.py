"""On every element on which bpmnlint finds something, so do we."""

from __future__ import annotations

import pytest

from tools import node
from tools.bpmnlint import MIWG, PAGE, RULES, Comparison, compare, page, random_files
from tools.damage import damaged


@pytest.fixture(autouse=True)
def _bpmnlint() -> None:
    try:
        node.packages()
    except node.Missing as missing:
        pytest.skip(str(missing))


def test_reference_models():
    found = compare(MIWG.glob("*.bpmn"))
    assert found.missed == []
    rows = page([("Reference models", found)]).partition("## Reference models")[2]
    assert rows.strip() in PAGE.read_text("utf-8"), "run: python -m tools.bpmnlint"


def test_random_processes_damaged(tmp_path):
    files = random_files(tmp_path, 60)
    for number, path in enumerate(files):
        path.write_bytes(damaged(path.read_bytes(), number))
    found = compare(files)
    assert found.missed == []
    assert set(found.reports) == set(RULES), "every rule has something to say"


def test_what_is_not_found_is_told(tmp_path):
    (tmp_path / "empty.bpmn").write_text(
        '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p" name="P">'
        '<startEvent id="s" name="S"/></process></definitions>',
        "utf-8",
    )
    found = compare(tmp_path.glob("*.bpmn"))
    assert isinstance(found, Comparison)
    assert found.reports["end-event-required"] == 1
