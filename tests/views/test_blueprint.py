from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from svcflow.analyzers.context import ProcessContext
from svcflow.load.shared import Shared
from svcflow.model import Process
from svcflow.views.blueprint import blueprint
from svcflow.views.diagram import BadgeKind, BorderKind, Diagram, EdgeKind, Shape
from svcflow.views.layout import arrange, fold, sheets
from svcflow.views.layout.check import faults
from tests.strategies import process_data

ROLES = {
    "guest": {"name": "The guest", "line": "customer"},
    "clerk": {"name": "The clerk", "department": "Desk", "line": "frontstage"},
    "cook": {"name": "The cook", "line": "backstage"},
    "buyer": {"name": "The buyer", "line": "support"},
}
MEETS = {"channel": "desk", "customer": "Says what\nhappened", "evidence": ["A slip", "A pen"]}


def kinds(diagram: Diagram, node: str) -> list[tuple[BadgeKind, str]]:
    return [(badge.kind, badge.text) for badge in diagram.index[node].badges]


def uprights(diagram: Diagram) -> set[tuple[str, str, EdgeKind]]:
    return {(edge.source, edge.target, edge.kind) for edge in diagram.edges if diagram.is_upright(edge)}


def test_the_rows_and_the_lines_between_them_are_always_there(process) -> None:
    diagram = blueprint(process({"id": "a"}))
    assert [(lane.id, lane.title, lane.below and lane.below.text) for lane in diagram.lanes] == [
        ("evidence", "Physical evidence", None),
        ("customer", "Customer actions", "Line of interaction"),
        ("frontstage", "Frontstage", "Line of visibility"),
        ("backstage", "Backstage", "Line of internal interaction"),
        ("support", "Support process", None),
    ]
    assert [lane.below.kind for lane in diagram.lanes if lane.below] == list(BorderKind)
    assert faults(arrange(diagram)) == []


@pytest.mark.parametrize(
    ("language", "titles"),
    [
        ("zh-Hans", "有形展示 客户行为 互动分界线 前台 可视分界线 后台 内部互动线 支持过程"),
        ("zh-Hant", "實體證據 顧客行為 互動線 前台 可視線 後台 內部互動線 支援流程"),
    ],
)
def test_the_rows_have_the_terms_of_the_field(process, language: str, titles: str) -> None:
    lanes = blueprint(process({"id": "a"}), language).lanes
    said = [text for lane in lanes for text in (lane.title, lane.below.text if lane.below else "")]
    assert " ".join(filter(None, said)) == titles


def test_a_step_stands_in_the_row_of_its_role_and_says_who_acts(process) -> None:
    steps = [{"id": f"by-{role}", "role": role} for role in ROLES]
    diagram = blueprint(process(*steps, {"id": "both", "role": ["clerk", "cook"]}, roles=ROLES))
    found = [
        (diagram.index[id].lane, diagram.index[id].caption)
        for id in (*(f"by-{role}" for role in ROLES), "both")
    ]
    assert found == [
        ("customer", "The guest"),
        ("frontstage", "The clerk"),
        ("backstage", "The cook"),
        ("support", "The buyer"),
        ("frontstage", "The clerk or The cook"),
    ]


def test_work_that_names_no_role_is_never_the_customers(process) -> None:
    steps: list[dict[str, Any]] = [
        {"id": "ask", "role": "guest"},
        {"id": "look", "next": "tell"},
        {"id": "tell", "touchpoint": MEETS},
        {"id": "book", "automation": "automatic", "tools": "till"},
    ]
    diagram = blueprint(process(*steps, roles=ROLES))
    assert [(diagram.index[step["id"]].lane, diagram.index[step["id"]].caption) for step in steps] == [
        ("customer", "The guest"),
        ("backstage", "No role named"),
        ("frontstage", "No role named"),
        ("support", ""),
    ]


def test_of_many_roles_the_first_is_named(process) -> None:
    many = {f"r{number}": f"Assistant number {number}" for number in range(3)}
    diagram = blueprint(process({"id": "a", "role": list(many)}, roles=many))
    assert diagram.index["a"].caption == "Assistant number 0 +2"
    assert "Assistant number 2" in diagram.index["a"].tooltip


def test_what_the_customer_does_and_sees_stands_above_the_step(process) -> None:
    diagram = blueprint(
        process({"id": "a", "role": "clerk", "touchpoint": MEETS, "tools": "crm"}, roles=ROLES)
    )
    beside = [
        (node.id, node.lane, node.label, node.caption, node.shape)
        for node in diagram.nodes
        if node.beside == "a"
    ]
    assert beside == [
        (":evidence:a", "evidence", "A slip\nA pen", "", Shape.EVIDENCE),
        (":customer:a", "customer", "Says what happened", "desk", Shape.TASK),
        (":systems:a", "support", "crm", "", Shape.SYSTEM),
    ]
    assert uprights(diagram) == {
        (":evidence:a", ":customer:a", EdgeKind.LINK),
        (":customer:a", "a", EdgeKind.CONTACT),
        ("a", ":systems:a", EdgeKind.LINK),
    }
    assert diagram.index[":start"].lane == "customer"


def test_evidence_stands_above_the_step_itself_where_nobody_says_what_the_customer_does(process) -> None:
    told = {"evidence": "A slip", "moment_of_truth": True}
    diagram = blueprint(process({"id": "a", "role": "clerk", "touchpoint": told}, roles=ROLES))
    assert uprights(diagram) == {(":evidence:a", "a", EdgeKind.LINK)}
    assert kinds(diagram, "a") == [(BadgeKind.MOMENT_OF_TRUTH, "")]


def test_the_customers_own_step_is_the_action(process) -> None:
    diagram = blueprint(process({"id": "a", "role": "guest", "touchpoint": MEETS}, roles=ROLES))
    assert [node.id for node in diagram.nodes if node.beside] == [":evidence:a"]
    assert diagram.index["a"].marks == ("customer-action",)
    assert diagram.index["a"].caption == "desk"
    assert "Says what happened" in diagram.index["a"].tooltip


def test_a_support_step_has_no_box_for_its_own_systems(process) -> None:
    diagram = blueprint(process({"id": "a", "role": "buyer", "tools": "crm"}, roles=ROLES))
    assert not any(node.beside for node in diagram.nodes)


@pytest.mark.parametrize(
    ("role", "touch", "row"),
    [("Robot", None, "support"), ("Anna", None, "backstage"), ("Anna", {"channel": "phone"}, "frontstage")],
)
def test_a_role_without_a_line_stands_by_what_it_is(process, role: str, touch: Any, row: str) -> None:
    kind = "system" if role == "Robot" else "person"
    step = {"id": "a", "role": "r", **({"touchpoint": touch} if touch else {})}
    assert blueprint(process(step, roles={"r": {"name": role, "kind": kind}})).index["a"].lane == row


def test_who_goes_on_after_the_customer_is_frontstage(process) -> None:
    roles = {"guest": ROLES["guest"], "a": "Anna", "b": "Bob"}
    steps = ({"id": "g", "role": "guest"}, {"id": "one", "role": "a"}, {"id": "two", "role": "b"})
    diagram = blueprint(process(*steps, roles=roles))
    assert [diagram.index[id].lane for id in ("g", "one", "two")] == ["customer", "frontstage", "backstage"]


def test_signs_of_the_customer_and_of_the_work(process) -> None:
    touch = {"customer": "Waits", "moment_of_truth": True, "emotion": -2}
    steps = (
        {"id": "a", "role": "cook", "work": {"min": "2m", "likely": "4m", "max": "6m"}},
        {"id": "b", "role": "clerk", "touchpoint": touch, "sla": {"response": "1m", "completion": "15m"}},
        {"id": "c", "role": "clerk", "exceptions": {"when": "it rains"}, "touchpoint": {"emotion": 3}},
        {"id": "d", "kind": "wait", "for": "3d"},
        {"id": "e", "kind": "decision", "role": "clerk", "sla": {"response": "1m"}, "next": "f"},
        {"id": "f", "role": "clerk", "touchpoint": {"customer": "Is at ease", "emotion": 0}},
    )
    agreed = [{"from": "a", "to": "b", "within": "5m"}]
    risks = [{"what": "It is late", "step": "f"}]
    diagram = blueprint(process(*steps, roles=ROLES, handoffs=agreed, risks=risks))
    assert kinds(diagram, "a") == [(BadgeKind.WORK, "4m")]
    assert kinds(diagram, ":customer:b") == [(BadgeKind.EMOTION, "−2"), (BadgeKind.MOMENT_OF_TRUTH, "")]
    assert kinds(diagram, "b") == [(BadgeKind.WAIT_POINT, "5m"), (BadgeKind.SLA, "15m")]
    assert kinds(diagram, "c") == [(BadgeKind.EMOTION, "+3"), (BadgeKind.FAIL_POINT, "")]
    assert kinds(diagram, "d") == [(BadgeKind.WAIT_POINT, "3d")]
    assert kinds(diagram, "e") == []
    assert kinds(diagram, "f") == [(BadgeKind.FAIL_POINT, "")]
    assert kinds(diagram, ":customer:f") == [(BadgeKind.EMOTION, "0")]
    assert diagram.index[":customer:b"].tooltip == "Waits\nmoment of truth\nhow the customer feels: −2"
    assert diagram.index["c"].tooltip.endswith("how the customer feels: +3")
    assert diagram.description == (
        "Service blueprint. Customer actions: 2; moments of truth: 1; waits: 2; fail points: 2"
    )


def test_a_phase_goes_on_until_the_next_one_begins(process) -> None:
    steps = (
        {"id": "a"},
        {"id": "b", "phase": "Arrival"},
        {"id": "c"},
        {"id": "d", "phase": {"en": "Stay", "zh-Hans": "入住"}, "next": "b"},
    )
    diagram = blueprint(process(*steps))
    assert diagram.phases == ("Arrival", "Stay")
    assert [diagram.index[id].phase for id in "abcd"] == ["Arrival", "Arrival", "Arrival", "Stay"]
    picture = arrange(diagram)
    assert [phase.title for phase in picture.phases] == ["Arrival", "Stay"]
    assert faults(picture) == []
    assert blueprint(process(*steps), "zh-Hans").phases == ("Arrival", "入住")


def test_a_flow_back_to_an_earlier_phase_keeps_the_phases_in_order(process) -> None:
    steps = (
        {"id": "a", "phase": "One", "next": [{"when": "x", "to": "c"}, {"otherwise": "b"}]},
        {"id": "b", "phase": "Two", "next": "d"},
        {"id": "c", "phase": "Two", "next": "e"},
        {"id": "d", "phase": "One"},
        {"id": "e", "phase": "Three"},
    )
    picture = arrange(blueprint(process(*steps)))
    assert [phase.title for phase in picture.phases] == ["One", "Two", "Three"]
    assert faults(picture) == []


def test_no_two_steps_with_something_beside_them_share_a_column(process) -> None:
    steps = (
        {"id": "fork", "kind": "parallel", "role": "clerk", "next": ["a", "b", "c", "d"]},
        {"id": "a", "role": "clerk", "touchpoint": MEETS, "next": "end"},
        {"id": "b", "role": "clerk", "touchpoint": MEETS, "next": "end"},
        {"id": "c", "role": "cook", "next": "end"},
        {"id": "d", "role": "cook", "next": "end"},
    )
    picture = arrange(blueprint(process(*steps, roles=ROLES)))
    middle = {placed.node.id: placed.box.center[0] for placed in picture.nodes}
    assert faults(picture) == []
    assert middle["a"] < middle["b"]
    assert middle["c"] == middle["d"] == middle["a"]  # nothing stands between them and the lines of the first


def forty(process):
    """Return a long process with everything, in which each fifth step asks a question."""
    steps: list[dict[str, Any]] = []
    for number in range(40):
        step: dict[str, Any] = {
            "id": f"s{number}",
            "role": list(ROLES)[number % 4],
            "tools": ["crm", "phone"],
        }
        step["touchpoint"] = {**MEETS, "emotion": number % 7 - 3}
        if number % 5 == 4 and number < 35:
            step |= {"kind": "decision", "next": [{"when": "yes", "to": f"s{number + 3}"}, f"s{number + 1}"]}
        if number % 10 == 0:
            step["phase"] = f"Phase {number // 10}"
        steps.append(step)
    return process(*steps, roles=ROLES)


def test_forty_steps_are_folded_with_all_rows_in_every_band(process) -> None:
    picture = arrange(blueprint(forty(process)))
    assert faults(picture) == []
    folded = fold(picture, 1200)
    assert faults(folded) == []
    assert folded.width <= 1200
    assert len(folded.lanes) == 5 * len(folded.bands)
    assert len(folded.borders) == 3 * len(folded.bands)
    for sheet in sheets(folded):
        assert faults(sheet) == []
        assert len(sheet.borders) == 3
        assert sheet.phases


def test_long_texts_have_room(process) -> None:
    long = {
        "customer": "顾客" * 40,
        "evidence": ["证" * 90, "https://example.org/" + "a" * 60],
        "channel": "c" * 50,
    }
    steps = ({"id": "a", "role": "clerk", "touchpoint": long, "tools": "t" * 60, "phase": "阶" * 80},)
    picture = arrange(blueprint(process(*steps, roles=ROLES)))
    assert faults(picture) == []


def test_only_customers_act(process) -> None:
    steps = [{"id": f"s{number}", "role": "guest"} for number in range(3)]
    diagram = blueprint(process(*steps, roles=ROLES))
    assert {node.lane for node in diagram.nodes} == {"customer"}
    assert faults(arrange(diagram)) == []


@st.composite
def touched(draw: st.DrawFn) -> Process:
    """Draw a process with much above and below its steps."""
    data = draw(process_data())
    texts = st.sampled_from(["A slip", "短信", "号码牌与填写范例", "x" * 40])
    for step in data["steps"]:
        if draw(st.booleans()):
            step["touchpoint"] = draw(
                st.fixed_dictionaries(
                    {},
                    optional={
                        "customer": texts,
                        "evidence": st.lists(texts, max_size=3),
                        "emotion": st.integers(-3, 3),
                        "moment_of_truth": st.booleans(),
                        "channel": texts.filter(str.isidentifier),
                    },
                )
            )
        if draw(st.booleans()):
            step["tools"] = draw(st.lists(st.sampled_from(["crm", "phone", "档案"]), max_size=3))
        if draw(st.integers(0, 3)) == 0:
            step["phase"] = draw(st.sampled_from(["Arrival", "Stay", "离店"]))
    return Process.model_validate(data)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(touched(), st.sampled_from([600, 900, 1400]))
def test_any_process_reads_well(process: Process, width: int) -> None:
    diagram = blueprint(ProcessContext(process, Shared()))
    picture = arrange(diagram)
    assert faults(picture) == []
    folded = fold(picture, width)
    assert [fault for sheet in (folded, *sheets(folded)) for fault in faults(sheet)] == []
