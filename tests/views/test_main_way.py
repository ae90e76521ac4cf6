from __future__ import annotations

from hypothesis import given

from svcflow.graph import ProcessGraph
from svcflow.model import Process
from svcflow.views.main_way import MainWay, natural_order
from tests.strategies import processes

BRANCHES = [
    {"when": "rare", "to": "b", "share": "10%"},
    {"when": "often", "to": "c", "share": "60%"},
    {"otherwise": "d"},
]


def test_of_a_choice_the_greatest_share_is_taken(process) -> None:
    graph = process({"id": "a", "next": BRANCHES}, {"id": "b"}, {"id": "c", "next": "end"}, {"id": "d"}).graph
    way = MainWay(graph)
    assert way.steps == {"a", "c"}
    assert [flow.label for flow in way.unusual("a")] == ["rare", None]
    assert [flow.label for flow in way.turns_to("b")] == ["rare"]
    assert way.turns_to("c") == []


def test_branches_without_a_share_divide_what_is_left(process) -> None:
    branches = [{"when": "x", "to": "b", "share": "40%"}, {"otherwise": "c"}]
    way = MainWay(process({"id": "a", "next": branches}, {"id": "b"}, {"id": "c"}).graph)
    assert way.steps == {"a", "c"}


def test_all_branches_of_a_split_are_usual(process) -> None:
    graph = process(
        {"id": "fork", "kind": "parallel", "next": ["b", "c"]},
        {"id": "b", "next": "d"},
        {"id": "c", "next": "d"},
        {"id": "d", "join": "all"},
    ).graph
    assert MainWay(graph).steps == {"fork", "b", "c", "d"}


def test_exceptions_and_ways_back_are_unusual(process) -> None:
    case = {"when": "broken", "goto": "c"}
    back = [{"when": "again", "to": "a", "share": "90%"}, {"otherwise": "end"}]
    way = MainWay(process({"id": "a", "exceptions": [case]}, {"id": "b", "next": back}, {"id": "c"}).graph)
    assert way.steps == {"a", "b"}
    assert [flow.label for flow in way.unusual("b")] == ["again"]


def test_a_step_is_reached_by_an_exception_only_where_there_is_no_other_way(process) -> None:
    case = {"when": "broken", "goto": "late"}
    graph = process(
        {"id": "a", "next": [{"when": "x", "to": "b", "share": "20%"}, {"otherwise": "c"}]},
        {"id": "b", "next": "late"},
        {"id": "c", "exceptions": [case], "next": "end"},
        {"id": "late"},
    ).graph
    assert [flow.label for flow in MainWay(graph).turns_to("late")] == ["x"]


def test_the_order_is_that_of_the_file_as_far_as_the_flow_allows(process) -> None:
    graph = process(
        {"id": "a", "next": [{"when": "x", "to": "c"}, {"otherwise": "b"}]},
        {"id": "b", "next": "d"},
        {"id": "c", "next": "b"},
        {"id": "d"},
    ).graph
    assert natural_order(graph) == ("a", "c", "b", "d")


@given(processes(broken=True))
def test_the_order_holds_every_step_behind_those_before_it(made: Process) -> None:
    graph = ProcessGraph(made)
    order = natural_order(graph)
    assert set(order) == graph.reachable
    places = {id: place for place, id in enumerate(order)}
    assert all(places[one] < places[other] for one in order for other in graph.forward[one])
