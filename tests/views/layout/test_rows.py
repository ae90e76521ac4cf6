from __future__ import annotations

from svcflow.views.diagram import DEdge, Diagram, DNode, Lane
from svcflow.views.layout.ranks import ranking
from svcflow.views.layout.rows import Rows, rows


def placed(nodes: dict[str, str | None], *edges: str, lanes: str = "") -> Rows:
    made = tuple(DNode(id, id, lane=lane) for id, lane in nodes.items())
    titled = tuple(Lane(lane, lane) for lane in lanes)
    diagram = Diagram("D", made, tuple(DEdge(edge[0], edge[1]) for edge in edges), titled)
    return rows(diagram, ranking(diagram))


def test_the_main_path_keeps_its_row_and_branches_lie_in_the_order_of_writing() -> None:
    found = placed(dict.fromkeys("abcde"), "ab", "ac", "ad", "be", "ce", "de").row
    assert found["a"] == found["c"] == found["e"]
    assert found["b"] < found["c"] < found["d"]


def test_nothing_stands_where_the_main_path_passes() -> None:
    found = placed(dict.fromkeys("abcd"), "ab", "bc", "cd", "ad").row
    assert len({found[node] for node in "abcd"}) == 1


def test_lanes_keep_their_order_and_an_empty_one_its_row() -> None:
    found = placed({"a": "x", "b": "z", "c": "x"}, "ab", "bc", lanes="xyz")
    assert found.lane == (0, 1, 2)
    assert found.row == {"a": 0, "b": 2, "c": 0}


def test_two_nodes_of_a_lane_at_the_same_time_get_two_rows() -> None:
    found = placed({"a": "x", "b": "y", "c": "y"}, "ab", "ac", lanes="xy")
    assert found.lane == (0, 1, 1)
    assert {found.row["b"], found.row["c"]} == {1, 2}
