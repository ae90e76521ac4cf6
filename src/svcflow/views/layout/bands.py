"""Bands of a folded picture: which lanes each has, and where they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from svcflow.views.layout.borders import BORDER_HEIGHT, has_borders
from svcflow.views.layout.lanes import group_length
from svcflow.views.layout.metrics import LINE_HEIGHT, NAME_SIZE
from svcflow.views.layout.picture import Box, PlacedLane, Point
from svcflow.views.layout.squeeze import Span, Squeezed, squeeze

__all__ = ["Band", "Contents", "stack"]

_BETWEEN = 26.0
_SHORTEST = 40.0


@dataclass(slots=True)
class Contents:
    """What a band holds: from where to where each thing reaches across time, and how far it moves in time.

    ``solid`` are nodes, labels and lines along time; ``passing`` are lines across it, which only pass through lanes.
    """

    dx: float
    solid: list[Span] = field(default_factory=list)
    passing: list[Span] = field(default_factory=list)

    @property
    def spans(self) -> list[Span]:
        """Everything."""
        return self.solid + self.passing


@dataclass(frozen=True, slots=True)
class Band:
    """A band: its lanes where they stand, and how far each of them and everything in time has moved."""

    lanes: tuple[PlacedLane, ...]
    moves: tuple[Squeezed, ...]
    dx: float

    @property
    def box(self) -> Box:
        """Return the area of the lanes, without the names of departments."""
        left, top = min(lane.box.x for lane in self.lanes), self.lanes[0].box.y
        return Box(left, top, self.lanes[0].box.right - left, self.lanes[-1].box.bottom - top)

    def height(self, y: float) -> float:
        """Return where a height of the unfolded picture lies now."""
        return next((move for move in self.moves if y <= move.lane.box.bottom), self.moves[-1]).place(y)

    def point(self, point: Point) -> Point:
        """Return where a point lies now."""
        return (point[0] + self.dx, self.height(point[1]))

    def moved(self, box: Box) -> Box:
        """Return where a box stands now."""
        y = box.center[1]
        return box.moved(self.dx, self.height(y) - y)


def stack(
    lanes: Sequence[PlacedLane], contents: Sequence[Contents], right: float, head: float = 0.0
) -> list[Band]:
    """Return the bands below each other, all ending at ``right``, each with a ``head`` of free room above.

    A lane that nothing in a band touches is left out of it, unless named lines run between the lanes. A lane without
    anything in any band stays in the first.
    """
    always = has_borders([lane.lane for lane in lanes])
    wanted = [
        [always or any(_meets(lane.box, span) for span in held.spans) for lane in lanes] for held in contents
    ]
    for place, used in enumerate(zip(*wanted, strict=True)):
        wanted[0][place] = used[0] or not any(used)
    bands: list[Band] = []
    top = lanes[0].box.y
    for chosen, held in zip(wanted, contents, strict=True):
        above = max(head, lanes[0].box.y - min(low for low, _ in held.spans))
        below = max(0.0, max(high for _, high in held.spans) - lanes[-1].box.bottom)
        kept = [lane for lane, used in zip(lanes, chosen, strict=True) if used]
        bands.append(_band(kept, held, top + above, right))
        top = bands[-1].box.bottom + below + _BETWEEN
    return bands


def _meets(box: Box, span: Span) -> bool:
    return span[0] < box.bottom and box.y < span[1]


def _band(lanes: Sequence[PlacedLane], held: Contents, top: float, right: float) -> Band:
    placed, moves = [], []
    in_group = Counter(lane.lane.group for lane in lanes)
    for lane in lanes:
        least = max(_least(lane), group_length(lane.lane.group) / in_group[lane.lane.group])
        move = squeeze(lane, held.solid, least, top)
        box = replace(lane.box, y=top, width=right - lane.box.x, height=move.height)
        placed.append(replace(lane, box=box, header=replace(lane.header, y=top, height=move.height)))
        moves.append(move)
        top = box.bottom
    return Band(tuple(placed), tuple(moves), held.dx)


def _least(lane: PlacedLane) -> float:
    line = BORDER_HEIGHT if lane.lane.below else 0.0
    return max(_SHORTEST, len(lane.lines) * NAME_SIZE * LINE_HEIGHT + 10 + line)
