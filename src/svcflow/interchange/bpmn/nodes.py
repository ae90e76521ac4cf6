"""One flow node: what it is, what it waits for, what it needs and makes, who does it."""

from __future__ import annotations

from svcflow.i18n import msg
from svcflow.interchange.bpmn.gleanings import Gleanings
from svcflow.interchange.bpmn.model import EventDefinition, FlowNode
from svcflow.interchange.bpmn.names import EVENT_DEFINITIONS
from svcflow.interchange.bpmn.things import local, thing
from svcflow.interchange.bpmn.xml import Element

__all__ = ["NodeReader"]

_OWNERS = ("resourceRole", "performer", "humanPerformer", "potentialOwner")
_TIMES = {"timeDuration": "duration", "timeDate": "date", "timeCycle": "cycle"}


class NodeReader:
    """Reads activities, gateways and events."""

    def __init__(self, gleanings: Gleanings) -> None:
        self.gleanings = gleanings

    def read(self, element: Element) -> FlowNode:
        """Return the node, without what a sub-process contains."""
        attributes = element.attributes
        node = FlowNode(**thing(element, self.gleanings), kind=element.name)
        node.default = local(attributes.get("default", ""))
        node.attached_to = local(attributes.get("attachedToRef", ""))
        node.interrupting = attributes.get("cancelActivity", attributes.get("isInterrupting")) != "false"
        node.calls = local(attributes.get("calledElement", ""))
        node.by_event = attributes.get("triggeredByEvent") == "true"
        node.compensates = attributes.get("isForCompensation") == "true"
        node.incoming = [local(child.text) for child in element.all("incoming")]
        node.outgoing = [local(child.text) for child in element.all("outgoing")]
        node.message = self.gleanings.name_of(attributes.get("messageRef", ""))
        node.events = [event for child in element.children if (event := self._event(child))]
        node.owners = [name for child in element.all(*_OWNERS) if (name := self._owner(child))]
        self._loop(element, node)
        self._data(element, node)
        self._odd_numbers(element)
        return node

    def _event(self, child: Element) -> EventDefinition | None:
        if child.is_bpmn("eventDefinitionRef"):
            child = self.gleanings.referred.get(local(child.text), child)
        if not child.is_bpmn(*EVENT_DEFINITIONS):
            return None
        kind = EVENT_DEFINITIONS[child.name]
        reference = child.attributes.get(f"{kind}Ref", "")
        made = EventDefinition(kind=kind, what=self.gleanings.name_of(reference))
        made.code = self.gleanings.code_of(reference)
        if kind == "link":
            made.what = child.attributes.get("name", "")
        elif kind == "conditional":
            made.what = " ".join(child.words().split())
        elif kind == "timer":
            found = child.first(*_TIMES)
            if found is not None:
                made.time, made.what = _TIMES[found.name], " ".join(found.words().split())
        if reference and kind != "link" and local(reference) not in self.gleanings.referred:
            self.gleanings.broken(
                child, msg("there is no {kind} ‘{id}’ in the file", kind=kind, id=reference)
            )
        return made

    def _owner(self, child: Element) -> str:
        reference = child.first("resourceRef")
        name = self.gleanings.name_of(reference.text) if reference is not None else ""
        expression = child.first("resourceAssignmentExpression")
        return name or (" ".join(expression.words().split()) if expression is not None else "")

    def _loop(self, element: Element, node: FlowNode) -> None:
        standard, multiple = (
            element.first("standardLoopCharacteristics"),
            element.first("multiInstanceLoopCharacteristics"),
        )
        if standard is not None:
            node.loop, node.loop_text = "loop", " ".join(standard.words().split())
        if multiple is not None:
            sequential = multiple.attributes.get("isSequential") == "true"
            node.loop = "sequential" if sequential else "parallel"
            node.loop_text = " ".join(multiple.words().split())

    def _data(self, element: Element, node: FlowNode) -> None:
        for association in element.all("dataInputAssociation"):
            node.inputs += [local(child.text) for child in association.all("sourceRef")]
        for association in element.all("dataOutputAssociation"):
            node.outputs += [local(child.text) for child in association.all("targetRef")]

    def _odd_numbers(self, element: Element) -> None:
        for name in ("startQuantity", "completionQuantity"):
            if element.attributes.get(name, "1") != "1":
                self.gleanings.lost(
                    element, msg("`{name}` says how many tokens it takes; svcflow knows one only", name=name)
                )
