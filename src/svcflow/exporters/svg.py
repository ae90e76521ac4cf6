"""A picture as SVG: text stays text, every step has its own id, nothing is loaded from elsewhere."""

from __future__ import annotations

from svcflow.exporters import signs
from svcflow.exporters.markup import escape, number
from svcflow.exporters.svg_badges import badge
from svcflow.exporters.svg_columns import border, phase
from svcflow.exporters.svg_document import svg_document
from svcflow.exporters.svg_edges import edges, head, label
from svcflow.exporters.svg_nodes import node, outline, text_lines
from svcflow.exporters.themes import LIGHT, Theme
from svcflow.text import is_whole
from svcflow.views.diagram import Badge, BadgeKind, EdgeKind, Shape
from svcflow.views.layout.connectors import CONNECTOR_SIGN
from svcflow.views.layout.cuts import CONNECTOR
from svcflow.views.layout.lanes import GROUP_SIZE, GROUP_SMALL, GROUP_STEP
from svcflow.views.layout.metrics import BADGE_HEIGHT, CONNECTOR_SIZE, NAME_SIZE
from svcflow.views.layout.picture import Box, Picture, PlacedConnector, PlacedGroup, PlacedLane, PlacedLegend
from svcflow.views.overlay import LONGEST

__all__ = ["to_svg"]


def to_svg(picture: Picture, theme: Theme = LIGHT) -> str:
    """Return the picture as an SVG document; the same picture and theme give the same text."""
    diagram, n = picture.diagram, number
    parts = [_lane(lane, place) + "\n" for place, lane in enumerate(picture.lanes)]
    parts += [_group(group) + "\n" for group in picture.groups]
    parts += [phase(placed) + "\n" for placed in picture.phases]
    parts += [border(placed) + "\n" for placed in picture.borders]
    parts += [drawn + "\n" for drawn in edges(picture.edges)]
    parts += [label(placed.label) + "\n" for placed in picture.edges if placed.label]
    parts += [node(placed) + "\n" for placed in picture.nodes]
    parts += [_connector(placed) + "\n" for placed in picture.connectors]
    parts += [
        f'<text class="{text.role.value}" x="{n(text.at[0])}" y="{n(text.at[1])}">{escape(text.text)}</text>\n'
        for text in picture.texts
    ]
    if picture.legend:
        parts += ['<g class="legend">', *map(_legend, picture.legend), "</g>\n"]
    return svg_document(
        parts,
        (picture.width, picture.height),
        title=diagram.title,
        description=_description(picture),
        language=diagram.language,
        theme=theme,
    )


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
    size = GROUP_SMALL if placed.small else GROUP_SIZE
    title = "" if is_whole(placed.title, placed.lines) else f"<title>{escape(placed.title)}</title>"
    kind = "group small" if placed.small else "group"
    if placed.stacked:  # columns of upright characters, from right to left
        first = x + (len(placed.lines) - 1) * size * GROUP_STEP / 2
        lines = "".join(
            text_lines(tuple(line), (first - place * size * GROUP_STEP, y), size, step=GROUP_STEP)
            for place, line in enumerate(placed.lines)
        )
    else:
        lines = text_lines(placed.lines, (x, y), size, step=GROUP_STEP)
        if placed.turned:
            lines = f'<g transform="rotate(-90 {number(round(x, 2))} {number(round(y, 2))})">{lines}</g>'
    return f'<g class="{kind}">{title}{_rect(placed.box)}{lines}</g>'


def _connector(placed: PlacedConnector) -> str:
    """Return a connector; its name for those who do not see it tells where the line goes on."""
    kind = "leaves" if placed.leaves else "enters"
    spoken = escape(f"{placed.number}: {placed.tooltip}")
    return (
        f'<g class="connector {kind}" role="graphics-symbol" aria-label="{spoken}"><title>{spoken}</title>'
        f"{_disc(placed.box.center, placed.box.width / 2, str(placed.number))}</g>"
    )


def _disc(center: tuple[float, float], radius: float, text: str) -> str:
    x, y = (number(round(value, 2)) for value in center)
    return f'<circle cx="{x}" cy="{y}" r="{number(radius)}"/>{text_lines((text,), center, CONNECTOR_SIZE)}'


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
    if sign == LONGEST:
        return f'<g class="node task longest">{outline(Shape.TASK, box)}</g>'
    if sign == CONNECTOR_SIGN:
        return f'<g class="connector">{_disc((x, y), CONNECTOR / 2, "1")}</g>'
    kind = sign.value if isinstance(sign, EdgeKind) else escape(sign)
    if sign is EdgeKind.CONTACT:
        line = f'<path class="line" d="M{number(box.x + 6)} {number(y)}H{number(box.right - 6)}"/>'
        heads = head(((box.x, y), (box.right, y)), 8.0) + head(((box.right, y), (box.x, y)), 8.0)
        return f'<g class="edge {kind}">{line}{heads}</g>'
    line = f'<path class="line" d="M{number(box.x)} {number(y)}H{number(box.right - 6)}"/>'
    envelope = f'<g class="envelope">{signs.envelope(x - 5, y)}</g>' if kind == "handoff" else ""
    return f'<g class="edge {kind}">{line}{head(((box.x, y), (box.right, y)), 8.0)}{envelope}</g>'
