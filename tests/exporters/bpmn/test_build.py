"""Which nodes and flows a process becomes."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

from svcflow.exporters.bpmn import export, to_bpmn
from svcflow.finding import CannotDo

END = {"id": "done", "name": "Done", "kind": "end"}


def flow(context: Any) -> list[str]:
    """Every node, and where it leads; names of events and conditions behind."""
    root = etree.fromstring(to_bpmn(context, "en"))
    lines = []
    for node in root.find("{*}process"):
        tag = etree.QName(node).localname
        if not tag.endswith(("ask", "Event", "Gateway", "Activity")):
            continue
        events = [
            etree.QName(child).localname.removesuffix("EventDefinition")
            for child in node
            if "Def" in child.tag
        ]
        out = []
        for other in root.iter("{*}sequenceFlow"):
            if other.get("sourceRef") == node.get("id"):
                mark = "*" if other.get("id") == node.get("default") else ""
                out.append(
                    f"{other.get('targetRef')}{mark}"
                    + (f" [{other.get('name')}]" if other.get("name") else "")
                )
        lines.append(
            " ".join([f"{tag} {node.get('id')}", *events]) + (f" -> {', '.join(out)}" if out else "")
        )
    return lines


def test_a_step_after_the_other(context_of):
    context = context_of({"id": "a", "name": "A"}, {"id": "b", "name": "B", "automation": "manual"})
    assert flow(context) == [
        "startEvent start -> a", "task a -> b", "manualTask b -> b.end", "endEvent b.end",
    ]  # fmt: skip


def test_a_choice_behind_a_task_is_a_gateway_and_what_meets_is_merged(context_of):
    branches = [{"when": "yes", "to": "b"}, {"otherwise": "done"}]
    context = context_of({"id": "a", "name": "A", "next": branches}, {"id": "b", "name": "B"}, END)
    assert flow(context) == [
        "startEvent start -> a",
        "task a -> a.choice",
        "exclusiveGateway a.choice -> b [yes], done.merge*",
        "task b -> done.merge",
        "exclusiveGateway done.merge -> done",
        "endEvent done",
    ]


def test_decisions_and_parallel_work(context_of):
    context = context_of(
        {
            "id": "ask",
            "name": "Ask?",
            "kind": "decision",
            "next": [{"when": "yes", "to": "fork"}, {"otherwise": "end"}],
        },
        {"id": "fork", "name": "Fork", "kind": "parallel", "next": ["b", "c"]},
        {"id": "b", "name": "B", "next": "c2"},
        {"id": "c", "name": "C", "next": "c2"},
        {"id": "c2", "name": "Both", "join": "all"},
    )
    assert flow(context) == [
        "startEvent start -> ask",
        "exclusiveGateway ask -> fork [yes], ask.end*",
        "parallelGateway fork -> b, c",
        "task b -> c2.join",
        "task c -> c2.join",
        "parallelGateway c2.join -> c2",
        "task c2 -> c2.end",
        "endEvent ask.end",
        "endEvent c2.end",
    ]


def test_an_inclusive_fork_is_joined_inclusively(context_of):
    ways = [{"when": "x", "to": "b"}, {"when": "y", "to": "c"}]
    context = context_of(
        {"id": "fork", "name": "Which?", "kind": "inclusive", "next": ways},
        {"id": "b", "name": "B", "next": "last"},
        {"id": "c", "name": "C", "next": "last"},
        {"id": "last", "name": "Last", "join": "all"},
    )
    assert "inclusiveGateway last.join -> last" in flow(context)


@pytest.mark.parametrize(
    ("case", "event"),
    [({"after": "2h"}, "timer"), ({"escalate": "boss"}, "escalation"), ({}, "error")],
)
def test_exceptions_that_lead_elsewhere_stand_on_the_border(context_of, case, event):
    context = context_of(
        {"id": "a", "name": "A", "exceptions": [{"when": "oops", "goto": "done", **case}, {"when": "ouch"}]},
        END,
    )
    assert f"boundaryEvent a.exception.1 {event} -> done.merge" in flow(context)
    assert sum("boundaryEvent" in line for line in flow(context)) == 1


def test_a_gateway_that_can_fail_is_an_activity_with_a_gateway_behind_it(context_of):
    context = context_of(
        {"id": "ask", "name": "Ask?", "kind": "decision", "next": [{"when": "yes", "to": "done"}, {"otherwise": "end"}],
         "exceptions": [{"when": "no answer", "goto": "end", "after": "1h"}]}, END,
    )  # fmt: skip
    assert flow(context)[:3] == [
        "startEvent start -> ask",
        "task ask -> ask.choice",
        "boundaryEvent ask.exception.1 timer -> ask.exception.1.end",
    ]  # fmt: skip


def test_waits(context_of):
    context = context_of(
        {"id": "pause", "name": "Pause", "kind": "wait", "for": "3d"},
        {"id": "reply", "name": "Wait for the reply", "kind": "wait", "until": "a reply"},
        {"id": "race", "name": "Wait", "kind": "wait", "until": ["paid", {"event": "called off", "to": "end"}],
         "at_most": {"time": "5d", "to": "done"}},
        {"id": "next", "name": "Next"}, END,
    )  # fmt: skip
    assert flow(context) == [
        "startEvent start -> pause",
        "intermediateCatchEvent pause timer -> reply",
        "intermediateCatchEvent reply message -> race",
        "eventBasedGateway race -> race.event.1, race.event.2, race.event.3",
        "intermediateCatchEvent race.event.1 message -> next",
        "intermediateCatchEvent race.event.2 message -> race.event.2.end",
        "intermediateCatchEvent race.event.3 timer -> done.merge",
        "task next -> done.merge",
        "exclusiveGateway done.merge -> done",
        "endEvent done",
        "endEvent race.event.2.end",
    ]


def test_calls_and_machines(context_of):
    context = context_of(
        {"id": "a", "name": "A", "kind": "call", "process": "other"}, {"id": "b", "name": "B", "role": "robot"},
        roles={"robot": {"name": "Robot", "kind": "system"}},
    )  # fmt: skip
    assert flow(context)[1:3] == ["callActivity a -> b", "serviceTask b -> b.end"]
    assert b'calledElement="other"' in to_bpmn(context)


def test_lanes_of_departments(context_of):
    roles = {
        "agent": {"name": "Agent", "department": "Desk"}, "boss": {"name": "Boss", "department": "Desk"},
        "guest": {"name": "Guest", "line": "customer"},
    }  # fmt: skip
    steps = [{"id": role, "name": role, "role": role} for role in roles]
    root = etree.fromstring(to_bpmn(context_of(*steps, roles=roles)))
    lanes = {
        lane.get("name"): (
            [ref.text for ref in lane.iterchildren("{*}flowNodeRef")],
            lane.getparent().getparent().get("name"),
        )
        for lane in root.iter("{*}lane")
    }  # fmt: skip
    assert lanes == {
        "Guest": (["guest", "guest.end"], "A process"), "Desk": ([], "A process"),
        "Agent": (["start", "agent"], "Desk"), "Boss": (["boss"], "Desk"),
    }  # fmt: skip


def test_documents(context_of):
    root = etree.fromstring(
        to_bpmn(context_of({"id": "a", "name": "A", "inputs": ["form"], "outputs": ["form", "表"]}))
    )
    references = [(ref.get("name"), ref.get("dataObjectRef")) for ref in root.iter("{*}dataObjectReference")]
    assert references == [("form", "data.form"), ("form", "data.form"), ("表", "data._u8868")]
    drawn = {shape.get("bpmnElement") for shape in root.iter("{*}BPMNShape")}
    assert {ref.get("id") for ref in root.iter("{*}dataObjectReference")} <= drawn


def test_two_steps_of_one_id_are_refused(context_of):
    with pytest.raises(CannotDo, match="two steps have the id `a`"):
        to_bpmn(context_of({"id": "a", "name": "A"}, {"id": "a", "name": "B"}))


def test_a_join_of_any_is_told(context_of):
    context = context_of(
        {"id": "fork", "name": "Fork", "kind": "parallel", "next": ["b", "c"]},
        {"id": "b", "name": "B", "next": "last"},
        {"id": "c", "name": "C", "next": "last"},
        {"id": "last", "name": "Go on", "join": "any"},
    )
    _, (warning,) = export(context)
    assert str(warning).startswith("BPMN starts ‘Go on’ again with each flow that arrives")
