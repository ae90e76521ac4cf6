from __future__ import annotations

import pytest
from hypothesis import HealthCheck, assume, given, settings

from svcflow.graph.places import flatten_path
from svcflow.graph.statespace import Space, explore, probe
from tests.graph.nets import built_nets, make, wild_nets
from tests.graph.oracle import Oracle
from tests.graph.test_assembly import system_of

DEADLOCK = make(s="> a b", a="> c", c="> j", b="> j", j="all> end")


def kinds(space: Space) -> tuple[bool, bool, bool]:
    return bool(space.stuck), bool(space.twice), bool(space.traps())


def test_the_run_to_a_marking_is_the_shortest():
    system, _ = system_of(DEADLOCK)
    space = explore(system, 100)
    assert sorted(space.cost[marking] for marking in space.stuck) == [2, 3]
    nearest = min(space.stuck, key=space.cost.__getitem__)
    assert [step for path in space.run(nearest) for step, _ in flatten_path(path)] == ["s", "b"]


@pytest.mark.parametrize("search", [explore, probe])
def test_a_search_stops_at_its_limit_and_says_so(search):
    system, _ = system_of(
        make(s="or> " + " ".join("abcdefghijkl"), **dict.fromkeys("abcdefghijkl", "> m"), m="> end")
    )
    space = search(system, 50)
    assert not space.complete
    assert len(space.cost) <= 51
    assert space.traps() == []


def test_a_trap_tells_its_blocks_and_the_nearest_marking():
    system, blocks = system_of(make(a="> b end", b="> c d", c="> b", d="> b"))
    (trap,) = explore(system, 100).traps()
    assert trap.cost == 1
    assert trap.blocks == {blocks["b"], blocks["c"], blocks["d"]}


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(wild_nets())
def test_leaving_out_idle_orders_misses_no_kind_of_problem(net):
    oracle = Oracle(net)
    system, _ = system_of(net)
    space = probe(system, 20_000)
    assert space.complete
    stuck, twice, traps = kinds(space)
    assert twice == bool(oracle.twice)
    if not twice:
        assert (stuck, traps) == (bool(oracle.stuck), bool(oracle.traps))
    assert len(space.cost) <= len(oracle.cost)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
@given(built_nets())
def test_both_searches_agree(net):
    assume(len(net.nodes) <= 12)
    system, _ = system_of(net)
    whole, part = kinds(explore(system, 20_000)), kinds(probe(system, 20_000))
    assert whole[1] == part[1]
    if not whole[1]:
        assert whole == part
