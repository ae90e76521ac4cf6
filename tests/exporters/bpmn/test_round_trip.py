"""YAML → BPMN → YAML: nothing is lost."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from svcflow import api
from svcflow.analyzers.context import ProcessContext
from svcflow.exporters.bpmn import to_bpmn
from svcflow.interchange.bpmn.file import read
from svcflow.interchange.result import Loss
from svcflow.load.shared import Shared
from svcflow.model import Process
from tests.strategies import process_data, processes

EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*/processes/*.yaml"))


def back(xml: bytes) -> Process:
    found = read({"x.bpmn": xml})["x.bpmn"]
    assert [str(one.message) for one in found.all_problems if one.loss is Loss.LOST] == []
    (imported,) = found.imported
    return Process.model_validate(imported.data)


def exported(process: Process) -> bytes:
    return to_bpmn(ProcessContext(process, Shared()))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_examples_come_back_as_they_were(path):
    context = api.load_process(path)
    assert back(to_bpmn(context)) == context.process


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
def test_whatever_the_language_of_the_drawing(language):
    (path,) = (path for path in EXAMPLES if path.stem == "hotel-check-in")
    context = api.load_process(path)
    assert back(to_bpmn(context, language)) == context.process


@settings(max_examples=30)
@given(processes())
def test_random_processes_come_back_as_they_were(process):
    found = back(exported(process))
    assert found == process
    assert found.model_dump(exclude_unset=True) == process.model_dump(exclude_unset=True)


@settings(max_examples=30)
@given(processes())
def test_the_same_process_gives_the_same_bytes(process):
    assert exported(process) == exported(Process.model_validate(process))


_junk = st.recursive(
    st.booleans()
    | st.integers(-5, 5)
    | st.text("abc申请 <", max_size=5)
    | st.sampled_from(("userTask", "signal", "s0")),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(("type", "event", "about", "from", "at")), inner, max_size=3)
    ),
    max_leaves=6,
)


@settings(max_examples=30)
@given(process_data(), st.data())
def test_what_others_left_in_a_process_breaks_nothing_and_stays(data, draw):
    data["x-bpmn"] = {"messages": draw.draw(_junk)}
    for step in data["steps"]:
        step["x-bpmn"] = draw.draw(_junk)
    process = Process.model_validate(data)
    found = back(exported(process))
    assert json.dumps(_extras(found)) == json.dumps(_extras(process))


def _extras(process: Process) -> list[Any]:
    return [process.model_extra, *(step.model_extra for step in process.steps)]


# Halves of characters and zeros are no text for any reader of ours.
_any = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1).filter(
    str.strip
)


@settings(max_examples=30)
@given(_any, _any)
def test_texts_come_back_with_whatever_is_in_them(name, line):
    data = {"process": "p", "name": name, "steps": [{"id": "a", "name": line, "instructions": [line]}]}
    process = Process.model_validate(data)
    assert back(exported(process)) == process
