"""Sub-processes: a process of its own each, in YAML, and in BPMN what they were, with their content."""

from __future__ import annotations

import pytest
from lxml import etree

from svcflow import api
from svcflow.exporters.bpmn import is_part, to_bpmn
from svcflow.interchange.bpmn.names import BPMN, BPMNDI
from tests.exporters.bpmn.test_geometry import box
from tests.exporters.bpmn.test_others import schema
from tests.exporters.bpmn.through_yaml import contexts, through_yaml
from tools.node import Missing
from tools.node.viewer import opened

INNER = """
<startEvent id="{0}s" name="{0} begins"><outgoing>{0}1</outgoing></startEvent><task id="{0}t" name="{0} work"/>
<endEvent id="{0}e" name="{0} done"/>
<sequenceFlow id="{0}1" sourceRef="{0}s" targetRef="{0}t"/><sequenceFlow id="{0}2" sourceRef="{0}t" targetRef="{0}e"/>
"""
XML = f"""<definitions xmlns="{BPMN}" xmlns:bpmndi="{BPMNDI}" id="d">
<message id="m" name="Order"/><error id="err" name="Card refused" errorCode="402"/>
<collaboration id="c"><participant id="shop-pool" name="Shop" processRef="shop"/><participant id="bank" name="Bank"/>
<messageFlow id="mf1" name="Slip" sourceRef="payt" targetRef="bank"/>
<messageFlow id="mf2" name="Parcel list" sourceRef="packt" targetRef="bank"/></collaboration>
<process id="shop" name="Shop"><laneSet id="ls"><lane id="l" name="Clerk">
<flowNodeRef>s</flowNodeRef><flowNodeRef>pay</flowNodeRef><flowNodeRef>pack</flowNodeRef><flowNodeRef>tidy</flowNodeRef>
<flowNodeRef>e</flowNodeRef><flowNodeRef>again</flowNodeRef><flowNodeRef>fire</flowNodeRef></lane></laneSet>
<startEvent id="s" name="Order came"/>
<transaction id="pay" name="Pay">{INNER.format("pay")}
  <subProcess id="check" name="Check card">{INNER.format("check")}</subProcess>
  <sequenceFlow id="in1" sourceRef="check" targetRef="payt"/>
</transaction>
<boundaryEvent id="b" name="Refused" attachedToRef="pay"><errorEventDefinition errorRef="err"/></boundaryEvent>
<task id="again" name="Ask for another card"/>
<subProcess id="pack" name="Pack">{INNER.format("pack")}
  <multiInstanceLoopCharacteristics isSequential="true"/></subProcess>
<adHocSubProcess id="tidy" name="Tidy up"><task id="sweep" name="Sweep"/><task id="dust" name="Dust"/></adHocSubProcess>
<endEvent id="e" name="Sent"/>
<subProcess id="fire" name="Fire!" triggeredByEvent="true">
  <startEvent id="alarm" name="Alarm" isInterrupting="false"><messageEventDefinition messageRef="m"/></startEvent>
  <task id="out" name="Leave"/><endEvent id="safe" name="Safe"/>
  <sequenceFlow id="g1" sourceRef="alarm" targetRef="out"/><sequenceFlow id="g2" sourceRef="out" targetRef="safe"/>
</subProcess>
<sequenceFlow id="f1" sourceRef="s" targetRef="pay"/><sequenceFlow id="f2" sourceRef="pay" targetRef="pack"/>
<sequenceFlow id="f3" sourceRef="pack" targetRef="tidy"/><sequenceFlow id="f4" sourceRef="tidy" targetRef="e"/>
<sequenceFlow id="f5" sourceRef="b" targetRef="again"/><sequenceFlow id="f6" sourceRef="again" targetRef="pay"/>
</process>
<bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="c">
<bpmndi:BPMNShape bpmnElement="pay" isExpanded="true"/><bpmndi:BPMNShape bpmnElement="check" isExpanded="true"/>
<bpmndi:BPMNShape bpmnElement="tidy" isExpanded="true"/><bpmndi:BPMNShape bpmnElement="fire" isExpanded="true"/>
<bpmndi:BPMNShape bpmnElement="pack" isExpanded="false"/>
</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></definitions>""".encode()


@pytest.fixture(scope="module")
def after() -> bytes:
    (xml,) = through_yaml(XML)
    return xml


def holders(xml: bytes) -> set[tuple[str, str, str]]:
    """Each activity and event with a name: its element, its name, the name of what it stands in."""
    return {
        (etree.QName(node).localname, node.get("name"), node.getparent().get("name"))
        for node in etree.fromstring(xml).find("{*}process").iterdescendants("{*}*")
        if node.get("name")
        and etree.QName(node).localname.endswith(("ask", "rocess", "transaction", "Event"))
    }


def test_everything_stands_where_it_stood(after: bytes) -> None:
    assert holders(after) - holders(XML) == set()
    assert holders(XML) - holders(after) == set()


def test_kinds_and_drawing_are_as_they_were(after: bytes) -> None:
    root = etree.fromstring(after)
    by_name = {
        node.get("name"): node for node in root.iter("{*}subProcess", "{*}transaction", "{*}adHocSubProcess")
    }
    assert by_name["Fire!"].get("triggeredByEvent") == "true"
    assert by_name["Fire!"].find("{*}startEvent").get("isInterrupting") == "false"
    assert by_name["Pack"].find("{*}multiInstanceLoopCharacteristics").get("isSequential") == "true"
    assert by_name["Tidy up"].find("{*}startEvent") is None
    assert by_name["Tidy up"].find("{*}endEvent") is None
    shown = {shape.get("bpmnElement"): shape.get("isExpanded") for shape in root.iter("{*}BPMNShape")}
    assert {name: shown[node.get("id")] for name, node in by_name.items()} == {
        "Pay": "true", "Check card": "true", "Pack": "false", "Tidy up": "true", "Fire!": "true",
    }  # fmt: skip
    planes = [plane.get("bpmnElement") for plane in root.iter("{*}BPMNPlane")]
    assert planes[1:] == [by_name["Pack"].get("id")]


def test_what_is_inside_is_drawn_inside(after: bytes) -> None:
    root = etree.fromstring(after)
    boxes = {shape.get("bpmnElement"): box(shape[0]) for shape in root.iter("{*}BPMNShape")}
    for name in ("Pay", "Check card", "Tidy up", "Fire!"):
        (outer,) = (node for node in root.find("{*}process").iter("{*}*") if node.get("name") == name)
        around = boxes[outer.get("id")]
        inner = [boxes[node.get("id")] for node in outer.iterchildren("{*}*") if node.get("id") in boxes]
        assert len(inner) > 1
        for one in inner:
            assert around.x < one.x
            assert one.right < around.right
            assert around.y < one.y
            assert one.bottom < around.bottom


def test_messages_lead_to_what_can_be_seen(after: bytes) -> None:
    root = etree.fromstring(after)
    names = {node.get("id"): node.get("name") for node in root.iter("{*}*")}
    ends = {flow.get("name"): names[flow.get("sourceRef")] for flow in root.iter("{*}messageFlow")}
    assert ends == {"Slip": "pay work", "Parcel list": "Pack"}


def test_it_is_valid(after: bytes) -> None:
    schema().assertValid(etree.fromstring(after))


def test_a_browser_draws_all_of_it(after: bytes) -> None:
    try:
        result = opened(after)
    except Missing as missing:
        pytest.skip(str(missing))
    assert result["warnings"] == []
    shown = {e.get("bpmnElement") for e in etree.fromstring(after).iter("{*}BPMNShape", "{*}BPMNEdge")}
    assert shown <= {id for id, _ in result["drawn"]}


def test_all_processes_come_back_from_the_one_file(after: bytes) -> None:
    before, found = contexts(XML), contexts(after)
    assert list(before) == [
        "shop", "shop.pay", "shop.pay.check-card", "shop.pack", "shop.tidy-up", "shop.fire",
    ]  # fmt: skip
    assert {id: one.process for id, one in found.items()} == {id: one.process for id, one in before.items()}


def test_two_files_with_parts_of_the_same_id(after: bytes) -> None:
    found = contexts(after, after)
    assert len(found) == 12
    again = found["shop-2"]
    assert not is_part(again)
    assert to_bpmn(again).count(b"<transaction") == 1


def test_a_changed_drawing_counts(after: bytes) -> None:
    changed = after.replace(b'name="check work"', b'name="Call the bank"').replace(
        b'<sequenceFlow id="out.to.safe"', b'<sequenceFlow id="out.to.safe" name="quickly"'
    )
    found = contexts(changed)
    assert [step.name for step in found["shop.pay.check-card"].process.steps] == [
        "Call the bank",
        "check done",
    ]


def test_a_part_that_cannot_be_found_is_called() -> None:
    shop = contexts(XML)["shop"]
    shop.find = lambda _id: None
    xml = to_bpmn(shop)
    assert b"<transaction" not in xml
    assert b'calledElement="shop.pay"' in xml


def test_parts_are_not_written_twice(tmp_path) -> None:
    (tmp_path / "shop.bpmn").write_bytes(XML)
    assert [made.name for made in api.export(tmp_path / "shop.bpmn")] == ["shop.bpmn"]
    for one in api.import_files([tmp_path / "shop.bpmn"]).files:
        (tmp_path / one.name).write_bytes(one.data)
    (tmp_path / "shop.bpmn").unlink()
    made = {one.name: one.data for one in api.export(tmp_path)}
    assert list(made) == ["shop.bpmn"]
    assert holders(made["shop.bpmn"]) == holders(XML)
    alone = [one.name for one in api.export(tmp_path / "shop.pay.yaml")]
    assert alone == ["shop.pay.bpmn"]
