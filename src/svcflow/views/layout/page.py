"""The page around a flow: title block above, legend below, margins."""

from __future__ import annotations

from dataclasses import replace

from svcflow.text import width, wrap
from svcflow.views.diagram import LegendEntry
from svcflow.views.layout.metrics import LABEL_SIZE
from svcflow.views.layout.picture import (
    Box,
    Picture,
    PlacedBorder,
    PlacedEdge,
    PlacedLabel,
    PlacedLane,
    PlacedLegend,
    PlacedText,
    Point,
    TextRole,
)

__all__ = ["FACT_SIZE", "MARGIN", "SUBTITLE_SIZE", "TITLE_SIZE", "moved", "with_page"]

TITLE_SIZE = 20.0
SUBTITLE_SIZE = 13.0
FACT_SIZE = 11.0
MARGIN = 24.0
_NARROWEST = 360.0
_BOLD = 1.09  # how much wider the title's bold letters are than the ordinary ones that are measured
_SIGN = 28.0
_LEGEND_LINE = 24.0
_LINES = {
    TextRole.TITLE: (TITLE_SIZE, 27.0),
    TextRole.SUBTITLE: (SUBTITLE_SIZE, 20.0),
    TextRole.FACT: (FACT_SIZE, 17.0),
}


def with_page(picture: Picture) -> Picture:
    """Return the picture with title, legend and margins; the flow moves down, and to the middle if it is narrow."""
    extent = _extent(picture)
    inner = max(extent.width, _NARROWEST)
    texts, top = _title_block(picture, inner)
    placed = moved(picture, MARGIN + (inner - extent.width) / 2 - extent.x, top - extent.y)
    bottom = top + extent.height
    legend, end = _legend(picture.diagram.legend, bottom + 16, inner)
    return replace(placed, width=inner + 2 * MARGIN, height=end + MARGIN, texts=texts, legend=legend)


def _extent(picture: Picture) -> Box:
    """Return what the flow takes; labels and lines may reach out of the raster."""
    boxes = [node.box for node in picture.nodes] + [lane.box for lane in picture.lanes]
    boxes += [group.box for group in picture.groups] + [phase.box for phase in picture.phases]
    boxes += [edge.label.box for edge in picture.edges if edge.label]
    boxes += [Box(x - 4, y - 4, 8, 8) for edge in picture.edges for x, y in edge.points]
    if not boxes:
        return Box(0, 0, 0, 0)
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    return Box(left, top, max(box.right for box in boxes) - left, max(box.bottom for box in boxes) - top)


def _title_block(picture: Picture, inner: float) -> tuple[tuple[PlacedText, ...], float]:
    diagram = picture.diagram
    facts = "   ·   ".join(diagram.facts)
    wanted = ((TextRole.TITLE, diagram.title), (TextRole.SUBTITLE, diagram.subtitle), (TextRole.FACT, facts))
    texts, y = [], MARGIN
    for role, text in wanted:
        size, step = _LINES[role]
        bold = _BOLD if role is TextRole.TITLE else 1.0
        for line in wrap(text, inner / size / bold, 3):
            texts.append(PlacedText(role, line, (MARGIN, round(y + step * 0.74, 2))))
            y += step
    return tuple(texts), y + (14 if texts else 0)


def _legend(
    entries: tuple[LegendEntry, ...], top: float, inner: float
) -> tuple[tuple[PlacedLegend, ...], float]:
    if not entries:
        return (), top - 16
    placed: list[PlacedLegend] = []
    x, y = MARGIN, top
    for entry in entries:
        long = _SIGN + 8 + width(entry.text) * LABEL_SIZE + 22
        if x + long > MARGIN + inner + 22 and x > MARGIN:
            x, y = MARGIN, y + _LEGEND_LINE
        sign = Box(round(x, 2), y + 2, _SIGN, 16)
        placed.append(PlacedLegend(entry, sign, (round(x + _SIGN + 8, 2), y + 14)))  # the text's base line
        x += long
    return tuple(placed), y + _LEGEND_LINE


def moved(picture: Picture, dx: float, dy: float) -> Picture:
    """Return the picture's contents elsewhere on the page, whose size stays."""
    dx, dy = round(dx, 2), round(dy, 2)
    return replace(
        picture,
        nodes=tuple(replace(node, box=node.box.moved(dx, dy)) for node in picture.nodes),
        edges=tuple(_moved_edge(edge, dx, dy) for edge in picture.edges),
        lanes=tuple(_moved_lane(lane, dx, dy) for lane in picture.lanes),
        groups=tuple(replace(group, box=group.box.moved(dx, dy)) for group in picture.groups),
        texts=tuple(replace(text, at=_shifted(text.at, dx, dy)) for text in picture.texts),
        legend=tuple(_moved_entry(entry, dx, dy) for entry in picture.legend),
        bands=tuple(band.moved(dx, dy) for band in picture.bands),
        connectors=tuple(replace(one, box=one.box.moved(dx, dy)) for one in picture.connectors),
        borders=tuple(_moved_border(border, dx, dy) for border in picture.borders),
        phases=tuple(replace(phase, box=phase.box.moved(dx, dy)) for phase in picture.phases),
    )


def _shifted(point: Point, dx: float, dy: float) -> Point:
    return (round(point[0] + dx, 2), round(point[1] + dy, 2))


def _moved_edge(edge: PlacedEdge, dx: float, dy: float) -> PlacedEdge:
    points = tuple(_shifted(point, dx, dy) for point in edge.points)
    return replace(edge, points=points, label=_moved_label(edge.label, dx, dy))


def _moved_label(label: PlacedLabel | None, dx: float, dy: float) -> PlacedLabel | None:
    return None if label is None else replace(label, box=label.box.moved(dx, dy))


def _moved_lane(lane: PlacedLane, dx: float, dy: float) -> PlacedLane:
    return replace(lane, box=lane.box.moved(dx, dy), header=lane.header.moved(dx, dy))


def _moved_border(border: PlacedBorder, dx: float, dy: float) -> PlacedBorder:
    start, end = _shifted(border.start, dx, dy), _shifted(border.end, dx, dy)
    return replace(border, start=start, end=end, label=border.label.moved(dx, dy))


def _moved_entry(entry: PlacedLegend, dx: float, dy: float) -> PlacedLegend:
    return replace(entry, sign=entry.sign.moved(dx, dy), at=_shifted(entry.at, dx, dy))
