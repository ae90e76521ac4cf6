"""A picture as SVG: text stays text, every step has its own id, nothing is loaded from elsewhere."""

from __future__ import annotations

from unicodedata import east_asian_width

from svcflow.exporters import signs
from svcflow.exporters.markup import escape, number
from svcflow.exporters.svg_edges import edges, head, label
from svcflow.exporters.svg_nodes import badge, node, outline, text_lines
from svcflow.exporters.theme import font_family, style_sheet
from svcflow.text import is_whole
from svcflow.views.diagram import Badge, BadgeKind, EdgeKind, Shape
from svcflow.views.layout.metrics import BADGE_HEIGHT, NAME_SIZE
from svcflow.views.layout.picture import Box, Picture, PlacedGroup, PlacedLane, PlacedLegend

__all__ = ["to_svg"]

_GROUP_SIZE = 12.0


def to_svg(picture: Picture) -> str:
    """Return the picture as an SVG document; the same picture gives the same text."""
    diagram, n = picture.diagram, number
    wide, high = n(round(picture.width, 2)), n(round(picture.height, 2))
    language = escape(diagram.language)
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>\n',
        f'<svg xmlns="http://www.w3.org/2000/svg" class="svcflow" width="{wide}" height="{high}"',
        f' viewBox="0 0 {wide} {high}" role="graphics-document" lang="{language}" xml:lang="{language}"',
        f' font-family="{escape(font_family(diagram.language))}">\n',
        f"<title>{escape(diagram.title)}</title>\n<desc>{escape(_description(picture))}</desc>\n",
        f"<style>\n{style_sheet()}\n</style>\n",
        f'<rect class="page" width="{wide}" height="{high}"/>\n',
    ]
    parts += [_lane(lane, place) + "\n" for place, lane in enumerate(picture.lanes)]
    parts += [_group(group) + "\n" for group in picture.groups]
    parts += [drawn + "\n" for drawn in edges(picture.edges)]
    parts += [label(placed.label) + "\n" for placed in picture.edges if placed.label]
    parts += [node(placed) + "\n" for placed in picture.nodes]
    parts += [
        f'<text class="{text.role.value}" x="{n(text.at[0])}" y="{n(text.at[1])}">{escape(text.text)}</text>\n'
        for text in picture.texts
    ]
    if picture.legend:
        parts += ['<g class="legend">', *map(_legend, picture.legend), "</g>\n"]
    return "".join([*parts, "</svg>\n"])


def _description(picture: Picture) -> str:
    diagram = picture.diagram
    return diagram.description or "; ".join(filter(None, [diagram.subtitle, *diagram.facts]))


def _rect(box: Box, style: str = "") -> str:
    n = number
    kind = f'class="{style}" ' if style else ""
    place = (
        f'x="{n(box.x)}" y="{n(box.y)}" width="{n(round(box.width, 2))}" height="{n(round(box.height, 2))}"'
    )
    return f"<rect {kind}{place}/>"


def _lane(placed: PlacedLane, place: int) -> str:
    classes = " ".join(filter(None, ["lane", placed.lane.line.value, "odd" if place % 2 else ""]))
    title = (
        f"<title>{escape(placed.lane.title)}</title>" if not is_whole(placed.lane.title, placed.lines) else ""
    )
    return (
        f'<g class="{classes}" data-lane="{escape(placed.lane.id)}">{title}{_rect(placed.box)}'
        f"{_rect(placed.header, 'head')}{text_lines(placed.lines, placed.header.center, NAME_SIZE)}</g>"
    )


def _group(placed: PlacedGroup) -> str:
    x, y = placed.box.center
    drawn = f'<g class="group">{_rect(placed.box)}'
    text = placed.title
    stacked = all(east_asian_width(character) in {"W", "F"} for character in text)
    if placed.turned and stacked and len(text) * _GROUP_SIZE * 1.15 <= placed.box.height - 8:
        return drawn + text_lines(tuple(text), (x, y), _GROUP_SIZE, step=1.15) + "</g>"
    lines = text_lines(placed.lines, (x, y), _GROUP_SIZE, step=1.1)
    if placed.turned:
        lines = f'<g transform="rotate(-90 {number(round(x, 2))} {number(round(y, 2))})">{lines}</g>'
    return drawn + lines + "</g>"


def _legend(placed: PlacedLegend) -> str:
    x, y = placed.at
    text = f'<text x="{number(x)}" y="{number(y)}">{escape(placed.entry.text)}</text>'
    return f"<g>{_sign(placed)}{text}</g>"


def _sign(placed: PlacedLegend) -> str:
    sign, box = placed.entry.sign, placed.sign
    x, y = box.center
    if isinstance(sign, BadgeKind):
        return badge(Badge(sign), x - BADGE_HEIGHT / 2, y - BADGE_HEIGHT / 2)
    if isinstance(sign, Shape):
        extra = {
            Shape.PARALLEL: signs.plus(x, y, 4.0),
            Shape.INCLUSIVE: signs.ring(x, y, 3.4),
            Shape.WAIT: signs.clock(x, y, 5.0),
        }.get(sign, "")
        return f'<g class="node {sign.value}">{outline(sign, box)}{extra}</g>'
    kind = sign.value if isinstance(sign, EdgeKind) else escape(sign)
    line = f'<path class="line" d="M{number(box.x)} {number(y)}H{number(box.right - 6)}"/>'
    envelope = f'<g class="envelope">{signs.envelope(x - 5, y)}</g>' if kind == "handoff" else ""
    return f'<g class="edge {kind}">{line}{head(((box.x, y), (box.right, y)), 8.0)}{envelope}</g>'
