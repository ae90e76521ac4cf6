"""What others make of our files: the schema of the standard, an engine, the libraries behind most editors."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import etree

from svcflow import api
from svcflow.analyzers.context import ProcessContext
from svcflow.exporters.bpmn import to_bpmn
from svcflow.load.shared import Shared
from tests.strategies import processes
from tools.node import Missing
from tools.node.browser import chromium
from tools.node.viewer import opened

ROOT = Path(__file__).parents[3]
EXAMPLES = sorted(ROOT.glob("examples/*/processes/*.yaml"))
_SPIFF = import_module("SpiffWorkflow.bpmn.parser.BpmnParser")


@cache
def schema() -> etree.XMLSchema:
    """The schema of BPMN 2.0, with those of the drawing."""
    return etree.XMLSchema(etree.parse(_SPIFF.XSD_PATH))


@cache
def exported(path: Path, language: str | None = None) -> bytes:
    return to_bpmn(api.load_process(path), language)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_valid(path):
    schema().assertValid(etree.fromstring(exported(path)))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_engine_reads_it(path):
    parser = _SPIFF.BpmnParser()
    parser.add_bpmn_str(exported(path))
    (id,) = parser.get_process_ids()
    known = set(parser.get_spec(id).task_specs)
    assert {step.id for step in api.load_process(path).process.steps} <= known


@settings(max_examples=60)
@given(processes())
def test_whatever_the_process_the_file_is_valid(process):
    schema().assertValid(etree.fromstring(to_bpmn(ProcessContext(process, Shared()))))


def test_modellers_read_it_and_find_nothing(others, tmp_path):
    for path in EXAMPLES:
        (tmp_path / f"{path.stem}.bpmn").write_bytes(exported(path))
    found = others.run("lint.mjs", sorted(tmp_path.iterdir()))
    assert len(found) == len(EXAMPLES)
    for result in found.values():
        assert result["warnings"] == []
        # Inclusive gateways are said to be hard to read; where the process has one, so has the file.
        assert set(result["reports"]) <= {"no-inclusive-gateway"}


@pytest.mark.parametrize(
    ("name", "language"),
    [("complaint-handling", "zh-Hans"), ("complaint-handling", "zh-Hant"), ("hotel-check-in", "en")],
)
def test_a_browser_draws_all_of_it(others, name, language):
    try:
        chromium()
    except Missing as missing:
        pytest.skip(str(missing))
    (path,) = (path for path in EXAMPLES if path.stem == name)
    xml = exported(path, language)
    result = opened(xml)
    assert result["warnings"] == []
    drawn = {id for id, _ in result["drawn"]}
    root = etree.fromstring(xml)
    shown = {element.get("bpmnElement") for element in root.iter("{*}BPMNShape", "{*}BPMNEdge")}
    assert len(shown) > 30
    assert shown <= drawn
