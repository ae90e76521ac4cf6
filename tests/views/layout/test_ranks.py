from __future__ import annotations

import pytest

from svcflow.views.diagram import DEdge, Diagram, DNode, EdgeKind
from svcflow.views.layout.ranks import Ranking, ranking


def ranked(*edges: str | DEdge) -> Ranking:
    """Rank nodes a to f; an edge is written "ab"."""
    made = tuple(DEdge(edge[0], edge[1]) if isinstance(edge, str) else edge for edge in edges)
    return ranking(Diagram("D", tuple(DNode(id, id) for id in "abcdef"), made))


def test_a_column_is_the_longest_way_there() -> None:
    assert {node: ranked("ab", "ac", "cd", "bd", "de", "be").column[node] for node in "abcdef"} == {
        "a": 0, "b": 1, "c": 1, "d": 2, "e": 3, "f": 0
    }  # fmt: skip


def test_an_edge_against_the_writing_is_a_loop_only_if_it_closes_one() -> None:
    assert ranked("ab", "bc", "cb").back == {2}
    assert ranked("ac", "cb").back == set()
    assert ranked("aa").back == {0}


def test_what_is_called_rework_is_the_loop() -> None:
    rework = DEdge("a", "c", kind=EdgeKind.BACK)
    found = ranked("ba", "cb", rework)
    assert found.back == {2}
    assert found.column["c"] < found.column["b"] < found.column["a"]


@pytest.mark.parametrize(("middle", "main"), [(False, "b"), (True, "c")])
def test_of_equal_branches_the_first_or_the_middle_one_is_the_main_one(middle: bool, main: str) -> None:
    assert ranked("ab", "ac", "ad").main("a", middle=middle) == main


def test_the_main_path_is_the_longest_and_no_exception() -> None:
    exception = DEdge("a", "b", kind=EdgeKind.EXCEPTION)
    assert ranked(exception, "bd", "de", "ac").main("a", middle=False) == "c"
    assert ranked(exception).main("a", middle=False) == "b"
    assert ranked("ab", "ac", "cd").main("a", middle=False) == "c"
    assert ranked("ab").main("b", middle=False) is None
