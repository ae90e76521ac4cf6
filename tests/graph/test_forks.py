from __future__ import annotations

from svcflow.graph import ProcessGraph
from svcflow.graph.forks import Fork
from svcflow.model import Process


def forks(*steps: dict) -> tuple[Fork, ...]:
    named = [{"name": step["id"], **step} for step in steps]
    return ProcessGraph(Process.model_validate({"process": "p", "name": "P", "steps": named})).forks


def test_a_plain_process_has_none() -> None:
    assert forks({"id": "a", "next": [{"when": "x", "to": "b"}, {"otherwise": "end"}]}, {"id": "b"}) == ()


def test_branches_and_where_they_meet() -> None:
    (fork,) = forks(
        {"id": "a", "kind": "parallel", "next": ["b", "c"]},
        {"id": "b", "next": "d"},
        {"id": "c"},
        {"id": "d", "join": "all"},
        {"id": "e"},
    )
    assert fork.node.id == "a"
    assert fork.branches == ("b", "c")
    assert fork.meetings == ("d",)
    assert fork.shared == {"d"}


def test_what_comes_after_all_have_met_is_not_shared() -> None:
    (fork,) = forks(
        {"id": "a", "kind": "inclusive", "next": [{"when": "x", "to": "b"}, {"otherwise": "c"}]},
        {"id": "b"},
        {"id": "c", "next": [{"when": "x", "to": "d"}, {"otherwise": "e"}]},
        {"id": "d"},
        {"id": "e"},
    )
    assert fork.meetings == ("c",)
    assert fork.shared == {"c"}


def test_one_branch_is_no_fork() -> None:
    assert forks({"id": "a", "kind": "parallel", "next": "b"}, {"id": "b"}) == ()
    assert forks({"id": "a", "kind": "parallel", "next": ["b", "end"]}, {"id": "b"}) == ()


def test_the_same_step_twice_is_two_branches_that_meet_at_once() -> None:
    (fork,) = forks({"id": "a", "kind": "parallel", "next": ["b", "b"]}, {"id": "b"}, {"id": "c"})
    assert fork.branches == ("b",)
    assert fork.meetings == ("b",)
    assert fork.shared == {"b"}


def test_a_branch_may_be_the_meeting_place_of_the_others() -> None:
    (fork,) = forks({"id": "a", "kind": "parallel", "next": ["b", "c"]}, {"id": "b"}, {"id": "c"})
    assert fork.meetings == ("c",)


def test_branches_that_never_meet() -> None:
    (fork,) = forks(
        {"id": "a", "kind": "parallel", "next": ["b", "c"]}, {"id": "b", "next": "end"}, {"id": "c"}
    )
    assert (fork.meetings, fork.shared) == ((), frozenset())


def test_a_part_of_the_branches_meets_first() -> None:
    (fork,) = forks(
        {"id": "a", "kind": "parallel", "next": ["b", "c", "d"]},
        {"id": "b", "next": "e"},
        {"id": "c"},
        {"id": "e", "join": "all", "next": "f"},
        {"id": "d"},
        {"id": "f", "join": "all"},
        {"id": "g"},
    )
    assert fork.meetings == ("e", "f")
    assert fork.shared == {"e", "f"}


def test_forks_in_each_other() -> None:
    outer, inner = forks(
        {"id": "a", "kind": "parallel", "next": ["b", "x"]},
        {"id": "b", "kind": "parallel", "next": ["c", "d"]},
        {"id": "c", "next": "e"},
        {"id": "d"},
        {"id": "e", "join": "all", "next": "y"},
        {"id": "x"},
        {"id": "y", "join": "all"},
    )
    assert (outer.node.id, outer.meetings) == ("a", ("y",))
    assert (inner.node.id, inner.meetings) == ("b", ("e",))


def test_an_exception_leads_to_a_shared_step_but_is_no_meeting() -> None:
    (fork,) = forks(
        {"id": "a", "kind": "parallel", "next": ["b", "c"], "exceptions": [{"when": "fire", "goto": "g"}]},
        {"id": "b", "next": "d", "exceptions": [{"when": "fire", "goto": "g"}]},
        {"id": "c", "exceptions": [{"when": "fire", "goto": "g"}]},
        {"id": "d", "join": "all", "next": "end"},
        {"id": "g"},
    )
    assert fork.branches == ("b", "c")
    assert fork.meetings == ("d",)
    assert fork.shared == {"d", "g"}


def test_an_exception_may_lead_past_the_meeting_place() -> None:
    (fork,) = forks(
        {"id": "a", "kind": "parallel", "next": ["b", "c"]},
        {"id": "b", "next": "d", "exceptions": [{"when": "fire", "goto": "f"}]},
        {"id": "c"},
        {"id": "d", "join": "all", "next": [{"when": "x", "to": "e"}, {"otherwise": "f"}]},
        {"id": "e"},
        {"id": "f"},
    )
    assert fork.shared == {"d"}


def test_a_way_back_is_not_followed() -> None:
    (fork,) = forks(
        {"id": "s"},
        {"id": "a", "kind": "parallel", "next": ["b", "c"]},
        {"id": "b", "next": [{"when": "again", "to": "s"}, {"otherwise": "d"}]},
        {"id": "c"},
        {"id": "d", "join": "all"},
    )
    assert fork.shared == {"d"}


def test_a_fork_that_nothing_leads_to_is_left_out() -> None:
    steps = (
        {"id": "a", "next": "end"},
        {"id": "b", "kind": "parallel", "next": ["c", "d"]},
        {"id": "c"},
        {"id": "d"},
    )
    assert forks(*steps) == ()
