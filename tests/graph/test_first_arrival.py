from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from svcflow.graph import ProcessGraph
from svcflow.graph.first_arrival import latest_first
from svcflow.model import Process

CHOICE: Any = [{"when": "x", "to": "a"}, {"otherwise": "b"}]
AT_JOIN = {"next": "join"}


def hours_until_join(hours: dict[str, int], *steps: dict[str, Any]) -> int:
    """The hours until the first work comes to the step ``join``, when its flows are taken after these."""
    named = [{"name": step["id"], **step} for step in [*steps, {"id": "join", "join": "any"}]]
    graph = ProcessGraph(Process.model_validate({"process": "p", "name": "P", "steps": named}))
    start = dt.datetime(2024, 6, 3, tzinfo=dt.UTC)
    leaving = {flow.index: start + dt.timedelta(hours=hours[flow.source]) for flow in graph.incoming["join"]}
    return (latest_first(graph, "join", graph.order, leaving) - start) // dt.timedelta(hours=1)


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        ({"kind": "parallel", "next": ["a", "b"]}, 2),
        ({"kind": "inclusive", "next": [{"when": "x", "to": "a"}, {"when": "y", "to": "b"}]}, 5),
        ({"kind": "decision", "next": CHOICE}, 5),
    ],
)
def test_the_kind_of_the_start_decides(first: dict[str, Any], expected: int) -> None:
    steps = ({"id": "s", **first}, {"id": "a", **AT_JOIN}, {"id": "b", **AT_JOIN})
    assert hours_until_join({"a": 2, "b": 5}, *steps) == expected


def test_a_branch_that_may_end_before_is_not_relied_on() -> None:
    steps = (
        {"id": "s", "kind": "parallel", "next": ["choice", "b"]},
        {"id": "choice", "next": [{"when": "x", "to": "a"}, {"otherwise": "end"}]},
        {"id": "a", **AT_JOIN},
        {"id": "b", **AT_JOIN},
    )
    assert hours_until_join({"a": 2, "b": 5}, *steps) == 5


def test_forks_within_a_fork_and_choices_within_a_branch() -> None:
    steps = (
        {"id": "s", "kind": "parallel", "next": ["fork", "choice"]},
        {"id": "fork", "kind": "parallel", "next": ["c", "d"]},
        {"id": "choice", "next": CHOICE},
        *({"id": id, **AT_JOIN} for id in "abcd"),
    )
    assert hours_until_join({"a": 1, "b": 4, "c": 9, "d": 3}, *steps) == 3
    assert hours_until_join({"a": 1, "b": 2, "c": 9, "d": 3}, *steps) == 2


def test_an_exception_takes_the_place_of_the_branches() -> None:
    fork = {"id": "s", "kind": "parallel", "next": ["a", "b"], "exceptions": [{"when": "x", "goto": "c"}]}
    steps = (fork, *({"id": id, **AT_JOIN} for id in "abc"))
    assert hours_until_join({"a": 2, "b": 5, "c": 7}, *steps) == 7
    assert hours_until_join({"a": 2, "b": 5, "c": 1}, *steps) == 2


def test_ways_back_are_not_taken() -> None:
    again = [{"when": "wrong", "to": "s"}, {"otherwise": "join"}]
    fork = {"id": "s", "kind": "parallel", "next": ["a", "b"]}
    last = {"id": "b", **AT_JOIN}
    assert hours_until_join({"a": 2, "b": 5}, fork, {"id": "a", "next": again}, last) == 2
    assert hours_until_join({"b": 5}, fork, {"id": "a", "next": again[:1]}, last) == 5


def test_where_nothing_comes_by_branches_the_last_flow_counts() -> None:
    only_back = [{"when": "x", "to": "s"}]
    steps = ({"id": "s", "next": "a"}, {"id": "a", "next": [*only_back, {"otherwise": "join"}]})
    assert hours_until_join({"a": 3}, *steps) == 3
