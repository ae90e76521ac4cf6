"""One flow node: what it is, what it waits for, what it needs and makes, who does it."""

from __future__ import annotations

from svcflow.i18n import msg
from svcflow.interchange.bpmn.engines import assigned, called, groups, is_expression
from svcflow.interchange.bpmn.gleanings import Gleanings
from svcflow.interchange.bpmn.model import EventDefinition, FlowNode
from svcflow.interchange.bpmn.names import EVENT_DEFINITIONS, SUB_PROCESSES
from svcflow.interchange.bpmn.things import local, thing
from svcflow.interchange.bpmn.xml import Element

__all__ = ["NodeReader"]

_OWNERS = ("resourceRole", "performer", "humanPerformer", "potentialOwner")
_TIMES = {"timeDuration": "duration", "timeDate": "date", "timeCycle": "cycle"}
_RULES = {"script": "script", "activationCondition": "rule", "completionCondition": "until"}
_KNOWN = {
    *("documentation", "extensionElements", "incoming", "outgoing", "ioSpecification", "property", "laneSet"),
    *("dataInputAssociation", "dataOutputAssociation", "dataInput", "dataOutput", "inputSet", "outputSet"),
    *("standardLoopCharacteristics", "multiInstanceLoopCharacteristics", "auditing", "monitoring"),
    *("eventDefinitionRef", "supports", *_OWNERS, *_RULES, *EVENT_DEFINITIONS),
}


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
        node.calls = self._calls(element)
        node.by_event = attributes.get("triggeredByEvent") == "true"
        node.compensates = attributes.get("isForCompensation") == "true"
        node.incoming = [local(child.text) for child in element.all("incoming")]
        node.outgoing = [local(child.text) for child in element.all("outgoing")]
        node.message = self.gleanings.name_of(attributes.get("messageRef", ""))
        node.events = [event for child in element.children if (event := self._event(child))]
        node.owners = [name for child in element.all(*_OWNERS) if (name := self._owner(child))]
        node.groups, node.assigned = groups(element), assigned(element)
        node.rules = {
            _RULES[child.name]: said for child in element.all(*_RULES) if (said := child.words().strip())
        }
        self._loop(element, node)
        self._data(element, node)
        self._odd_numbers(element)
        if element.name not in SUB_PROCESSES:
            for child in element.children:
                if child.is_bpmn() and child.name not in _KNOWN:
                    self.gleanings.unknown(child)
        return node

    def _calls(self, element: Element) -> str:
        """Return the id of the process that an activity calls, empty where only an engine knows it when it runs."""
        said = element.attributes.get("calledElement", "") or called(element)
        if said and is_expression(said):
            self.gleanings.lost(
                element, msg("which process is called is worked out by an engine: {rule}", rule=said)
            )
            return ""
        return local(said)

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
            node.loop, node.loop_text = "loop", _said(standard, "loopCondition")
        if multiple is not None:
            sequential = multiple.attributes.get("isSequential") == "true"
            node.loop = "sequential" if sequential else "parallel"
            node.loop_text = _said(multiple, "loopCardinality")
            node.loop_end = _said(multiple, "completionCondition")

    def _data(self, element: Element, node: FlowNode) -> None:
        for association in element.all("dataInputAssociation"):
            node.inputs += [local(child.text) for child in association.all("sourceRef")]
        for association in element.all("dataOutputAssociation"):
            node.outputs += [local(child.text) for child in association.all("targetRef")]
        self._inner_data(element)

    def _inner_data(self, element: Element) -> None:
        """Count what an engine hands to a task, where no document is drawn for it."""
        tied = {
            local(child.text)
            for association in element.all("dataInputAssociation", "dataOutputAssociation")
            if association.first("sourceRef") is not None and association.first("targetRef") is not None
            for child in association.all("sourceRef", "targetRef")
        }
        for specification in element.all("ioSpecification"):
            for data in specification.all("dataInput", "dataOutput"):
                self.gleanings.parameters += data.attributes.get("id", "") not in tied

    def _odd_numbers(self, element: Element) -> None:
        for name in ("startQuantity", "completionQuantity"):
            if element.attributes.get(name, "1") != "1":
                self.gleanings.lost(
                    element, msg("`{name}` says how many tokens it takes; svcflow knows one only", name=name)
                )


def _said(element: Element, name: str) -> str:
    """Return the words of a child."""
    child = element.first(name)
    return " ".join(child.words().split()) if child is not None else ""
