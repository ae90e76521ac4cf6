"""What is wrong with the named lines, the phases and the columns of a picture such as a service blueprint."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from svcflow.views.layout.metrics import LINE_HEIGHT, NAME_SIZE
from svcflow.views.layout.picture import Box, Picture, PlacedBorder, PlacedLane

__all__ = ["column_faults"]


def column_faults(picture: Picture) -> Iterator[str]:
    """Yield what a reader would stumble over.

    What stands beside a node does so straight above or below it; every lane that ends in a named line has it, straight
    and full, with its name clear of all titles; phases stand in a row, in order, over their nodes.
    """
    yield from _beside(picture)
    yield from _borders(picture)
    yield from _phases(picture)


def _beside(picture: Picture) -> Iterator[str]:
    middle = {placed.node.id: placed.box.center[0] for placed in picture.nodes}
    for placed in picture.nodes:
        node = placed.node
        if node.beside and abs(middle[node.id] - middle.get(node.beside, -1.0)) > 0.5:
            yield f"{node.id} does not stand in the column of {node.beside}"
    for edge in picture.edges:
        if picture.diagram.is_upright(edge.edge) and len({round(x) for x, _ in edge.points}) > 1:
            yield f"{edge.edge.source} -> {edge.edge.target} is not upright"


def _borders(picture: Picture) -> Iterator[str]:
    lanes = [lane for lane in picture.lanes if lane.lane.below]
    if len(picture.borders) != len(lanes):
        yield "named lines are missing, or there are too many"
    for lane in lanes:
        found = [
            one
            for one in picture.borders
            if one.border == lane.lane.below and abs(one.start[1] - lane.box.bottom) < 0.5
        ]
        if len(found) != 1:
            yield f"{lane.lane.id} has no line at its lower side"
        else:
            yield from _border(picture, lane, found[0])


def _border(picture: Picture, lane: PlacedLane, found: PlacedBorder) -> Iterator[str]:
    name = f"the line of {found.border.kind}"
    if abs(found.start[0] - lane.box.x) > 0.5 or abs(found.end[0] - lane.box.right) > 0.5:
        yield f"{name} is not as long as its lane"
    if found.start[1] != found.end[1] or not _is_in(found.label, lane.header):
        yield f"{name} is not straight, or has its name elsewhere"
    for other in picture.lanes:
        apart = abs(other.header.center[1] - found.label.center[1])
        if apart < (len(other.lines) * NAME_SIZE * LINE_HEIGHT + found.label.height) / 2 - 1:
            yield f"{name} has its name on the title of {other.lane.id}"


def _phases(picture: Picture) -> Iterator[str]:
    numbers = {title: place for place, title in enumerate(picture.diagram.phases)}
    for one, other in pairwise(picture.phases):
        in_row = abs(one.box.y - other.box.y) < 0.5
        if in_row and abs(one.box.right - other.box.x) > 0.5:
            yield f"phases {one.title} and {other.title} are not side by side"
        if numbers[one.title] > numbers[other.title] or (in_row and one.title == other.title):
            yield f"phases {one.title} and {other.title} are out of order"
    for node in picture.nodes if picture.phases else ():
        above = [phase.box for phase in picture.phases if phase.box.bottom <= node.box.y]
        lowest = max((box.y for box in above), default=0.0)
        if not any(box.y == lowest and _is_in(node.box, box) for box in above):
            yield f"{node.node.id} stands in no phase"


def _is_in(box: Box, outer: Box) -> bool:
    """Tell whether a box lies between the left and the right side of another one."""
    return outer.x - 0.5 <= box.x and box.right <= outer.right + 0.5
