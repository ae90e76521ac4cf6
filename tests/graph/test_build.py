from __future__ import annotations

import pytest

from svcflow.graph.build import flows_of, nodes_of
from svcflow.graph.elements import Flow, FlowKind
from svcflow.model import Process


def flows(*steps: dict) -> tuple[Flow, ...]:
    named = [{"name": step["id"], **step} for step in steps]
    nodes, _ = nodes_of(Process.model_validate({"process": "p", "name": "P", "steps": named}))
    return flows_of(nodes)


def said(*steps: dict) -> list[tuple[str, str | None, str]]:
    return [(flow.source, flow.target, str(flow.kind)) for flow in flows(*steps)]


def test_a_step_is_followed_by_the_one_below_it_and_the_last_one_ends() -> None:
    assert said({"id": "a"}, {"id": "b"}) == [("a", "b", "sequence"), ("b", None, "sequence")]
    assert all(flow.implicit for flow in flows({"id": "a"}, {"id": "b"}))


@pytest.mark.parametrize("written", ["c", ["c"], [{"to": "c"}]])
def test_next_jumps(written: object) -> None:
    (first, *_) = flows({"id": "a", "next": written}, {"id": "b"}, {"id": "c"})
    assert (first.target, first.kind, first.implicit) == ("c", FlowKind.SEQUENCE, False)
    assert first.route == ("steps", 0, "next", 0, "to")


def test_next_end_ends() -> None:
    (first, *_) = flows({"id": "a", "next": "end"}, {"id": "b"})
    assert (first.target, first.unknown) == (None, None)


def test_an_empty_next_says_nothing() -> None:
    assert flows({"id": "a", "next": []}, {"id": "b"})[0].implicit


def test_branches_are_a_choice_with_all_that_they_say() -> None:
    found = flows(
        {
            "id": "a",
            "next": [
                {"when": "big", "to": "b", "share": "8%", "limit": 2},
                {"otherwise": "end", "share": "92%"},
            ],
        },
        {"id": "b", "kind": "end"},
    )
    assert [(f.kind, f.target, f.label, f.share, f.limit, f.route) for f in found] == [
        (FlowKind.BRANCH, "b", "big", 0.08, 2, ("steps", 0, "next", 0, "to")),
        (FlowKind.OTHERWISE, None, None, 0.92, None, ("steps", 0, "next", 1, "otherwise")),
    ]


def test_a_branch_alone_with_a_condition_is_a_branch() -> None:
    assert said({"id": "a", "next": [{"when": "yes", "to": "end"}]}) == [("a", None, "branch")]


def test_several_without_condition_are_branches_but_of_a_parallel_step_all_are_taken() -> None:
    rest = [{"id": "b", "kind": "end"}, {"id": "c", "kind": "end"}]
    assert [kind for *_, kind in said({"id": "a", "next": ["b", "c"]}, *rest)] == ["branch", "branch"]
    parallel = {"id": "a", "kind": "parallel", "next": ["b", "c"]}
    assert [kind for *_, kind in said(parallel, *rest)] == ["sequence", "sequence"]


def test_kind_end_ends_whatever_it_says() -> None:
    end = {"id": "a", "kind": "end", "next": "b", "exceptions": [{"when": "x", "goto": "b"}]}
    assert said(end, {"id": "b", "kind": "end"}) == []


def test_exceptions_lead_away_only_with_goto() -> None:
    cases = [
        {"when": "no paper", "do": "fetch some"},
        {"when": "fire", "goto": "end", "share": "1%", "after": "2h"},
    ]
    found = flows({"id": "a", "exceptions": cases})
    assert [(f.kind, f.target, f.label, f.share, f.route) for f in found] == [
        (FlowKind.SEQUENCE, None, None, None, ("steps", 0)),
        (FlowKind.EXCEPTION, None, "fire", 0.01, ("steps", 0, "exceptions", 1, "goto")),
    ]


def test_an_unknown_target_ends_the_process_and_is_remembered() -> None:
    (flow,) = flows({"id": "a", "next": "nowhere"})
    assert (flow.target, flow.unknown) == (None, "nowhere")


class TestWait:
    def test_for_a_time_goes_on_as_next_says(self) -> None:
        assert said({"id": "a", "kind": "wait", "for": "3d"}, {"id": "b", "kind": "end"}) == [
            ("a", "b", "sequence")
        ]

    def test_for_nothing_goes_on(self) -> None:
        assert said({"id": "a", "kind": "wait"}) == [("a", None, "sequence")]

    def test_for_an_event_goes_on_as_next_says_and_is_named_after_it(self) -> None:
        (flow,) = flows({"id": "a", "kind": "wait", "until": {"event": "paid", "share": "90%"}})
        assert (flow.kind, flow.label, flow.share) == (FlowKind.SEQUENCE, "paid", 0.9)

    def test_for_several_events_takes_the_way_of_each(self) -> None:
        until = [{"event": "paid", "to": "b", "share": "90%"}, {"event": "cancelled", "to": "end"}]
        found = flows({"id": "a", "kind": "wait", "until": until}, {"id": "b", "kind": "end"})
        assert [(f.kind, f.target, f.label, f.share, f.route) for f in found] == [
            (FlowKind.EVENT, "b", "paid", 0.9, ("steps", 0, "until", 0, "to")),
            (FlowKind.EVENT, None, "cancelled", None, ("steps", 0, "until", 1, "to")),
        ]

    def test_whose_time_runs_out_goes_where_the_limit_says(self) -> None:
        wait = {
            "id": "a",
            "kind": "wait",
            "until": "paid",
            "at_most": {"time": "5bd", "to": "c", "share": "10%"},
        }
        found = flows(wait, {"id": "b", "kind": "end"}, {"id": "c", "kind": "end"})
        assert [(f.kind, f.target, f.label, f.share) for f in found] == [
            (FlowKind.SEQUENCE, "b", "paid", None),
            (FlowKind.TIMEOUT, "c", None, 0.1),
        ]
        assert found[1].route == ("steps", 0, "at_most", "to")

    def test_whose_time_runs_out_goes_on_as_next_says_where_the_limit_says_nothing(self) -> None:
        event = {"event": "paid", "to": "end", "share": "80%"}
        wait = {
            "id": "a",
            "kind": "wait",
            "until": event,
            "at_most": {"time": "5bd", "share": "20%"},
            "next": "b",
        }
        found = flows(wait, {"id": "b", "kind": "end"})
        assert [(f.kind, f.target, f.label, f.share) for f in found] == [
            (FlowKind.SEQUENCE, "b", None, 0.2),
            (FlowKind.EVENT, None, "paid", 0.8),
        ]

    def test_event_and_time_limit_that_go_on_alike_are_one_way(self) -> None:
        wait = {"id": "a", "kind": "wait", "until": {"event": "paid", "share": "80%"}}
        (flow,) = flows({**wait, "at_most": {"time": "5bd", "share": "20%"}})
        assert (flow.label, flow.share) == (None, 1.0)
        (flow,) = flows({**wait, "at_most": "5bd"})
        assert flow.share is None

    def test_all_of_whose_events_lead_elsewhere_does_not_go_on_to_the_next_step(self) -> None:
        wait = {"id": "a", "kind": "wait", "until": [{"event": "paid", "to": "end"}]}
        assert said(wait, {"id": "b", "kind": "end"}) == [("a", None, "event")]


class TestDuplicates:
    def test_the_first_one_counts(self) -> None:
        steps = [{"id": "a", "name": "1"}, {"id": "b", "name": "2"}, {"id": "a", "name": "3"}]
        nodes, duplicates = nodes_of(Process.model_validate({"process": "p", "name": "P", "steps": steps}))
        assert [(id, node.index) for id, node in nodes.items()] == [("a", 0), ("b", 1)]
        assert [(node.index, node.step.name, node.route) for node in duplicates] == [(2, "3", ("steps", 2))]

    def test_nothing_runs_on_into_the_second_one(self) -> None:
        """A copied step would else look like a way back to the first, and the process like an endless loop."""
        steps = [{"id": "a"}, {"id": "b"}, {"id": "a", "next": "b"}, {"id": "c"}]
        assert said(*steps) == [("a", "b", "sequence"), ("b", "c", "sequence"), ("c", None, "sequence")]
