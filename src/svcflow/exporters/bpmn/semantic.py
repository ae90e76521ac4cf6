"""The process itself as XML: who, what, in which order; and what only svcflow's format says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from svcflow.exporters.bpmn.artifacts import data_tags, specification
from svcflow.exporters.bpmn.data import json_text
from svcflow.exporters.bpmn.elements import EventKind
from svcflow.exporters.bpmn.timing import iso
from svcflow.exporters.bpmn.xml import Tag
from svcflow.interchange.bpmn.names import EVENT_DEFINITIONS, SVC_CONTENT, SVC_DATA, SVC_PREFIX

if TYPE_CHECKING:
    from collections.abc import Mapping

    from svcflow.exporters.bpmn.elements import Event, FlowNode, Loop, Model, SequenceFlow
    from svcflow.exporters.bpmn.geometry import Department
    from svcflow.exporters.bpmn.ids import Ids

__all__ = ["Causes", "process_tag"]

_EXPRESSION = {"xsi:type": "tFormalExpression"}
_DEFINITIONS = {kind: name for name, kind in EVENT_DEFINITIONS.items()}
_REFERRING = (EventKind.MESSAGE, EventKind.SIGNAL, EventKind.ERROR, EventKind.ESCALATION)


class Causes:
    """The messages, errors, escalations and signals that events refer to: one of each name."""

    def __init__(self, ids: Ids) -> None:
        self._ids = ids
        self._of: dict[tuple[EventKind, str, str], Tag] = {}

    def of(self, kind: EventKind, name: str, code: str = "") -> str:
        """Return the id of a message, an error, an escalation or a signal."""
        key = (kind, name, code)
        if key not in self._of:
            id = self._ids.give(f"{kind}.{len(self._of) + 1}")
            coded = {f"{kind}Code": code or id} if kind in {EventKind.ERROR, EventKind.ESCALATION} else {}
            self._of[key] = Tag(str(kind), {"id": id, "name": name, **coded})
        return self._of[key].attributes["id"]

    @property
    def tags(self) -> list[Tag]:
        """All of them, in the order of their first use."""
        return list(self._of.values())


def process_tag(model: Model, departments: list[Department], causes: Causes, ids: Ids) -> Tag:
    """Return the process."""
    tag = Tag("process", {"id": model.id, "name": model.name})
    _extend(tag, {SVC_DATA: model.own})
    _lanes(tag, model, departments, ids)
    _add_content(tag, model, causes, ids)
    return tag


def _add_content(tag: Tag, model: Model, causes: Causes, ids: Ids) -> None:
    """Add nodes and flows to a process or a sub-process."""
    arriving: dict[str, list[str]] = {id: [] for id in model.nodes}
    leaving: dict[str, list[str]] = {id: [] for id in model.nodes}
    for flow in model.flows:
        leaving[flow.source].append(flow.id)
        arriving[flow.target].append(flow.id)
    for node in model.nodes.values():
        child = _node(node)
        for name, found in (("incoming", arriving), ("outgoing", leaving)):
            for id in found[node.id]:
                child.add(name, id)
        child.children += specification(node)
        if node.loop:
            child.children.append(_loop(node.loop))
        if node.event:
            child.children += _definitions(node.id, node.event, causes, ids)
        if node.inner:
            _add_content(child, node.inner, causes, ids)
        tag.children.append(child)
    tag.children += [*data_tags(model), *map(_flow, model.flows)]


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


def _node(node: FlowNode) -> Tag:
    tag = Tag(node.tag, {"id": node.id, "name": node.name})
    if node.tag == "callActivity":
        tag.attributes["calledElement"] = node.called
    if node.host:
        tag.attributes |= {
            "cancelActivity": "true" if node.interrupting else "false",
            "attachedToRef": node.host,
        }
    if node.tag == "startEvent" and not node.interrupting:
        tag.attributes["isInterrupting"] = "false"
    if node.default:
        tag.attributes["default"] = node.default
    for text in node.documentation:
        tag.add("documentation", text)
    if node.by_event:
        tag.attributes["triggeredByEvent"] = "true"
    _extend(tag, {SVC_DATA: node.own, SVC_CONTENT: node.inner.own if node.inner else {}})
    return tag


def _extend(tag: Tag, parts: Mapping[str, dict[str, Any]]) -> None:
    said = {name: data for name, data in parts.items() if data}
    if said:
        extension = tag.add("extensionElements")
        for name, data in said.items():
            extension.add(f"{SVC_PREFIX}:{name}", json_text(data))


def _loop(loop: Loop) -> Tag:
    if loop.kind == "loop":
        tag = Tag("standardLoopCharacteristics")
        parts = {"loopCondition": loop.by}
    else:
        tag = Tag(
            "multiInstanceLoopCharacteristics", {"isSequential": str(loop.kind == "sequential").lower()}
        )
        parts = {"loopCardinality": loop.by, "completionCondition": loop.until}
    tag.children = [Tag(name, _EXPRESSION, text=text) for name, text in parts.items() if text]
    return tag


def _definitions(node: str, event: Event, causes: Causes, ids: Ids) -> list[Tag]:
    return [_definition(node, one, causes, ids) for one in (event, *event.also) if one.kind]


def _definition(node: str, event: Event, causes: Causes, ids: Ids) -> Tag:
    kind = event.kind
    tag = Tag(_DEFINITIONS[kind], {"id": ids.give(f"{node}.{kind}")})
    if kind is EventKind.TIMER:
        way, said = event.expression
        if not said and event.time is not None:
            way, said = "duration", iso(event.time)
        if said:
            tag.children.append(Tag(f"time{way.capitalize()}", _EXPRESSION, text=said))
    elif kind is EventKind.CONDITIONAL:
        tag.children.append(Tag("condition", _EXPRESSION, text=event.what or "?"))
    elif kind in _REFERRING and (event.what or event.code):
        tag.attributes[f"{kind}Ref"] = causes.of(kind, event.what, event.code)
    return tag


def _flow(flow: SequenceFlow) -> Tag:
    tag = Tag(
        "sequenceFlow",
        {"id": flow.id, "name": flow.condition, "sourceRef": flow.source, "targetRef": flow.target},
    )
    if flow.expression:
        tag.children.append(Tag("conditionExpression", _EXPRESSION, text=flow.expression))
    return tag
