"""Lines that need not cross do not."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from benchmarks.layout_geometry import Drawing, figures
from benchmarks.layout_random import random_process
from svcflow.api.pictures import diagram_of
from svcflow.api.processes import open_processes
from svcflow.views.diagram import DEdge, Diagram, DNode, EdgeKind, Shape
from svcflow.views.layout import Picture, arrange


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
