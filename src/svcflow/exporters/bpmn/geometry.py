"""Where everything stands: the places of the layout, as BPMN draws them."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from math import floor, hypot
from typing import TYPE_CHECKING

from svcflow.exporters.bpmn.diagram import EVENT, HEADER, diagram_of
from svcflow.exporters.bpmn.labels import Labels
from svcflow.exporters.bpmn.papers import Papers
from svcflow.views.layout import arrange
from svcflow.views.layout.picture import Box, Point

if TYPE_CHECKING:
    from svcflow.exporters.bpmn.elements import Model
    from svcflow.views.layout.picture import Picture, PlacedLane

__all__ = ["Department", "Drawing", "draw"]

_CORNER = (160.0, 80.0)  # where the pool begins, as editors do
_NEAREST = 4.0
_PAD = 24.0
"""Around what a sub-process shows; tools draw its name above that."""
_TITLE = 16.0


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
    inside: dict[str, Drawing] = field(default_factory=dict)
    """What stands in sub-processes: in its place where they show it, else on a page of its own."""

    def moved(self, x: float, y: float) -> Drawing:
        """Return it in another place."""

        def box(one: Box) -> Box:
            return Box(one.x + x, one.y + y, one.width, one.height)

        lines = {id: tuple((a + x, b + y) for a, b in points) for id, points in self.lines.items()}
        return Drawing(
            box(self.pool),
            self.departments,
            {id: box(one) for id, one in self.lanes.items()},
            {id: box(one) for id, one in self.nodes.items()},
            lines,
            {id: box(one) for id, one in self.labels.items()},
            {id: one.moved(x, y) for id, one in self.inside.items()},
        )

    def seen(self, model: Model) -> dict[str, Box]:
        """Return the boxes of all nodes on the page."""
        found = dict(self.nodes)
        for id, inner in self.inside.items():
            part = model.nodes[id].inner
            if model.nodes[id].expanded and part is not None:
                found |= inner.seen(part)
        return found

    @property
    def content(self) -> Box:
        """The box around all that is drawn, lanes and pools apart."""
        boxes = [*self.nodes.values(), *self.labels.values()]
        points = [point for line in self.lines.values() for point in line]
        left = min([box.x for box in boxes] + [x for x, _ in points])
        top = min([box.y for box in boxes] + [y for _, y in points])
        right = max([box.right for box in boxes] + [x for x, _ in points])
        bottom = max([box.bottom for box in boxes] + [y for _, y in points])
        return Box(left, top, right - left, bottom - top)


def draw(model: Model, language: str, posting: frozenset[str] = frozenset()) -> Drawing:
    """Lay out a process, and before it what stands in its sub-processes: that tells how large they are.

    Messages leave ``posting`` nodes downwards.
    """
    inside: dict[str, Drawing] = {}
    for node in model.nodes.values():
        if node.inner is not None and node.inner.nodes:
            inside[node.id] = inner = draw(node.inner, language, posting)
            node.size = (inner.content.width + 2 * _PAD, inner.content.height + 2 * _PAD + _TITLE)
    picture = arrange(diagram_of(model, language))
    drawing = _Drawer(model, picture, posting).drawing()
    for id, inner in inside.items():
        drawing.inside[id] = _put_in(inner, drawing.nodes[id]) if model.nodes[id].expanded else inner
    return drawing


def _put_in(inner: Drawing, box: Box) -> Drawing:
    """Return what stands in an open sub-process in its place, below the name."""
    content = inner.content
    across, down = box.center[0] - content.center[0], box.y + _PAD + _TITLE - content.y
    return inner.moved(_whole(across), _whole(down))


class _Drawer:
    """Translates one picture."""

    def __init__(self, model: Model, picture: Picture, posting: frozenset[str]) -> None:
        self._model, self._picture, self._posting = model, picture, posting
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
        for flow, edge in zip(self._model.flows, self._picture.edges, strict=True):
            points = tuple(self._point(point) for point in edge.points)
            if self._model.nodes[flow.source].host:
                nodes[flow.source], points = _on_border(points)
            lines[flow.id] = points
        pool, lanes = self._pool(), {placed.lane.id: self._lane(placed) for placed in self._picture.lanes}
        heads = [Box(pool.x, pool.y, HEADER * (self._depth + 1), pool.height)]
        papers = self._papers(nodes, lines, heads)
        blocked = [*heads, *papers.objects.values(), *papers.labels.values()]
        labels = self._labels(Labels(nodes, lines, blocked, pool), nodes)
        nodes |= papers.objects
        labels |= papers.labels
        lines |= papers.links
        return Drawing(pool, self._departments(), lanes, nodes, lines, labels)

    def _labels(self, labels: Labels, nodes: dict[str, Box]) -> dict[str, Box]:
        """Place the names: first those that can stand nowhere else."""
        for node in self._model.nodes.values():
            if (node.is_event or node.is_gateway) and not node.host:
                below = node.is_event and node.id not in self._posting
                labels.around(node, nodes[node.id], below=below)
        for flow, edge in zip(self._model.flows, self._picture.edges, strict=True):
            source = self._model.nodes[flow.source]
            if edge.label and source.host:
                labels.at_border(source, nodes[source.id], flow.id, self._box(edge.label.box))
            elif edge.label:
                labels.along(flow.id, self._box(edge.label.box))
        return labels.placed

    def _papers(self, nodes: dict[str, Box], lines: dict[str, tuple[Point, ...]], heads: list[Box]) -> Papers:
        papers = Papers([*nodes.values(), *heads], lines.values())
        for node in self._model.nodes.values():
            papers.place(node, nodes[node.id])
        return papers

    def _pool(self) -> Box:
        first, last = self._picture.lanes[0].box, self._picture.lanes[-1].box
        left = self._left - HEADER * (self._depth + 1)
        return self._box(Box(left, first.y, first.right - left, last.bottom - first.y))

    def _departments(self) -> list[Department]:
        found = []
        for name, placed in groupby(self._picture.lanes, key=lambda placed: placed.lane.group):
            lanes = list(placed)
            upper, lower = self._lane(lanes[0], outer=True), self._lane(lanes[-1], outer=True)
            box = Box(upper.x, upper.y, upper.width, lower.bottom - upper.y)
            found.append(Department(name, tuple(lane.lane.id for lane in lanes), box))
        return found

    def _lane(self, placed: PlacedLane, *, outer: bool = False) -> Box:
        """Return the box of a lane, behind the heads before it; ``outer``: that of its department."""
        before = bool(placed.lane.group) and not outer
        begin = self._left - HEADER * (self._depth - before)
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
