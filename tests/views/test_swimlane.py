from __future__ import annotations

from svcflow.views.diagram import DEdge, Diagram, Direction, Line
from svcflow.views.layout import arrange
from svcflow.views.layout.check import faults
from svcflow.views.swimlane import swimlane

ROLES = {
    "boss": {"name": "The boss", "department": "Office", "line": "backstage"},
    "clerk": {"name": "The clerk", "department": "Desk", "line": "frontstage"},
    "guest": {"name": "The guest", "line": "customer"},
    "aide": {"name": "The aide", "department": "Office", "line": "frontstage"},
    "idle": {"name": "Nobody", "department": "Desk"},
}
STEPS = (
    {"id": "a", "role": "boss"},
    {"id": "b", "role": "clerk"},
    {"id": "c", "role": "guest"},
    {"id": "d", "role": "aide"},
)


def edges(diagram: Diagram) -> dict[tuple[str, str], DEdge]:
    return {(edge.source, edge.target): edge for edge in diagram.edges}


def test_lanes_go_from_the_customer_inwards_and_departments_stay_together(process) -> None:
    diagram = swimlane(process(*STEPS, roles=ROLES))
    assert [(lane.id, lane.title, lane.group, lane.line) for lane in diagram.lanes] == [
        ("guest", "The guest", "", Line.CUSTOMER),
        ("clerk", "The clerk", "Desk", Line.FRONTSTAGE),
        ("aide", "The aide", "Office", Line.FRONTSTAGE),
        ("boss", "The boss", "Office", Line.BACKSTAGE),
    ]
    assert diagram.direction is Direction.RIGHT
    assert faults(arrange(diagram)) == []


def test_a_step_without_a_role_stands_with_its_neighbour(process) -> None:
    diagram = swimlane(
        process(
            {"id": "fork", "kind": "parallel", "next": ["b", "c"]},
            {"id": "b", "role": "clerk", "next": "pause"},
            {"id": "c", "role": "guest", "next": "end"},
            {"id": "pause", "kind": "wait", "for": "1d"},
            roles=ROLES,
        )
    )
    assert [diagram.index[id].lane for id in ("fork", "b", "c", "pause")] == [
        "clerk",
        "clerk",
        "guest",
        "clerk",
    ]


def test_work_without_a_role_is_nobodys(process) -> None:
    diagram = swimlane(
        process(
            {"id": "a", "role": "guest"}, {"id": "b"}, {"id": "w", "kind": "wait", "for": "1d"}, roles=ROLES
        )
    )
    assert [lane.title for lane in diagram.lanes] == ["The guest", "No role named"]
    assert diagram.index["b"].lane == diagram.index["w"].lane == diagram.lanes[1].id


def test_work_that_no_person_does_has_a_lane_of_its_own(process) -> None:
    diagram = swimlane(
        process(
            {"id": "a", "role": "guest"},
            {"id": "b"},
            {"id": "c", "automation": "automatic"},
            {"id": "d", "role": "guest", "automation": "automatic"},
            roles=ROLES,
        )
    )
    assert [lane.title for lane in diagram.lanes] == ["The guest", "Automatic", "No role named"]
    assert diagram.index["c"].lane == diagram.lanes[1].id
    assert diagram.index["d"].lane == diagram.lanes[0].id


def test_a_process_without_roles_has_one_lane(process) -> None:
    diagram = swimlane(process({"id": "a"}, {"id": "b"}))
    assert [lane.title for lane in diagram.lanes] == ["No role named"]
    assert faults(arrange(diagram)) == []


def test_each_lane_has_its_own_end(process) -> None:
    branches = [{"when": "x", "to": "end"}, {"otherwise": "b"}]
    steps = ({"id": "a", "role": "boss", "next": branches}, {"id": "b", "role": "clerk"})
    diagram = swimlane(process(*steps, roles=ROLES))
    assert {node.id: node.lane for node in diagram.nodes if node.id.startswith(":end")} == {
        ":end:boss": "boss",
        ":end:clerk": "clerk",
    }


def test_handoffs_carry_what_was_agreed(process) -> None:
    agreed = [
        {"from": "a", "to": "b", "passes": ["file", "form"], "within": "15m", "accepted_when": "it is signed"}
    ]
    found = edges(swimlane(process(*STEPS, roles=ROLES, handoffs=agreed)))
    assert found["a", "b"].handoff
    assert found["a", "b"].note == "file, form\u00a0· 15 min"
    assert found["a", "b"].tooltip.endswith("it is signed")
    assert found["b", "c"].handoff
    assert found["b", "c"].note == ""


def test_where_the_same_hands_may_go_on_nothing_is_marked(process) -> None:
    steps = ({"id": "a", "role": "clerk"}, {"id": "b", "role": ["clerk", "boss"]})
    assert not edges(swimlane(process(*steps, roles=ROLES)))["a", "b"].handoff
