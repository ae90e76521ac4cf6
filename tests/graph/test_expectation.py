from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from svcflow.graph import ProcessGraph
from svcflow.graph.expectation import Expectation
from svcflow.graph.timing import Timing
from svcflow.model import Process
from tests.strategies import processes

HOUR = 3600


def expected(*steps: dict[str, Any], by_work: bool = False) -> Expectation:
    named = [{"name": step["id"], **step} for step in steps]
    process = Process.model_validate({"process": "p", "name": "P", "steps": named})
    return Expectation(Timing(ProcessGraph(process), process.calendars, by_work=by_work))


# -- against the exact solution of the flow equations

Choice = list[tuple[int, int]]
"""Where a step goes on, and in how many of the cases that weigh; the last one ends the process."""


@st.composite
def chances(draw: st.DrawFn) -> list[tuple[int, Choice]]:
    """Steps with their hours and their choices, each of which ends the process in some cases."""
    count = draw(st.integers(1, 6))
    way = st.tuples(st.integers(0, count - 1), st.integers(1, 4))
    choice = st.lists(way, max_size=3, unique_by=lambda one: one[0])
    hours = st.integers(0, 5)
    return draw(st.lists(st.tuples(hours, choice), min_size=count, max_size=count))


def solved(matrix: list[list[Fraction]]) -> list[Fraction]:
    """Solve a system of equations, each a row of factors and the sum (Gauss and Jordan)."""
    size = len(matrix)
    for column in range(size):
        pivot = next(row for row in range(column, size) if matrix[row][column])
        matrix[column], matrix[pivot] = matrix[pivot], matrix[column]
        lead = matrix[column]
        matrix[column] = lead = [value / lead[column] for value in lead]
        for row in range(size):
            if row != column and (factor := matrix[row][column]):
                matrix[row] = [value - factor * at for value, at in zip(matrix[row], lead, strict=True)]
    return [row[-1] for row in matrix]


def parts(choice: Choice) -> list[tuple[int, Fraction]]:
    """The exact parts; two of the weights always end the process."""
    total = sum(weight for _, weight in choice) + 2
    return [(target, Fraction(weight, total)) for target, weight in choice]


@given(chances())
@settings(max_examples=150)
def test_a_process_of_choices_is_as_exact_fractions_say(drawn: list[tuple[int, Choice]]) -> None:
    steps = []
    for number, (hours, choice) in enumerate(drawn):
        ways = [{"when": str(to), "to": f"s{to}", "share": float(part)} for to, part in parts(choice)]
        steps.append({"id": f"s{number}", "sla": f"{hours}h", "next": [*ways, {"otherwise": "end"}]})
    found = expected(*steps)
    size = len(drawn)
    flows = [
        [Fraction(row == column) for column in range(size)] + [Fraction(row == 0)] for row in range(size)
    ]
    to_go = [
        [Fraction(row == column) for column in range(size)] + [Fraction(drawn[row][0])] for row in range(size)
    ]
    for source, (_, choice) in enumerate(drawn):
        for target, part in parts(choice):
            flows[target][source] -= part
            to_go[source][target] -= part
    for number, times in enumerate(solved(flows)):
        assert found.visits.get(f"s{number}", 0.0) == pytest.approx(float(times), rel=1e-6, abs=1e-9)
    assert found.lead_time == pytest.approx(float(solved(to_go)[0]) * HOUR, rel=1e-5, abs=1)


@given(processes(broken=True))
@settings(max_examples=80)
def test_any_process_has_averages(process: Process) -> None:
    found = Expectation(Timing(ProcessGraph(process), process.calendars))
    assert found.visits.keys() == found.done.keys() == found.graph.reachable
    assert all(times >= 0 for times in [*found.visits.values(), *found.done.values()])
    assert found.work >= 0
    assert found.lead_time is None or found.lead_time >= 0


# -- by hand


def test_rework_makes_a_step_run_more_often_than_once() -> None:
    again = [{"when": "faulty", "to": "repair", "share": "20%"}, {"otherwise": "end", "share": "80%"}]
    found = expected({"id": "repair", "sla": "2h", "work": "1h"}, {"id": "test", "sla": "1h", "next": again})
    assert found.visits == pytest.approx({"repair": 1.25, "test": 1.25})
    assert found.work == 1.25 * HOUR
    assert found.lead_time == 3.75 * HOUR


def test_the_rest_is_divided_evenly_and_what_is_too_much_counts_in_proportion() -> None:
    shared = [{"when": "a", "to": "b", "share": "50%"}, {"when": "c", "to": "c"}, {"otherwise": "end"}]
    found = expected({"id": "a", "next": shared}, {"id": "b", "next": "end"}, {"id": "c", "next": "end"})
    assert found.visits == pytest.approx({"a": 1, "b": 0.5, "c": 0.25})
    too_much = [{"when": "a", "to": "b", "share": "90%"}, {"when": "c", "to": "c", "share": "60%"}]
    found = expected({"id": "a", "next": too_much}, {"id": "b", "next": "end"}, {"id": "c", "next": "end"})
    assert found.visits == pytest.approx({"a": 1, "b": 0.6, "c": 0.4})


def test_exceptions_happen_as_often_as_their_share_says() -> None:
    late = [{"when": "late", "goto": "help", "share": "10%"}, {"when": "fire", "goto": "end"}]
    found = expected({"id": "a", "exceptions": late, "next": "b"}, {"id": "b", "next": "end"}, {"id": "help"})
    assert found.visits == pytest.approx({"a": 1, "b": 0.9, "help": 0.1})


@pytest.mark.parametrize(
    ("kind", "join", "begun", "times"),
    [
        ("parallel", "all", 4, 1),
        ("parallel", "any", 1, 1),
        ("inclusive", "all", 4, 1),
        ("inclusive", "any", 1, 1),
    ],
)
def test_branches_that_run_side_by_side(kind: str, join: str, begun: int, times: float) -> None:
    ways: Any = ["b", "c"] if kind == "parallel" else [{"when": "x", "to": "b"}, {"when": "y", "to": "c"}]
    found = expected(
        {"id": "a", "kind": kind, "next": ways},
        {"id": "b", "sla": "1h", "next": "d"},
        {"id": "c", "sla": "4h", "next": "d"},
        {"id": "d", "join": join},
    )
    assert found.visits["d"] == pytest.approx(times)
    assert found.done["d"] == pytest.approx(begun * HOUR)


def test_inclusive_branches_start_as_often_as_their_shares_say() -> None:
    ways = [
        {"when": "x", "to": "b", "share": "60%"},
        {"when": "y", "to": "c", "share": "70%"},
        {"otherwise": "d"},
    ]
    steps = ({"id": "b", "next": "d"}, {"id": "c", "next": "d"}, {"id": "d", "join": "all"})
    found = expected({"id": "a", "kind": "inclusive", "next": ways}, *steps)
    assert found.visits == pytest.approx({"a": 1, "b": 0.6, "c": 0.7, "d": 1})


def test_a_join_that_joins_a_choice_runs_once() -> None:
    ways = [{"when": "x", "to": "b"}, {"otherwise": "c"}]
    steps = (
        {"id": "b", "sla": "1h", "next": "d"},
        {"id": "c", "sla": "3h", "next": "d"},
        {"id": "d", "join": "any"},
    )
    found = expected({"id": "a", "next": ways}, *steps)
    assert found.visits["d"] == pytest.approx(1)
    assert found.done["d"] == pytest.approx(2 * HOUR)


def test_the_average_work_counts_and_waits_take_their_time() -> None:
    wait = {"id": "wait", "kind": "wait", "for": "1d"}
    found = expected({"id": "a", "work": {"min": "1h", "likely": "2h", "max": "6h"}}, wait, by_work=True)
    assert found.lead_time == 2.5 * HOUR + 24 * HOUR
    assert found.work == 2.5 * HOUR


def test_what_never_ends_takes_no_time_to_its_end() -> None:
    found = expected({"id": "a", "sla": "1h", "next": "b"}, {"id": "b", "next": "a"})
    assert found.lead_time is None
    assert found.visits["a"] > 100
