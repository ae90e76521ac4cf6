"""Nodes in SVG: outline, texts, badges."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from svcflow.exporters import signs
from svcflow.exporters.markup import escape, number, safe_href
from svcflow.exporters.svg_badges import badge
from svcflow.text import is_whole, width
from svcflow.views.diagram import Badge, Shape
from svcflow.views.layout.metrics import (
    BADGE_HEIGHT,
    CAPTION_SIZE,
    LABEL_SIZE,
    LINE_HEIGHT,
    NAME_SIZE,
    SHEET_FOOT,
    SHEET_GAP,
    SHEET_SIZE,
    badge_width,
    corner_badges,
    footer_height,
    header_height,
    sheet_height,
)
from svcflow.views.layout.picture import Box, PlacedNode

__all__ = ["node", "outline", "text_lines"]

_GATEWAYS = {Shape.DECISION, Shape.PARALLEL, Shape.INCLUSIVE}
_TERMINALS = {Shape.START, Shape.END}


def node(placed: PlacedNode) -> str:
    """Return a node as a group whose id is the step's."""
    own, box = placed.node, placed.box
    classes = " ".join(["node", own.shape.value, *(escape(mark) for mark in own.marks)])
    spoken = ", ".join(
        filter(None, [own.number, own.label, own.caption, *(sign.text for sign in own.badges)])
    )
    parts = [
        f'<g id="{escape(own.id)}" class="{classes}" role="graphics-symbol" aria-label="{escape(spoken)}">'
    ]
    tooltip = own.tooltip or ("" if is_whole(own.label, placed.lines) else own.label)
    if tooltip:
        parts.append(f"<title>{escape(tooltip)}</title>")
    parts.append(outline(own.shape, box))
    parts.append(_texts(placed))
    parts.append(_badges(placed))
    parts.append("</g>")
    drawn = "".join(parts)
    href = safe_href(own.href)
    return f'<a href="{escape(href)}">{drawn}</a>' if href else drawn


def outline(shape: Shape, box: Box) -> str:
    """Return the outline of a node."""
    n = number
    if shape in _GATEWAYS:
        x, y = box.center
        path = f"M{n(x)} {n(box.y)}L{n(box.right)} {n(y)}L{n(x)} {n(box.bottom)}L{n(box.x)} {n(y)}Z"
        return f'<path class="outline" d="{path}"/>'
    if shape is Shape.EVIDENCE:
        return _paper(box)
    if shape is Shape.SYSTEM:
        return _rect("outline", box, 2.0)
    radius = min(box.width, box.height) / 2 if shape in _TERMINALS else min(8.0, box.height / 3)
    drawn = _rect("outline", box, radius)
    if shape is Shape.CALL:
        inner = Box(box.x + 3.5, box.y + 3.5, box.width - 7, box.height - 7)
        drawn += _rect("inner", inner, radius - 3)
    return drawn


def _paper(box: Box) -> str:
    """Return the outline of a sheet, with the wavy lower side of a document."""
    n = number
    low, half = box.bottom - SHEET_FOOT, box.width / 2
    wave = f"q{n(-half / 2)} {n(-SHEET_FOOT)} {n(-half)} 0t{n(-half)} 0"
    path = f"M{n(box.x)} {n(box.y)}H{n(box.right)}V{n(low)}{wave}Z"
    return f'<path class="outline" d="{path}"/>'


def _rect(style: str, box: Box, radius: float) -> str:
    n = number
    return (
        f'<rect class="{style}" x="{n(box.x)}" y="{n(box.y)}" width="{n(box.width)}" height="{n(box.height)}"'
        f' rx="{n(radius)}"/>'
    )


def text_lines(
    lines: tuple[str, ...],
    at: tuple[float, float],
    size: float,
    *,
    step: float = LINE_HEIGHT,
    style: str = "",
    anchor: str = "middle",
    own_size: bool = False,
) -> str:
    """Return lines of text around the height of a point; they begin, or have their middle, at its x.

    ``own_size`` writes the size into the text, where no style sheet gives it.
    """
    if not lines:
        return ""
    x, first = number(round(at[0], 2)), at[1] - (len(lines) - 1) * size * step / 2 + size * 0.36
    kind = f' class="{style}"' if style else ""
    kind += f' style="font-size:{number(size)}px"' if own_size else ""
    if len(lines) == 1:
        place = f'x="{x}" y="{number(round(first, 2))}"'
        return f'<text{kind} {place} text-anchor="{anchor}">{escape(lines[0])}</text>'
    spans = "".join(
        f'<tspan x="{x}" y="{number(round(first + place * size * step, 2))}">{escape(line)}</tspan>'
        for place, line in enumerate(lines)
    )
    return f'<text{kind} text-anchor="{anchor}">{spans}</text>'


def _texts(placed: PlacedNode) -> str:
    own, box = placed.node, placed.box
    x, y = box.center
    if own.shape is Shape.DECISION or own.shape in _TERMINALS:
        size = LABEL_SIZE + 1 if own.shape is Shape.DECISION else NAME_SIZE
        corner = _corner_number(placed) if own.shape is Shape.DECISION else ""
        return text_lines(placed.lines, (x, y), size) + corner
    if own.shape in _GATEWAYS:
        step = LABEL_SIZE * LINE_HEIGHT + 1
        top = y - len(placed.lines) * step / 2
        draw = signs.plus if own.shape is Shape.PARALLEL else signs.ring
        sign = draw(x, top, 9.0 if not placed.lines else 6.0)
        return sign + text_lines(placed.lines, (x, y + step / 2), LABEL_SIZE + 1) + _corner_number(placed)
    if own.shape in {Shape.EVIDENCE, Shape.SYSTEM}:
        return _things(placed)
    footer = footer_height(own)
    low = (x, box.bottom - 7 - CAPTION_SIZE / 2)
    caption = text_lines((placed.caption,), low, CAPTION_SIZE, style="caption") if footer else ""
    name = text_lines(placed.lines, (x, y + (header_height(own) - footer) / 2), NAME_SIZE)
    return _header(placed) + name + caption


def _things(placed: PlacedNode) -> str:
    """Return the things on a sheet below each other, with a short line between one and the next."""
    box = placed.box
    x, foot = box.center[0], SHEET_FOOT if placed.node.shape is Shape.EVIDENCE else 0.0
    y = box.y + (box.height - foot - sheet_height(placed.lines)) / 2
    drawn = ""
    for is_gap, found in groupby(placed.lines, key=lambda line: not line):
        lines = tuple(found)
        high = SHEET_GAP if is_gap else len(lines) * SHEET_SIZE * LINE_HEIGHT
        middle = y + high / 2
        if is_gap:
            drawn += f'<path class="rule" d="M{number(x - 14)} {number(round(middle, 2))}h28"/>'
        else:
            drawn += text_lines(lines, (x, middle), SHEET_SIZE, style="thing")
        y += high
    return drawn


def _corner_number(placed: PlacedNode) -> str:
    text = placed.node.number
    if not text:
        return ""
    return f'<text class="number" x="{number(placed.box.x + 2)}" y="{number(placed.box.y + 10)}">{escape(text)}</text>'


def _header(placed: PlacedNode) -> str:
    """Return the row above the name: the clock of a wait, the number."""
    own, box = placed.node, placed.box
    x, y = box.x + 9, box.y + 6 + BADGE_HEIGHT / 2
    drawn = ""
    if own.shape is Shape.WAIT:
        drawn += signs.clock(x + 5, y, 5.5)
        x += 16
    if own.number:
        at = f'x="{number(round(x, 2))}" y="{number(y + 3.6)}"'
        drawn += f'<text class="number" {at}>{escape(own.number)}</text>'
    return drawn


def _badges(placed: PlacedNode) -> str:
    own, box = placed.node, placed.box
    if own.shape not in _GATEWAYS:
        return _row(own.badges, box.right - 6, box.y + 6)
    left, right = corner_badges(own)
    start = box.x + 2 + (width(own.number) * CAPTION_SIZE + 4 if own.number else 0)
    long = sum(badge_width(sign) + 3 for sign in left)
    return _row(left, start + long - 3, box.y - 2) + _row(right, box.right, box.y)


def _row(badges: Sequence[Badge], right: float, y: float) -> str:
    """Return badges side by side, the last one at the right."""
    drawn: list[str] = []
    for sign in reversed(badges):
        right -= badge_width(sign)
        drawn.insert(0, badge(sign, right, y))
        right -= 3
    return "".join(drawn)
