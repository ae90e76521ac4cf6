"""A picture as a draw.io file, to be worked on by hand: departments and lanes are containers, edges keep their ends.

Uncompressed mxGraph XML, as draw.io itself writes it; everything stands where our layout puts it. Labels are HTML
there, so texts are escaped for HTML before they are escaped for XML.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from itertools import groupby, pairwise
from math import hypot
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from svcflow.exporters.characters import BADGES, GATEWAYS, badge_text
from svcflow.exporters.drawio_styles import (
    PHASE,
    border_style,
    edge_style,
    lane_style,
    node_style,
    text_style,
)
from svcflow.exporters.markup import number, printable, safe_href
from svcflow.text import is_whole
from svcflow.views.diagram import BadgeKind, DEdge, Direction, DNode, EdgeKind, LegendEntry, Shape
from svcflow.views.layout.picture import (
    Box,
    Picture,
    PlacedBorder,
    PlacedEdge,
    PlacedLane,
    PlacedLegend,
    PlacedNode,
    Point,
)

__all__ = ["to_drawio"]

_BAND = 28.0
_WIDEST_TEXT = 900.0


def to_drawio(picture: Picture) -> str:
    """Return a picture as the text of a ``.drawio`` file with one page; the same picture gives the same text."""
    title = " ".join(printable(picture.diagram.title).split())
    file = Element("mxfile", host="svcflow", type="device")
    page = SubElement(file, "diagram", {"id": "page", "name": title})
    size = {"pageWidth": number(round(picture.width)), "pageHeight": number(round(picture.height))}
    data = {"grid": "1", "gridSize": "10", "page": "1", "math": "0", "shadow": "0"}
    model = SubElement(page, "mxGraphModel", {**data, **size})
    _Writer(picture, SubElement(model, "root")).write()
    indent(file)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<!-- Made by svcflow. -->\n{tostring(file, "unicode")}\n'


class _Writer:
    """Writes the cells of one page; a cell inside another one stands relative to it."""

    def __init__(self, picture: Picture, root: Element) -> None:
        self.picture, self.root = picture, root
        self.boxes: dict[str, Box] = {"1": Box(0, 0, 0, 0)}

    def write(self) -> None:
        SubElement(self.root, "mxCell", id="0")
        SubElement(self.root, "mxCell", {"id": "1", "parent": "0"})
        self._lanes()
        for border in self.picture.borders:
            self._border(border)
        for place, phase in enumerate(self.picture.phases):
            self._cell(f"phase:{place}", _html(phase.title), PHASE, phase.box, "1")
        for node in self.picture.nodes:
            self._node(node)
        for place, edge in enumerate(self.picture.edges):
            self._edge(place, edge)
        for place, text in enumerate(self.picture.texts):
            box = Box(text.at[0], text.at[1] - 16, _WIDEST_TEXT, 20)
            self._cell(f"text:{place}", _html(text.text), text_style(text.role), box, "1")
        for place, entry in enumerate(self.picture.legend):
            self._legend(place, entry)

    def _cell(self, id: str, label: str, style: str, box: Box, parent: str) -> Element:
        self.boxes[id] = box
        data = {"id": id, "value": label, "style": style, "vertex": "1", "parent": parent}
        cell = SubElement(self.root, "mxCell", data)
        self._place(cell, box, parent)
        return cell

    def _place(self, cell: Element, box: Box, parent: str) -> None:
        at = box.moved(-self.boxes[parent].x, -self.boxes[parent].y)
        sides = {"x": at.x, "y": at.y, "width": at.width, "height": at.height}
        said = {name: number(round(value, 2)) for name, value in sides.items()}
        SubElement(cell, "mxGeometry", {**said, "as": "geometry"})

    # -- lanes

    def _lanes(self) -> None:
        right = self.picture.diagram.direction is Direction.RIGHT
        for place, (group, found) in enumerate(
            groupby(self.picture.lanes, key=lambda placed: placed.lane.group)
        ):
            lanes, parent = list(found), "1"
            if group:
                parent = f"group:{place}"
                style = lane_style(_BAND, right=right, group=True)
                self._cell(parent, _html(group), style, _around(lanes, right=right), "1")
            for placed in lanes:
                self._lane(placed, parent, right=right)

    def _lane(self, placed: PlacedLane, parent: str, *, right: bool) -> None:
        head = placed.header.width if right else placed.header.height
        style = lane_style(head, right=right, line=placed.lane.line)
        self._cell(f"lane:{placed.lane.id}", _html(placed.lane.title), style, placed.box, parent)

    def _border(self, placed: PlacedBorder) -> None:
        """Write a named line; its label is placed from the middle of the line, where draw.io measures from."""
        border = placed.border
        cell = self._line(f"line:{border.kind}", _html(border.text), border_style(border.kind), {})
        geometry = self._stretch(cell, placed.start, placed.end)
        (x, y), (wanted, height) = _middle((placed.start, placed.end)), placed.label.center
        SubElement(geometry, "mxPoint", _at((wanted - x, height - y), "offset"))

    def _stretch(self, cell: Element, start: Point, end: Point) -> Element:
        """Give a line that joins no nodes its two ends."""
        geometry = SubElement(cell, "mxGeometry", {"relative": "1", "as": "geometry"})
        SubElement(geometry, "mxPoint", _at(start, "sourcePoint"))
        SubElement(geometry, "mxPoint", _at(end, "targetPoint"))
        return geometry

    # -- nodes

    def _node(self, placed: PlacedNode) -> None:
        """Write a node as an object: what draw.io shows who points at it, where a click leads, which step it is."""
        node, id = placed.node, f"node:{placed.node.id}"
        parent = f"lane:{node.lane}" if self.picture.lanes else "1"
        data = {"label": _node_label(node), "tooltip": printable(node.tooltip), "link": safe_href(node.href)}
        if not node.id.startswith(":"):
            data["step"] = printable(node.id)
        said = {name: value for name, value in data.items() if value or name == "label"}
        wrapper = SubElement(self.root, "object", said, id=id)
        style = node_style(node.shape, node.marks)
        cell = SubElement(wrapper, "mxCell", {"style": style, "vertex": "1", "parent": parent})
        self.boxes[id] = placed.box
        self._place(cell, placed.box, parent)

    # -- edges

    def _edge(self, place: int, placed: PlacedEdge) -> None:
        edge, points = placed.edge, placed.points
        source, target = f"node:{edge.source}", f"node:{edge.target}"
        ends = _end("exit", self.boxes[source], points[0]) + _end("entry", self.boxes[target], points[-1])
        style = edge_style(edge, curved=placed.curved) + ends
        label = _edge_label(placed)
        cell = self._line(f"edge:{place}", label, style, {"source": source, "target": target})
        geometry = SubElement(cell, "mxGeometry", {"relative": "1", "as": "geometry"})
        _way(geometry, points[1:-1])
        if placed.label:
            middle, wanted = _middle(points), placed.label.box.center
            SubElement(geometry, "mxPoint", _at((wanted[0] - middle[0], wanted[1] - middle[1]), "offset"))

    def _line(self, id: str, label: str, style: str, ends: dict[str, str]) -> Element:
        data = {"id": id, "value": label, "style": style, "edge": "1", "parent": "1"}
        return SubElement(self.root, "mxCell", {**data, **ends})

    # -- legend

    def _legend(self, place: int, placed: PlacedLegend) -> None:
        entry, id = placed.entry, f"legend:{place}"
        box = Box(placed.at[0], placed.sign.y - 4, 240, placed.sign.height + 8)
        self._cell(f"{id}:text", _html(entry.text), text_style(None), box, "1")
        sign = entry.sign
        if isinstance(sign, Shape):
            self._cell(id, _html(GATEWAYS.get(sign, "")), node_style(sign, ()), placed.sign, "1")
        elif isinstance(sign, BadgeKind):
            self._cell(id, BADGES.get(sign, ""), text_style(None), placed.sign, "1")
        else:
            self._legend_line(id, entry, placed.sign)

    def _legend_line(self, id: str, entry: LegendEntry, box: Box) -> None:
        kind = entry.sign if isinstance(entry.sign, EdgeKind) else EdgeKind.MAIN
        style = edge_style(DEdge("", "", kind=kind, handoff=entry.sign == "handoff"), curved=False)
        y = box.center[1]
        self._stretch(self._line(id, "", style, {}), (box.x, y), (box.right, y))


def _around(lanes: Iterable[PlacedLane], *, right: bool) -> Box:
    """Return the box of a department: its lanes, and the band with its name before them."""
    boxes = [placed.box for placed in lanes]
    x, y = boxes[0].x - (_BAND if right else 0), boxes[0].y - (0 if right else _BAND)
    return Box(x, y, boxes[-1].right - x, boxes[-1].bottom - y)


def _html(text: str) -> str:
    return "<br>".join(escape(line) for line in printable(text).splitlines())


def _small(text: str) -> str:
    return f'<font style="font-size: 10px;">{_html(text)}</font>' if text else ""


def _node_label(node: DNode) -> str:
    """Return number and badges in small type, the name below them, and below it who acts."""
    badges = map(badge_text, node.badges)
    head = _small("   ".join(filter(None, [node.number, *badges])))
    sign = _html(GATEWAYS.get(node.shape, ""))
    return "<br>".join(filter(None, [head, sign, _html(node.label), _small(node.caption)]))


def _edge_label(placed: PlacedEdge) -> str:
    """Return the text of an edge, in our lines unless they had to be shortened."""
    edge = placed.edge
    sign = "✉ " if edge.note or edge.handoff else ""
    parts = [edge.label, edge.note]
    lines = [text for _, text in placed.label.lines] if placed.label else []
    if is_whole("".join(parts).replace("·", ""), [line.replace("·", "") for line in lines]):
        parts = lines
    return sign + "<br>".join(_html(part) for part in parts if part)


def _end(name: str, box: Box, point: Point) -> str:
    """Return where on the outline of its node an edge begins or ends, in parts of the box."""
    x, y = ((point[0] - box.x) / (box.width or 1), (point[1] - box.y) / (box.height or 1))
    return f"{name}X={x:.4g};{name}Y={y:.4g};{name}Dx=0;{name}Dy=0;{name}Perimeter=0;"


def _way(geometry: Element, points: tuple[Point, ...]) -> None:
    if points:
        array = SubElement(geometry, "Array", {"as": "points"})
        for point in points:
            SubElement(array, "mxPoint", _at(point))


def _at(point: Point, name: str = "") -> dict[str, str]:
    place = {"x": number(round(point[0], 2)), "y": number(round(point[1], 2))}
    return {**place, "as": name} if name else place


def _middle(points: tuple[Point, ...]) -> Point:
    """Return the point half-way along a line: from there draw.io measures where a label stands."""
    lengths = [hypot(end[0] - start[0], end[1] - start[1]) for start, end in pairwise(points)]
    left = sum(lengths) / 2
    for (start, end), length in zip(pairwise(points), lengths, strict=True):
        if left <= length and length:
            share = left / length
            return (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)
        left -= length
    return points[-1]
