"""What is forward and what is rework."""

from __future__ import annotations

from graphlib import TopologicalSorter

from hypothesis import given
from hypothesis import strategies as st

from svcflow.graph.algorithms import back_arcs, reachable
from svcflow.graph.ways_back import arcs_back


def test_one_branch_of_a_split_done_again_leads_back_where_it_was_written_back() -> None:
    graph = {
        "split": ["ecg", "blood"],
        "ecg": ["judge"],
        "blood": ["lab"],
        "lab": ["judge"],
        "judge": ["observe", "end"],
        "observe": ["blood"],
        "end": [],
    }
    assert arcs_back(graph, "split") == {("observe", "blood")}
    assert back_arcs(graph, "split") == {("lab", "judge")}  # which would call the usual way rework


def test_a_loop_with_one_way_in_leads_back_to_it_whatever_the_order_of_writing() -> None:
    assert arcs_back({"a": ["check"], "mend": ["check"], "check": ["mend"]}, "a") == {("mend", "check")}
    assert arcs_back({"a": ["a"]}, "a") == {("a", "a")}
    assert arcs_back({"a": ["c"], "b": [], "c": ["b"]}, "a") == set()


def test_nothing_is_cut_off_where_a_step_is_written_before_those_that_lead_to_it() -> None:
    graph = {"a": ["c", "d"], "b": ["c", "d"], "c": ["b"], "d": ["b"]}
    assert arcs_back(graph, "a") == {("b", "c"), ("d", "b")}


_NAMES = "abcdefgh"
_GRAPHS = st.fixed_dictionaries(
    {name: st.lists(st.sampled_from(_NAMES), max_size=3, unique=True) for name in _NAMES}
)


@given(_GRAPHS)
def test_without_what_leads_back_there_is_no_cycle_and_nothing_is_cut_off(
    graph: dict[str, list[str]],
) -> None:
    back = arcs_back(graph, "a")
    there = reachable(graph, ["a"])
    forward = {node: [to for to in graph[node] if (node, to) not in back] for node in graph if node in there}
    assert set(TopologicalSorter(forward).static_order()) <= there
    assert reachable(forward, ["a"]) == there
    assert bool(back) == bool(back_arcs(graph, "a"))
