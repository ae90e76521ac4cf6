from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from svcflow.graph.algorithms import (
    Loop,
    back_arcs,
    components,
    dominators,
    loops,
    postorder,
    reachable,
    reverse,
)

LONG = 10_000


@st.composite
def graphs(draw: st.DrawFn) -> dict[int, list[int]]:
    size = draw(st.integers(1, 8))
    return {node: draw(st.lists(st.integers(0, size - 1), max_size=3)) for node in range(size)}


def naive_reach(graph, start, without=None):
    seen, todo = set(), [start]
    while todo:
        node = todo.pop()
        if node != without and node not in seen:
            seen.add(node)
            todo += graph[node]
    return seen


def test_a_chain_of_any_length_is_no_problem():
    chain = {node: [node + 1] for node in range(LONG)} | {LONG: [0]}
    assert len(reachable(chain, [0])) == LONG + 1
    assert back_arcs(chain, 0) == {(LONG, 0)}
    assert dominators(chain, 0)[LONG] == LONG - 1
    assert [len(part) for part in components(chain)] == [LONG + 1]
    assert postorder(chain, 0)[0] == LONG
    assert loops(chain, 0)[0].entries == (0,)


def test_a_loop_tells_where_runs_come_in_and_go_out():
    graph = {"a": ["b"], "b": ["c"], "c": ["b", "d"], "d": [], "x": ["x"]}
    assert loops(graph, "a") == [Loop(("b", "c"), ("b",), (("c", "d"),))]


def test_a_step_that_repeats_itself_is_a_loop():
    assert loops({"a": ["a", "b"], "b": []}, "a") == [Loop(("a",), ("a",), (("a", "b"),))]


def test_what_cannot_be_reached_is_no_loop_and_has_no_dominator():
    graph = {"a": [], "x": ["y"], "y": ["x"]}
    assert loops(graph, "a") == []
    assert dominators(graph, "a") == {"a": None}


def test_back_arcs_follow_the_order_given():
    graph = {"a": ["b", "c"], "b": ["c"], "c": ["b"]}
    assert back_arcs(graph, "a") == {("c", "b")}
    assert back_arcs(graph | {"a": ["c", "b"]}, "a") == {("b", "c")}


@given(graphs())
def test_dominators_are_the_nearest_nodes_without_which_a_node_cannot_be_reached(graph):
    over = dominators(graph, 0)
    inside = naive_reach(graph, 0)
    assert over.keys() == inside
    for node in inside - {0}:
        above = {other for other in inside - {node} if node not in naive_reach(graph, 0, without=other)}
        assert over[node] in above
        assert all(over[node] not in naive_reach(graph, 0, without=other) for other in above - {over[node]})


@given(graphs())
def test_without_back_arcs_there_is_no_cycle(graph):
    back = back_arcs(graph, 0)
    inside = reachable(graph, [0])
    forward = {node: [one for one in graph[node] if (node, one) not in back] for node in inside}
    assert all(len(part) == 1 and part[0] not in forward[part[0]] for part in components(forward))
    for source, target in back:
        assert source in reachable(graph, [target])


@given(graphs())
def test_components_are_the_nodes_that_reach_each_other(graph):
    reach = {node: naive_reach(graph, node) for node in graph}
    found = components(graph)
    assert sorted(node for part in found for node in part) == sorted(graph)
    for part in found:
        for node in part:
            assert set(part) == {other for other in reach[node] if node in reach[other]}
    done: set[int] = set()
    for part in found:
        done |= set(part)
        assert all(one in done for node in part for one in graph[node])


@given(graphs())
def test_turned_round_twice_a_graph_is_itself(graph):
    again = reverse(reverse(graph))
    assert {node: sorted(again[node]) for node in graph} == {node: sorted(graph[node]) for node in graph}
