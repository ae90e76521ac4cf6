from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from syrupy.assertion import SnapshotAssertion

from svcflow.api.processes import load_process
from svcflow.exporters.mermaid import to_mermaid
from svcflow.exporters.mermaid_process import export
from svcflow.graph import ProcessGraph
from svcflow.interchange.mermaid.file import charts_in_markdown, read
from svcflow.interchange.writer import to_yaml
from svcflow.model import Process
from svcflow.model.step import Step
from svcflow.views.diagram import Diagram
from tests.interchange.mermaid.test_parse import PEOPLE
from tests.support.diagrams import diagrams

EXAMPLES = sorted((Path(__file__).parents[3] / "examples/services/processes").glob("*.yaml"))


def flows(process: Process) -> set[tuple[str, str | None]]:
    return {(flow.source, flow.target) for flow in ProcessGraph(process).flows}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_examples_come_back_as_far_as_they_go(example: Path) -> None:
    context = load_process(example)
    data, _ = export(context)
    (one,) = read({example.name: data})[example.name].imported
    again, process = Process.model_validate(one.data), context.process
    assert [(step.id, str(step.name), step.kind) for step in again.steps] == [
        (step.id, str(step.name), step.kind) for step in process.steps
    ]
    assert flows(again) == flows(process)
    roles = {step.id: step.role[:1] for step in process.steps if step.role}
    assert {step.id: step.role for step in again.steps if step.id in roles} == roles
    assert {step.id for step in again.steps if step.join} == {step.id for step in process.steps if step.join}
    assert (again.process, again.language) == (process.process, context.language)
    assert [said(step) for step in again.steps] == [said(step) for step in process.steps]
    assert not any("named after the step" in str(problem.message) for problem in one.problems)


def said(step: Step) -> tuple[object, ...]:
    """What stands in comments."""
    return step.process, step.automation, step.for_


@pytest.mark.parametrize(
    "line",
    [
        "process=a{b",
        "automation=magic",
        "for=soon",
        "process=",
        "=x",
        "",
        "language=xx y",
        "more=1",
        "for=2h",
    ],
)
def test_a_comment_that_was_changed_is_no_more_than_a_comment(line: str) -> None:
    text = f"flowchart LR\n  ask[[Ask]] --> tell[Tell]\n%% svcflow: ask {line}\n%% svcflow: {line}\n"
    (one,) = read({"x.mmd": text.encode()})["x.mmd"].imported
    assert one.data["process"] == "x"
    assert one.data["steps"][0] == {"id": "ask", "kind": "call", "name": "Ask", "process": "ask"}
    Process.model_validate(one.data)


def test_what_people_draw(snapshot: SnapshotAssertion) -> None:
    foreign = read({"people.mmd": PEOPLE.encode()})["people.mmd"]
    assert to_yaml(foreign.imported[0].data) == snapshot
    assert [(problem.span.line, str(problem.message)) for problem in foreign.all_problems] == snapshot


@settings(max_examples=60)
@given(diagrams())
def test_every_picture_of_ours_is_a_process(diagram: Diagram) -> None:
    found = read({"x.mmd": to_mermaid(diagram).encode()})["x.mmd"].imported
    for one in found:
        Process.model_validate(one.data)


BAD: list[tuple[bytes, str]] = [
    (b"sequenceDiagram\nA->>B: x", "this is no flowchart: there is no line `flowchart` or `graph`"),
    (b"", "this is no flowchart: there is no line `flowchart` or `graph`"),
    (b"flowchart LR\n", "the flowchart has no nodes"),
    (b"x" * 2_000_001, "this file is too large: it has more than 2 MB"),
]


@pytest.mark.parametrize(("data", "message"), BAD, ids=range(len(BAD)))
def test_what_is_no_flowchart(data: bytes, message: str) -> None:
    foreign = read({"x.mmd": data})["x.mmd"]
    assert (foreign.imported, [str(problem.message) for problem in foreign.problems]) == ((), [message])


def test_fences_of_markdown() -> None:
    text = "# A\n```mermaid\ngraph LR\na-->b\n```\n```mermaid\npie\n```\n~~~ {.mermaid}\nflowchart\nc\n~~~\n"
    assert list(charts_in_markdown(text)) == [(3, "graph LR\na-->b"), (10, "flowchart\nc")]
