from __future__ import annotations

import pytest
from hypothesis import given, settings

from svcflow.graph import ProcessGraph
from svcflow.graph.net import Join, Split
from svcflow.graph.soundness import check
from svcflow.model import Process
from tests.strategies import processes


def graph_of(*steps: dict) -> ProcessGraph:
    named = [{"name": step["id"], **step} for step in steps]
    return ProcessGraph(Process.model_validate({"process": "p", "name": "P", "steps": named}))


def test_what_comes_after_each_step_and_before() -> None:
    graph = graph_of({"id": "a", "next": ["c"]}, {"id": "b"}, {"id": "c"})
    assert graph.start == "a"
    assert graph.successors == {"a": ["c"], "b": ["c"], "c": []}
    assert [flow.source for flow in graph.incoming["c"]] == ["a", "b"]
    assert graph.reachable == {"a", "c"}
    assert graph.flows_between("a", "c") == graph.outgoing["a"]
    assert graph.flows_between("c", "a") == []
    assert graph.node("b").index == 1


def test_back_flows_are_those_that_close_a_loop() -> None:
    graph = graph_of(
        {"id": "a"},
        {
            "id": "b",
            "next": [{"when": "again", "to": "a"}, {"when": "also again", "to": "a"}, {"otherwise": "c"}],
        },
        {"id": "c", "next": "c"},
    )
    assert [graph.flows[index].label for index in sorted(graph.back_flows)] == ["again", "also again", None]
    assert graph.forward == {"a": ["b"], "b": ["c"], "c": []}


def test_forward_knows_only_what_can_be_reached() -> None:
    assert graph_of({"id": "a", "next": "end"}, {"id": "b"}).forward == {"a": []}


@pytest.mark.parametrize(
    ("steps", "whole"),
    [
        ([{"id": "a"}, {"id": "b"}], True),
        ([{"id": "a", "next": "end"}, {"id": "b"}], True),
        ([{"id": "a", "next": "c"}, {"id": "b"}], False),
        ([{"id": "a"}, {"id": "a"}], False),
    ],
)
def test_whole_means_that_every_name_is_clear(steps: list[dict], whole: bool) -> None:
    assert graph_of(*steps).is_whole is whole


def test_net_has_the_flows_as_arcs_and_says_how_steps_split_and_join() -> None:
    graph = graph_of(
        {"id": "a", "kind": "parallel", "next": ["b", "c"], "exceptions": [{"when": "fire", "goto": "end"}]},
        {"id": "b", "next": "d"},
        {"id": "c", "kind": "inclusive", "next": [{"when": "x", "to": "d"}, {"otherwise": "e"}]},
        {"id": "d", "join": "all"},
        {"id": "e", "join": "any"},
    )
    nodes = graph.net.nodes
    assert [nodes[id].split for id in "abc"] == [Split.PARALLEL, Split.EXCLUSIVE, Split.INCLUSIVE]
    assert [nodes[id].join for id in "cde"] == [Join.EXCLUSIVE, Join.ALL, Join.ANY]
    assert [arc.index for arc in graph.net.arcs] == [flow.index for flow in graph.flows]
    assert [arc.kind for arc in graph.net.arcs] == [
        "main", "main", "exception", "main", "branch", "otherwise", "main", "main"
    ]  # fmt: skip
    assert graph.net.start == "a"


def test_a_wait_takes_one_of_its_ways() -> None:
    graph = graph_of(
        {
            "id": "a",
            "kind": "wait",
            "until": [{"event": "yes", "to": "b"}],
            "at_most": {"time": "1d", "to": "c"},
        },
        {"id": "b", "next": "end"},
        {"id": "c"},
    )
    assert graph.soundness.sound


def test_soundness_of_a_join_that_waits_for_ever() -> None:
    graph = graph_of(
        {"id": "a", "next": [{"when": "x", "to": "b"}, {"otherwise": "c"}]},
        {"id": "b", "next": "d"},
        {"id": "c"},
        {"id": "d", "join": "all"},
    )
    (deadlock,) = graph.soundness.deadlocks
    assert next(firing.node for firing in deadlock.run) == "a"
    assert deadlock.waiting[0].node == "d"


def test_unmatched_agreements() -> None:
    process = Process.model_validate(
        {
            "process": "p",
            "name": "P",
            "steps": [{"id": "a", "name": "A", "role": "x"}, {"id": "b", "name": "B", "role": "y"}],
            "handoffs": [{"from": "b", "to": "a"}, {"from": "a", "to": "b"}, {"from": "a", "to": "gone"}],
        }
    )
    assert ProcessGraph(process).unmatched_agreements == (0, 2)


@given(processes(broken=True))
@settings(max_examples=150)
def test_every_process_has_a_graph(process: Process) -> None:
    graph = ProcessGraph(process)
    ids = {step.id for step in process.steps}
    assert graph.nodes.keys() == ids
    assert len(graph.duplicates) == len(process.steps) - len(ids)
    assert [flow.index for flow in graph.flows] == list(range(len(graph.flows)))
    assert all(flow.target is None or flow.target in ids for flow in graph.flows)
    assert all(flow.unknown is None or flow.target is None for flow in graph.flows)
    assert graph.start in graph.reachable <= ids
    assert graph.unmatched_agreements is not None
    for handoff in graph.handoffs:
        assert handoff.flows[0].source == handoff.source
        assert handoff.flows[-1].target == handoff.target
        assert handoff.giver != handoff.taker


@given(processes(broken=True))
@settings(max_examples=100)
def test_without_the_flows_back_nothing_goes_round(process: Process) -> None:
    graph = ProcessGraph(process)
    order: list[str] = []
    left = dict(graph.forward)
    while left:
        last = [id for id, targets in left.items() if not any(target in left for target in targets)]
        assert last, f"{left} goes round"
        order += last
        left = {id: targets for id, targets in left.items() if id not in last}
    assert set(order) == graph.reachable


@given(processes())
@settings(max_examples=150)
def test_soundness_is_decided_or_honestly_not(process: Process) -> None:
    graph = ProcessGraph(process)
    soundness = check(graph.net, limit=2000)
    assert soundness.unreachable == graph.nodes.keys() - graph.reachable
    assert not (soundness.sound and not soundness.decided)
    for deadlock in soundness.deadlocks:
        assert deadlock.waiting
        _is_a_run(graph, [firing.node for firing in deadlock.run])
    for twice in soundness.runs_twice:
        _is_a_run(graph, [firing.node for firing in twice.run])
    for endless in soundness.endless:
        assert endless.nodes <= graph.reachable
    for dead in soundness.dead_steps:
        assert dead.nodes <= graph.reachable


def _is_a_run(graph: ProcessGraph, run: list[str]) -> None:
    """Every step of a run can be reached from the start by what ran before it; a start that waits runs nothing."""
    assert run[:1] in ([], [graph.start])
    for number, step in enumerate(run[1:], 1):
        assert any(step in graph.successors[before] for before in run[:number])
