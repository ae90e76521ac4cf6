"""Two versions of a process compared."""

from __future__ import annotations

from dataclasses import fields
from itertools import combinations
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from svcflow.graph import ProcessGraph
from svcflow.graph.difference import Difference, difference
from svcflow.model import Process
from tests.strategies import processes


def graph(*steps: Any, **more: Any) -> ProcessGraph:
    said = [step if isinstance(step, dict) else {"id": step, "name": step} for step in steps]
    return ProcessGraph(Process.model_validate({"process": "p", "name": "P", "steps": said, **more}))


def between(before: ProcessGraph, after: ProcessGraph) -> Difference:
    return difference(before, after)


def test_steps_that_came_and_went() -> None:
    found = between(graph("a", "b", "c"), graph("a", "x", "c"))
    assert [node.id for node in found.added] == ["x"]
    assert [node.id for node in found.removed] == ["b"]
    assert [(flow.source, flow.target) for flow in found.flows_added] == [("a", "x"), ("x", "c")]
    assert [(flow.source, flow.target) for flow in found.flows_removed] == [("a", "b"), ("b", "c")]
    assert not found.moved
    assert not found.changed


def test_a_step_under_a_new_id_is_known_by_its_name() -> None:
    found = between(graph({"id": "a", "name": "Check  ID"}, "b"), graph({"id": "z", "name": "check id"}, "b"))
    assert [(pair.before.id, pair.after.id) for pair in found.pairs] == [("a", "z"), ("b", "b")]
    assert (found.added, found.removed, found.flows_added, found.flows_removed) == ((), (), (), ())


def test_two_of_one_name_are_not_guessed_at() -> None:
    found = between(
        graph({"id": "a", "name": "Sign"}, {"id": "b", "name": "Sign"}), graph({"id": "c", "name": "Sign"})
    )
    assert [node.id for node in found.added] == ["c"]
    assert [node.id for node in found.removed] == ["a", "b"]


def test_what_changed_in_a_step() -> None:
    before = graph({"id": "a", "name": {"en": "A", "zh-Hans": "甲"}, "sla": "60m", "role": "x"})
    after = graph({"id": "a", "name": {"en": "A", "zh-Hans": "乙"}, "sla": "1h", "role": "y"})
    found = between(before, after)
    assert [pair.fields for pair in found.changed] == [("name", "role")]
    assert (found.roles_added, found.roles_removed) == (("y",), ("x",))


def test_the_fewest_steps_have_moved() -> None:
    found = between(graph("a", "b", "c", "d"), graph("d", "a", "b", "c"))
    assert [pair.after.id for pair in found.moved] == ["d"]


def test_conditions_and_handoffs() -> None:
    choice = {"id": "a", "name": "A", "next": [{"when": "over 10", "to": "c"}, {"otherwise": "b"}]}
    other = {"id": "a", "name": "A", "next": [{"when": "over 20", "to": "c"}, {"otherwise": "b"}]}
    agreed = {"from": "a", "to": "b", "within": "1h"}
    found = between(
        graph(choice, "b", "c", handoffs=[agreed]),
        graph(
            other, "b", "c", handoffs=[{**agreed, "within": "2h"}, {"from": "b", "to": "c"}], purpose="fast"
        ),
    )
    assert [(old.label, new.label) for old, new in found.rerouted] == [("over 10", "over 20")]
    assert (found.flows_added, found.flows_removed) == ((), ())
    assert [str(new.within) for _, new in found.handoffs_changed] == ["2h"]
    assert [one.to for one in found.handoffs_added] == ["c"]
    assert found.fields == ("purpose",)


@given(processes(broken=True))
def test_nothing_differs_from_itself(process: Process) -> None:
    found = difference(ProcessGraph(process), ProcessGraph(process))
    assert [one.name for one in fields(found) if one.name != "pairs" and getattr(found, one.name)] == []
    assert (found.changed, found.moved) == ((), ())


@given(processes(broken=True), processes(broken=True))
def test_the_other_way_round(one: Process, two: Process) -> None:
    there, back = (
        difference(ProcessGraph(first), ProcessGraph(second)) for first, second in ((one, two), (two, one))
    )
    assert {node.id for node in there.added} == {node.id for node in back.removed}
    assert sorted(flow.index for flow in there.flows_added) == sorted(
        flow.index for flow in back.flows_removed
    )
    assert len(there.moved) == len(back.moved)
    assert len(there.pairs) + len(there.added) == len(ProcessGraph(two).nodes)


@given(st.permutations(range(6)))
def test_what_stays_is_in_order_and_as_much_as_can(order: list[int]) -> None:
    found = between(graph(*"abcdef"), graph(*("abcdef"[place] for place in order)))
    stay = [
        order.index(pair.before.index) for pair in sorted(found.pairs, key=lambda pair: pair.before.index)
    ]
    kept = [place for place, pair in zip(order, found.pairs, strict=True) if not pair.moved]
    assert kept == sorted(kept)
    longest = max(
        size for size in range(1, 7) for chosen in combinations(order, size) if list(chosen) == sorted(chosen)
    )
    assert len(kept) == longest
    assert len(stay) == 6
