"""Where a line meets the outline of a node."""

from __future__ import annotations

from math import sqrt

from svcflow.views.diagram import Shape
from svcflow.views.layout.picture import Box, Point

__all__ = ["touch"]

_GATEWAYS = {Shape.DECISION, Shape.PARALLEL, Shape.INCLUSIVE}


def touch(shape: Shape, box: Box, point: Point, side: str) -> Point:
    """Return where a line through ``point``, upright to a side of the box, meets the outline.

    ``side`` is left, right, top or bottom.
    """
    x, y = point
    level = side in {"left", "right"}
    off = abs(y - box.center[1]) if level else abs(x - box.center[0])
    inset = _inset(shape, box, off, level=level)
    if side == "left":
        return (box.x + inset, y)
    if side == "right":
        return (box.right - inset, y)
    if side == "top":
        return (x, box.y + inset)
    return (x, box.bottom - inset)


def _inset(shape: Shape, box: Box, off: float, *, level: bool) -> float:
    """Return how far the outline lies inside the box at a distance from the middle of the side."""
    half, reach = (box.height / 2, box.width / 2) if level else (box.width / 2, box.height / 2)
    if shape in _GATEWAYS:
        return reach * min(1.0, off / half)
    if shape in {Shape.START, Shape.END}:
        radius = min(box.width, box.height) / 2
        past = off - (half - radius)
        return radius - sqrt(max(0.0, radius * radius - past * past)) if past > 0 else 0.0
    return 0.0
