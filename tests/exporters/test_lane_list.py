from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from svcflow.api.pictures import diagram_of
from svcflow.api.processes import load_process
from svcflow.exporters.lane_list import to_lane_list
from svcflow.text.cells import cells
from svcflow.views.diagram import DEdge, Diagram, DNode, EdgeKind, Shape
from tests.support.diagrams import complaint, diagrams

EXAMPLES = Path(__file__).parents[2] / "examples/services/processes"


@pytest.mark.parametrize(
    ("process", "view"),
    [
        ("complaint-handling", "swimlane"),
        ("hotel-check-in", "flowchart"),
        ("one-window-government-service", "swimlane"),
    ],
)
def test_examples(process: str, view: str, snapshot: SnapshotAssertion) -> None:
    assert to_lane_list(diagram_of(load_process(EXAMPLES / f"{process}.yaml"), view), 80) == snapshot


def test_a_diagram_without_tooltips_shows_its_badges(snapshot: SnapshotAssertion) -> None:
    assert to_lane_list(complaint(), 60) == snapshot


def test_what_only_the_drawing_needs_is_looked_through() -> None:
    nodes = (
        DNode("a", "Ask", number="1"),
        DNode(":choice:a", "", Shape.DECISION),
        DNode(":join:b", "", Shape.PARALLEL, tooltip="goes on when all have arrived"),
        DNode("b", "Pay", number="2"),
        DNode(":end", "End", Shape.END),
    )
    edges = (
        DEdge("a", ":choice:a"),
        DEdge(":choice:a", ":join:b", "yes", EdgeKind.BRANCH),
        DEdge(":choice:a", ":end", "no", EdgeKind.BRANCH),
        DEdge(":join:b", "b"),
        DEdge("b", ":end"),
    )
    assert to_lane_list(Diagram("x", nodes, edges)) == (
        "x\n\n  1  Ask\n     yes  → 2\n     no  → ■ End\n  2  Pay\n     · goes on when all have arrived\n     → ■ End\n"
        "     ■ End\n"
    )


def test_gateways_that_only_lead_to_each_other_end_the_search() -> None:
    nodes = (DNode("a", "A", number="1"), DNode("g", "", Shape.DECISION))
    text = to_lane_list(Diagram("x", nodes, (DEdge("a", "g"), DEdge("g", "g"))))
    assert "1  A" in text


def test_nothing_steers_the_terminal() -> None:
    node = DNode("a", "\x1b[31mred\u202e", tooltip="a\x07\nb\rc", caption="\x9b2J", number="1")
    text = to_lane_list(Diagram("\x1b]0;title\x07", (node,)))
    assert text.replace("\n", "").isprintable()
    assert "\\x1b[31mred\\u202e" in text


@given(diagrams(), st.integers(30, 120))
def test_lines_are_no_wider_than_asked(diagram: Diagram, width: int) -> None:
    text = to_lane_list(diagram, width)
    assert all(
        cells(line) <= width for line in text.splitlines() if " " in line.strip() and "a" * 30 not in line
    )
    for node in diagram.nodes:
        if node.label:
            bare = "".join(node.label.split())
            assert bare in "".join(text.split())
