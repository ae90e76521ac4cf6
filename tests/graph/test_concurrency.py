from __future__ import annotations

from itertools import combinations
from typing import Any

from hypothesis import assume, given, settings

from svcflow.graph import ProcessGraph
from svcflow.graph.concurrency import side_by_side
from svcflow.graph.net import Net
from svcflow.model import Process
from tests.graph.oracle import Oracle
from tests.graph.runs import sound_processes


def pairs(process: Process) -> set[frozenset[str]]:
    """All pairs of steps that are said to run side by side."""
    found = side_by_side(ProcessGraph(process))
    return {frozenset((a, b)) for one, other in found for a in one for b in other if a != b}


def played(net: Net) -> set[frozenset[str]]:
    """All pairs of steps that can both begin at some moment of some run."""
    game = Oracle(net, explore=False)
    seen, todo = {game.initial()}, [game.initial()]
    found = set()
    while todo:
        state = todo.pop()
        ready = {node for node, _ in game.enabled(state)}
        found |= {frozenset(pair) for pair in combinations(ready, 2)}
        for node, taken in game.enabled(state):
            for arcs in game.outcomes(node):
                following, _ = game.fire(state, node, taken, arcs)
                if following not in seen:
                    seen.add(following)
                    todo.append(following)
        assume(len(seen) < 3000)
    return found


@given(sound_processes())
@settings(max_examples=100)
def test_what_can_begin_at_once_is_found(process: Process) -> None:
    assert pairs(process) >= played(ProcessGraph(process).net)


def test_branches_until_they_meet() -> None:
    steps: list[dict[str, Any]] = [
        {"id": "fork", "kind": "parallel", "next": ["a", "b"]},
        {"id": "a", "next": "join"},
        {"id": "b"},
        {"id": "c"},
        {"id": "join", "join": "all"},
        {"id": "after"},
    ]
    named = [{"name": step["id"], **step} for step in steps]
    process = Process.model_validate({"process": "p", "name": "P", "steps": named})
    assert pairs(process) == {frozenset("ab"), frozenset("ac")}
    named[4]["join"] = "any"
    late = pairs(Process.model_validate({"process": "p", "name": "P", "steps": named}))
    assert late >= {frozenset("ab"), frozenset(("b", "after")), frozenset(("a", "after"))}
    assert frozenset(("fork", "a")) not in late


def test_a_choice_runs_nothing_side_by_side() -> None:
    steps: list[dict[str, Any]] = [
        {"id": "choice", "next": [{"when": "x", "to": "a"}, {"otherwise": "b"}]},
        {"id": "a", "next": "end"},
        {"id": "b"},
    ]
    named = [{"name": step["id"], **step} for step in steps]
    assert pairs(Process.model_validate({"process": "p", "name": "P", "steps": named})) == set()
