"""Lines that need not cross do not."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from benchmarks.layout_geometry import Drawing, figures
from benchmarks.layout_random import random_process
from svcflow.api.pictures import diagram_of
from svcflow.api.processes import open_processes
from svcflow.views.diagram import DEdge, Diagram, Direction, DNode, EdgeKind, Lane, Shape
from svcflow.views.layout import Picture, arrange
from svcflow.views.layout.check import faults
from svcflow.views.layout.picture import PlacedEdge


def crossings(picture: Picture) -> int:
    lines = tuple(edge.points for edge in picture.edges)
    return figures(Drawing(((0, 0, 1, 1),), (), lines, picture.width, picture.height, 0)).crossings


def nodes(text: str, *, decisions: str = "") -> tuple[DNode, ...]:
    return tuple(DNode(id, id, Shape.DECISION if id in decisions else Shape.TASK) for id in text)


def drawn(text: str, *edges: str, decisions: str = "", kinds: dict[str, EdgeKind] | None = None) -> Picture:
    found = tuple(DEdge(e[0], e[1], kind=(kinds or {}).get(e, EdgeKind.MAIN)) for e in edges)
    return arrange(Diagram("D", nodes(text, decisions=decisions), found))


def test_exceptions_come_in_at_one_side_without_crossing() -> None:
    late = {"ax": EdgeKind.EXCEPTION, "bx": EdgeKind.EXCEPTION}
    picture = drawn("abcdx", "ab", "bc", "cd", "ax", "bx", "cx", kinds=late)
    ways = [edge for edge in picture.edges if edge.edge.kind is EdgeKind.EXCEPTION]
    assert len(ways) == 2
    assert crossings(Picture(picture.diagram, 9, 9, (), tuple(ways))) == 0


def test_rework_in_rework_lies_one_in_the_other() -> None:
    loops = {"ca": EdgeKind.BACK, "ea": EdgeKind.BACK}
    picture = drawn("abcdef", "ab", "bc", "cd", "de", "ef", "ca", "ea", decisions="ce", kinds=loops)
    assert crossings(picture) == 0


def test_a_side_path_moves_to_where_it_crosses_nothing() -> None:
    edges = ("ab", "bc", "cd", "de", "ef", "bx", "xy", "yz", "cv", "ve")
    assert crossings(drawn("abcdefxyzv", *edges, decisions="bc")) == 0


def test_two_lines_from_one_node_to_another_leave_the_third_on_its_side() -> None:
    edges = ("ab", "bc", "cd", "cd", "bd", "de")
    picture = drawn("abcde", *edges, decisions="b")
    assert crossings(picture) == 0
    ends = [edge.points[-1] for edge in picture.edges if edge.edge.target == "d"]
    assert all(one != other for one, other in combinations(ends, 2))


@pytest.mark.parametrize(("view", "most"), [("flowchart", 6), ("swimlane", 8)])
def test_processes_by_chance_have_few_crossings(view: str, most: int, tmp_path: Path) -> None:
    """A ratchet: may be lowered, should not be raised."""
    file, found = tmp_path / "process.yaml", 0
    for seed in range(40):
        file.write_text(random_process(8 + seed % 9, seed), "utf-8")
        (opened,) = open_processes(file)
        found += crossings(arrange(diagram_of(opened.context, view)))
    assert found <= most


def many_into_one(count: int, **more: Any) -> Picture:
    """So many steps one below the other, all followed by one gateway."""
    steps = tuple(
        DNode(f"s{number}", f"Step {number}", Shape.TASK, "ab"[number % 2]) for number in range(count)
    )
    start, end = DNode("fork", "", Shape.PARALLEL, "a"), DNode("join", "", Shape.PARALLEL, "b")
    edges = [DEdge("fork", step.id) for step in steps] + [DEdge(step.id, "join", **more) for step in steps]
    lanes = (Lane("a", "A"), Lane("b", "B"))
    return arrange(Diagram("D", (start, *steps, end), tuple(edges), lanes, direction=Direction.RIGHT))


def ends_at(picture: Picture, node: str) -> list[PlacedEdge]:
    return [edge for edge in picture.edges if edge.edge.target == node]


def test_many_handoffs_into_a_gateway_share_their_last_stretch_and_one_envelope() -> None:
    picture = many_into_one(12, handoff=True)
    assert faults(picture) == []
    ends = ends_at(picture, "join")
    assert len({edge.points[-1] for edge in ends}) <= 2
    assert sum(edge.label is not None for edge in ends) <= 2


def test_what_they_say_stands_beside_the_steps_that_they_leave() -> None:
    picture = many_into_one(12, handoff=True, note="the papers · 15 min")
    assert faults(picture) == []
    boxes = {placed.node.id: placed.box for placed in picture.nodes}
    for edge in ends_at(picture, "join"):
        assert edge.label is not None
        assert (
            abs(edge.label.box.center[1] - edge.points[0][1]) < 1 or edge.points[0][1] == edge.points[-1][1]
        )
        assert boxes[edge.edge.source].right < edge.label.box.x
        assert edge.label.box.right < boxes["join"].x


def test_a_few_keep_ends_of_their_own() -> None:
    assert len({edge.points[-1] for edge in ends_at(many_into_one(3, handoff=True), "join")}) == 3
