"""What is wrong with a picture: the rules that every layout keeps, to be run by tests and measurements."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from svcflow.views.diagram import Direction
from svcflow.views.layout.check_columns import column_faults
from svcflow.views.layout.picture import Box, Picture, PlacedEdge, PlacedLane, Point

__all__ = ["faults"]

_NEAR = 10.0  # a label may stand so far from its line
_BESIDE = 150.0  # and that of a loop at one node, which has no line through the room for labels, so far
_TOGETHER = 2.0  # lines of different edges may share so much length


def faults(picture: Picture) -> list[str]:
    """Return what a reader would stumble over; an empty list when all is well.

    Nodes apart from each other and in their lanes; labels apart from nodes and labels, near their lines and on the
    page; lines outside of foreign nodes, and not on each other; lanes straight, side by side, over the whole length
    (of the band, in a folded picture); bands below each other, connectors apart from everything; and what
    :func:`column_faults` says.
    """
    checks = (_nodes, _labels, _lines_through_nodes, _lines_together, _lanes, column_faults, _folds, _page)
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
    if picture.lanes and not picture.bands:
        first, last = picture.lanes[0].box, picture.lanes[-1].box
        whole = Box(first.x, first.y, last.right - first.x, last.bottom - first.y)
        yield from (
            f"label of {name} sticks out of the lanes" for name, box in labels if not _holds(whole, box)
        )


def _holds(whole: Box, part: Box) -> bool:
    return (
        whole.x <= part.x and part.right <= whole.right and whole.y <= part.y and part.bottom <= whole.bottom
    )


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
    down = picture.diagram.direction is Direction.DOWN
    for lanes in _bands(picture):
        for one, other in pairwise(lane.box for lane in lanes):
            if abs((one.right - other.x) if down else (one.bottom - other.y)) > 0.5:
                yield "lanes are not side by side"
            if abs((one.bottom - other.bottom) if down else (one.right - other.right)) > 0.5:
                yield "lanes do not end together"
    for node in picture.nodes:
        places = [lane.box for lane in picture.lanes if lane.lane.id == node.node.lane]
        if places and not any(_inside(node.box, place) for place in places):
            yield f"{node.node.id} stands outside of its lane"
    for lane in picture.lanes:
        for node in picture.nodes:
            if lane.header.overlaps(node.box):
                yield f"{node.node.id} covers the title of a lane"
    for one_group, other_group in combinations(picture.groups, 2):
        if one_group.box.overlaps(other_group.box, -0.5):
            yield f"groups {one_group.title} and {other_group.title} overlap"


def _bands(picture: Picture) -> list[list[PlacedLane]]:
    """Return the lanes of each band; a picture that is not folded is one."""
    if not picture.bands:
        return [list(picture.lanes)]
    return [[lane for lane in picture.lanes if band.overlaps(lane.box, -0.5)] for band in picture.bands]


def _folds(picture: Picture) -> Iterator[str]:
    for one, other in pairwise(picture.bands):
        if one.bottom > other.y:
            yield "bands overlap"
        if abs(one.right - other.right) > 0.5:
            yield "bands do not end together"
    for connector, beside in combinations(picture.connectors, 2):
        if connector.box.overlaps(beside.box):
            yield f"connectors {connector.number} and {beside.number} overlap"
    for connector in picture.connectors:
        name = f"connector {connector.number}"
        if not any(_inside(connector.box, Box(b.x, b.y - 1, b.width, b.height + 2)) for b in picture.bands):
            yield f"{name} stands outside of the bands"
        labels = [edge.label.box for edge in picture.edges if edge.label]
        taken = [node.box for node in picture.nodes] + [lane.header for lane in picture.lanes]
        if any(connector.box.overlaps(box) for box in taken + labels):
            yield f"{name} covers something"
        for edge in picture.edges:
            if any(_meets(step, connector.box, 0.1) for step in pairwise(edge.points)):
                yield f"{_name(edge)} runs through {name}"


def _page(picture: Picture) -> Iterator[str]:
    page = Box(0, 0, picture.width, picture.height)
    boxes = [(node.node.id, node.box) for node in picture.nodes] + [
        (lane.lane.id, lane.box) for lane in picture.lanes
    ]
    boxes += [(group.title, group.box) for group in picture.groups]
    boxes += [(phase.title, phase.box) for phase in picture.phases]
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
