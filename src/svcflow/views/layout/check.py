"""What is wrong with a picture: the rules that every layout keeps, to be run by tests and measurements."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from svcflow.views.diagram import Direction
from svcflow.views.layout.picture import Box, Picture, PlacedEdge, Point

__all__ = ["faults"]

_NEAR = 10.0  # a label may stand so far from its line
_BESIDE = 150.0  # and that of a loop at one node, which has no line through the room for labels, so far
_TOGETHER = 2.0  # lines of different edges may share so much length


def faults(picture: Picture) -> list[str]:
    """Return what a reader would stumble over; an empty list when all is well.

    Nodes apart from each other and in their lanes; labels apart from nodes and labels, near their lines and on the
    page; lines outside of foreign nodes, and not on each other; lanes straight, side by side, over the whole length.
    """
    checks = (_nodes, _labels, _lines_through_nodes, _lines_together, _lanes, _page)
    return [fault for check in checks for fault in check(picture)]


def _nodes(picture: Picture) -> Iterator[str]:
    for one, other in combinations(picture.nodes, 2):
        if one.box.overlaps(other.box):
            yield f"nodes {one.node.id} and {other.node.id} overlap"


def _labels(picture: Picture) -> Iterator[str]:
    labels = [(_name(edge), edge.label.box) for edge in picture.edges if edge.label]
    for (name, box), (other, beside) in combinations(labels, 2):
        if box.overlaps(beside):
            yield f"labels of {name} and {other} overlap"
    for name, box in labels:
        for node in picture.nodes:
            if box.overlaps(node.box):
                yield f"label of {name} covers {node.node.id}"
    for edge in picture.edges:
        reach = _NEAR if edge.edge.source != edge.edge.target else _BESIDE
        if (
            edge.label
            and not edge.curved
            and not any(_meets(s, edge.label.box, -reach) for s in pairwise(edge.points))
        ):
            yield f"label of {_name(edge)} stands away from its line"


def _lines_through_nodes(picture: Picture) -> Iterator[str]:
    for edge in picture.edges:
        own = {edge.edge.source, edge.edge.target}
        for node in picture.nodes:
            if node.node.id not in own and any(_meets(step, node.box, 1.0) for step in pairwise(edge.points)):
                yield f"{_name(edge)} runs through {node.node.id}"


def _lines_together(picture: Picture) -> Iterator[str]:
    for one, other in combinations((edge for edge in picture.edges if not edge.curved), 2):
        if one.edge.source == other.edge.source or one.edge.target == other.edge.target:
            continue
        if any(_shared(a, b) > _TOGETHER for a in pairwise(one.points) for b in pairwise(other.points)):
            yield f"{_name(one)} lies on {_name(other)}"


def _lanes(picture: Picture) -> Iterator[str]:
    lanes = [lane.box for lane in picture.lanes]
    places = {lane.lane.id: lane.box for lane in picture.lanes}
    down = picture.diagram.direction is Direction.DOWN
    for one, other in pairwise(lanes):
        if abs((one.right - other.x) if down else (one.bottom - other.y)) > 0.5:
            yield "lanes are not side by side"
        if abs((one.bottom - other.bottom) if down else (one.right - other.right)) > 0.5:
            yield "lanes do not end together"
    for node in picture.nodes:
        box = places.get(node.node.lane or "")
        if box and not _inside(node.box, box):
            yield f"{node.node.id} stands outside of its lane"
    for lane in picture.lanes:
        for node in picture.nodes:
            if lane.header.overlaps(node.box):
                yield f"{node.node.id} covers the title of a lane"


def _page(picture: Picture) -> Iterator[str]:
    page = Box(0, 0, picture.width, picture.height)
    boxes = [(node.node.id, node.box) for node in picture.nodes] + [
        (lane.lane.id, lane.box) for lane in picture.lanes
    ]
    boxes += [(_name(edge), edge.label.box) for edge in picture.edges if edge.label]
    boxes += [(_name(edge), Box(x, y, 0, 0)) for edge in picture.edges for x, y in edge.points]
    yield from (f"{name} leaves the page" for name, box in boxes if not _inside(box, page))


def _name(edge: PlacedEdge) -> str:
    return f"{edge.edge.source} -> {edge.edge.target}"


def _inside(box: Box, outer: Box) -> bool:
    return box.x >= outer.x and box.y >= outer.y and box.right <= outer.right and box.bottom <= outer.bottom


def _meets(step: tuple[Point, Point], box: Box, inset: float) -> bool:
    """Tell whether a stretch's bounding box meets a box made smaller by ``inset``; exact for upright stretches."""
    (ax, ay), (bx, by) = step
    return (
        max(ax, bx) > box.x + inset
        and min(ax, bx) < box.right - inset
        and max(ay, by) > box.y + inset
        and min(ay, by) < box.bottom - inset
    )


def _shared(one: tuple[Point, Point], other: tuple[Point, Point]) -> float:
    """Return the length that two upright stretches have in common."""
    for axis in (0, 1):
        places = {round(point[axis]) for point in (*one, *other)}
        if len(places) == 1:
            along = 1 - axis
            low = max(min(one[0][along], one[1][along]), min(other[0][along], other[1][along]))
            high = min(max(one[0][along], one[1][along]), max(other[0][along], other[1][along]))
            return high - low
    return 0.0
