"""Badges in SVG: the small signs on nodes, with a short text where they have one."""

from __future__ import annotations

from svcflow.exporters import signs
from svcflow.exporters.markup import escape, number
from svcflow.views.diagram import Badge, BadgeKind
from svcflow.views.layout.metrics import BADGE_HEIGHT, badge_width

__all__ = ["badge"]

_PILLS = {BadgeKind.SLA, BadgeKind.WAIT_POINT, BadgeKind.WORK}  # with a ground under sign and text
_LETTERS = {
    BadgeKind.FAIL_POINT: "F",
    BadgeKind.WAIT_POINT: "W",  # these two as they are since Shostack's first blueprints
    BadgeKind.ERROR: "×",
    BadgeKind.WARNING: "!",
    BadgeKind.INFO: "i",
    BadgeKind.NEW: "+",
    BadgeKind.GONE: "−",
    BadgeKind.CHANGED: "≠",
    BadgeKind.MOVED: "↕",
}
_RINGED = set(_LETTERS) - {BadgeKind.WAIT_POINT}


def badge(sign: Badge, x: float, y: float) -> str:
    """Return a badge with its upper left corner at a point."""
    n = number
    middle = y + BADGE_HEIGHT / 2
    parts = [f'<g class="badge {sign.kind.value}">']
    if sign.kind in _PILLS:
        long = badge_width(sign)
        place = f'x="{n(x)}" y="{n(y)}" width="{n(round(long, 2))}" height="{n(BADGE_HEIGHT)}"'
        parts.append(f'<rect {place} rx="{n(BADGE_HEIGHT / 2)}"/>')
    parts.append(_sign(sign, x + BADGE_HEIGHT / 2, middle))
    if sign.text:
        beside = BADGE_HEIGHT + (1.0 if sign.kind is BadgeKind.EMOTION else -0.5)
        at = f'x="{n(round(x + beside, 2))}" y="{n(middle + 3.6)}"'
        parts.append(f"<text {at}>{escape(sign.text)}</text>")
    return "".join([*parts, "</g>"])


def _sign(sign: Badge, x: float, y: float) -> str:
    n = number
    if sign.kind in _LETTERS:
        ring = f'<circle cx="{n(x)}" cy="{n(y)}" r="6.5"/>' if sign.kind in _RINGED else ""
        at = f'x="{n(round(x, 2))}" y="{n(round(y + 3.6, 2))}"'
        return f'{ring}<text class="letter" {at} text-anchor="middle">{_LETTERS[sign.kind]}</text>'
    if sign.kind is BadgeKind.SLA:
        return signs.clock(x, y, 4.6)
    if sign.kind is BadgeKind.WORK:
        return signs.hourglass(x, y)
    if sign.kind is BadgeKind.EMOTION:
        return signs.face(x, y, 6.3, _mood(sign.text))
    if sign.kind is BadgeKind.MOMENT_OF_TRUTH:
        return signs.star(x, y + 0.4, 7.4)
    if sign.kind is BadgeKind.DOCUMENT:
        return signs.document(x, y)
    return signs.triangle(x, y, 6.6)


def _mood(text: str) -> int:
    """Return whether a grade is above or below 0."""
    return {"+": 1, "-": -1, "\u2212": -1}.get(text[:1], 0)
