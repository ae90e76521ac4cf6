"""From a diagram to a picture: the one layout of all flow views.

A flow is laid out on a raster: columns are time, rows are lanes or, without lanes, the main path and its side paths.
Whether time runs to the right or down changes only which of width and height is along time.
"""

from __future__ import annotations

from dataclasses import replace

from svcflow.views.diagram import Diagram, Direction
from svcflow.views.layout.borders import borders_of
from svcflow.views.layout.gaps import GapPlan, gap_plans
from svcflow.views.layout.gutters import Across, across
from svcflow.views.layout.labels import LabelPlan, label_plans
from svcflow.views.layout.lanes import header_length, place_lanes
from svcflow.views.layout.metrics import NodeSize, label_size, node_size
from svcflow.views.layout.outline import touch
from svcflow.views.layout.page import with_page
from svcflow.views.layout.phases import place_phases
from svcflow.views.layout.picture import Box, Picture, PlacedEdge, PlacedLabel, PlacedNode, PlacedPhase, Point
from svcflow.views.layout.ranks import ranking
from svcflow.views.layout.raster import Raster
from svcflow.views.layout.rows import rows
from svcflow.views.layout.stubs import stub_offsets
from svcflow.views.layout.ways import Gap, Side, Way, ways

__all__ = ["arrange"]

_GUTTER_IN_LANE = 15.0
_GUTTER = 20.0
_SHORTEST_ROW = 44.0


def arrange(diagram: Diagram) -> Picture:
    """Lay out a diagram: nodes, edges, labels, lanes, title block and legend."""
    if not diagram.nodes:
        return with_page(Picture(diagram, 0, 0, (), ()))
    layout = _Layout(diagram)
    box = layout.body()
    lanes, groups = place_lanes(diagram, layout.raster, layout.across, box)
    picture = Picture(diagram, box.right, box.bottom, layout.nodes(), layout.edges(), lanes, groups)
    if diagram.direction is Direction.RIGHT:
        picture = replace(picture, borders=borders_of(lanes), phases=layout.phases())
    return with_page(picture)


class _Layout:
    """All measures of one layout, and their translation into places."""

    def __init__(self, diagram: Diagram) -> None:
        self.diagram = diagram
        self.right = diagram.direction is Direction.RIGHT
        self.sizes: dict[str, NodeSize] = {node.id: node_size(node) for node in diagram.nodes}
        self.ranks = ranks = ranking(diagram)
        placed = rows(diagram, ranks)
        self.raster = Raster(diagram, ranks, placed)
        self.ways = ways(diagram, ranks, self.raster)
        along = {node: self._turned((size.width, size.height))[0] for node, size in self.sizes.items()}
        aside = {node: self._turned((size.width, size.height))[1] for node, size in self.sizes.items()}
        heights = [_SHORTEST_ROW] * len(placed.lane)
        rooms = {node: self._turned(size.room) for node, size in self.sizes.items()}
        for node, row in placed.row.items():
            heights[row] = max(heights[row], aside[node], rooms[node][1])
        measured = {number: label_size(edge) for number, edge in enumerate(diagram.edges)}
        self.label_sizes = {number: size for number, size in measured.items() if size is not None}
        self.across = self._across(heights)
        self.stubs = stub_offsets(self.raster, self.ways, diagram, along, self.across)
        labels = {
            number: self._turned((size.width, size.height)) for number, size in self.label_sizes.items()
        }
        self.gaps, self.ports, silent = gap_plans(diagram, self.raster, self.ways, self.across, aside, labels)
        for number in silent:
            self.label_sizes.pop(number, None)
        self.labels = self._labels()
        self._columns({node: max(length, rooms[node][0]) for node, length in along.items()})

    def _turned(self, pair: tuple[float, float]) -> tuple[float, float]:
        """Swap width and height, or x and y, with along and across time."""
        return pair if self.right else (pair[1], pair[0])

    def _across(self, heights: list[float]) -> Across:
        """Place rows and gutters; labels stand in the gutters as long as time runs to the right."""
        gutter = _GUTTER_IN_LANE if self.diagram.lanes else _GUTTER
        labels = {number: size.height + 4 for number, size in self.label_sizes.items()} if self.right else {}
        return across(self.raster, self.ways, heights, self.diagram, gutter, labels)

    def _labels(self) -> dict[int, LabelPlan]:
        sizes = {number: self._turned((size.width, size.height)) for number, size in self.label_sizes.items()}
        return label_plans(self.diagram.edges, self.raster, self.ways, self.across, self.gaps, sizes)

    def _columns(self, along: dict[str, float]) -> None:
        """Give each column its length and each column and gap its beginning."""
        lengths = [_SHORTEST_ROW] * self.raster.columns
        for node, length in along.items():
            lengths[self.raster.column[node]] = max(lengths[self.raster.column[node]], length)
        place = header_length(self.diagram)
        self.gap_start: dict[int, float] = {}
        self.column_middle: list[float] = []
        for column in range(-1, self.raster.columns):
            if column >= 0:
                self.column_middle.append(place + lengths[column] / 2)
                place += lengths[column]
            plan: GapPlan = self.gaps[column]
            self.gap_start[column] = place
            place += plan.size or 16.0
        self.total = place

    def body(self) -> Box:
        """Return the box of the whole flow, headers of lanes included."""
        return Box(0, 0, *self._turned((self.total, self.across.total)))

    def phases(self) -> tuple[PlacedPhase, ...]:
        """Return the phases: each begins in the middle of the gap before its first column."""
        first: dict[int, int] = {}
        for node, number in self.ranks.phase.items():
            column = self.raster.column[node]
            first[number] = min(first.get(number, column), column)
        starts = [(self._between(column), number) for number, column in sorted(first.items())]
        return place_phases(self.diagram.phases, starts, self.total)

    def _between(self, column: int) -> float:
        """Return where a phase that begins with a column does."""
        if not column:
            return header_length(self.diagram)
        return round(self.gap_start[column - 1] + self.gaps[column - 1].size / 2, 2)

    def nodes(self) -> tuple[PlacedNode, ...]:
        """Return the nodes in their places."""
        return tuple(
            PlacedNode(node, self.box(node.id), self.sizes[node.id].lines, self.sizes[node.id].caption)
            for node in self.diagram.nodes
        )

    def box(self, node: str) -> Box:
        """Return the box of a node."""
        size = self.sizes[node]
        x, y = self._turned(self._middle(node))
        return Box(x - size.width / 2, y - size.height / 2, size.width, size.height)

    def _middle(self, node: str) -> tuple[float, float]:
        return self.column_middle[self.raster.column[node]], self.across.middle[self.raster.level[node]]

    def edges(self) -> tuple[PlacedEdge, ...]:
        """Return the edges with their lines and labels."""
        return tuple(
            PlacedEdge(edge, self._line(number), self._label(number))
            for number, edge in enumerate(self.diagram.edges)
        )

    def _label(self, number: int) -> PlacedLabel | None:
        plan, size = self.labels.get(number), self.label_sizes.get(number)
        if plan is None or size is None:
            return None
        x, y = self._turned((self.gap_start[plan.gap] + plan.along, plan.across))
        box = Box(x - size.width / 2, y - size.height / 2, size.width, size.height)
        return PlacedLabel(box, size.lines, size.envelope)

    def _line(self, number: int) -> tuple[Point, ...]:
        """Return the corners of an edge, from outline to outline."""
        edge, way = self.diagram.edges[number], self.ways[number]
        start = self._end((number, True), edge.source, way.leave)
        end = self._end((number, False), edge.target, way.enter)
        points = [start]
        for index, leg in enumerate(way.legs):
            if isinstance(leg, Gap):
                track = self.gaps[leg.number].tracks.get((number, index))
                if track is not None:
                    along = self.gap_start[leg.number] + track
                    beyond = self._leg_place(number, way, index + 1, end)
                    points += [(along, points[-1][1]), (along, beyond)]
            else:
                points.append((points[-1][0], self.across.leg[number, index]))
        if way.enter in {Side.ABOVE, Side.BELOW}:
            points.append((end[0], points[-1][1]))
        points.append(end)
        placed = [self._turned(point) for point in points]
        placed[0] = self._touch(edge.source, placed[0], way.leave)
        placed[-1] = self._touch(edge.target, placed[-1], way.enter)
        return _without_idle(placed)

    def _leg_place(self, number: int, way: Way, index: int, end: tuple[float, float]) -> float:
        return self.across.leg[number, index] if index < len(way.legs) else end[1]

    def _end(self, end: tuple[int, bool], node: str, side: Side) -> tuple[float, float]:
        along, across_ = self._middle(node)
        if side in {Side.ABOVE, Side.BELOW}:
            return along + self.stubs[end], across_
        return along, across_ + (self.ports.get(end[0], 0.0) if side is Side.BEHIND else 0.0)

    def _touch(self, node: str, point: Point, side: Side) -> Point:
        return touch(self.diagram.index[node].shape, self.box(node), point, _SIDES[self.right][side])


_SIDES = {
    True: {Side.AHEAD: "right", Side.BEHIND: "left", Side.ABOVE: "top", Side.BELOW: "bottom"},
    False: {Side.AHEAD: "bottom", Side.BEHIND: "top", Side.ABOVE: "left", Side.BELOW: "right"},
}


def _without_idle(points: list[Point]) -> tuple[Point, ...]:
    """Drop corners at which nothing turns."""
    kept: list[Point] = []
    for point in points:
        if kept and abs(kept[-1][0] - point[0]) < 0.01 and abs(kept[-1][1] - point[1]) < 0.01:
            continue
        if len(kept) > 1 and _in_line(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    return tuple((round(x, 2), round(y, 2)) for x, y in kept)


def _in_line(a: Point, b: Point, c: Point) -> bool:
    return any(abs(a[axis] - b[axis]) < 0.01 and abs(b[axis] - c[axis]) < 0.01 for axis in (0, 1))
