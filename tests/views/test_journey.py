from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from svcflow.api.processes import open_processes
from svcflow.views.journey import Journey, Mark, journey
from svcflow.views.stops import Row, Stop

EXAMPLES = Path(__file__).parents[2] / "examples" / "services" / "processes"
ROLES = {
    "guest": {"name": "The guest", "line": "customer"},
    "clerk": {"name": "The clerk", "department": "Desk"},
    "cook": {"name": "The cook", "department": "Kitchen"},
}
CALL = {"channel": "phone", "customer": "calls", "emotion": -1}


def stop(data: Journey, id: str) -> Stop:
    return next(one for one in data.stops if one.id == id)


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("complaint-handling", "zh-Hans"),
        ("one-window-government-service", "zh-Hant"),
        ("hotel-check-in", "en"),
        ("hotel-check-in", "zh-Hant"),
    ],
)
def test_the_whole_map(name: str, language: str, snapshot: SnapshotAssertion) -> None:
    context = next(iter(open_processes(EXAMPLES / f"{name}.yaml"))).context
    assert journey(context, language) == snapshot


def test_columns_are_the_touchpoints_and_what_the_customer_does(process) -> None:
    data = journey(
        process(
            {"id": "ask", "role": "guest"},
            {"id": "think", "role": "cook"},
            {"id": "answer", "role": "clerk", "touchpoint": CALL},
            {"id": "happy", "role": "guest", "kind": "decision", "next": [{"when": "x", "to": "bye"}]},
            {"id": "bye", "kind": "end"},
            roles=ROLES,
        )
    )
    assert [(one.id, one.number, one.action) for one in data.stops] == [
        ("ask", "1", "Ask"),
        ("answer", "3", "calls"),
    ]
    assert stop(data, "answer").lines(Row.CHANNEL) == ("phone",)
    assert stop(data, "answer").lines(Row.STAFF) == ("The clerk",)
    assert stop(data, "answer").lines(Row.BACKSTAGE) == ("The cook",)
    assert [row for row, _ in data.rows] == [
        *(Row.ACTION, Row.CHANNEL, Row.TIME, Row.EMOTION, Row.STAFF, Row.BACKSTAGE)
    ]


@pytest.mark.parametrize(
    ("think", "answer", "said"),
    [
        ({"sla": "20m"}, {"response": "5m", "completion": "1h"}, ("waits up to 25 min", "done within 1 h")),
        ({}, {"response": "5m"}, ("waits 5 min and longer",)),
        ({}, None, ("waits: no time promised",)),
        ({"sla": "1bd"}, "10m", ("waits up to 1 business day", "done within 10 min")),
    ],
)
def test_the_customer_waits_for_the_steps_between(process, think, answer, said) -> None:
    last = {"id": "answer", "role": "clerk", "touchpoint": CALL} | ({"sla": answer} if answer else {})
    steps = ({"id": "ask", "role": "guest"}, {"id": "think", "role": "cook", **think}, last)
    data = journey(process(*steps, roles=ROLES))
    assert stop(data, "answer").lines(Row.TIME) == said
    assert stop(data, "answer").waits
    assert not stop(data, "ask").waits


def test_what_few_cases_take_stands_aside(process) -> None:
    branches = [
        {"when": "angry", "to": "calm", "share": "10%"},
        {"when": "glad", "to": "bye", "share": "90%"},
    ]
    data = journey(
        process(
            {"id": "ask", "touchpoint": CALL, "next": branches},
            {"id": "calm", "touchpoint": CALL},
            {"id": "bye", "touchpoint": CALL},
        )
    )
    assert [one.only for one in data.stops] == ["", "angry\u00a0· 10%", ""]
    assert data.side_ways == ((0, 1), (1, 2))
    assert stop(data, "ask").lines(Row.OTHERWISE) == ("angry\u00a0· 10% → 2 Calm",)
    assert Mark.SOMETIMES in dict(data.legend)


def test_exceptions_and_ways_back_are_told(process) -> None:
    again = [{"when": "again", "to": "ask", "limit": 2}, {"otherwise": "end"}]
    case = {"when": "line is dead", "do": "call back"}
    data = journey(
        process({"id": "ask", "touchpoint": CALL, "exceptions": [case]}, {"id": "think", "next": again})
    )
    assert stop(data, "ask").lines(Row.OTHERWISE) == (
        "line is dead → call back",
        "again\u00a0· max. 2× → 1 Ask",
    )


def test_needs_pains_measures_and_improvements(process) -> None:
    step = {
        "id": "ask",
        "touchpoint": CALL,
        "pain_points": ["busy"],
        "feedback": {"method": "survey", "after": "3d", "kpi": "csat"},
        "quality": [{"standard": "friendly", "measure": {"kpi": "smile", "target": ">= 90%"}}],
    }
    data = journey(
        process(
            step,
            {"id": "file"},
            needs=[{"what": "quick", "met_by": "ask"}, {"what": "cheap"}],
            kpis=[{"id": "smile", "name": "Smiles"}],
            improvements=[{"what": "more lines", "step": "ask", "state": "done"}, {"what": "new hall"}],
        )
    )
    only = data.stops[0]
    assert only.lines(Row.WANT) == ("quick",)
    assert only.lines(Row.PAIN) == ("busy",)
    assert only.lines(Row.MEASURE) == ("survey, 3 days later → csat", "Smiles >= 90%")
    assert only.lines(Row.IDEA) == ("more lines (done)",)
    assert data.notes == (
        "Wanted, but not met where the customer sees it: cheap",
        "Improvement of the whole process: new hall (proposed)",
    )


def test_phases_go_on_until_the_next_one(process) -> None:
    steps = ({"id": "a", "phase": "Before"}, {"id": "b"}, {"id": "c", "phase": "After"})
    data = journey(process(*({**step, "touchpoint": CALL} for step in steps)))
    assert [one.phase for one in data.stops] == ["Before", "Before", "After"]
    assert data.rows[0] == (Row.PHASE, "Phase")


def test_without_phases_departments_stand_for_them_where_there_are_several(process) -> None:
    steps = [{"id": "a", "role": "clerk"}, {"id": "b", "role": "cook"}, {"id": "c", "role": "guest"}]
    data = journey(process(*({**step, "touchpoint": CALL} for step in steps), roles=ROLES))
    assert [one.phase for one in data.stops] == ["Desk", "Kitchen", ""]
    assert data.rows[0] == (Row.PHASE, "Department")
    alone = journey(process({**steps[0], "touchpoint": CALL}, roles=ROLES))
    assert alone.stops[0].phase == ""


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "No step says where customer"), ("zh-Hans", "没有步骤说明客户"), ("zh-Hant", "沒有步驟寫出顧客")],
)
def test_without_touchpoints_it_says_what_to_write(process, language: str, said: str) -> None:
    data = journey(process({"id": "a"}, needs=[{"what": "quick"}]), language)
    assert data.stops == data.rows == data.notes == ()
    assert data.empty[0].startswith(said)
    assert data.empty[1].startswith("touchpoint: {channel: phone")


def test_who_is_served_and_what_begins_it(process) -> None:
    data = journey(
        process({"id": "a", "touchpoint": {}}, segments=["vip"], trigger="A call", purpose="Be quick")
    )
    assert data.heading.title == "A process: Customer journey map"
    assert data.heading.subtitle == "Be quick"
    assert data.heading.facts[:2] == ("Customers: vip", "Begins when: A call")
    assert data.stops[0].emotion is None
