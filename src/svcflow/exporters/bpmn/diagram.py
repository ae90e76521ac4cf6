"""The flow nodes of BPMN as a diagram for the layout: in BPMN's sizes, with room for the names that stand outside."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from svcflow.text import is_whole, width, wrap
from svcflow.views.diagram import DEdge, Diagram, Direction, DNode, EdgeKind, Extent, Shape

if TYPE_CHECKING:
    from svcflow.exporters.bpmn.elements import FlowNode, Model

__all__ = ["DATA", "DATA_AWAY", "EVENT", "HEADER", "LABEL_GAP", "data_size", "diagram_of", "label_size"]

EVENT = 36.0
"""Diameter of an event, in pixels, as all tools draw it."""
HEADER = 30.0
"""Width of the head of a pool or a lane, in which the name runs upwards."""
LABEL_GAP = 5.0
DATA = (36.0, 50.0)
"""Width and height of a data object."""
DATA_AWAY = 26.0
"""From an activity to its data objects: an event on the border has room."""
DATA_GAP = 8.0
"""Between data objects."""
_GATEWAY = 50.0
_FONT = 12.0
_LABEL_FONT = 11.0
_LABEL_MEASURE = 8.2  # em: tools break such names at about 90 pixels
_LINE = 1.25
_PLAIN = ((100.0, 80.0, 4), (130.0, 80.0, 4), (160.0, 80.0, 4), (200.0, 100.0, 5), (240.0, 120.0, 6))
_SIGNED = ((100.0, 80.0, 2), (130.0, 80.0, 2), (160.0, 80.0, 2), (160.0, 100.0, 3), (200.0, 120.0, 5))
"""Width, height and lines of activities; those of a kind have its sign in the upper left corner."""
_PORT = 44.0  # from event to event on the border of an activity
_PORT_ALONE = 110.0  # the least width for one of them
_PORTS = 196.0  # and for more
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
    if node.expanded:
        wide, high = max(wide, node.size[0]), max(high, node.size[1])
    if events:
        wide = max(wide, _PORTS if events > 1 else _PORT_ALONE)
    room_wide = max(wide, _data_width(node) + (2 * _PORT if events else 0.0))
    room_high = high + 2 * (_data_height(node) or (_BELOW if events else 0.0))
    return Extent(wide, high, (room_wide, max(tall, room_high)), _PORT if events else 0.0)


def data_size(name: str) -> tuple[float, float]:
    """Return how much room a data object takes with its name."""
    wide, high = label_size(name)
    return (max(DATA[0], wide) + DATA_GAP, DATA[1] + high)


def _data_width(node: FlowNode) -> float:
    rows = ([data_size(use.name)[0] for use in node.data if use.into is into] for into in (True, False))
    return max(map(sum, rows), default=0.0)


def _data_height(node: FlowNode) -> float:
    return max((DATA_AWAY + data_size(use.name)[1] for use in node.data), default=0.0)


def _task(node: FlowNode) -> tuple[float, float]:
    """Return the size of an activity: the standard one, a larger one where its name needs it."""
    sizes = _PLAIN if node.tag in {"task", "callActivity"} else _SIGNED
    wide, high = sizes[0][:2]
    for wide, high, most in sizes:
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
