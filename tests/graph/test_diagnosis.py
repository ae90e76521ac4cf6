from __future__ import annotations

from svcflow.graph.diagnosis import diagnose
from svcflow.graph.net import Net, outgoing, successors
from svcflow.graph.problems import Soundness
from tests.graph.nets import make, names
from tests.graph.test_assembly import system_of


def told(net: Net, limit: int = 1_000) -> Soundness:
    system, _ = system_of(net)
    return diagnose(net, system, successors(outgoing(net)), frozenset(), limit)


def test_problems_are_told_shortest_first():
    net = make(s="> a b", a="> a2", a2="> j", b="> j", j="all> end")
    assert [names(deadlock.run) for deadlock in told(net).deadlocks] == [["s", "b"]]
    net = make(
        s="> a b",
        a="> a2",
        a2="> x y",
        x="> j",
        y="> j",
        j="all> end",
        b="> k l",
        k="> m",
        l="> m",
        m="all> end",
    )
    assert [len(deadlock.run) for deadlock in told(net).deadlocks] == [3, 4]


def test_the_run_goes_on_to_the_join_that_waits():
    net = make(s="and> a b", a="> a2", a2="> j", b="> end j", j="all> end")
    (deadlock,) = told(net).deadlocks
    assert sorted(names(deadlock.run)) == ["a", "a2", "b", "s"]


def test_dead_steps_are_told_only_where_no_step_runs_twice():
    net = make(
        s="and> a b c d", a="> m", b="> m", m="> end", c="> j end", d="> j", j="all> k", k="> end", x="> j"
    )
    verdict = told(net)
    assert verdict.runs_twice
    assert verdict.deadlocks
    assert verdict.dead_steps == ()


def test_without_a_decision_nothing_is_called_dead_or_endless():
    net = make(s="and> a b", a="> j", b="> b", j="all> end", x="> j")
    assert told(net).endless
    assert told(net).dead_steps
    verdict = told(net, limit=1)
    assert not verdict.decided
    assert verdict.endless == ()
    assert verdict.dead_steps == ()
