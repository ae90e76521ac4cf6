"""On every element on which bpmnlint finds something, so do we."""

from __future__ import annotations

import pytest

from tools import node
from tools.bpmnlint import PAGE, RULES, Comparison, compare, page, parts


@pytest.fixture(autouse=True)
def _bpmnlint() -> None:
    try:
        node.packages()
    except node.Missing as missing:
        pytest.skip(str(missing))


def test_the_page_says_what_is_found_today():
    tables = list(parts())
    assert {title: result.missed for title, result in tables if result.missed} == {}
    damaged = tables[-1][1]
    assert set(damaged.reports) == set(RULES), "every rule has something to say"
    assert page(tables) == PAGE.read_text("utf-8"), "run: python -m tools.bpmnlint"


def test_what_is_not_found_is_told(tmp_path):
    (tmp_path / "empty.bpmn").write_text(
        '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p" name="P">'
        '<startEvent id="s" name="S"/></process></definitions>',
        "utf-8",
    )
    found = compare(tmp_path.glob("*.bpmn"))
    assert isinstance(found, Comparison)
    assert found.reports["end-event-required"] == 1
