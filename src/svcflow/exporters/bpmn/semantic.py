"""The process itself as XML: who, what, in which order; and what only svcflow's format says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from svcflow.exporters.bpmn.artifacts import data_tags, specification
from svcflow.exporters.bpmn.data import json_text
from svcflow.exporters.bpmn.elements import EventKind
from svcflow.exporters.bpmn.timing import iso
from svcflow.exporters.bpmn.xml import Tag
from svcflow.interchange.bpmn.names import SVC_DATA, SVC_PREFIX

if TYPE_CHECKING:
    from collections.abc import Mapping

    from svcflow.exporters.bpmn.elements import FlowNode, Model, SequenceFlow
    from svcflow.exporters.bpmn.geometry import Department
    from svcflow.exporters.bpmn.ids import Ids

__all__ = ["Causes", "process_tag"]

_EXPRESSION = {"xsi:type": "tFormalExpression"}


class Causes:
    """The messages, errors, escalations and signals that events refer to: one of each name."""

    def __init__(self, ids: Ids) -> None:
        self._ids = ids
        self._of: dict[tuple[EventKind, str], Tag] = {}

    def of(self, kind: EventKind, name: str) -> str:
        """Return the id of a message, an error or an escalation."""
        if (kind, name) not in self._of:
            id = self._ids.give(f"{kind}.{len(self._of) + 1}")
            code = {f"{kind}Code": id} if kind in {EventKind.ERROR, EventKind.ESCALATION} else {}
            self._of[kind, name] = Tag(str(kind), {"id": id, "name": name, **code})
        return self._of[kind, name].attributes["id"]

    @property
    def tags(self) -> list[Tag]:
        """All of them, in the order of their first use."""
        return list(self._of.values())


def process_tag(
    model: Model, departments: list[Department], causes: Causes, ids: Ids, data: Mapping[str, dict[str, Any]]
) -> Tag:
    """Return the process; ``data`` is what goes into the extension, by the id of the element."""
    tag = Tag("process", {"id": model.id, "name": model.name})
    _extend(tag, data.get(model.id, {}))
    _lanes(tag, model, departments, ids)
    arriving: dict[str, list[str]] = {id: [] for id in model.nodes}
    leaving: dict[str, list[str]] = {id: [] for id in model.nodes}
    for flow in model.flows:
        leaving[flow.source].append(flow.id)
        arriving[flow.target].append(flow.id)
    for node in model.nodes.values():
        child = _node(node, data.get(node.id, {}))
        for name, found in (("incoming", arriving), ("outgoing", leaving)):
            for id in found[node.id]:
                child.add(name, id)
        child.children += specification(node)
        if node.event:
            child.children.append(_definition(node, causes, ids))
        tag.children.append(child)
    tag.children += [*data_tags(model), *map(_flow, model.flows)]
    return tag


def _lanes(tag: Tag, model: Model, departments: list[Department], ids: Ids) -> None:
    if not any(lane.title for lane in model.lanes):
        return
    outer = tag.add("laneSet", id=ids.give(f"{model.id}.lanes"))
    for department in departments:
        parent = outer
        if department.name:
            lane = outer.add("lane", id=department.id, name=department.name)
            parent = lane.add("childLaneSet", id=ids.give(f"{department.id}.lanes"))
        for role in department.lanes:
            title = next(lane.title for lane in model.lanes if lane.id == role)
            lane = parent.add("lane", id=model.lane_ids[role], name=title)
            for node in model.nodes.values():
                if node.lane == role:
                    lane.add("flowNodeRef", node.id)


def _node(node: FlowNode, data: dict[str, Any]) -> Tag:
    tag = Tag(node.tag, {"id": node.id, "name": node.name})
    if node.tag == "callActivity":
        tag.attributes["calledElement"] = node.called
    if node.host:
        tag.attributes |= {
            "cancelActivity": "true" if node.interrupting else "false",
            "attachedToRef": node.host,
        }
    if node.default:
        tag.attributes["default"] = node.default
    for text in node.documentation:
        tag.add("documentation", text)
    _extend(tag, data)
    return tag


def _extend(tag: Tag, data: dict[str, Any]) -> None:
    if data:
        tag.add("extensionElements").add(f"{SVC_PREFIX}:{SVC_DATA}", json_text(data))


def _definition(node: FlowNode, causes: Causes, ids: Ids) -> Tag:
    assert node.event is not None, "only events have one"
    kind = node.event.kind
    tag = Tag(f"{kind}EventDefinition", {"id": ids.give(f"{node.id}.{kind}")})
    if kind is EventKind.TIMER:
        assert node.event.time is not None, "a timer has a time"
        tag.children.append(Tag("timeDuration", _EXPRESSION, text=iso(node.event.time)))
    elif kind is EventKind.CONDITIONAL:
        tag.children.append(Tag("condition", _EXPRESSION, text=node.event.what))
    elif kind is not EventKind.TERMINATE:
        tag.attributes[f"{kind}Ref"] = causes.of(kind, node.event.what)
    return tag


def _flow(flow: SequenceFlow) -> Tag:
    tag = Tag(
        "sequenceFlow",
        {"id": flow.id, "name": flow.condition, "sourceRef": flow.source, "targetRef": flow.target},
    )
    if flow.expression:
        tag.children.append(Tag("conditionExpression", _EXPRESSION, text=flow.expression))
    return tag
