"""One small file for each check, and what it says."""

from __future__ import annotations

import pytest

from svcflow.interchange.bpmn.checks import Check, doubts
from svcflow.interchange.bpmn.reader import read_definitions
from svcflow.interchange.bpmn.xml import parse_xml

START, END = '<startEvent id="s" name="Begin"/>', '<endEvent id="e" name="Done"/>'
FINE = f'{START}<task id="a" name="A"/>{END}'


def flows(*pairs: str) -> str:
    """Flows written ``s-a``, with a condition behind a blank, of ``d!`` the default."""
    return "".join(
        f'<sequenceFlow id="{number}" name="{said}" sourceRef="{ends[0]}" targetRef="{ends[-1]}">'
        + (f"<conditionExpression>{said}</conditionExpression>" if said else "")
        + "</sequenceFlow>"
        for number, (ends, _, said) in enumerate((pair.partition(" ") for pair in pairs), 1)
    )


def found(inside: str, process: str = 'name="P"') -> list[tuple[str, str, str]]:
    text = (
        '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">'
        f'<process id="p" {process}>{inside}</process></definitions>'
    )
    definitions, _ = read_definitions(parse_xml(text))
    assert definitions is not None
    return [(doubt.check.value, doubt.thing.id, str(doubt.message)) for doubt in doubts(definitions)]


def test_nothing_to_say():
    assert found(FINE + flows("s-a", "a-e")) == []


GATEWAY = '<exclusiveGateway id="g" name="Which?"/>'


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (f'<task id="a" name="A"/>{END}' + flows("a-e"), [
            ("start-event-required", "p", "there is no start event in ‘P’"),
            ("no-implicit-start", "a", "no flow leads to ‘A’")]),
        (f'{START}<task id="a" name="A"/>' + flows("s-a"), [
            ("end-event-required", "p", "there is no end event in ‘P’"),
            ("no-implicit-end", "a", "no flow leads on from ‘A’, and it is no end event")]),
        (FINE + GATEWAY + flows("s-a", "a-e"), [
            ("no-disconnected", "g", "no flow leads to ‘Which?’, and none from it")]),
        (FINE + '<task id="b" name="B"/>' + flows("s-a", "a-b", "b-a", "a-e"), [
            ("fake-join", "a", "2 flows lead to ‘A’: each of them starts it anew"),
            ("no-implicit-split", "a",
             "several flows leave ‘A’ without a gateway: all are taken at the same time")]),
        (FINE + GATEWAY + flows("s-g", "a-g", "g-a yes", "g-e no"), [
            ("no-gateway-join-fork", "g", "the gateway ‘Which?’ joins flows and splits them at once")]),
        (FINE + GATEWAY + flows("s-a", "a-g", "g-e"), [
            ("superfluous-gateway", "g", "the gateway ‘Which?’ has one way in and one way out: it decides nothing")]),
        (FINE + GATEWAY + '<endEvent id="f" name="No"/>' + flows("s-a", "a-g", "g-e yes", "g-f"), [
            ("conditional-flows", "4", "nothing says when the way from ‘Which?’ to ‘No’ is taken")]),
        (FINE + flows("s-a", "a-e", "a-e"), [
            ("fake-join", "e", "2 flows lead to ‘Done’: each of them starts it anew"),
            ("no-duplicate-sequence-flows", "3", "the same flow from ‘A’ to ‘Done’ stands here twice"),
            ("no-implicit-split", "a",
             "several flows leave ‘A’ without a gateway: all are taken at the same time")]),
        ('<startEvent id="s"/><task id="a"/><exclusiveGateway id="g"/>' + END + '<endEvent id="f" name="F"/>'
         + flows("s-a", "a-g", "g-e x", "g-f y"), [
            ("label-required", "a", "the activity has no name: nobody reads what is done there"),
            ("label-required", "g", "the gateway has no name: nobody reads what is asked there"),
            ("label-required", "s", "the event has no name: nobody reads what happens there")]),
        (START + '<endEvent id="e" name="Stop"><terminateEventDefinition/></endEvent>' + flows("s-e"), [
            ("superfluous-termination", "e",
             "‘Stop’ is the only end; there is nothing left that it could terminate")]),
        (START + '<subProcess id="a" name="A"/>' + END + flows("s-a", "a-e"), [
            ("start-event-required", "a",
             "the sub-process ‘A’ is empty: nothing starts in it, and nothing ends")]),
    ],
)  # fmt: skip
def test_what_is_said(inside, expected):
    assert sorted(found(inside)) == sorted(expected)


def test_every_check_is_one_of_those_that_modellers_know():
    from tools.bpmnlint import RULES

    assert {check.value for check in Check} == set(RULES)
