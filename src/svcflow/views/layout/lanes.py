"""Lanes: straight, over the whole length of the picture, with their titles and the departments they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from unicodedata import east_asian_width

from svcflow.text import is_whole, width, wrap
from svcflow.views.diagram import Diagram, Direction, Lane
from svcflow.views.layout.borders import border_length
from svcflow.views.layout.gutters import Across
from svcflow.views.layout.metrics import LINE_HEIGHT, NAME_SIZE
from svcflow.views.layout.picture import Box, PlacedGroup, PlacedLane
from svcflow.views.layout.raster import Raster

__all__ = [
    "GROUP_SIZE",
    "GROUP_SMALL",
    "GROUP_STEP",
    "group_length",
    "groups_of",
    "header_length",
    "place_lanes",
]

GROUP_SIZE = 12.0
GROUP_SMALL = 10.5  # where the name needs it
GROUP_STEP = 1.12  # from character to character of a column, and from line to line

_HEADER = 116.0  # of lanes from left to right: the width of the title's column
_HEADER_DOWN = 46.0
_GROUP = 28.0
_GROUP_MARGIN = 8.0


def header_length(diagram: Diagram) -> float:
    """Return how much room titles take before the flow begins."""
    if not diagram.lanes:
        return 0.0
    right = diagram.direction is Direction.RIGHT
    title = max(_HEADER, border_length(diagram)) if right else _HEADER_DOWN
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
    return tuple(lanes), groups_of(lanes, right=right)


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


def groups_of(lanes: Sequence[PlacedLane], *, right: bool) -> tuple[PlacedGroup, ...]:
    """Return the bands before neighbouring lanes of one department."""
    groups = []
    for title, found in groupby(lanes, key=lambda placed: placed.lane.group):
        boxes = [placed.box for placed in found]
        if not title:
            continue
        first, last = boxes[0], boxes[-1]
        if right:
            box = Box(first.x - _GROUP, first.y, _GROUP, last.bottom - first.y)
        else:
            box = Box(first.x, first.y - _GROUP, last.right - first.x, _GROUP)
        groups.append(_group(title, box, turned=right))
    return tuple(groups)


def group_length(title: str) -> float:
    """Return how long a turned band should be for its title, which may take two lines."""
    step = GROUP_SMALL * (GROUP_STEP if _stacked(title) else 1.0)
    words = [] if _stacked(title) else title.split()
    measure = max([1.0, width(title) / 2 + 1.5, *map(width, words)])
    longest = max(map(width, wrap(title, measure)), default=0.0)
    return longest * step + _GROUP_MARGIN + 0.5


def _stacked(title: str) -> bool:
    """Tell whether a title can stand upright in columns: all its characters are Chinese."""
    return all(east_asian_width(character) in {"W", "F"} for character in title)


def _group(title: str, box: Box, *, turned: bool) -> PlacedGroup:
    """Fit a title into its band: on one line or two; Chinese stands upright in columns where the band is turned."""
    stacked = turned and _stacked(title)
    room = (box.height if turned else box.width) - _GROUP_MARGIN
    lines: list[str] = []
    for size, most in ((GROUP_SIZE, 1), (GROUP_SMALL, 1), (GROUP_SMALL, 2)):
        long = room / (size * (GROUP_STEP if stacked else 1.0))
        lines = wrap(title, max(1.0, long), most)
        if is_whole(title, lines):
            return PlacedGroup(title, box, tuple(lines), turned, stacked, small=size < GROUP_SIZE)
    return PlacedGroup(title, box, tuple(lines), turned, stacked, small=True)


def _box(right: bool, along: float, across: float, length: float, breadth: float) -> Box:
    return Box(along, across, length, breadth) if right else Box(across, along, breadth, length)
