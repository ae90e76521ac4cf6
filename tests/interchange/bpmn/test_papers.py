"""Documents at steps, in each of the ways in which BPMN connects them."""

from __future__ import annotations

from typing import Any

import pytest

from svcflow.interchange.bpmn.file import read
from svcflow.interchange.result import Foreign, Loss

MODEL = """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p" name="Ordering">
<startEvent id="s" name="It begins"/><task id="a" name="Ask"/><task id="b" name="Tell"/><endEvent id="e"/>
<sequenceFlow id="f" sourceRef="s" targetRef="a"/><sequenceFlow id="g" sourceRef="a" targetRef="b"/>
<sequenceFlow id="h" sourceRef="b" targetRef="e"/>{}</process></definitions>"""
FORM = '<dataObjectReference id="d" name="Form"/>'


def opened(more: str) -> Foreign:
    return read({"x.bpmn": MODEL.format(more).encode()})["x.bpmn"]


def steps(found: Foreign) -> list[Any]:
    return [
        {key: step[key] for key in ("id", "inputs", "outputs", "tools") if key in step}
        for step in found.imported[0].data["steps"]
    ]


@pytest.mark.parametrize(
    ("source", "target", "wanted"),
    [
        ("d", "a", [{"id": "ask", "inputs": ["form"]}, {"id": "tell"}]),
        ("a", "d", [{"id": "ask", "outputs": ["form"]}, {"id": "tell"}]),
        ("d", "g", [{"id": "ask", "outputs": ["form"]}, {"id": "tell", "inputs": ["form"]}]),
    ],
    ids=["to a step", "from a step", "at a flow"],
)
def test_a_line_to_or_from_a_document(source: str, target: str, wanted: list[Any]) -> None:
    found = opened(f'{FORM}<association id="x" sourceRef="{source}" targetRef="{target}"/>')
    assert steps(found) == wanted
    assert [one for one in found.all_problems if one.loss is Loss.LOST] == []


def test_a_document_that_nobody_needs_is_told() -> None:
    (problem,) = (one for one in opened(FORM).all_problems if one.loss is Loss.LOST)
    assert str(problem.message) == "no step needs or makes ‘Form’; it is left out"
