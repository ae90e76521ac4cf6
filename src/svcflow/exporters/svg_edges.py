"""Edges in SVG: lines with rounded corners, heads, labels."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot

from svcflow.exporters import signs
from svcflow.exporters.markup import escape, number
from svcflow.exporters.svg_nodes import text_lines
from svcflow.text import is_whole
from svcflow.views.diagram import EdgeKind
from svcflow.views.layout.metrics import ENVELOPE, LABEL_SIZE, LABEL_STEP
from svcflow.views.layout.picture import PlacedEdge, PlacedLabel, Point

__all__ = ["edges", "head", "label"]

_RADIUS = 7.0
_HEAD = 9.0


def edges(placed: Sequence[PlacedEdge]) -> list[str]:
    """Return the edges; each family of them lies on a white halo, so that crossings read well.

    A family are edges that share an end: they may run on one line, which no halo must cut.
    """
    drawn = []
    for family in _families(placed):
        paths = [_path(member) for member in family]
        drawn.append(f'<path class="halo" d="{"".join(paths)}"/>')
        drawn += [_edge(member, path) for member, path in zip(family, paths, strict=True)]
    return drawn


def _families(placed: Sequence[PlacedEdge]) -> list[list[PlacedEdge]]:
    family: dict[tuple[str, str], list[PlacedEdge]] = {}  # of each end
    for one in placed:
        ends = (("from", one.edge.source), ("to", one.edge.target))
        known = [family[end] for end in ends if end in family]
        merged = known[0] if known else []
        if len(known) == 2 and known[1] is not merged:
            merged += known[1]
            family.update({end: merged for end, members in family.items() if members is known[1]})
        merged.append(one)
        family.update(dict.fromkeys(ends, merged))
    unique: list[list[PlacedEdge]] = []
    for members in family.values():
        if not any(members is other for other in unique):
            unique.append(members)
    return unique


def _size(placed: PlacedEdge) -> float:
    return _HEAD + (1.5 if placed.edge.handoff else 0.0)


def _path(placed: PlacedEdge) -> str:
    points, size = placed.points, _size(placed)
    if placed.edge.kind is EdgeKind.LINK:
        return _corners(points, 0.0)
    if placed.edge.kind is EdgeKind.CONTACT and not placed.curved:
        points = (_towards(points[0], points[1], size * 0.8), *points[1:])
    return (_curve if placed.curved else _corners)(points, size)


def _edge(placed: PlacedEdge, path: str) -> str:
    own = placed.edge
    marks = [*(["handoff"] if own.handoff else []), *(escape(mark) for mark in own.marks)]
    classes = " ".join(["edge", own.kind.value, *marks])
    parts = [f'<g class="{classes}" data-source="{escape(own.source)}" data-target="{escape(own.target)}">']
    tooltip = own.tooltip or _hidden(placed)
    if tooltip:
        parts.append(f"<title>{escape(tooltip)}</title>")
    parts.append(f'<path class="line" d="{path}"/>')
    if own.kind is not EdgeKind.LINK:
        parts.append(head(placed.points, _size(placed)))
    if own.kind is EdgeKind.CONTACT:
        parts.append(head(placed.points[::-1], _size(placed)))
    return "".join([*parts, "</g>"])


def _hidden(placed: PlacedEdge) -> str:
    """Return the text of an edge if its label had to be shortened."""
    said = " · ".join(filter(None, [placed.edge.label, placed.edge.note]))
    shown = [text for _, text in placed.label.lines] if placed.label else []
    return "" if is_whole(said.replace("·", ""), [line.replace("·", "") for line in shown]) else said


def head(points: tuple[Point, ...], size: float) -> str:
    """Return the arrow head at the end of a line."""
    (x0, y0), (x, y) = points[-2], points[-1]
    length = hypot(x - x0, y - y0) or 1.0
    dx, dy = (x - x0) / length, (y - y0) / length
    back = (x - dx * size, y - dy * size)
    wide = size * 0.4
    corners = [(x, y), (back[0] - dy * wide, back[1] + dx * wide), (back[0] + dy * wide, back[1] - dx * wide)]
    return f'<path class="head" d="M{"L".join(_at(point) for point in corners)}Z"/>'


def _at(point: Point) -> str:
    return f"{number(round(point[0], 2))} {number(round(point[1], 2))}"


def _towards(start: Point, end: Point, distance: float) -> Point:
    length = hypot(end[0] - start[0], end[1] - start[1]) or 1.0
    share = min(1.0, distance / length)
    return (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)


def _shortened(points: tuple[Point, ...], by: float) -> list[Point]:
    """Return the line without its last bit, which the head covers."""
    return [*points[:-1], _towards(points[-1], points[-2], by * 0.8)]


def _corners(points: tuple[Point, ...], size: float) -> str:
    line = _shortened(points, size)
    path = [f"M{_at(line[0])}"]
    for before, corner, after in zip(line, line[1:], line[2:], strict=False):
        room = min(hypot(corner[0] - x, corner[1] - y) for x, y in (before, after)) / 2
        radius = min(_RADIUS, room)
        path.append(
            f"L{_at(_towards(corner, before, radius))}Q{_at(corner)} {_at(_towards(corner, after, radius))}"
        )
    path.append(f"L{_at(line[-1])}")
    return "".join(path)


def _curve(points: tuple[Point, ...], size: float) -> str:
    line = _shortened(points, size)
    return f"M{_at(line[0])}C" + " ".join(_at(point) for point in line[1:])


def label(placed: PlacedLabel) -> str:
    """Return a label on a white ground; an envelope stands before its first line, or alone."""
    box = placed.box
    n = number
    parts = ['<g class="label">']
    parts.append(
        f'<rect x="{n(box.x)}" y="{n(box.y)}" width="{n(box.width)}" height="{n(box.height)}" rx="3"/>'
    )
    step = LABEL_SIZE * LABEL_STEP
    y = box.y + 2 + step / 2
    if placed.envelope:
        parts.append(f'<g class="envelope">{signs.envelope(box.x + 3 + 6.5, y)}</g>')
    x, anchor = (box.x + 3 + ENVELOPE, "start") if placed.envelope else (box.center[0], "middle")
    for role, text in placed.lines:
        parts.append(text_lines((text,), (x, y), LABEL_SIZE, style=role.value, anchor=anchor))
        y += step
    return "".join([*parts, "</g>"])
