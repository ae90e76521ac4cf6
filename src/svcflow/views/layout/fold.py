"""A long picture with lanes, folded into bands below each other, so that it fits a page.

Every band repeats the titles of its lanes. A line that is cut ends in a numbered connector, and goes on from the
connector with the same number in the band where it ends.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Mapping, Sequence
from dataclasses import replace

from svcflow.i18n import translator
from svcflow.views.diagram import Diagram, Direction, LegendEntry
from svcflow.views.layout.bands import Band, Contents, stack
from svcflow.views.layout.borders import borders_of
from svcflow.views.layout.connectors import CONNECTOR_SIGN, beside, place_connectors
from svcflow.views.layout.cuts import Cut, choose_cuts
from svcflow.views.layout.lanes import groups_of
from svcflow.views.layout.page import MARGIN, with_page
from svcflow.views.layout.phases import PHASE_STRIP, clipped
from svcflow.views.layout.picture import Box, Picture, PlacedConnector, PlacedEdge, PlacedGroup, PlacedPhase
from svcflow.views.layout.pieces import Mouth, Piece, pieces_of

__all__ = ["can_fold", "fold"]


def can_fold(diagram: Diagram) -> bool:
    """Tell whether a diagram's pictures can be folded: there are lanes, and time runs to the right."""
    return bool(diagram.lanes) and diagram.direction is Direction.RIGHT


def fold(picture: Picture, width: float) -> Picture:
    """Return a picture of at most this width, in pixels; only a column that needs more makes it wider.

    A picture that fits, and one that cannot be folded, comes back as it is.
    """
    if picture.width <= width or picture.bands or not can_fold(picture.diagram):
        return picture
    lanes = picture.lanes
    begin = max(lane.header.right for lane in lanes)
    titles = begin - min(
        box.x for box in [*(lane.box for lane in lanes), *(one.box for one in picture.groups)]
    )
    cuts = choose_cuts(picture, begin, lanes[0].box.right, width - 2 * MARGIN - titles)
    return _folded(picture, begin, cuts) if cuts else picture


def _folded(picture: Picture, begin: float, cuts: Sequence[Cut]) -> Picture:
    places = [cut.x for cut in cuts]
    drawn = [pieces_of(edge, places) for edge in picture.edges]
    bands = _bands(picture, begin, cuts, drawn)
    sides = {(number, False): begin for number in range(len(bands))}
    sides |= {(number, True): band.box.right for number, band in enumerate(bands)}
    connectors = place_connectors(drawn, picture.diagram, sides, lambda band, y: bands[band].height(y))
    phases = _phases(picture, bands, places)
    groups = [groups_of(band.lanes, right=True) for band in bands]
    folded = replace(
        picture,
        diagram=_explained(picture.diagram) if connectors else picture.diagram,
        nodes=tuple(
            replace(node, box=bands[bisect(places, node.box.center[0])].moved(node.box))
            for node in picture.nodes
        ),
        edges=tuple(_placed(piece, bands[piece.band], connectors) for pieces in drawn for piece in pieces),
        lanes=tuple(lane for band in bands for lane in band.lanes),
        groups=tuple(group for found in groups for group in found),
        texts=(),
        legend=(),
        bands=tuple(_area(band, found, phases) for band, found in zip(bands, groups, strict=True)),
        connectors=tuple(connectors.values()),
        borders=tuple(border for band in bands for border in borders_of(band.lanes)),
        phases=phases,
    )
    return with_page(folded)


def _explained(diagram: Diagram) -> Diagram:
    """Return the diagram with connectors in its legend."""
    t = translator(diagram.language)
    entry = LegendEntry(CONNECTOR_SIGN, t("goes on at the same number"))
    return replace(diagram, legend=(*diagram.legend, entry))


def _phases(picture: Picture, bands: Sequence[Band], places: Sequence[float]) -> tuple[PlacedPhase, ...]:
    """Return the phases above each band, from the titles of the lanes to the end of the band."""
    middles: list[list[float]] = [[] for _ in bands]
    for node in picture.nodes:
        middles[bisect(places, node.box.center[0])].append(node.box.center[0])
    left = picture.lanes[0].header.right
    return tuple(
        phase
        for band, stood_on in zip(bands, middles, strict=True)
        for phase in clipped(
            picture.phases, stood_on, (band.dx, band.box.y - PHASE_STRIP), (left, band.box.right)
        )
    )


def _area(band: Band, groups: Sequence[PlacedGroup], phases: Sequence[PlacedPhase]) -> Box:
    """Return what a band takes, with the names of departments and phases."""
    box = band.box
    left = min([box.x, *(group.box.x for group in groups)])
    top = box.y - PHASE_STRIP if phases else box.y
    return Box(left, top, box.right - left, box.bottom - top)


def _bands(
    picture: Picture, begin: float, cuts: Sequence[Cut], drawn: Sequence[Sequence[Piece]]
) -> list[Band]:
    """Return the bands, all as long as the longest needs."""
    starts, ends = [Cut(begin), *cuts], [*cuts, Cut(picture.lanes[0].box.right)]
    longest = max(one.room + other.x - one.x + other.room for one, other in zip(starts, ends, strict=True))
    places = [cut.x for cut in cuts]
    contents = [Contents(begin + cut.room - cut.x) for cut in starts]
    for node in picture.nodes:
        contents[bisect(places, node.box.center[0])].solid.append((node.box.y, node.box.bottom))
    for piece in (piece for pieces in drawn for piece in pieces):
        contents[piece.band].solid += piece.solid()
        contents[piece.band].passing += piece.passing()
    return stack(picture.lanes, contents, begin + longest, PHASE_STRIP if picture.phases else 0.0)


def _placed(piece: Piece, band: Band, connectors: Mapping[Mouth, PlacedConnector]) -> PlacedEdge:
    """Return a piece where it is drawn: it reaches as far as the connectors at its ends."""
    points = [band.point(point) for point in piece.points]
    if piece.enters:
        points[0] = beside(connectors[piece.enters], piece.enters)
    if piece.leaves:
        points[-1] = beside(connectors[piece.leaves], piece.leaves)
    label = replace(piece.label, box=band.moved(piece.label.box)) if piece.label else None
    return PlacedEdge(piece.edge.edge, tuple(points), label)
