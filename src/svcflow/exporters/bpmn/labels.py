"""Names beside events, gateways and lines: tools draw them without a ground, so no line may run through them."""

from __future__ import annotations

from itertools import pairwise
from math import floor
from typing import TYPE_CHECKING

from svcflow.exporters.bpmn.diagram import LABEL_GAP, label_size
from svcflow.views.layout.picture import Box

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from svcflow.exporters.bpmn.elements import FlowNode
    from svcflow.views.layout.picture import Point

__all__ = ["Labels"]

_NEAR = 3.0  # from a line to its text
_MARGIN = 1.0


class Labels:
    """Places names one after the other, each where it covers least."""

    def __init__(
        self, nodes: Mapping[str, Box], lines: Mapping[str, Sequence[Point]], heads: Iterable[Box], pool: Box
    ) -> None:
        self._taken = [*nodes.values(), *heads]
        self._pool = pool
        self._borders = [
            (min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))
            for line in lines.values()
            for a, b in pairwise(line)
        ]
        self._lines = lines
        self.placed: dict[str, Box] = {}

    def around(self, node: FlowNode, box: Box, *, below: bool) -> None:
        """Place the name of an event or a gateway: below or above it, else at a corner."""
        wide, high = label_size(node.name)
        if high:
            self._place(node.id, wide, high, _around(box, wide, high, below=below))

    def at_border(self, node: FlowNode, box: Box, line: str, planned: Box) -> None:
        """Place the name of an event on a border: beside it, else along its line."""
        wide, high = label_size(node.name)
        beside = [
            (x, y) for y in (box.bottom - 6, box.y + 6 - high) for x in (box.right + 1, box.x - 1 - wide)
        ]
        self._place(node.id, wide, high, [*beside, *self._along(line, wide, high, planned)])

    def along(self, line: str, planned: Box) -> None:
        """Place the condition of a flow at its line, near where the layout kept room for it."""
        self._place(
            line, planned.width, planned.height, self._along(line, planned.width, planned.height, planned)
        )

    def _along(self, line: str, wide: float, high: float, planned: Box) -> Iterator[tuple[float, float]]:
        """Yield places above and below the level stretches of a line, then beside the upright ones."""
        middle_x, middle_y = planned.center
        stretches = list(pairwise(self._lines[line]))
        for (ax, ay), (bx, by) in stretches:
            low, high_x = min(ax, bx), max(ax, bx)
            if ay == by and low - wide / 2 < middle_x < high_x + wide / 2:
                for x in (middle_x - wide / 2, max(low + _NEAR, planned.x), low + _NEAR):
                    yield (x, ay - _NEAR - high)
                    yield (x, ay + _NEAR)
        for (ax, ay), (bx, by) in stretches:
            if ax == bx and min(ay, by) - high / 2 < middle_y < max(ay, by) + high / 2:
                yield (ax + _NEAR, middle_y - high / 2)
                yield (ax - _NEAR - wide, middle_y - high / 2)
        yield (planned.x, planned.y)

    def _place(self, id: str, wide: float, high: float, places: Iterable[tuple[float, float]]) -> None:
        boxes = [_whole(x, y, wide, high) for x, y in places]
        found = min(boxes, key=self._covered)
        self._taken.append(found)
        self.placed[id] = found

    def _covered(self, box: Box) -> int:
        """Return how much a box covers; ``min`` takes the first of the best."""
        count = 3 * sum(box.overlaps(other, _MARGIN) for other in self._taken)
        left, top, right, bottom = box.x - _MARGIN, box.y - _MARGIN, box.right + _MARGIN, box.bottom + _MARGIN
        count += 2 * sum(
            x2 > left and x1 < right and y2 > top and y1 < bottom for x1, y1, x2, y2 in self._borders
        )
        outside = box.x < self._pool.x or box.right > self._pool.right or box.y < self._pool.y
        return count + 3 * (outside or box.bottom > self._pool.bottom)


def _around(box: Box, wide: float, high: float, *, below: bool) -> list[tuple[float, float]]:
    middle = box.center[0]
    under, over = box.bottom + LABEL_GAP, box.y - LABEL_GAP - high
    sides = (under, over) if below else (over, under)
    places = [(middle - wide / 2, y) for y in sides]
    beside = [(middle + LABEL_GAP, y) for y in sides] + [(middle - LABEL_GAP - wide, y) for y in sides]
    corner = [(box.right - 8, over + 8), (box.x + 8 - wide, over + 8), (box.right - 8, under - 8)]
    return [*places, *beside, *corner, (box.x + 8 - wide, under - 8)]


def _whole(x: float, y: float, wide: float, high: float) -> Box:
    return Box(float(floor(x)), float(floor(y)), float(floor(wide + 0.99)), float(floor(high + 0.99)))
