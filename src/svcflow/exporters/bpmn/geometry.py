"""Where everything stands: the places of the layout, as BPMN draws them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from math import floor, hypot
from typing import TYPE_CHECKING

from svcflow.exporters.bpmn.diagram import EVENT, HEADER, LABEL_GAP, diagram_of, label_size
from svcflow.views.layout import arrange
from svcflow.views.layout.picture import Box, Point

if TYPE_CHECKING:
    from svcflow.exporters.bpmn.elements import FlowNode, Model, SequenceFlow
    from svcflow.views.layout.picture import Picture, PlacedLane

__all__ = ["Department", "Drawing", "draw"]

_CORNER = (160.0, 80.0)  # where the pool begins, as editors do
_NEAREST = 4.0


@dataclass(slots=True)
class Department:
    """Neighbouring lanes under one head; without a name the lanes stand for themselves."""

    name: str
    lanes: tuple[str, ...]
    box: Box
    id: str = ""


@dataclass(slots=True)
class Drawing:
    """The boxes of all nodes, lanes and labels, and the lines of all flows, by id; whole pixels."""

    pool: Box
    departments: list[Department]
    lanes: dict[str, Box]
    nodes: dict[str, Box]
    lines: dict[str, tuple[Point, ...]]
    labels: dict[str, Box]


def draw(model: Model, language: str) -> Drawing:
    """Lay out a process."""
    picture = arrange(diagram_of(model, language))
    return _Drawer(model, picture).drawing()


class _Drawer:
    """Translates one picture."""

    def __init__(self, model: Model, picture: Picture) -> None:
        self._model, self._picture = model, picture
        self._depth = 2 if any(lane.group for lane in model.lanes) else 1
        if len(model.lanes) < 2 and not any(lane.title for lane in model.lanes):
            self._depth = 0
        self._left = picture.lanes[0].header.right
        head = HEADER * (self._depth + 1)
        self._shift = (_CORNER[0] + head - self._left, _CORNER[1] - picture.lanes[0].box.y)

    def drawing(self) -> Drawing:
        """Return everything in its place."""
        nodes = {placed.node.id: self._box(placed.box) for placed in self._picture.nodes}
        lines: dict[str, tuple[Point, ...]] = {}
        labels: dict[str, Box] = {}
        for flow, edge in zip(self._model.flows, self._picture.edges, strict=True):
            source = self._model.nodes[flow.source]
            points = tuple(self._point(point) for point in edge.points)
            if source.host:
                nodes[source.id], points = _on_border(points)
            lines[flow.id] = points
            if edge.label:
                labels[source.id if source.host else flow.id] = self._box(edge.label.box)
        for node in self._model.nodes.values():
            if (node.is_event or node.is_gateway) and node.name and not node.host:
                labels[node.id] = _label(node, nodes[node.id], lines, self._model.flows)
        first, last = self._picture.lanes[0].box, self._picture.lanes[-1].box
        pool = self._box(Box(self._left - HEADER * (self._depth + 1), first.y, 0, 0))
        end = self._box(Box(first.right, last.bottom, 0, 0))
        departments = list(self._departments())
        return Drawing(
            Box(pool.x, pool.y, end.x - pool.x, end.y - pool.y),
            departments,
            {placed.lane.id: self._lane(placed, placed.lane.group) for placed in self._picture.lanes},
            nodes,
            lines,
            labels,
        )

    def _departments(self) -> list[Department]:
        found = []
        for name, placed in groupby(self._picture.lanes, key=lambda placed: placed.lane.group):
            lanes = list(placed)
            upper, lower = self._lane(lanes[0], ""), self._lane(lanes[-1], "")
            box = Box(upper.x, upper.y, upper.width, lower.bottom - upper.y)
            found.append(Department(name, tuple(lane.lane.id for lane in lanes), box))
        return found

    def _lane(self, placed: PlacedLane, group: str) -> Box:
        """Return the box of a lane, right of the heads before it."""
        begin = self._left - HEADER * (self._depth - bool(group))
        return self._box(Box(begin, placed.box.y, placed.box.right - begin, placed.box.height))

    def _point(self, point: Point) -> Point:
        return (_whole(point[0] + self._shift[0]), _whole(point[1] + self._shift[1]))

    def _box(self, box: Box) -> Box:
        x, y = self._point((box.x, box.y))
        right, bottom = self._point((box.right, box.bottom))
        return Box(x, y, right - x, bottom - y)


def _whole(value: float) -> float:
    """Return a whole number of pixels; places a whole number apart stay so."""
    return float(floor(value + 0.5))


def _on_border(points: tuple[Point, ...]) -> tuple[Box, tuple[Point, ...]]:
    """Put an event where a line leaves an activity, and let the line begin at the event."""
    (x, y), (next_x, next_y), *_ = points
    length = hypot(next_x - x, next_y - y)
    reach = min(EVENT / 2, max(0.0, length - _NEAREST))
    start = (x + (next_x - x) / length * reach, y + (next_y - y) / length * reach)
    return Box(x - EVENT / 2, y - EVENT / 2, EVENT, EVENT), (start, *points[1:])


def _label(
    node: FlowNode, box: Box, lines: dict[str, tuple[Point, ...]], flows: list[SequenceFlow]
) -> Box:
    """Place the name of an event or a gateway below it, above it, or, where lines leave both ways, beside the line."""
    wide, high = label_size(node.name)
    taken = set()
    for flow in flows:
        line = lines[flow.id]
        ends = [line[:2]] if flow.source == node.id else []
        ends += [line[:-3:-1]] if flow.target == node.id else []
        taken |= {_side(*end) for end in ends}
    left = box.center[0] - wide / 2
    below, above = box.bottom + LABEL_GAP, box.y - LABEL_GAP - high
    if node.is_event or "above" in taken:
        if "below" not in taken:
            return _rounded(left, below, wide, high)
    if "above" not in taken:
        return _rounded(left, above, wide, high)
    if "below" not in taken:
        return _rounded(left, below, wide, high)
    return _rounded(box.center[0] + LABEL_GAP, below, wide, high)


def _side(end: Point, beyond: Point) -> str:
    """Return on which side of a node a line ends."""
    if end[0] != beyond[0]:
        return "side"
    return "below" if beyond[1] > end[1] else "above"


def _rounded(x: float, y: float, wide: float, high: float) -> Box:
    return Box(_whole(x), _whole(y), _whole(wide + 0.5), _whole(high + 0.5))
