from __future__ import annotations

from svcflow.graph import ProcessGraph
from svcflow.graph.handoffs import DerivedHandoff
from svcflow.model import Process


def handoffs(*steps: dict, agreed: tuple[dict, ...] = ()) -> tuple[DerivedHandoff, ...]:
    named = [{"name": step["id"], **step} for step in steps]
    data = {"process": "p", "name": "P", "steps": named, "handoffs": list(agreed)}
    return ProcessGraph(Process.model_validate(data)).handoffs


def pairs(*steps: dict) -> list[tuple[str, str]]:
    return [(handoff.source, handoff.target) for handoff in handoffs(*steps)]


def test_work_that_goes_on_with_another_role_changes_hands() -> None:
    (handoff,) = handoffs({"id": "a", "role": "x"}, {"id": "b", "role": "y"}, {"id": "c", "role": "y"})
    assert (handoff.source, handoff.target) == ("a", "b")
    assert handoff.giver == {"x"}
    assert handoff.taker == {"y"}
    assert handoff.certain
    assert handoff.route == ("steps", 0)


def test_roles_that_overlap_may_go_on_themselves() -> None:
    (handoff,) = handoffs({"id": "a", "role": ["x", "y"]}, {"id": "b", "role": "y"})
    assert not handoff.certain
    assert pairs({"id": "a", "role": ["x", "y"]}, {"id": "b", "role": ["y", "x"]}) == []


def test_steps_that_nobody_does_are_passed_through() -> None:
    (handoff,) = handoffs(
        {"id": "a", "role": "x"},
        {"id": "wait", "kind": "wait", "for": "1d"},
        {"id": "choice", "kind": "decision", "next": [{"when": "no", "to": "end"}, {"otherwise": "b"}]},
        {"id": "b", "role": "y"},
    )
    assert (handoff.source, handoff.target) == ("a", "b")
    assert [flow.source for flow in handoff.flows] == ["a", "wait", "choice"]


def test_a_parallel_start_hands_over_to_each_branch() -> None:
    steps = (
        {"id": "a", "role": "x"},
        {"id": "split", "kind": "parallel", "next": ["b", "c"]},
        {"id": "b", "role": "y", "next": "d"},
        {"id": "c", "role": "z"},
        {"id": "d", "role": "x", "join": "all"},
    )
    assert pairs(*steps) == [("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")]


def test_exceptions_and_ways_back_hand_over_too_each_once() -> None:
    steps = (
        {
            "id": "a",
            "role": "x",
            "exceptions": [{"when": "fire", "goto": "b"}, {"when": "flood", "goto": "b"}],
        },
        {"id": "b", "role": "y", "next": [{"when": "again", "to": "a"}, {"otherwise": "end"}]},
    )
    assert pairs(*steps) == [("a", "b"), ("b", "a")]


def test_steps_that_cannot_be_reached_hand_over_nothing() -> None:
    assert (
        pairs({"id": "a", "role": "x", "next": "end"}, {"id": "b", "role": "y"}, {"id": "c", "role": "x"})
        == []
    )


def test_a_loop_of_steps_that_nobody_does_is_passed_once() -> None:
    steps = (
        {"id": "a", "role": "x"},
        {"id": "wait", "kind": "wait", "for": "1d"},
        {"id": "look", "next": [{"when": "not yet", "to": "wait"}, {"otherwise": "b"}]},
        {"id": "b", "role": "y"},
    )
    assert pairs(*steps) == [("a", "b")]


class TestAgreements:
    STEPS = (
        {"id": "receive", "role": "x"},
        {"id": "triage", "role": "x", "next": [{"when": "big", "to": "big"}, {"otherwise": "small"}]},
        {"id": "small", "role": "y", "next": "end"},
        {"id": "big", "role": "z"},
    )

    def covered(self, *agreed: dict) -> dict[str, int | None]:
        return {handoff.target: handoff.agreement for handoff in handoffs(*self.STEPS, agreed=agreed)}

    def test_nothing_agreed(self) -> None:
        assert self.covered() == {"small": None, "big": None}

    def test_by_the_step_that_gives(self) -> None:
        assert self.covered({"from": "triage", "to": "big"}) == {"small": None, "big": 0}

    def test_by_an_earlier_step_of_the_same_hands(self) -> None:
        agreed = ({"from": "receive", "to": "big"}, {"from": "receive", "to": "small"})
        assert self.covered(*agreed) == {"small": 1, "big": 0}

    def test_by_an_earlier_step_with_nobodys_steps_between(self) -> None:
        steps = (
            {"id": "a", "role": "x"},
            {"id": "wait", "kind": "wait", "for": "1d"},
            {"id": "b", "role": "x"},
        )
        (handoff,) = handoffs(*steps, {"id": "c", "role": "y"}, agreed=({"from": "a", "to": "c"},))
        assert (handoff.source, handoff.agreement) == ("b", 0)

    def test_not_by_a_step_of_other_hands(self) -> None:
        assert self.covered({"from": "small", "to": "big"}) == {"small": None, "big": None}

    def test_the_first_that_fits_counts(self) -> None:
        agreed = ({"from": "triage", "to": "big"}, {"from": "receive", "to": "big"})
        assert self.covered(*agreed)["big"] == 0
