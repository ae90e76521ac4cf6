"""Processes made from nets, and all their runs played through, for tests of what holds over all runs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from svcflow.graph import ProcessGraph
from svcflow.graph.net import Join, Net, Split
from svcflow.model import Process
from tests.graph.nets import built_nets
from tests.graph.oracle import Oracle

_KINDS = {Split.PARALLEL: {"kind": "parallel"}, Split.INCLUSIVE: {"kind": "inclusive"}, Split.EXCLUSIVE: {}}
_JOINS = {Join.ALL: {"join": "all"}, Join.ANY: {"join": "any"}, Join.EXCLUSIVE: {}}
_MOST_STATES = 3000


def process_of(net: Net, more: Mapping[str, dict[str, Any]]) -> Process:
    """Return the process that a net is the net of; ``more`` are further keys of its steps."""
    steps = []
    for node in net.nodes.values():
        arcs = [arc for arc in net.arcs if arc.source == node.id]
        ways = [arc for arc in arcs if arc.kind != "exception"]
        step = {
            "id": node.id,
            "name": node.id,
            **_KINDS[node.split],
            **_JOINS[node.join],
            **more.get(node.id, {}),
        }
        if not arcs:
            step["kind"] = "end"
        elif node.split is Split.PARALLEL:
            step["next"] = [arc.target or "end" for arc in ways]
        else:
            step["next"] = [
                {"otherwise": arc.target or "end"}
                if arc.kind == "otherwise"
                else {"when": str(arc.index), "to": arc.target or "end"}
                for arc in ways
            ]
        step["exceptions"] = [
            {"when": str(arc.index), "goto": arc.target or "end"} for arc in arcs if arc.kind == "exception"
        ]
        steps.append(step)
    return Process.model_validate({"process": "p", "name": "P", "steps": steps})


@st.composite
def sound_processes(draw: st.DrawFn) -> Process:
    """Draw a process of nested blocks in good order, whose steps make and need a few artifacts."""
    net = draw(built_nets(most_faults=0))
    some = st.lists(st.sampled_from("xyz"), max_size=2, unique=True)
    more = {id: {"outputs": draw(some) if draw(st.booleans()) else []} for id in net.nodes}
    process = process_of(net, more)
    assume(ProcessGraph(process).soundness.sound)  # a loop round a join for the first can run a step twice
    return process


def artifacts_before(net: Net, outputs: Mapping[str, frozenset[str]]) -> dict[str, list[frozenset[str]]]:
    """Play all runs; return for each step what was there each time it began.

    A step that an exception leaves may have made what it makes, or not.
    """
    game = Oracle(net, explore=False)
    found: dict[str, list[frozenset[str]]] = {}
    first = (game.initial(), frozenset[str]())
    seen, todo = {first}, [first]
    while todo:
        state, there = todo.pop()
        for node, taken in game.enabled(state):
            found.setdefault(node, []).append(there)
            for arcs in game.outcomes(node):
                following, twice = game.fire(state, node, taken, arcs)
                broken_off = len(arcs) == 1 and arcs[0].kind == "exception"
                for made in {outputs[node], frozenset() if broken_off else outputs[node]}:
                    after = (following, there | made)
                    if not twice and after not in seen:
                        seen.add(after)
                        todo.append(after)
        assume(len(seen) < _MOST_STATES)
    return found
