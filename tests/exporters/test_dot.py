from __future__ import annotations

import json
import subprocess
import xml.etree.ElementTree as ET
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from svcflow.exporters.dot import quoted, to_dot
from svcflow.exporters.graphviz import program
from svcflow.views.diagram import DEdge, Diagram, DNode, Lane, Shape
from svcflow.views.layout import arrange
from tests.support.diagrams import chain, complaint

NASTY = [
    "<b>bold</b>",
    'say "no"',
    "back\\slash\\",
    "\\N \\G \\l",
    "&lt;&#65;",
    "two\nlines",
    "{a|b}",
    "]; a -> b [",
    "#",
    "\x00\x1b",
]


def graphviz(dot: str, *options: str) -> bytes:
    command = [program(), *options, "-q"]
    return subprocess.run(command, input=dot.encode(), capture_output=True, check=True, timeout=60).stdout


def run(dot: str, *options: str) -> Any:
    return json.loads(graphviz(dot, *options, "-Tjson"))


def shown(dot: str, *options: str) -> str:
    """All text that Graphviz draws, without blanks."""
    root = ET.fromstring(graphviz(dot, *options, "-Tsvg"))
    return "".join(
        "".join(text.itertext()) for text in root.iter("{http://www.w3.org/2000/svg}text")
    ).replace(" ", "")


def test_a_flowchart_leaves_the_layout_to_dot() -> None:
    dot = to_dot(arrange(chain(3)))
    assert dot.startswith("// Draw with: dot -Tsvg\n")
    assert "pos=" not in dot
    assert len(run(dot)["objects"]) == 3


def test_swimlanes_have_all_places_fixed() -> None:
    picture = arrange(complaint())
    drawn = run(to_dot(picture), "-Kneato", "-n2")
    places = {
        node["name"]: tuple(map(float, node["pos"].rstrip("!").split(","))) for node in drawn["objects"]
    }
    moved_x, moved_y = places["start"][0] - picture.nodes[0].box.center[0], None
    for node in picture.nodes:
        x, y = node.box.center
        assert places[node.node.id][0] - x == pytest.approx(moved_x, abs=0.1)
        moved_y = places[node.node.id][1] + y if moved_y is None else moved_y
        assert places[node.node.id][1] + y == pytest.approx(moved_y, abs=0.1)
    assert {f"lane {number}" for number in range(4)} < set(places)


@pytest.mark.parametrize("text", NASTY)
def test_what_users_wrote_stays_text(text: str) -> None:
    nodes = (DNode(text, text, tooltip=text), DNode("b", "B", Shape.DECISION))
    drawn = run(to_dot(arrange(Diagram(text, nodes, (DEdge(text, "b", text),)))))
    assert len(drawn["objects"]) == 2
    assert len(drawn["edges"]) == 1
    wanted = text.replace("\x00", "\ufffd").replace("\x1b", "\ufffd")
    assert wanted.replace("\n", "").replace(" ", "") in shown(to_dot(arrange(Diagram("D", nodes))))


@settings(max_examples=25)
@given(st.text(max_size=30))
def test_any_text_is_one_quoted_string(text: str) -> None:
    assert len(run(f"digraph {{ a [label={quoted(text)}] }}")["objects"]) == 1


def test_lanes_keep_nasty_titles() -> None:
    lane = Lane("x", '<b>"\\N"')
    dot = to_dot(arrange(Diagram("D", (DNode("a", "A", lane="x"),), lanes=(lane,))))
    assert '<b>"\\N"' in shown(dot, "-Kneato", "-n2")


def test_the_same_text_every_time() -> None:
    assert to_dot(arrange(complaint())) == to_dot(arrange(complaint()))
