"""What becomes of gateways, events and sub-processes: small models, each with the steps it gives."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from svcflow.graph import ProcessGraph
from svcflow.interchange.bpmn.file import read
from svcflow.interchange.bpmn.names import BPMN
from svcflow.interchange.result import Foreign, Loss
from svcflow.model import Process

MODELS: dict[str, str] = {}


def timer(tag: str, time: str) -> str:
    return f"<timerEventDefinition><{tag}>{time}</{tag}></timerEventDefinition>"


MESSAGE, SIGNAL, ERROR = (f"<{kind}EventDefinition/>" for kind in ("message", "signal", "error"))
LOOP_WHILE = (
    "<standardLoopCharacteristics><loopCondition>not done</loopCondition></standardLoopCharacteristics>"
)
ONE_BY_ONE = '<multiInstanceLoopCharacteristics isSequential="true"/>'
PACKING = (
    '<startEvent id="s2"/><task id="b1" name="Fold"/><task id="b2" name="Tape"/>'
    '<sequenceFlow id="q1" sourceRef="s2" targetRef="b1"/><sequenceFlow id="q2" sourceRef="b1" targetRef="b2"/>'
)
ON_FIRE = (
    '<startEvent id="e1" name="Alarm"/><task id="e2" name="Leave the house"/>'
    '<sequenceFlow id="q3" sourceRef="e1" targetRef="e2"/>'
)


def node(line: str) -> str:
    """``task a Do it`` → ``<task id="a" name="Do it"/>``; what follows ``|`` is its content or further attributes."""
    head, _, inside = line.partition("|")
    attributes, _, content = inside.partition("|")
    tag, id, *words = head.split()
    name = f' name="{" ".join(words)}"' if words else ""
    return f'<{tag} id="{id}"{name} {attributes.strip()}>{content.strip()}</{tag}>'


def flows(text: str) -> str:
    """``a > b > c`` are two flows; ``a >yes> b`` is one of this name."""
    made = []
    for line in text.split(";"):
        parts = [part.strip() for part in line.split(">")]
        if len(parts) == 3 and parts[1] not in NODES_OF_FLOWS:
            parts = [parts[0], parts[2], parts[1]]
            made.append(
                f'<sequenceFlow id="f-{parts[0]}-{parts[1]}" name="{parts[2]}" sourceRef="{parts[0]}" '
                f'targetRef="{parts[1]}"/>'
            )
            continue
        made += [
            f'<sequenceFlow id="f-{source}-{target}" sourceRef="{source}" targetRef="{target}"/>'
            for source, target in pairwise(parts)
        ]
    return "".join(made)


NODES_OF_FLOWS = set("abcdefghijsxyz") | {"b1", "b2", "m", "w", "g", "j", "e1", "e2", "s2"}


def model(name: str, nodes: str, lines: str) -> str:
    lines_of = [line.strip() for line in nodes.strip().splitlines()]
    MODELS[name] = "".join(map(node, lines_of)) + flows(lines)
    return name


def file_of(content: str, before: str = "") -> str:
    return f'<definitions xmlns="{BPMN}">{before}<process id="shop" name="Shop">{content}</process></definitions>'


def opened(name: str, before: str = "") -> Foreign:
    return read({"shop.bpmn": file_of(MODELS[name], before).encode()})["shop.bpmn"]


def steps_of(name: str, before: str = "") -> list[dict[str, Any]]:
    first = opened(name, before).imported[0]
    assert ProcessGraph(Process.model_validate(first.data)).is_whole
    return list(first.data["steps"])


def told(name: str, loss: Loss) -> list[tuple[str | None, str]]:
    return [
        (problem.element, str(problem.message))
        for problem in opened(name).all_problems
        if problem.loss is loss
    ]


CHOICE = model(
    "choice",
    """startEvent s
    task a Ask
    exclusiveGateway x
    task b Buy
    task c Leave
    exclusiveGateway y
    task d Pay""",
    "s > a > x; x >yes> b; x >no> c; b > y; c > y; y > d",
)
NAMED = model(
    "named",
    """startEvent s
    task a Ask
    exclusiveGateway x In stock? | default="f-x-c"
    task b Buy
    task c Leave
    endEvent e""",
    "s > a > x; x >yes> b; x > c; b > e; c > e",
)
PARALLEL = model(
    "parallel",
    """startEvent s
    parallelGateway x
    task a Wrap
    task b Invoice
    parallelGateway y
    task c Send
    endEvent e Sent""",
    "s > x > a > y; x > b > y; y > c > e",
)
PARALLEL_TO_END = model(
    "parallel to the end",
    """startEvent s
    parallelGateway x
    task a Wrap
    task b Invoice
    parallelGateway y
    endEvent e""",
    "s > x > a > y; x > b > y; y > e",
)
MERGE_BEFORE_JOIN = model(
    "merge before a join",
    """startEvent s
    parallelGateway x
    task a Wrap
    exclusiveGateway g Pay now?
    task b By card
    task c On account
    exclusiveGateway m
    parallelGateway y
    task d Send
    endEvent e""",
    "s > x > a > y; x > g; g >yes> b; g >no> c; b > m; c > m; m > y; y > d > e",
)
RACE = model(
    "race",
    f"""startEvent s
    task a Offer
    eventBasedGateway w
    intermediateCatchEvent b Accepted || {MESSAGE}
    intermediateCatchEvent c No answer || {timer("timeDuration", "P10D")}
    task d Deliver
    endEvent e""",
    "s > a > w; w > b > d > e; w > c > e",
)
BOUNDARY = model(
    "boundary",
    f"""startEvent s
    userTask a Check
    boundaryEvent b Takes too long | attachedToRef="a" | {timer("timeDuration", "PT2H")}
    boundaryEvent c Refused | attachedToRef="a" | {ERROR}
    boundaryEvent d Reminder | attachedToRef="a" cancelActivity="false" | {SIGNAL}
    task x Call the boss
    task y Remind
    endEvent e""",
    "s > a > e; b > x > e; d > y > e",
)
SUB = model(
    "sub-process",
    f"""startEvent s
    subProcess a Pack || {PACKING}
    subProcess b Fire | triggeredByEvent="true" | {ON_FIRE}
    callActivity c Bill | calledElement="billing"
    callActivity d Whatever
    endEvent e""",
    "s > a > c > d > e",
)
IMPLIED = model(
    "implied",
    """task a Ask
    task b Buy
    task c Leave""",
    "a > b; a > c",
)
STARTS = model(
    "several starts",
    f"""startEvent s By phone
    startEvent x By mail || {MESSAGE}
    task a Take the call
    task b Read the mail
    task c Answer
    endEvent e""",
    "s > a > c; x > b > c; c > e",
)
LINKS = model(
    "links",
    """startEvent s
    task a Ask
    intermediateThrowEvent x || <linkEventDefinition name="L"/>
    intermediateCatchEvent y || <linkEventDefinition name="L"/>
    task b Answer
    endEvent e""",
    "s > a > x; y > b > e",
)
INCLUSIVE = model(
    "inclusive",
    """startEvent s
    inclusiveGateway x What is wrong?
    task a Repair
    task b Refund
    inclusiveGateway y
    task c Close
    endEvent e""",
    "s > x; x >broken> a; x >paid> b; a > y; b > y; y > c > e",
)
WAITS = model(
    "waits",
    f"""startEvent s Order came
    intermediateCatchEvent a Cool down || {timer("timeDuration", "P1DT2H")}
    intermediateCatchEvent b || {timer("timeDate", "2026-01-01T00:00:00Z")}
    receiveTask c Money arrives
    sendTask d Send the letter
    intermediateThrowEvent x Signed || {SIGNAL}
    endEvent e Failed || {ERROR}""",
    "s > a > b > c > d > x > e",
)
LOOP = model(
    "loops",
    f"""startEvent s
    task a Stamp each page || {ONE_BY_ONE}
    task b Try again || {LOOP_WHILE}
    endEvent e""",
    "s > a > b > e",
)


def test_a_gateway_without_a_name_leaves_its_branches_at_the_step_before() -> None:
    assert steps_of(CHOICE) == [
        {"id": "ask", "name": "Ask", "next": [{"when": "yes", "to": "buy"}, {"when": "no", "to": "leave"}]},
        {"id": "buy", "name": "Buy", "next": "pay"},
        {"id": "leave", "name": "Leave"},
        {"id": "pay", "name": "Pay"},
    ]
    assert told(CHOICE, Loss.CHANGED) == [("x", "the gateway has no name; its branches stand at ‘Ask’")]
    assert ("d", "nothing follows ‘Pay’, and it is no end event; the process ends there") in told(
        CHOICE, Loss.BROKEN
    )


def test_a_gateway_with_a_name_is_a_decision_and_its_default_the_last_branch() -> None:
    assert steps_of(NAMED)[1] == {
        "id": "in-stock",
        "kind": "decision",
        "name": "In stock?",
        "next": [{"when": "yes", "to": "buy"}, {"otherwise": "leave"}],
    }
    assert steps_of(NAMED)[2:] == [
        {"id": "buy", "name": "Buy", "next": "end"},
        {"id": "leave", "name": "Leave"},
    ]


def test_a_parallel_join_is_said_by_the_step_behind_it() -> None:
    assert steps_of(PARALLEL) == [
        {
            "id": "together",
            "kind": "parallel",
            "name": "At the same time: Wrap, Invoice",
            "next": ["wrap", "invoice"],
        },
        {"id": "wrap", "name": "Wrap", "next": "send"},
        {"id": "invoice", "name": "Invoice"},
        {"id": "send", "name": "Send", "join": "all"},
        {"id": "sent", "kind": "end", "name": "Sent"},
    ]
    assert steps_of(PARALLEL_TO_END)[-1] == {"id": "done", "kind": "end", "name": "End", "join": "all"}


def test_a_merge_right_before_a_join_stays_a_step() -> None:
    steps = {step["name"]: step for step in steps_of(MERGE_BEFORE_JOIN)}
    assert steps["Send"]["join"] == "all"
    assert steps["Either of them is done"] == {
        "id": "choice",
        "kind": "parallel",
        "name": "Either of them is done",
        "x-bpmn": {"type": "exclusiveGateway"},
    }
    assert steps["By card"]["next"] == "choice"
    graph = ProcessGraph(Process.model_validate(opened(MERGE_BEFORE_JOIN).imported[0].data))
    assert len(graph.incoming[steps["Send"]["id"]]) == 2
    assert graph.soundness.sound


@pytest.mark.parametrize(
    "name", [CHOICE, NAMED, PARALLEL, PARALLEL_TO_END, RACE, BOUNDARY, STARTS, INCLUSIVE, WAITS]
)
def test_sound_models_stay_sound(name: str) -> None:
    graph = ProcessGraph(Process.model_validate(opened(name).imported[0].data))
    assert graph.soundness.sound
    assert graph.reachable == set(graph.nodes)


def test_events_that_race_are_one_wait() -> None:
    assert steps_of(RACE)[1] == {
        "id": "what-first",
        "kind": "wait",
        "name": "What happens first?",
        "until": [{"event": "Accepted", "to": "deliver"}],
        "at_most": {"time": "10d", "to": "end", "x-bpmn": {"name": "No answer"}},
    }


def test_boundary_events_are_exceptions() -> None:
    first = steps_of(BOUNDARY)[0]
    assert first == {
        "id": "check",
        "name": "Check",
        "automation": "assisted",
        "exceptions": [
            {"when": "Takes too long", "goto": "call-the-boss", "after": "2h"},
            {"when": "Refused"},
            {"when": "Reminder", "goto": "remind", "x-bpmn": {"event": "signal", "interrupting": False}},
        ],
        "next": "end",
    }
    assert told(BOUNDARY, Loss.CHANGED) == [
        ("d", "‘Reminder’ does not interrupt ‘Check’; in svcflow an exception with `goto` does")
    ]


def test_sub_processes_are_processes_that_are_called() -> None:
    foreign = opened(SUB)
    whole, packing, fire = foreign.imported
    assert [(step["name"], step.get("process")) for step in whole.data["steps"]] == [
        ("Pack", "shop.pack"),
        ("Bill", "billing"),
        ("Whatever", None),
    ]
    assert [step["name"] for step in packing.data["steps"]] == ["Fold", "Tape"]
    assert fire.data["trigger"] == "Alarm"
    assert whole.data["x-bpmn"] == {"event_processes": ["shop.fire"]}
    assert ("d", "‘Whatever’ does not say which process it calls; it is imported as a task") in told(
        SUB, Loss.BROKEN
    )
    assert told(SUB, Loss.CHANGED) == [("b", "an event starts ‘Fire’ at any time; no step calls it")]


def test_what_the_file_implies_is_written_out_and_told() -> None:
    assert [(step["name"], step.get("kind")) for step in steps_of(IMPLIED)] == [
        ("Ask", None),
        ("At the same time: Buy, Leave", "parallel"),
        ("Buy", None),
        ("Leave", None),
    ]
    assert ("shop", "there is no start event in ‘Shop’") in told(IMPLIED, Loss.BROKEN)
    assert told(IMPLIED, Loss.CHANGED) == [("a", "several flows leave ‘Ask’: all are taken at the same time")]


def test_several_starts_are_a_wait_for_the_first() -> None:
    assert steps_of(STARTS)[0] == {
        "id": "what-first",
        "kind": "wait",
        "name": "What happens first?",
        "until": [{"event": "By phone", "to": "take-the-call"}, {"event": "By mail", "to": "read-the-mail"}],
    }


def test_links_and_other_events() -> None:
    assert [step["name"] for step in steps_of(LINKS)] == ["Ask", "Answer"]
    assert steps_of(WAITS) == [
        {"id": "cool-down", "kind": "wait", "name": "Cool down", "for": "1d2h"},
        {
            "id": "wait",
            "kind": "wait",
            "name": "2026-01-01T00:00:00Z",
            "until": "2026-01-01T00:00:00Z",
            "x-bpmn": {"event": "timer", "timer": {"date": "2026-01-01T00:00:00Z"}},
        },
        {
            "id": "money-arrives",
            "kind": "wait",
            "name": "Money arrives",
            "until": "Money arrives",
            "x-bpmn": {"type": "receiveTask"},
        },
        {"id": "send-the-letter", "name": "Send the letter", "x-bpmn": {"type": "sendTask"}},
        {"id": "signed", "name": "Signed", "x-bpmn": {"type": "intermediateThrowEvent", "event": "signal"}},
        {"id": "failed", "kind": "end", "name": "Failed", "x-bpmn": {"event": "error"}},
    ]
    assert opened(WAITS).imported[0].data["trigger"] == "Order came"


def test_inclusive_gateways() -> None:
    first, *_, last = steps_of(INCLUSIVE)
    assert first["kind"] == "inclusive"
    assert first["next"] == [{"when": "broken", "to": "repair"}, {"when": "paid", "to": "refund"}]
    assert last == {
        "id": "close",
        "name": "Close",
        "join": "all",
        "x-bpmn": {"merge": {"type": "inclusiveGateway"}},
    }


LENIENT = """
<startEvent id="s" name="S"/><parallelGateway id="g"/><task id="x" name="X"/><exclusiveGateway id="q" name="Q?"/>
<task id="a" name="A"/><task id="b" name="B"/><inclusiveGateway id="j" name="All in?"/><endEvent id="e" name="E"/>
""" + "".join(
    f'<sequenceFlow id="{a}{b}" name="{a}{b}" sourceRef="{a}" targetRef="{b}"/>'
    for a, b in ("sg", "gx", "gq", "qa", "qb", "aj", "bj", "xj", "je")
)


def test_an_inclusive_join_waits_for_one_of_two_alternatives() -> None:
    (one,) = read({"x.bpmn": file_of(LENIENT).encode()})["x.bpmn"].imported
    graph = ProcessGraph(Process.model_validate(one.data))
    assert graph.soundness.sound
    last = one.data["steps"][-1]
    assert (last["join"], last["x-bpmn"]["merge"]) == ("all", {"type": "inclusiveGateway", "name": "All in?"})
    assert len(graph.incoming[last["id"]]) == 2


def test_repetition_is_kept_and_told() -> None:
    assert [step["x-bpmn"] for step in steps_of(LOOP)] == [
        {"repeated": "sequential"},
        {"repeated": {"as": "loop", "by": "not done"}},
    ]
    assert [element for element, _ in told(LOOP, Loss.LOST)] == ["a", "b"]


BROKEN = {
    '<task id="a" name="A"/><sequenceFlow id="f" targetRef="a"/>': "the flow ‘f’ begins nowhere; it is left out",
    '<task id="a" name="A"/><sequenceFlow id="f" sourceRef="a"/>': "the flow ‘f’ leads nowhere; it is left out",
    '<task id="a" name="A"/><sequenceFlow id="f" sourceRef="a" targetRef="zz"/>': (
        "the flow ‘f’ names ‘zz’, which is no node beside it; it is left out"
    ),
    '<task id="a" name="A"/><task id="a" name="B"/>': "the id ‘a’ stands here once more; flows lead to the first one",
    '<task name="A"/>': "‹task› has no id; no flow can lead to it",
    '<task id="a" name="A"/><boundaryEvent id="b" name="B" attachedToRef="q"/>': (
        "the boundary event ‘B’ hangs on nothing; it is left out"
    ),
    '<startEvent id="s" name="S"/><task id="a" name="A"/>': "the start ‘S’ leads nowhere",
    '<startEvent id="s" name="S"/><task id="a" name="A"/><sequenceFlow id="f" sourceRef="s" targetRef="a"/>'
    '<sequenceFlow id="g" sourceRef="a" targetRef="s"/>': (
        "a flow leads to ‘S’, where flows only begin; it goes on to what follows"
    ),
    '<task id="a" name="A"/><subProcess id="e" name="Fire" triggeredByEvent="true"><task id="i" name="I"/></subProcess>'
    '<boundaryEvent id="b" name="B" attachedToRef="e"/>': (
        "the boundary event ‘B’ stands at ‘Fire’, which is no activity in the flow; it is left out"
    ),
}


@pytest.mark.parametrize(("content", "message"), BROKEN.items())
def test_broken_files_import_as_far_as_they_go(content: str, message: str) -> None:
    foreign = read({"x.bpmn": file_of(content).encode()})["x.bpmn"]
    assert foreign.imported[0].data["steps"]
    assert message in [str(problem.message) for problem in foreign.all_problems]


def test_a_flow_back_to_the_start_is_a_loop() -> None:
    content = (
        '<startEvent id="s"/><task id="a" name="A"/><exclusiveGateway id="g" name="Again?"/><endEvent id="e"/>'
        '<sequenceFlow id="1" sourceRef="s" targetRef="a"/><sequenceFlow id="2" sourceRef="a" targetRef="g"/>'
        '<sequenceFlow id="3" name="yes" sourceRef="g" targetRef="s"/>'
        '<sequenceFlow id="4" name="no" sourceRef="g" targetRef="e"/>'
    )
    (one,) = read({"x.bpmn": file_of(content).encode()})["x.bpmn"].imported
    assert one.data["steps"][1]["next"] == [{"when": "yes", "to": "a"}, {"when": "no", "to": "end"}]


def test_two_pools_that_show_one_process() -> None:
    pools = (
        '<collaboration id="c"><participant id="n" name="North" processRef="shop"/>'
        '<participant id="s" name="South" processRef="shop"/>'
        '<messageFlow id="m" sourceRef="n" targetRef="s"/></collaboration>'
    )
    foreign = read({"x.bpmn": file_of('<task id="a" name="A"/>', pools).encode()})["x.bpmn"]
    assert [(p.element, str(p.message)) for p in foreign.all_problems if p.loss is Loss.LOST] == [
        ("s", "the pool ‘South’ shows the process of the pool ‘North’ once more; it is left out"),
        ("m", "the message flow ‘m’ is left out: no step sends or receives it"),
    ]


def test_ends_that_only_the_nodes_name_are_found() -> None:
    content = (
        '<startEvent id="s"><outgoing>f</outgoing></startEvent><task id="a" name="A"><incoming>f</incoming></task>'
        '<sequenceFlow id="f"/>'
    )
    foreign = read({"x.bpmn": file_of(content).encode()})["x.bpmn"]
    assert [step["name"] for step in foreign.imported[0].data["steps"]] == ["A"]
    assert not [problem for problem in foreign.all_problems if "left out" in str(problem.message)]


NAMELESS = model(
    "nameless",
    f"""startEvent s
    task a Ask
    eventBasedGateway g
    intermediateCatchEvent b | | {MESSAGE}
    intermediateCatchEvent c | | {MESSAGE}
    task d Go on
    task h Stop
    boundaryEvent e1 | attachedToRef="d" | {ERROR}
    boundaryEvent e2 | attachedToRef="d" | {ERROR}
    endEvent e""",
    "s > a > g; g > b; g > c; b > d; c > h; d > e; h > e; e1 > h; e2 > a",
)


def test_events_without_names_are_not_one_event() -> None:
    steps = {step["id"]: step for step in steps_of(NAMELESS)}
    assert [event["event"] for event in steps["what-first"]["until"]] == ["A message", "A message (2)"]
    assert [case["when"] for case in steps["go-on"]["exceptions"]] == ["An error", "An error (2)"]


DEAD_ENDS = model(
    "dead-ends",
    """startEvent s
    parallelGateway g
    task a Ask
    exclusiveGateway x
    exclusiveGateway y""",
    "s > g; g > a; g > x; g > y",
)


def test_branches_that_end_at_once_end_once() -> None:
    assert steps_of(DEAD_ENDS)[0]["next"] == ["ask", "end"]
