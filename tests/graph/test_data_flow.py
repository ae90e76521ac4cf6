from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from svcflow.graph import ProcessGraph
from svcflow.graph.data_flow import DataFlow
from svcflow.model import Process
from svcflow.model.vocabulary import Join
from tests.graph.runs import artifacts_before, sound_processes
from tests.strategies import processes


def flow(*steps: dict[str, Any], initial: str = "") -> DataFlow:
    named = [{"name": step["id"], **step} for step in steps]
    process = Process.model_validate({"process": "p", "name": "P", "steps": named})
    return DataFlow(ProcessGraph(process), frozenset(initial))


def compared(process: Process) -> tuple[DataFlow, dict[str, list[frozenset[str]]]]:
    graph = ProcessGraph(process)
    outputs = {node.id: frozenset(node.step.outputs) for node in graph.nodes.values()}
    return DataFlow(graph, frozenset()), artifacts_before(graph.net, outputs)


def has_any_join(process: Process) -> bool:
    return any(step.join is Join.ANY for step in process.steps)


@given(sound_processes())
@settings(max_examples=150)
def test_all_runs_of_a_sound_process(process: Process) -> None:
    data, runs = compared(process)
    assert runs.keys() == data.sure.keys() == data.possible.keys()
    for step, found in runs.items():
        assert data.sure[step] == frozenset.intersection(*found), step
        assert data.possible[step] >= frozenset().union(*found), step
        if not has_any_join(process):  # what comes late to one may be taken for possible behind it
            assert data.possible[step] == frozenset().union(*found), step


@given(processes(max_steps=6))
@settings(max_examples=100)
def test_all_runs_of_any_process(process: Process) -> None:
    data, runs = compared(process)
    for step, found in runs.items():
        assert data.sure[step] <= frozenset.intersection(*found), step
        if ProcessGraph(process).soundness.sound:
            assert data.possible[step] >= frozenset().union(*found), step


@given(processes(broken=True, max_steps=7), st.sampled_from(["ticket", "form", "申请表", "receipt"]))
def test_there_is_a_way_without_what_is_not_sure(process: Process, artifact: str) -> None:
    data = DataFlow(ProcessGraph(process), frozenset(process.outputs))
    for step, sure in data.sure.items():
        way = data.way_without(artifact, step)
        assert (way is None) == (artifact in sure)
        if way is not None:
            assert (way[0], way[-1]) == (data.graph.start, step)
            for one, next_ in pairwise(way):
                left = [flow for flow in data.graph.outgoing[one] if flow.target == next_]
                makes = artifact in data.graph.nodes[one].step.outputs
                assert left
                assert not makes or any(flow.kind in {"exception", "timeout"} for flow in left)


LOAN = (
    {"id": "apply", "outputs": ["form"], "next": "both"},
    {"id": "both", "kind": "parallel", "next": ["score", "visit"]},
    {"id": "score", "outputs": ["score"], "next": "decide"},
    {"id": "visit", "outputs": ["photos"], "next": "decide"},
    {"id": "decide", "join": "all", "next": [{"when": "yes", "to": "sign"}, {"otherwise": "end"}]},
    {"id": "sign", "inputs": ["score", "deed"], "outputs": ["contract"], "next": "end"},
)


def test_branches_gather_what_they_made_and_may_see_it_before() -> None:
    data = flow(*LOAN)
    assert data.sure["decide"] == {"form", "score", "photos"}
    assert data.sure["visit"] == {"form"}
    assert data.possible["visit"] == {"form", "score"}
    assert data.possible["score"] == {"form", "photos"}
    assert data.way_without("score", "sign") is None
    assert data.way_without("contract", "sign") == ["apply", "both", "score", "decide", "sign"]


def test_any_join_and_inclusive_start_make_nothing_sure() -> None:
    for kind, join in (("parallel", "any"), ("inclusive", "all")):
        steps = [dict(step) for step in LOAN]
        steps[1] |= {"kind": kind}
        steps[4] |= {"join": join}
        if kind == "inclusive":
            steps[1]["next"] = [{"when": "a", "to": "score"}, {"when": "b", "to": "visit"}]
        data = flow(*steps)
        assert data.sure["decide"] == {"form"}
        assert data.possible["decide"] >= {"form", "score", "photos"}
        assert data.way_without("score", "sign") == ["apply", "both", "visit", "decide", "sign"]


@pytest.mark.parametrize(
    "leaving",
    [
        {"exceptions": [{"when": "fire", "goto": "after"}]},
        {"kind": "wait", "until": "the letter", "at_most": {"time": "3d", "to": "after"}},
    ],
)
def test_a_step_that_is_broken_off_may_have_made_nothing(leaving: dict[str, Any]) -> None:
    data = flow({"id": "make", "outputs": ["letter"], **leaving}, {"id": "next"}, {"id": "after"})
    assert data.sure["next"] == {"letter"}
    assert data.sure["after"] == frozenset()
    assert data.possible["after"] == {"letter"}
    assert data.way_without("letter", "after") == ["make", "after"]


def test_rework_may_find_what_was_made_before() -> None:
    again = [{"when": "wrong", "to": "write"}, {"otherwise": "end"}]
    data = flow(
        {"id": "write", "inputs": ["remarks"]}, {"id": "check", "outputs": ["remarks"], "next": again}
    )
    assert data.possible["write"] == {"remarks"}
    assert data.sure["write"] == frozenset()


def test_what_comes_from_outside_is_there_from_the_start() -> None:
    data = flow({"id": "a", "outputs": "y"}, {"id": "b"}, initial="x")
    assert data.sure["a"] == data.possible["a"] == {"x"}
    assert data.sure["b"] == {"x", "y"}
    assert data.way_without("x", "a") is None


def test_who_makes_and_who_needs_it() -> None:
    data = flow(*LOAN, {"id": "lost", "inputs": ["form"], "outputs": ["score"], "next": "end"})
    assert data.writers["score"] == ("score",)
    assert "lost" not in data.possible
    assert data.readers == {"score": ("sign",), "deed": ("sign",)}


def test_what_is_never_made_is_neither_sure_nor_possible() -> None:
    data = flow(*LOAN)
    assert not any("deed" in there for there in data.possible.values())


def test_long_chains_and_many_branches_are_quick() -> None:
    count = 400
    fork = {"id": "fork", "kind": "parallel", "next": [f"s{number}" for number in range(40)]}
    branches = [{"id": f"s{number}", "outputs": [f"o{number}"], "next": "join"} for number in range(40)]
    chain = [{"id": f"c{number}", "outputs": [f"c{number}"]} for number in range(count)]
    data = flow(fork, *branches, {"id": "join", "join": "all"}, *chain)
    assert len(data.sure[f"c{count - 1}"]) == 40 + count - 1
    assert len(data.possible["s0"]) == 39
