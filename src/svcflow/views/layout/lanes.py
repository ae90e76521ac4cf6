"""Lanes: straight, over the whole length of the picture, with their titles and the departments they belong to."""

from __future__ import annotations

from itertools import groupby

from svcflow.text import width, wrap
from svcflow.views.diagram import Diagram, Direction, Lane
from svcflow.views.layout.gutters import Across
from svcflow.views.layout.metrics import LINE_HEIGHT, NAME_SIZE
from svcflow.views.layout.picture import Box, PlacedGroup, PlacedLane
from svcflow.views.layout.raster import Raster

__all__ = ["header_length", "place_lanes"]

_HEADER = 116.0  # of lanes from left to right: the width of the title's column
_HEADER_DOWN = 46.0
_GROUP = 28.0


def header_length(diagram: Diagram) -> float:
    """Return how much room titles take before the flow begins."""
    if not diagram.lanes:
        return 0.0
    title = _HEADER if diagram.direction is Direction.RIGHT else _HEADER_DOWN
    return title + (_GROUP if _has_groups(diagram) else 0.0)


def _has_groups(diagram: Diagram) -> bool:
    return any(lane.group for lane in diagram.lanes)


def place_lanes(
    diagram: Diagram, raster: Raster, across: Across, body: Box
) -> tuple[tuple[PlacedLane, ...], tuple[PlacedGroup, ...]]:
    """Return the lanes and the bands of their groups."""
    if not diagram.lanes:
        return (), ()
    spans = _spans(raster, across)
    group = _GROUP if _has_groups(diagram) else 0.0
    header = header_length(diagram) - group
    right = diagram.direction is Direction.RIGHT
    lanes = []
    for lane, (start, end) in zip(diagram.lanes, spans, strict=True):
        begin = group if lane.group else 0.0
        box = _box(right, begin, start, (body.right if right else body.bottom) - begin, end - start)
        head = _box(right, begin, start, header + group - begin, end - start)
        lanes.append(PlacedLane(lane, box, head, tuple(_title(lane, head))))
    return tuple(lanes), tuple(_groups(diagram, spans, right=right))


def _title(lane: Lane, head: Box) -> list[str]:
    most = max(1, int((head.height - 8) // (NAME_SIZE * LINE_HEIGHT)))
    return wrap(lane.title, (head.width - 14) / NAME_SIZE, most)


def _spans(raster: Raster, across: Across) -> list[tuple[float, float]]:
    """Return where each lane begins and ends across time."""
    spans: dict[int, tuple[float, float]] = {}
    for level, lane in enumerate(raster.lane_at):
        low, high = (across.middle[level] + side * across.size[level] / 2 for side in (-1, 1))
        spans[lane] = (spans[lane][0] if lane in spans else low, high)
    return [spans[lane] for lane in sorted(spans)]


def _groups(diagram: Diagram, spans: list[tuple[float, float]], *, right: bool) -> list[PlacedGroup]:
    groups = []
    numbered = list(enumerate(diagram.lanes))
    for title, members in groupby(numbered, key=lambda pair: pair[1].group):
        places = [number for number, _ in members]
        start, end = spans[places[0]][0], spans[places[-1]][1]
        if title:
            box = _box(right, 0.0, start, _GROUP, end - start)
            groups.append(PlacedGroup(title, box, tuple(_group_lines(title, end - start)), turned=right))
    return groups


def _group_lines(title: str, length: float) -> list[str]:
    size = 12.0 if width(title) * 12 <= length - 10 else 10.0
    return wrap(title, (length - 10) / size, 2 if size == 10.0 else 1)


def _box(right: bool, along: float, across: float, length: float, breadth: float) -> Box:
    return Box(along, across, length, breadth) if right else Box(across, along, breadth, length)
