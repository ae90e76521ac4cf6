"""Lines along time: a track for every line in a gutter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from svcflow.views.diagram import Diagram
from svcflow.views.layout.channel import Net, tracks
from svcflow.views.layout.raster import Raster
from svcflow.views.layout.ways import Gap, Level, Way

__all__ = ["PITCH", "Across", "across"]

PITCH = 9.0  # between two tracks
_MARGIN = 9.0  # between a track and what lies beside the gutter


class Across:
    """Positions across time: the middle of each level, its size, and the place of each leg on a level."""

    def __init__(self, sizes: Sequence[float]) -> None:
        self.size = list(sizes)
        self.middle: list[float] = []
        place = 0.0
        for size in sizes:
            self.middle.append(place + size / 2)
            place += size
        self.total = place
        self.leg: dict[tuple[int, int], float] = {}  # of edge and number of the leg


def across(
    raster: Raster,
    chosen: Sequence[Way],
    heights: Sequence[float],
    diagram: Diagram,
    gutter: float,
    labels: Mapping[int, float],
) -> Across:
    """Give each level its size and each line on it its place.

    ``heights`` are those of the rows, ``gutter`` the least size of a gutter, ``labels`` the room that the labels of
    edges want in a gutter.
    """
    users = _users(raster, chosen, diagram)
    track: dict[tuple[int, int], int] = {}
    sizes: list[float] = []
    for level, row in enumerate(raster.row_at):
        if row is not None:
            sizes.append(heights[row])
            continue
        keys = list(users.get(level, {}))
        found = tracks([users[level][key] for key in keys], clearance=0.9, exact=False) if keys else []
        track.update(zip(keys, found, strict=True))
        count = max(found, default=-1) + 1
        text = max((labels.get(number, 0.0) for number, place in keys if place == 0), default=0.0)
        sizes.append(max(gutter, text, 2 * _MARGIN + (count - 1) * PITCH))
    result = Across(sizes)
    for level, nets in users.items():
        count = max((track[key] for key in nets if key in track), default=0) + 1
        for key in nets:
            shift = (track[key] - (count - 1) / 2) * PITCH if key in track else 0.0
            result.leg[key] = result.middle[level] + shift
    return result


def _users(raster: Raster, chosen: Sequence[Way], diagram: Diagram) -> dict[int, dict[tuple[int, int], Net]]:
    """Return, for each level, its lines as nets: where each leaves to the levels above and below."""
    users: dict[int, dict[tuple[int, int], Net]] = {}
    for number, (edge, way) in enumerate(zip(diagram.edges, chosen, strict=True)):
        for place, leg in enumerate(way.legs):
            if isinstance(leg, Level):
                net = users.setdefault(leg.number, {}).setdefault((number, place), Net())
                for position, level in _ends(raster, way, place, edge.source, edge.target):
                    (net.before if level < leg.number else net.after).append(position)
    return users


def _ends(raster: Raster, way: Way, place: int, source: str, target: str) -> list[tuple[float, float]]:
    """Return both ends of a line: the place in time (columns count twice), and the level it comes from or goes to."""
    ends: list[tuple[float, float]] = []
    own = way.legs[place].number
    for step, node in ((-1, source), (1, target)):
        if not 0 <= place + step < len(way.legs):
            ends.append((2.0 * raster.column[node], raster.level[node]))
            continue
        gap = way.legs[place + step]
        assert isinstance(gap, Gap), "gaps and levels take turns"
        beyond = place + 2 * step
        level = way.legs[beyond].number if 0 <= beyond < len(way.legs) else raster.level[node]
        ends.append((2.0 * gap.number + 1, level if level != own else own + 0.5))
    return ends
