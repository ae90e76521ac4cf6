from __future__ import annotations

import pytest

from svcflow.graph.algorithms import reachable
from svcflow.graph.assembly import build, mark_once
from svcflow.graph.net import Net, outgoing, successors
from svcflow.graph.places import Block, System, Wait, flatten_names
from tests.graph.nets import make


def system_of(net: Net) -> tuple[System, dict[str, Block]]:
    out = outgoing(net)
    system = build(net, out, reachable(successors(out), [net.start]))
    return system, {block.name: block for block in system.blocks}


def test_steps_one_after_the_other_are_one_block():
    _, blocks = system_of(make(a="> b", b="> c", c="> d e", d="> f", e="> f", f="> end"))
    assert {name: flatten_names(block.members) for name, block in blocks.items()} == {
        "a": {"a", "b", "c"},
        "d": {"d"},
        "e": {"e"},
        "f": {"f"},
    }
    assert [way.cost for way in blocks["a"].ways.values()] == [3, 3]


@pytest.mark.parametrize(
    ("net", "wait", "places"),
    [
        (make(s="and> a b", a="> j", b="> j", j="all> end"), Wait.EVERY, 2),
        (make(s="and> a b", a="> j", b="> j", j="> end"), Wait.ONE, 1),
        (make(s="or> a b", a="> j", b="> j", j="all> end"), Wait.STARTED, 2),
        (make(s="> a", a="> j", j="all> end", x="and> j j"), Wait.EVERY, 3),
        (make(s="or> a b", a="> j", b="> j", j="all> end", x="> j"), Wait.STARTED, 2),
        (make(s="and> a b", a="> j", b="> j", j="any> end"), Wait.FIRST, 1),
        (make(s="and> a b", a="> j", b="> j", j="any> c", c="> j end"), Wait.FIRST, 2),
        (make(s="> j", j="any> c", c="> j end"), Wait.ONE, 1),
    ],
)
def test_what_a_join_waits_for(net, wait, places):
    _, blocks = system_of(net)
    assert blocks["j"].wait is wait
    assert len(blocks["j"].inputs) == places


def test_a_join_alone_on_its_arc_waits_for_nothing_special():
    system, blocks = system_of(make(s="> a", a="all> end"))
    assert list(blocks) == ["s"]
    assert system.entry is blocks["s"].inputs[0]


def test_the_start_has_a_place_of_its_own_before_a_join():
    system, blocks = system_of(make(a="all> b", b="> a end"))
    assert [place.entry for place in blocks["a"].inputs] == [True, False]
    assert system.entry is blocks["a"].inputs[0]


def test_the_split_of_a_round_knows_its_join():
    _, blocks = system_of(make(r="> s", s="or> a b", a="> j", b="> j", j="all> end"))
    assert blocks["s"].opens == [blocks["j"]]


def test_ways_out_of_loops_may_be_taken_again():
    net = make(a="> b", b="> c", c="> b d", d="and> e f", e="> end", f="> end")
    system, blocks = system_of(net)
    mark_once(system, successors(outgoing(net)))
    assert {name: all(way.once for way in block.ways.values()) for name, block in blocks.items()} == {
        "a": True,
        "b": False,
        "d": True,
        "e": True,
        "f": True,
    }
