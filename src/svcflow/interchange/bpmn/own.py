"""What svcflow itself wrote: read back as it was, as long as nobody has changed the drawing since."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from svcflow.finding import Route, Span
from svcflow.graph import ProcessGraph
from svcflow.i18n import msg
from svcflow.interchange.bpmn.model import FlowNode, Process, Scope
from svcflow.interchange.bpmn.net import Notes
from svcflow.interchange.order import shortened
from svcflow.interchange.result import Loss
from svcflow.model import Process as Ours

__all__ = ["FLOW_KEYS", "own_process"]

FLOW_KEYS = frozenset(
    ("id", "name", "kind", "next", "join", "until", "for", "at_most", "exceptions", "process", "x-bpmn")
)
"""What the drawing says of a step; where somebody changed the drawing, it counts."""


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
        return shortened(data), places
    message = msg("the drawing was changed since svcflow wrote it; the flow is taken from the drawing")
    notes.add(Loss.CHANGED, process, message)
    return None


def _renamed(node: FlowNode) -> dict[str, Any]:
    step = dict(node.svcflow or {})
    name = step.get("name")
    known = name.values() if isinstance(name, dict) else [name]
    if node.name and node.name not in {" ".join(str(text).split()) for text in known}:
        step["name"] = node.name
    return step


def _is_same(graph: ProcessGraph, scope: Scope) -> bool:
    """Tell whether the drawing leads from step to step as the data does, under the same conditions."""
    drawn, said = _drawn(scope)
    written = {(flow.source, flow.target) for flow in graph.flows}
    known = {" ".join(text.split()) for text in _strings([step.model_dump() for step in graph.process.steps])}
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
