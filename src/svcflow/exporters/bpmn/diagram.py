"""The flow nodes of BPMN as a diagram for the layout: in BPMN's sizes, with room for the names that stand outside."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from svcflow.text import is_whole, width, wrap
from svcflow.views.diagram import DEdge, Diagram, Direction, DNode, EdgeKind, Extent, Shape

if TYPE_CHECKING:
    from svcflow.exporters.bpmn.elements import FlowNode, Model

__all__ = ["EVENT", "HEADER", "LABEL_GAP", "diagram_of", "label_size"]

EVENT = 36.0
"""Diameter of an event, in pixels, as all tools draw it."""
HEADER = 30.0
"""Width of the head of a pool or a lane, in which the name runs upwards."""
LABEL_GAP = 5.0
_GATEWAY = 50.0
_FONT = 12.0
_LABEL_FONT = 11.0
_LABEL_MEASURE = 8.2  # em: tools break such names at about 90 pixels
_LINE = 1.25
_TASKS = ((100.0, 80.0, 4), (130.0, 80.0, 4), (160.0, 80.0, 4), (200.0, 100.0, 5), (240.0, 120.0, 6))
_PORT = 44.0  # from event to event on the border of an activity
_PORTS = 196.0  # the least width for more than one
_BELOW = 28.0  # an event on the border, and some line behind it
_SHAPES = {
    "exclusiveGateway": Shape.DECISION,
    "eventBasedGateway": Shape.DECISION,
    "parallelGateway": Shape.PARALLEL,
    "inclusiveGateway": Shape.INCLUSIVE,
    "callActivity": Shape.CALL,
    "startEvent": Shape.START,
}


def diagram_of(model: Model, language: str) -> Diagram:
    """Return what the layout places: every node but the events on borders, whose flows leave their activities."""
    hosts = Counter(node.host for node in model.nodes.values() if node.host)
    tall = _lane_heights(model)
    nodes = []
    for node in model.nodes.values():
        if not node.host:
            extent = _extent(node, hosts[node.id], tall.pop(node.lane, 0.0))
            shape = _SHAPES.get(node.tag, Shape.END if node.is_event else Shape.TASK)
            nodes.append(DNode(node.id, node.name, shape, node.lane, extent=extent))
    edges = []
    for flow in model.flows:
        source = model.nodes[flow.source]
        label = source.name if source.host else flow.condition
        kind = EdgeKind.EXCEPTION if source.host else flow.kind
        edges.append(DEdge(source.host or source.id, flow.target, label, kind))
    return Diagram(
        model.name, tuple(nodes), tuple(edges), model.lanes, direction=Direction.RIGHT, language=language
    )


def label_size(text: str) -> tuple[float, float]:
    """Return how much room the name of an event or a gateway takes; nothing when there is none."""
    lines = wrap(text, _LABEL_MEASURE) if text.strip() else []
    if not lines:
        return (0.0, 0.0)
    return (max(map(width, lines)) * _LABEL_FONT + 6, len(lines) * _LABEL_FONT * _LINE + 2)


def _extent(node: FlowNode, events: int, tall: float) -> Extent:
    """Return the measures of a node; ``events`` stand on its border, its lane is at least so ``tall``."""
    if node.is_event or node.is_gateway:
        side = EVENT if node.is_event else _GATEWAY
        wide, high = label_size(node.name)
        beside = 2 * (high + LABEL_GAP) if high else 0.0
        return Extent(side, side, (max(side, wide), max(side + beside, tall)))
    wide, high = _task(node)
    if events > 1:
        wide = max(wide, _PORTS)
    return Extent(
        wide, high, (wide, max(tall, high + (2 * _BELOW if events else 0.0))), _PORT if events else 0.0
    )


def _task(node: FlowNode) -> tuple[float, float]:
    """Return the size of an activity: the standard one, a larger one where its name needs it."""
    wide, high = _TASKS[0][:2]
    for wide, high, most in _TASKS:
        lines = wrap(node.name, (wide - 16) / _FONT, most)
        if is_whole(node.name, lines):
            return wide, high
    lines = wrap(node.name, (wide - 16) / _FONT)
    return wide, max(high, round(len(lines) * _FONT * _LINE) + 30.0)


def _lane_heights(model: Model) -> dict[str, float]:
    """Return how tall each lane must be for its name, that of its department, and that of the pool."""
    shared = Counter(lane.group for lane in model.lanes)
    pool = _head(model.name) / max(1, len(model.lanes))
    return {
        lane.id: max(pool, _head(lane.title), _head(lane.group) / shared[lane.group]) for lane in model.lanes
    }


def _head(title: str) -> float:
    """Return the length a head needs for a name that may take two lines."""
    length = width(title) * _FONT
    return (length if length < 150 else length * 0.56) + 14
