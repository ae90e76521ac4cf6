from __future__ import annotations

import pytest

from svcflow.graph.net import Net
from svcflow.graph.places import System, Wait, flatten_names, flatten_path
from svcflow.graph.reduction import Reducer, is_sound_block
from tests.graph.nets import make
from tests.graph.test_assembly import system_of


def reduced(net: Net, *, faithful: bool = False) -> System:
    system, _ = system_of(net)
    Reducer(system, faithful=faithful).reduce()
    return system


ORDINARY = {
    "choice": make(a="> b c", b="> d", c="> d", d="> end"),
    "loop": make(a="> b", b="> c", c="> a end"),
    "loop in a branch": make(a="> b c", b="> b d", c="> d", d="> end"),
    "parallel": make(a="and> b c", b="> j", c="> j", j="all> end"),
    "parallel in parallel": make(
        a="and> b c", b="and> d e", c="> j", d="> k", e="> k", k="all> j", j="all> end"
    ),
    "inclusive": make(a="or> b c ?d", b="> j", c="> j", d="> end", j="all> end"),
    "exception from the split": make(a="and> b c !d", b="> j", c="> j", d="> end", j="all> end"),
}


@pytest.mark.parametrize("name", ORDINARY)
def test_what_is_in_order_becomes_one_block(name):
    system = reduced(ORDINARY[name])
    assert is_sound_block(system)
    (block,) = system.blocks
    assert flatten_names(block.members) | flatten_names(block.inputs[0].members) == set(ORDINARY[name].nodes)


@pytest.mark.parametrize(
    "net",
    [
        make(a="> b", b="> b"),
        make(a="and> b c", b="> d", c="> d", d="> end"),
        make(a="> b c", b="> j", c="> j", j="all> end"),
        make(a="or> b c", b="> j", c="> j", j="> end"),
        make(a="and> a b", b="> end"),
    ],
)
def test_what_is_not_in_order_does_not(net):
    assert not is_sound_block(reduced(net))
    assert not is_sound_block(reduced(net, faithful=True))


def test_the_path_through_a_block_is_the_shortest_and_complete():
    system = reduced(make(a="> b c", b="> d", c="> x", x="> d", d="and> e f", e="> j", f="> j", j="all> end"))
    (block,) = system.blocks
    (way,) = block.ways.values()
    names = [name for name, _ in flatten_path(way.path)]
    assert names[:3] == ["a", "b", "d"]
    assert sorted(names[3:5]) == ["e", "f"]
    assert names[5:] == ["j"]
    assert way.cost == len(names)


def test_a_branch_that_only_leads_to_a_join_is_walked_by_the_join():
    system = reduced(make(a="and> b c", b="> j", c="> j !end", j="all> end"))
    join = next(block for block in system.blocks if block.wait is Wait.EVERY)
    assert sorted([name for name, _ in flatten_path(place.path)] for place in join.inputs) == [[], ["b"]]


def test_a_faithful_reduction_keeps_choices_where_a_join_may_wait_for_them():
    net = make(s="or> a b", a="> c d", c="> j", d="> end", b="> j", j="all> end")
    assert len(reduced(net, faithful=True).blocks) > len(reduced(net).blocks)
