from __future__ import annotations

import pytest
from hypothesis import HealthCheck, assume, given, settings

from svcflow.graph.net import Arc, Join, Net, NetNode, Split
from svcflow.graph.soundness import DeadSteps, check
from tests.graph.nets import built_nets, make, names, wild_nets
from tests.graph.oracle import Oracle

SOUND = {
    "a single step": make(a="> end"),
    "a step without an arc": make(a=""),
    "a series": make(a="> b", b="> c", c="> end"),
    "a choice": make(a="> b c", b="> d", c="> d", d="> end"),
    "rework with a way out": make(a="> b", b="> a end"),
    "a loop that several arcs enter": make(a="> b c", b="> c", c="> b end"),
    "parallel branches that meet": make(a="and> b c", b="> j", c="> j", j="all> end"),
    "a parallel arc straight to the join": make(a="and> b j", b="> j", j="all> end"),
    "parallel branches in rework": make(s="> a", a="and> b c", b="> j", c="> j", j="all> d", d="> s end"),
    "blocks in blocks": make(
        a="and> b c",
        b="and> d e",
        d="> k",
        e="> k",
        k="all> j",
        c="> f g",
        f="> j2",
        g="> j2",
        j2="> j",
        j="all> end",
    ),
    "overlapping parallel branches": make(
        a="and> b c", b="and> d e", c="> j", d="> j", e="> k", j="all> k", k="all> end"
    ),
    "a branch that nobody waits for": make(a="and> notify b", notify="> end", b="> c", c="> end"),
    "the first of several": make(a="and> b c d", b="> j", c="> j", d="> j", j="any> e", e="> end"),
    "the first, and rework of the step after": make(a="and> b c", b="> j", c="> j", j="any> d", d="> j end"),
    "inclusive": make(a="or> b c ?d", b="> j", c="> j", d="> j", j="all> end"),
    "inclusive, with a way past it": make(a="or> b c ?d", b="> j", c="> j", d="> e", j="all> e", e="> end"),
    "inclusive in inclusive": make(
        a="or> b c", b="or> d e", d="> k", e="> k", k="all> j", c="> j", j="all> end"
    ),
    "inclusive beside parallel, in rework": make(
        s="> p", p="and> i x", i="or> a b", a="> k", b="> k", k="all> j", x="> j", j="all> r", r="> s end"
    ),
    "inclusive beside exclusive alternatives": make(
        s="and> i x", i="or> a b", a="> j", b="> j", x="> y z", y="> j", z="> j", j="all> end"
    ),
    "some of three, two of which meet before": make(
        s="and> i x", i="or> a b c", a="> k", b="> k", k="all> j", c="> j", x="> j", j="all> end"
    ),
    "inclusive beside a branch that may end": make(
        s="and> i x", i="or> a b", a="> j", b="> j", x="> j end", j="all> end"
    ),
    "a branch of an inclusive block that may end": make(a="or> b c", b="> j !end", c="> j", j="all> end"),
    "inclusive, the first of them": make(a="or> b c", b="> j", c="> j", j="any> d", d="> end"),
    "an exception instead of a parallel start": make(
        a="and> b c !d", b="> j", c="> j", j="all> d", d="> end"
    ),
}


@pytest.mark.parametrize("name", SOUND)
def test_sound(name):
    verdict = check(SOUND[name])
    assert verdict.sound, verdict
    assert verdict.unreachable == frozenset()


def test_what_no_arc_leads_to_is_unreachable_and_otherwise_left_alone():
    verdict = check(make(a="> end", x="and> y z", y="> end", z="> y"))
    assert verdict.unreachable == {"x", "y", "z"}
    assert verdict.sound


def the_deadlock(net: Net):
    verdict = check(net)
    (deadlock,) = verdict.deadlocks
    assert verdict.decided
    assert verdict.shortest
    (waiting,) = deadlock.waiting
    missing = [arc.source for arc in waiting.missing]
    return names(deadlock.run), waiting.node, missing, [arc.source for arc in waiting.arrived]


def test_a_join_after_a_choice_waits_for_ever():
    net = make(receive="> triage", triage="> major minor", major="> meet", minor="> meet", meet="all> end")
    assert the_deadlock(net) == (["receive", "triage", "major"], "meet", ["minor"], ["major"])


def test_what_lies_behind_a_deadlock_is_dead_because_of_it():
    verdict = check(make(a="> b c", b="> j", c="> j", j="all> d", d="> e", e="> end"))
    assert verdict.dead_steps == (DeadSteps(frozenset("jde"), verdict.deadlocks[0]),)


def test_an_exception_out_of_a_parallel_branch_leaves_the_join_waiting():
    net = make(s="and> a b", a="> a2", a2="> j !x", b="> j", j="all> end", x="> end")
    run, node, missing, arrived = the_deadlock(net)
    assert sorted(run) == ["a", "a2", "b", "s", "x"]
    assert (node, missing, arrived) == ("j", ["a2"], ["b"])


def test_an_end_within_a_parallel_branch():
    run, node, missing, arrived = the_deadlock(make(s="and> a b", a="> j end", b="> j", j="all> end"))
    assert sorted(run) == ["a", "b", "s"]
    assert (node, missing, arrived) == ("j", ["a"], ["b"])


def test_a_join_waits_for_a_step_that_nothing_leads_to():
    verdict = check(make(a="> j", j="all> end", x="> j"))
    assert verdict.unreachable == {"x"}
    assert [arc.source for arc in verdict.deadlocks[0].waiting[0].missing] == ["x"]


def test_rework_straight_into_a_join():
    net = make(s="and> a b", a="> j", b="> j", j="all> c", c="> j end")
    run, node, missing, arrived = the_deadlock(net)
    assert (sorted(run), node, missing, arrived) == (["a", "b", "s"], "j", ["c"], ["a", "b"])


def test_the_start_is_an_arc_into_a_join_too():
    assert the_deadlock(make(a="all> b", b="> a end")) == ([], "a", ["b"], [])


def test_a_loop_back_into_a_parallel_branch():
    net = make(s="and> a b", a="> j", b="> j", j="all> c", c="> a end")
    run, node, missing, arrived = the_deadlock(net)
    assert (len(run), node, missing, arrived) == (6, "j", ["b"], ["a"])


def test_two_joins_that_wait_for_each_other_are_one_deadlock():
    verdict = check(make(s="and> a b", a="> j", b="> k", j="all> k", k="all> j"))
    (deadlock,) = verdict.deadlocks
    assert {waiting.node for waiting in deadlock.waiting} == {"j", "k"}


def test_each_join_that_waits_is_told_once():
    parts = {f"b{n}": f"> c{n} d{n}" for n in range(3)} | {f"c{n}": f"> j{n}" for n in range(3)}
    parts |= {f"d{n}": f"> j{n}" for n in range(3)} | {f"j{n}": "all> end" for n in range(3)}
    verdict = check(make(s="> b0 b1 b2", **parts))
    assert sorted(deadlock.waiting[0].node for deadlock in verdict.deadlocks) == ["j0", "j1", "j2"]


def the_double(net: Net):
    (twice,) = check(net).runs_twice
    return names(twice.run), twice.node


def test_parallel_branches_that_just_run_together():
    run, node = the_double(make(s="and> a b", a="> m", b="> m", m="> n", n="> end"))
    assert (sorted(run), node) == (["a", "b", "s"], "m")


def test_two_arcs_to_the_same_step():
    assert the_double(make(s="and> a a", a="> end")) == (["s"], "a")


def test_a_second_round_before_a_branch_is_done():
    run, node = the_double(make(s="and> a b", a="> s end", b="> c", c="> end"))
    assert (run, node) == (["s", "a", "s"], "b")


def test_a_second_round_before_the_slower_branch_is_done():
    run, node = the_double(make(s="and> a b", a="> j", b="> j", j="any> c", c="> s end"))
    assert node in {"a", "b"}
    assert len(run) == 5


def test_only_the_first_of_what_runs_twice_is_told():
    run, node = the_double(make(s="and> a b", a="> m", b="> m", m="> n", n="> o p", o="> end", p="> n end"))
    assert (len(run), node) == (3, "m")


def test_a_loop_without_exit():
    verdict = check(make(a="> b end", b="> c", c="> d", d="> c"))
    (endless,) = verdict.endless
    assert names(endless.run) == ["a", "b"]
    assert endless.nodes == {"c", "d"}
    assert not verdict.sound


def test_a_loop_without_exit_in_a_parallel_branch():
    verdict = check(make(s="and> a b", a="> j", b="> c j", c="> c", j="all> end"))
    (endless,) = verdict.endless
    assert endless.nodes == {"c"}
    assert sorted(names(endless.run)) == ["a", "b", "s"]


def test_what_waits_for_an_endless_loop_is_dead_because_of_it():
    verdict = check(make(s="and> a b", a="> j", b="> b", j="all> end", x="> j"))
    assert verdict.dead_steps == (DeadSteps(frozenset("j"), verdict.endless[0]),)


def test_long_ordinary_processes_are_reduced_to_nothing():
    nodes = {"s": NetNode("s")}
    arcs: list[Arc] = []
    last = "s"
    for block in range(2_000):
        head, meet = f"h{block}", f"m{block}"
        split, join = [
            (Split.PARALLEL, Join.ALL),
            (Split.INCLUSIVE, Join.ALL),
            (Split.EXCLUSIVE, Join.EXCLUSIVE),
        ][block % 3]
        nodes |= {head: NetNode(head, split), meet: NetNode(meet, join=join)}
        arcs.append(Arc(len(arcs), last, head))
        for branch in "ab":
            nodes[branch + head] = NetNode(branch + head)
            arcs.append(Arc(len(arcs), head, branch + head))
            arcs.append(Arc(len(arcs), branch + head, meet))
        arcs.append(Arc(len(arcs), meet, head, kind="exception"))
        last = meet
    arcs.append(Arc(len(arcs), last, None))
    verdict = check(Net(nodes, tuple(arcs), "s"))
    assert verdict.sound
    assert verdict.states == 1


def test_one_fault_in_a_long_process_is_found_with_few_states():
    steps = {f"t{n}": f"> t{n + 1}" for n in range(300)} | {"t300": "and> a b", "a": "> j end", "b": "> j"}
    verdict = check(make(**steps, j="all> u", u="> end"))
    assert len(verdict.deadlocks[0].run) == 303
    assert verdict.states < 20


def wide(branches: int, **rest: str) -> Net:
    parts = {f"b{n}": rest["branch"] for n in range(branches)}
    return make(s=rest["split"] + "> " + " ".join(parts), **parts, j=rest["join"] + "> e", e=rest["end"])


@pytest.mark.parametrize(
    ("split", "branch", "join"),
    [("or", "> j", "all"), ("or", "> j !end", "all"), ("or", "> j", "any"), ("and", "> j", "any")],
)
def test_forty_branches_in_order_are_no_matter_of_counting(split, branch, join):
    verdict = check(wide(40, split=split, branch=branch, join=join, end="> end"))
    assert verdict.sound
    assert verdict.states == 1


@pytest.mark.parametrize(
    ("split", "branch", "join", "end"),
    [
        ("or", "> j", "", "> end"),
        ("or", "> j !e", "all", "> end"),
        ("and", "> j !end", "all", "> end"),
        ("and", "> j", "any", "> s end"),
    ],
)
def test_beyond_the_limit_what_was_found_is_told_and_is_true(split, branch, join, end):
    net = wide(40, split=split, branch=branch, join=join, end=end)
    verdict = check(net, limit=500)
    assert not verdict.decided
    assert not verdict.sound
    assert verdict.deadlocks or verdict.runs_twice
    assert verdict.states <= 1_010
    is_true(net, verdict)


def test_a_search_that_leaves_out_idle_orders_decides_more():
    net = wide(8, split="and", branch="> j !end", join="all", end="> end")
    verdict = check(net, limit=1_000)
    assert verdict.decided
    assert not verdict.shortest
    assert [waiting.node for waiting in verdict.deadlocks[0].waiting] == ["j"]
    is_true(net, verdict)


def is_true(net: Net, verdict, oracle: Oracle | None = None) -> None:
    """Every run can be made, and leads to what is said of it."""
    oracle = oracle or Oracle(net, explore=False)
    for deadlock in verdict.deadlocks:
        joins = {waiting.node for waiting in deadlock.waiting}
        assert any(
            not twice
            and not any(oracle.enabled(state))
            and {oracle.owner(place) for place in state[0]} == joins
            for state, twice in oracle.replay(deadlock.run)
        )
    for twice in verdict.runs_twice:
        assert any(twice.node in nodes for _, nodes in oracle.replay(twice.run))
    for endless in verdict.endless:
        assert oracle.replay(endless.run)


def agrees(net: Net) -> None:
    """The verdict, the problems and the lengths of the runs are those of plain exhaustive search."""
    oracle = Oracle(net)
    verdict = check(net)
    assert verdict.decided or verdict.runs_twice
    assert verdict.unreachable == net.nodes.keys() - oracle.alive
    assert verdict.sound == (not (oracle.stuck or oracle.twice or oracle.traps or oracle.dead))
    is_true(net, verdict, oracle)
    if oracle.twice:
        lengths = {twice.node: len(twice.run) for twice in verdict.runs_twice}
        assert min(lengths.values()) == min(oracle.twice.values())
        assert lengths.keys() <= oracle.twice.keys()
        return
    stuck: dict[str, int] = {}
    for deadlock in verdict.deadlocks:
        for waiting in deadlock.waiting:
            stuck.setdefault(waiting.node, len(deadlock.run))
    assert stuck == oracle.stuck
    assert {endless.nodes: len(endless.run) for endless in verdict.endless} == oracle.traps
    assert frozenset().union(*(dead.nodes for dead in verdict.dead_steps)) == oracle.dead


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(wild_nets())
def test_agrees_with_plain_search_on_any_net(net):
    agrees(net)


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
@given(built_nets())
def test_agrees_with_plain_search_on_nets_of_blocks(net):
    assume(len(net.nodes) <= 12)
    agrees(net)


@settings(max_examples=100, deadline=None)
@given(built_nets(most_faults=0))
def test_the_runs_of_a_net_do_not_depend_on_the_time_of_day(net):
    assert check(net) == check(Net(dict(net.nodes), tuple(net.arcs), net.start))
