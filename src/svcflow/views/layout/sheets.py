"""A folded picture as one picture a band, for pages that may break between them."""

from __future__ import annotations

from dataclasses import replace

from svcflow.views.layout.page import moved
from svcflow.views.layout.picture import Box, Picture

__all__ = ["sheets"]

_MARGIN = 3.0


def sheets(picture: Picture) -> tuple[Picture, ...]:
    """Return the bands of a picture one by one, with the same width, without the title block.

    The legend stands below the last. A picture without bands is its own only sheet.
    """
    if not picture.bands:
        return (picture,)
    count = len(picture.bands)
    drawn = [
        _sheet(picture, band, legend=place == count) for place, band in enumerate(picture.bands, start=1)
    ]
    title = picture.diagram.title
    return tuple(
        replace(sheet, diagram=replace(sheet.diagram, title=f"{title} ({place}/{count})"))
        for place, sheet in enumerate(drawn, start=1)
    )


def _sheet(picture: Picture, band: Box, *, legend: bool) -> Picture:
    own = replace(
        picture,
        nodes=tuple(node for node in picture.nodes if band.overlaps(node.box)),
        edges=tuple(edge for edge in picture.edges if _holds(band, edge.points[0][1])),
        lanes=tuple(lane for lane in picture.lanes if _holds(band, lane.box.center[1])),
        groups=tuple(group for group in picture.groups if _holds(band, group.box.center[1])),
        connectors=tuple(one for one in picture.connectors if band.overlaps(one.box)),
        borders=tuple(border for border in picture.borders if _holds(band, border.start[1])),
        phases=tuple(phase for phase in picture.phases if _holds(band, phase.box.center[1])),
        bands=(band,),
        texts=(),
        legend=picture.legend if legend else (),
    )
    boxes = [band, *(edge.label.box for edge in own.edges if edge.label)]
    top, bottom = min(box.y for box in boxes) - _MARGIN, max(box.bottom for box in boxes) + _MARGIN
    end = max([bottom, *(entry.sign.bottom + _MARGIN for entry in own.legend)])
    placed = moved(own, _MARGIN - band.x, -top)
    return replace(placed, width=round(band.width + 2 * _MARGIN, 2), height=round(end - top, 2))


def _holds(band: Box, y: float) -> bool:
    return band.y <= y <= band.bottom
