"""Named lines between lanes and phases above them, in SVG."""

from __future__ import annotations

from svcflow.exporters.markup import escape, number
from svcflow.exporters.svg_nodes import text_lines
from svcflow.text import is_whole
from svcflow.views.layout.borders import BORDER_SIZE
from svcflow.views.layout.phases import PHASE_SIZE, PHASE_SMALL
from svcflow.views.layout.picture import PlacedBorder, PlacedPhase

__all__ = ["border", "phase"]

_TIP = 9.0  # of a phase


def border(placed: PlacedBorder) -> str:
    """Return a named line; its name stands on it."""
    n, box = number, placed.label
    (x, y), (end, _) = placed.start, placed.end
    spoken = escape(placed.border.text)
    title = "" if is_whole(placed.border.text, [placed.line]) else f"<title>{spoken}</title>"
    place = (
        f'x="{n(round(box.x, 2))}" y="{n(round(box.y, 2))}" width="{n(box.width)}" height="{n(box.height)}"'
    )
    return (
        f'<g class="border {placed.border.kind.value}" role="graphics-symbol" aria-label="{spoken}">{title}'
        f'<path class="line" d="M{n(round(x, 2))} {n(round(y, 2))}H{n(round(end, 2))}"/>'
        f'<rect {place} rx="{n(box.height / 2)}"/>'
        f"{text_lines((placed.line,), box.center, BORDER_SIZE)}</g>"
    )


def phase(placed: PlacedPhase) -> str:
    """Return a phase as a broad arrow in the direction of time."""
    n, box = number, placed.box
    left, right, middle = box.x + 1, box.right - 1, box.center[1]
    path = (
        f"M{n(round(left, 2))} {n(round(box.y, 2))}H{n(round(right - _TIP, 2))}"
        f"L{n(round(right, 2))} {n(round(middle, 2))}L{n(round(right - _TIP, 2))} {n(round(box.bottom, 2))}"
        f"H{n(round(left, 2))}L{n(round(left + _TIP, 2))} {n(round(middle, 2))}Z"
    )
    title = "" if is_whole(placed.title, placed.lines) else f"<title>{escape(placed.title)}</title>"
    size = PHASE_SMALL if placed.small else PHASE_SIZE
    kind = "phase small" if placed.small else "phase"
    lines = text_lines(placed.lines, (box.center[0] + _TIP / 2, middle), size, step=1.15)
    return f'<g class="{kind}">{title}<path d="{path}"/>{lines}</g>'
