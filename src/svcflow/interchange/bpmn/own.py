"""What svcflow itself wrote: read back as it was, as long as nobody has changed the drawing since."""

from __future__ import annotations

import re
from typing import Any

from pydantic import ValidationError

from svcflow.finding import Route, Span
from svcflow.graph import ProcessGraph
from svcflow.i18n import msg
from svcflow.interchange.bpmn.model import FlowNode, Process, Scope
from svcflow.interchange.bpmn.net import Notes
from svcflow.interchange.result import Loss
from svcflow.model import Process as Ours
from svcflow.model.values import ID_PATTERN

__all__ = ["merged_process", "merged_step", "own_id", "own_process"]

_FLOW_KEYS = frozenset(
    ("id", "name", "kind", "next", "join", "until", "for", "at_most", "exceptions", "process", "x-bpmn")
)
"""What the drawing says of a step; where somebody changed the drawing, it counts."""
_OF_A_STEP = (".choice", ".merge", ".join", ".end", ".events")
"""How the ids of gateways and ends are written that say what a step says without them."""

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def own_process(process: Process, notes: Notes) -> tuple[dict[str, Any], dict[Route, Span]] | None:
    """Return data and places of a process that svcflow wrote; None where others wrote it or changed its flow.

    Names that were changed in the drawing are taken over.
    """
    nodes = [node for node in process.scope.nodes if node.svcflow is not None]
    if process.svcflow is None or not nodes:
        return None
    steps = [_renamed(node) for node in nodes]
    data = {**process.svcflow, "steps": steps}
    try:
        ours = Ours.model_validate(data)
    except ValidationError:
        ours = None
    if ours is not None and _is_same(ProcessGraph(ours), process.scope):
        places: dict[Route, Span] = {(): process.span}
        places |= {("steps", number): node.span for number, node in enumerate(nodes)}
        return data, places
    for node in process.scope.nodes:
        if node.svcflow is None and node.id.endswith(_OF_A_STEP):
            node.name = ""  # a name that svcflow made up
    message = msg("the drawing was changed since svcflow wrote it; the flow is taken from the drawing")
    notes.add(Loss.CHANGED, process, message)
    return None


def own_id(node: FlowNode) -> str:
    """Return the id of the step that svcflow wrote at a node, empty where it wrote none."""
    id = (node.svcflow or {}).get("id")
    return id if isinstance(id, str) and re.fullmatch(ID_PATTERN, id) else ""


def merged_process(process: Process, data: dict[str, Any]) -> dict[str, Any]:
    """Return the data of a process whose drawing was changed: what the drawing says, and all else as it was."""
    own = process.svcflow or {}
    drawn: dict[str, Any] = {key: data[key] for key in ("process", "steps", "x-bpmn") if key in data}
    roles = {**data.get("roles", {}), **own.get("roles", {})}
    used = {role for step in data["steps"] for role in _listed(step.get("role"))}
    kept = {id: role for id, role in roles.items() if id in own.get("roles", {}) or id in used}
    merged: dict[str, Any] = {"name": data["name"], **own, **drawn}
    if kept:
        merged["roles"] = kept
    try:
        Ours.model_validate(merged)
    except ValidationError:
        return data
    return merged


def merged_step(step: dict[str, Any], node: FlowNode) -> dict[str, Any]:
    """Return the data of a step: its flow as it is drawn, and all else as svcflow wrote it."""
    if node.svcflow is None:
        return step
    own = _renamed(node)
    drawn = {key: part for key, part in step.items() if key in _FLOW_KEYS}
    for key in ("next", "exceptions", "until"):
        if key in drawn:
            drawn[key] = _remembered(drawn[key], own.get(key))
    kept = {key: part for key, part in own.items() if key not in _FLOW_KEYS or key == "name"}
    return {**drawn, **kept}


def _remembered(drawn: Any, own: Any) -> Any:
    """Return ways on with what only svcflow knows of them: those to the same step are the same."""
    if not isinstance(drawn, list):
        return drawn
    known = {_target(way): way for way in reversed(_listed(own)) if isinstance(way, dict)}
    return [
        {**known[_target(way)], **way} if isinstance(way, dict) and _target(way) in known else way
        for way in drawn
    ]


def _target(way: dict[str, Any]) -> tuple[bool, str]:
    return "otherwise" in way, str(way.get("to") or way.get("otherwise") or way.get("goto"))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _renamed(node: FlowNode) -> dict[str, Any]:
    step = dict(node.svcflow or {})
    name = step.get("name")
    known = name.values() if isinstance(name, dict) else [name]
    if node.name and node.name not in {_as_written(str(text)) for text in known}:
        step["name"] = node.name
    return step


def _as_written(text: str) -> str:
    """Return a text as it stands in the drawing: without what XML cannot hold, blanks as one."""
    return " ".join(_NOT_IN_XML.sub("\ufffd", text).split())


def _is_same(graph: ProcessGraph, scope: Scope) -> bool:
    """Tell whether the drawing leads from step to step as the data does, under the same conditions."""
    drawn, said = _drawn(scope)
    written = {(flow.source, flow.target) for flow in graph.flows}
    known = {_as_written(text) for text in _strings([step.model_dump() for step in graph.process.steps])}
    return not graph.duplicates and drawn == written and said <= known


def _drawn(scope: Scope) -> tuple[set[tuple[str, str | None]], set[str]]:
    """Return from which step to which the drawing leads (None: the end), and the conditions at its flows."""
    step = {node.id: str(node.svcflow["id"]) for node in scope.nodes if node.svcflow and "id" in node.svcflow}
    out: dict[str, list[str]] = {}
    for flow in scope.flows:
        out.setdefault(flow.source, []).append(flow.target)
    for node in scope.nodes:
        if node.attached_to:
            out.setdefault(node.attached_to, []).append(node.id)
    ends = {node.id for node in scope.nodes if node.kind == "endEvent"}
    found: set[tuple[str, str | None]] = set()
    for id, name in step.items():
        seen: set[str] = set()
        ahead = list(out.get(id, ()))
        while ahead:
            target = ahead.pop()
            if target in step:
                found.add((name, step[target]))
            elif target in ends:
                found.add((name, None))
            elif target not in seen:
                seen.add(target)
                ahead += out.get(target, ())
    return found, {flow.name for flow in scope.flows if flow.name}


def _strings(value: Any) -> list[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, (list, tuple)):
        return [text for part in value for text in _strings(part)]
    by_language = getattr(value, "by_language", None)
    return list(by_language.values()) if by_language else [value] if isinstance(value, str) else []
