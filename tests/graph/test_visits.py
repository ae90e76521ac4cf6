"""How often steps are run, against exact answers."""

from __future__ import annotations

from typing import Any

import pytest

from svcflow.graph import ProcessGraph
from svcflow.graph.timing import Timing
from svcflow.graph.visits import ENDLESS, Visits
from svcflow.model.process import Process


def visits(*steps: dict[str, Any]) -> dict[str, float]:
    named = [{"name": "x", **step} for step in steps]
    graph = ProcessGraph(Process.model_validate({"process": "p", "name": "P", "steps": named}))
    return {id: round(times, 6) for id, times in Visits(graph).of.items()}


def test_a_choice_divides_the_cases() -> None:
    found = visits(
        {
            "id": "a",
            "next": [{"when": "x", "to": "b", "share": "8%"}, {"when": "y", "to": "c"}, {"otherwise": "end"}],
        },
        {"id": "b", "next": "end"},
        {"id": "c"},
    )
    assert found == {"a": 1, "b": 0.08, "c": 0.46}


def test_rework_is_a_geometric_series() -> None:
    found = visits(
        {"id": "make"},
        {"id": "check", "next": [{"when": "bad", "to": "make", "share": "20%"}, {"otherwise": "ship"}]},
        {"id": "ship"},
    )
    assert found == {"make": 1.25, "check": 1.25, "ship": 1}


def test_parallel_branches_all_run_and_their_join_once() -> None:
    found = visits(
        {"id": "a", "next": [{"when": "x", "to": "fork", "share": "50%"}, {"otherwise": "end"}]},
        {"id": "fork", "kind": "parallel", "next": ["b", "c"]},
        {"id": "b", "next": "join"},
        {"id": "c", "next": "join"},
        {"id": "join", "join": "all"},
    )
    assert found == {"a": 1, "fork": 0.5, "b": 0.5, "c": 0.5, "join": 0.5}


def test_exceptions_count_by_their_share_only() -> None:
    found = visits(
        {
            "id": "a",
            "next": "b",
            "exceptions": [{"when": "x", "goto": "c", "share": "10%"}, {"when": "y", "goto": "c"}],
        },
        {"id": "b", "next": "end"},
        {"id": "c"},
    )
    assert found == {"a": 1, "b": 0.9, "c": 0.1}


def test_a_loop_without_exit_ends_too() -> None:
    assert visits({"id": "a"}, {"id": "b", "next": "a"})["a"] > 100


def test_work_is_weighted_by_the_runs() -> None:
    process = Process.model_validate(
        {
            "process": "p",
            "name": "P",
            "steps": [
                {"id": "make", "name": "Make", "work": "10m"},
                {
                    "id": "check",
                    "name": "Check",
                    "work": {"min": "1m", "likely": "2m", "max": "9m"},
                    "next": [{"when": "bad", "to": "make", "share": 0.5}, {"otherwise": "end"}],
                },
            ],
        }
    )
    graph = ProcessGraph(process)
    work = Visits(graph).work(Timing(graph, {}))
    assert work == pytest.approx({"make": 2 * 600, "check": 2 * 180})


def test_a_loop_that_multiplies_counts_as_endless() -> None:
    found = visits(
        {"id": "split", "kind": "parallel", "next": ["a", "b"]},
        {"id": "a", "next": "split"},
        {"id": "b", "next": "split"},
    )
    assert set(found.values()) == {ENDLESS}
