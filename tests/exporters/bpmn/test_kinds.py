"""BPMN → YAML → BPMN: events, loops and gateways come back as what they were."""

from __future__ import annotations

import itertools

import pytest
from lxml import etree

from svcflow.interchange.bpmn.names import BPMN
from tests.exporters.bpmn.through_yaml import through_yaml

_CAUSES = """
<message id="m" name="Order"/><signal id="g" name="Alarm"/>
<error id="e" name="No stock" errorCode="E-17"/><escalation id="c" name="Too late" escalationCode="LATE"/>
"""
EVENTS = {
    "message": '<messageEventDefinition messageRef="m"/>',
    "signal": '<signalEventDefinition signalRef="g"/>',
    "error": '<errorEventDefinition errorRef="e"/>',
    "escalation": '<escalationEventDefinition escalationRef="c"/>',
    "conditional": "<conditionalEventDefinition><condition>stock &lt; 5</condition></conditionalEventDefinition>",
    "date": "<timerEventDefinition><timeDate>2027-01-31T09:00:00Z</timeDate></timerEventDefinition>",
    "cycle": "<timerEventDefinition><timeCycle>R/P1W</timeCycle></timerEventDefinition>",
    "duration": "<timerEventDefinition><timeDuration>PT45M</timeDuration></timerEventDefinition>",
    "months": "<timerEventDefinition><timeDuration>P2M</timeDuration></timerEventDefinition>",
    "compensation": "<compensateEventDefinition/>",
    "terminate": "<terminateEventDefinition/>",
    "cancel": "<cancelEventDefinition/>",
    "several": '<messageEventDefinition messageRef="m"/><signalEventDefinition signalRef="g"/>',
}
_CAUGHT = ("message", "signal", "conditional", "date", "cycle", "duration", "months", "several")


def returned(inside: str) -> tuple[bytes, bytes]:
    """A file with a process of these elements, and what it is when it has been YAML in between."""
    xml = f'<definitions xmlns="{BPMN}" id="d">{_CAUSES}<process id="shop" name="Shop">{inside}</process></definitions>'
    return xml.encode(), through_yaml(xml.encode())[0]


def kinds(xml: bytes) -> set[str]:
    """Every node with a name, and what an engine makes of it: names of messages in place of their ids."""
    root = etree.fromstring(xml)
    causes = {cause.get("id"): cause for cause in root}
    found = set()
    for node in root.iter("{*}process").__next__():
        tag = etree.QName(node).localname
        if node.get("name") and tag not in {"sequenceFlow", "dataObjectReference"}:
            flags = [
                f"{key}={node.get(key)}"
                for key in ("cancelActivity", "isInterrupting")
                if node.get(key) == "false"
            ]
            found.add(" ".join([tag, repr(node.get("name")), *flags, *_said(node, causes)]))
    return found


def _said(node: etree._Element, causes: dict[str, etree._Element]) -> list[str]:
    said = []
    for part in node:
        name = etree.QName(part).localname
        if not name.endswith(("EventDefinition", "Characteristics")):
            continue
        said.append(name)
        said += [f"{key}={value}" for key, value in part.attrib.items() if key == "isSequential"]
        for key, value in part.attrib.items():
            if key.endswith("Ref"):
                cause = causes[value]
                said += [
                    f"{k}={v}" for k, v in cause.attrib.items() if k != "id" and not v.startswith("message.")
                ]
        said += [f"{etree.QName(child).localname}: {child.text}" for child in part]
    return sorted(said, key=lambda one: one.partition("=")[0])


def line(*nodes: str) -> str:
    """Nodes one after the other, the first and last with ids of their own."""
    ids = [etree.fromstring(node).get("id") for node in nodes]
    flows = [
        f'<sequenceFlow id="f{n}" sourceRef="{a}" targetRef="{b}"/>'
        for n, (a, b) in enumerate(itertools.pairwise(ids))
    ]
    return "".join([*nodes, *flows])


S, T, E = (
    '<startEvent id="s" name="Start it"/>', '<task id="t" name="Do it"/>', '<endEvent id="z" name="Done"/>',
)  # fmt: skip


@pytest.mark.parametrize("kind", _CAUGHT)
@pytest.mark.parametrize("flag", ["", ' isInterrupting="false"'])
def test_starts(kind: str, flag: str) -> None:
    start = f'<startEvent id="s" name="It begins"{flag}>{EVENTS[kind]}</startEvent>'
    before, after = returned(line(start, T, E))
    assert kinds(after) == kinds(before)


def test_several_starts_of_one_step() -> None:
    starts = "".join(
        f'<startEvent id="{k}" name="By {k}">{EVENTS[k]}</startEvent>' for k in ("message", "cycle")
    )
    flows = "".join(f'<sequenceFlow id="x{k}" sourceRef="{k}" targetRef="t"/>' for k in ("message", "cycle"))
    before, after = returned(starts + flows + line(T, E))
    assert kinds(after) == kinds(before)


@pytest.mark.parametrize("kind", [*_CAUGHT, "error", "escalation", "cancel"])
@pytest.mark.parametrize("flag", ["", ' cancelActivity="false"'])
def test_boundaries(kind: str, flag: str) -> None:
    event = f'<boundaryEvent id="b" name="Trouble" attachedToRef="t"{flag}>{EVENTS[kind]}</boundaryEvent>'
    before, after = returned(
        line(S, T, E) + line(event, '<task id="u" name="Mend it"/>', '<endEvent id="y" name="Over"/>')
    )
    assert kinds(after) == kinds(before)


@pytest.mark.parametrize("kind", _CAUGHT)
def test_waits(kind: str) -> None:
    event = f'<intermediateCatchEvent id="w" name="It comes">{EVENTS[kind]}</intermediateCatchEvent>'
    before, after = returned(line(S, T, event, E))
    assert kinds(after) == kinds(before)


@pytest.mark.parametrize("kind", ["message", "signal", "escalation", "compensation"])
def test_throws(kind: str) -> None:
    event = f'<intermediateThrowEvent id="w" name="Say it">{EVENTS[kind]}</intermediateThrowEvent>'
    before, after = returned(line(S, T, event, E))
    assert kinds(after) == kinds(before)


@pytest.mark.parametrize(
    "kind", ["message", "signal", "error", "escalation", "compensation", "cancel", "terminate"]
)
def test_ends(kind: str) -> None:
    before, after = returned(line(S, T, f'<endEvent id="z" name="Gone">{EVENTS[kind]}</endEvent>'))
    assert kinds(after) == kinds(before)


def test_events_that_race() -> None:
    events = "".join(
        f'<intermediateCatchEvent id="{k}" name="First {k}">{EVENTS[k]}</intermediateCatchEvent>'
        f'<sequenceFlow id="in{k}" sourceRef="g1" targetRef="{k}"/>'
        f'<sequenceFlow id="out{k}" sourceRef="{k}" targetRef="{z}"/>'
        f'<endEvent id="{z}" name="End {k}"/>'
        for z, k in enumerate(_CAUGHT)
    ).replace('="0', '="_0')
    receive = (
        '<receiveTask id="r" name="A letter"/><endEvent id="rz" name="Read"/>'
        '<sequenceFlow id="ri" sourceRef="g1" targetRef="r"/><sequenceFlow id="ro" sourceRef="r" targetRef="rz"/>'
    )
    before, after = returned(line(S, T, '<eventBasedGateway id="g1" name="What comes?"/>') + events + receive)
    assert kinds(after) == kinds(before)


@pytest.mark.parametrize(
    "loop",
    [
        "<standardLoopCharacteristics><loopCondition>not clean</loopCondition></standardLoopCharacteristics>",
        (
            '<multiInstanceLoopCharacteristics isSequential="true"><loopCardinality>3</loopCardinality>'
            "</multiInstanceLoopCharacteristics>"
        ),
        (
            '<multiInstanceLoopCharacteristics isSequential="false">'
            "<completionCondition>one said no</completionCondition></multiInstanceLoopCharacteristics>"
        ),
    ],
)
@pytest.mark.parametrize("tag", ["task", "userTask", "receiveTask", "callActivity"])
def test_loops(loop: str, tag: str) -> None:
    called = ' calledElement="other"' if tag == "callActivity" else ""
    before, after = returned(line(S, f'<{tag} id="t" name="Do it"{called}>{loop}</{tag}>', E))
    assert kinds(after) == kinds(before)


@pytest.mark.parametrize(
    "split", ["exclusiveGateway", "parallelGateway", "inclusiveGateway", "complexGateway"]
)
@pytest.mark.parametrize(
    "last", ['<endEvent id="z"/>', '<endEvent id="z" name="Done"/>', '<task id="z" name="Pack"/>']
)
def test_gateways_that_bring_flows_together(split: str, last: str) -> None:
    ways = "".join(
        f'<task id="t{n}" name="Way {n}"/><sequenceFlow id="a{n}" name="if {n}" sourceRef="g" targetRef="t{n}"/>'
        f'<sequenceFlow id="b{n}" sourceRef="t{n}" targetRef="h"/>'
        for n in (1, 2)
    )
    head = line(S, f'<{split} id="g" name="Which?"/>')
    before, after = returned(head + ways + line(f'<{split} id="h" name="All in?"/>', last))
    assert kinds(after) - {"endEvent 'End'"} == kinds(before) - {"endEvent 'End'"}
