"""BPMN files with faults that people make: names, flows and nodes that are missing, doubled or led astray."""

from __future__ import annotations

import random
from collections.abc import Callable
from xml.etree import ElementTree as ET

from svcflow.interchange.bpmn.names import BPMN, BPMNDI, DC, DI, FLOW_NODES, XSI

__all__ = ["damaged"]

_B = f"{{{BPMN}}}"


def damaged(xml: bytes, seed: int) -> bytes:
    """Return a file with a few faults, the same ones for a seed; what svcflow itself wrote into it is gone."""
    chance = random.Random(seed)  # noqa: S311
    for prefix, namespace in (("", BPMN), ("bpmndi", BPMNDI), ("dc", DC), ("di", DI), ("xsi", XSI)):
        ET.register_namespace(prefix, namespace)
    root = ET.fromstring(xml)  # noqa: S314
    for element in root.iter():
        for extension in element.findall(f"{_B}extensionElements"):
            element.remove(extension)
    file = _File(root, chance)
    for _ in range(chance.randint(1, 5)):
        chance.choice(file.faults)()
    data: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return data


class _File:
    """A file with one process, and what can be done to it."""

    def __init__(self, root: ET.Element, chance: random.Random) -> None:
        process = root.find(f"{_B}process")
        assert process is not None, "every export has one"
        self.process, self.chance = process, chance
        self.count = 0
        self.faults: list[Callable[[], None]] = [
            self.no_name, self.no_condition, self.no_flow, self.no_node, self.double, self.astray, self.terminate,
            self.no_default,
        ]  # fmt: skip

    def _nodes(self) -> list[ET.Element]:
        return [element for element in self.process if element.tag.removeprefix(_B) in FLOW_NODES]

    def _flows(self) -> list[ET.Element]:
        return self.process.findall(f"{_B}sequenceFlow")

    def _any(self, elements: list[ET.Element]) -> ET.Element | None:
        return self.chance.choice(elements) if elements else None

    def no_name(self) -> None:
        """Take the name of something."""
        found = self._any([*self._nodes(), *self._flows(), *self.process.iter(f"{_B}lane")])
        if found is not None:
            found.attrib.pop("name", None)

    def no_condition(self) -> None:
        """Take the condition of a flow."""
        found = self._any(self._flows())
        if found is not None:
            for condition in found.findall(f"{_B}conditionExpression"):
                found.remove(condition)

    def no_default(self) -> None:
        """Let no flow be the default."""
        found = self._any(self._nodes())
        if found is not None:
            found.attrib.pop("default", None)

    def no_flow(self) -> None:
        """Take a flow away."""
        found = self._any(self._flows())
        if found is not None:
            self._remove(found)

    def no_node(self) -> None:
        """Take a node away, with its flows; starts, ends and gateways more often."""
        nodes = self._nodes()
        found = self._any(
            nodes + [node for node in nodes if node.tag.endswith(("startEvent", "endEvent"))] * 3
        )
        if found is None or len(nodes) < 3:
            return
        for event in nodes:
            if event.get("attachedToRef") == found.get("id"):
                return
        for flow in self._flows():
            if found.get("id") in {flow.get("sourceRef"), flow.get("targetRef")}:
                self._remove(flow)
        self.process.remove(found)
        for lane in self.process.iter(f"{_B}lane"):
            for reference in lane.findall(f"{_B}flowNodeRef"):
                if reference.text == found.get("id"):
                    lane.remove(reference)

    def double(self) -> None:
        """Draw a flow once more, to the same node or another one."""
        found = self._any(self._flows())
        if found is not None:
            target = found.get("targetRef", "") if self.chance.random() < 0.4 else self._target()
            self._draw(found.get("sourceRef", ""), target)

    def astray(self) -> None:
        """Lead a flow to another node."""
        found = self._any(self._flows())
        if found is not None:
            self._remove(found)
            self._draw(found.get("sourceRef", ""), self._target())

    def terminate(self) -> None:
        """Let an end terminate everything."""
        found = self._any(self.process.findall(f"{_B}endEvent"))
        if found is not None and found.find(f"{_B}terminateEventDefinition") is None:
            ET.SubElement(found, f"{_B}terminateEventDefinition")

    def _target(self) -> str:
        nodes = [node for node in self._nodes() if not node.tag.endswith(("startEvent", "boundaryEvent"))]
        found = self._any(nodes)
        return found.get("id", "") if found is not None else ""

    def _draw(self, source: str, target: str) -> None:
        ends = {node.get("id"): node for node in self._nodes()}
        if source not in ends or target not in ends:
            return
        self.count += 1
        id = f"drawn.{self.count}"
        ET.SubElement(self.process, f"{_B}sequenceFlow", id=id, sourceRef=source, targetRef=target)
        for node, name in ((ends[source], "outgoing"), (ends[target], "incoming")):
            reference = ET.Element(f"{_B}{name}")
            reference.text = id
            node.insert(0, reference)

    def _remove(self, flow: ET.Element) -> None:
        self.process.remove(flow)
        for node in self._nodes():
            if node.get("default") == flow.get("id"):
                del node.attrib["default"]
            for reference in [*node.findall(f"{_B}incoming"), *node.findall(f"{_B}outgoing")]:
                if reference.text == flow.get("id"):
                    node.remove(reference)
