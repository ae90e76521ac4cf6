"""What a process or a sub-process contains: nodes, flows, lanes, data, notes."""

from __future__ import annotations

from svcflow.i18n import msg
from svcflow.interchange.bpmn.gleanings import Gleanings
from svcflow.interchange.bpmn.model import (
    Annotation,
    Association,
    DataObject,
    FlowNode,
    Lane,
    Scope,
    SequenceFlow,
)
from svcflow.interchange.bpmn.names import FLOW_NODES
from svcflow.interchange.bpmn.nodes import NodeReader
from svcflow.interchange.bpmn.things import content_of, local, note_of, thing
from svcflow.interchange.bpmn.xml import Element

__all__ = ["ScopeReader", "note_group"]

_NO_CONTENT = {
    *(
        "documentation",
        "extensionElements",
        "incoming",
        "outgoing",
        "ioSpecification",
        "dataInputAssociation",
    ),
    *(
        "dataOutputAssociation",
        "resourceRole",
        "performer",
        "humanPerformer",
        "potentialOwner",
        "auditing",
        "monitoring",
    ),
    *(
        "multiInstanceLoopCharacteristics",
        "standardLoopCharacteristics",
        "laneSet",
        "completionCondition",
        "supports",
    ),
    *("correlationSubscription", "ioBinding", "supportedInterfaceRef"),
}


class ScopeReader:
    """Reads the content of a process or a sub-process."""

    def __init__(self, gleanings: Gleanings) -> None:
        self.gleanings = gleanings
        self.ids: set[str] = set()
        self.count = 0

    def read(self, element: Element) -> Scope:
        """Return the content; flows whose ends are not named are looked for at the nodes."""
        scope = Scope()
        for lane_set in element.all("laneSet"):
            scope.lanes += [self._lane(lane) for lane in lane_set.all("lane")]
        for child in element.children:
            self._child(child, scope)
        for specification in element.all("ioSpecification"):
            scope.data += self._ends_of_process(specification)
        self._connect(scope)
        return scope

    def _child(self, child: Element, scope: Scope) -> None:
        gleanings = self.gleanings
        if child.is_bpmn(*FLOW_NODES):
            scope.nodes.append(self._node(child))
        elif child.is_bpmn("sequenceFlow"):
            scope.flows.append(self._flow(child))
        elif child.is_bpmn("dataObjectReference", "dataStoreReference", "dataObject"):
            scope.data.append(self._data(child))
        elif child.is_bpmn("textAnnotation"):
            scope.annotations.append(Annotation(**note_of(child, gleanings)))
        elif child.is_bpmn("association"):
            source, target = (local(child.attributes.get(f"{end}Ref", "")) for end in ("source", "target"))
            scope.associations.append(Association(**thing(child, gleanings), source=source, target=target))
        elif child.is_bpmn("group"):
            note_group(child, gleanings)
        elif child.is_bpmn("property"):
            scope.variables.append(child.attributes.get("id", ""))
            gleanings.variables.append(child.attributes.get("name", "") or child.attributes.get("id", ""))
        elif child.is_bpmn() and child.name not in _NO_CONTENT:
            gleanings.unknown(child)

    def _node(self, child: Element) -> FlowNode:
        node = NodeReader(self.gleanings).read(child)
        node.id = self._unique(child, node.id)
        if child.name in {"subProcess", "transaction", "adHocSubProcess"}:
            inner = ScopeReader(self.gleanings)
            inner.ids = self.ids
            scope = inner.read(child)
            node.inner = scope if scope.nodes else None
            node.content = content_of(child, self.gleanings)
        return node

    def _unique(self, child: Element, id: str) -> str:
        """Return an id that no other node has."""
        self.count += 1
        if not id:
            self.gleanings.broken(child, msg("‹{tag}› has no id; no flow can lead to it", tag=child.name))
            id = f"{child.name}-{child.line}-{child.column}"
        elif id in self.ids:
            self.gleanings.broken(
                child, msg("the id ‘{id}’ stands here once more; flows lead to the first one", id=id)
            )
            id = f"{id}-{child.line}-{child.column}"
        self.ids.add(id)
        return id

    def _flow(self, child: Element) -> SequenceFlow:
        condition = child.first("conditionExpression")
        return SequenceFlow(
            **thing(child, self.gleanings),
            source=local(child.attributes.get("sourceRef", "")),
            target=local(child.attributes.get("targetRef", "")),
            condition=" ".join(condition.words().split()) if condition else "",
        )

    def _lane(self, element: Element) -> Lane:
        inner = [lane for lanes in element.all("childLaneSet") for lane in lanes.all("lane")]
        return Lane(
            **thing(element, self.gleanings),
            nodes=[local(reference.text) for reference in element.all("flowNodeRef")],
            lanes=[self._lane(lane) for lane in inner],
        )

    def _data(self, child: Element) -> DataObject:
        store = child.name == "dataStoreReference"
        made = DataObject(**thing(child, self.gleanings), store=store)
        made.refers = local(child.attributes.get("dataStoreRef" if store else "dataObjectRef", ""))
        made.name = made.name or self.gleanings.name_of(made.refers)
        state = child.first("dataState")
        if state is not None and state.attributes.get("name"):
            made.state = state.attributes["name"]
        return made

    def _ends_of_process(self, specification: Element) -> list[DataObject]:
        found = []
        for child in specification.all("dataInput", "dataOutput"):
            made = DataObject(**thing(child, self.gleanings))
            made.way = "input" if child.name == "dataInput" else "output"
            found.append(made)
        return found

    def _connect(self, scope: Scope) -> None:
        """Give flows the ends that only the nodes name."""
        leaving = {flow: node.id for node in scope.nodes for flow in node.outgoing}
        coming = {flow: node.id for node in scope.nodes for flow in node.incoming}
        for flow in scope.flows:
            flow.source = flow.source or leaving.get(flow.id, "")
            flow.target = flow.target or coming.get(flow.id, "")


def note_group(child: Element, gleanings: Gleanings) -> None:
    """Take note of a group, which becomes nothing."""
    name = ""
    reference = local(child.attributes.get("categoryValueRef", ""))
    for category in gleanings.referred.values():
        for value in category.all("categoryValue"):
            if value.attributes.get("id") == reference:
                name = value.attributes.get("value", "")
    message = msg(
        "the group ‘{name}’ is left out: svcflow groups by roles alone", name=name or reference or "?"
    )
    gleanings.lost(child, message)
