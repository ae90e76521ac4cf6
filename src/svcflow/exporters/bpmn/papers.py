"""Where data objects stand: what a step needs above it, what it makes below it, beside the lines that leave there."""

from __future__ import annotations

from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING

from svcflow.exporters.bpmn.diagram import DATA, DATA_AWAY, data_size, label_size
from svcflow.views.layout.picture import Box

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from svcflow.exporters.bpmn.elements import DataUse, FlowNode
    from svcflow.views.layout.picture import Point

__all__ = ["Papers"]

_STEP = 6.0


class Papers:
    """Places the data objects of one activity after the other."""

    def __init__(self, boxes: Iterable[Box], lines: Iterable[Sequence[Point]]) -> None:
        self._taken = list(boxes)
        self._taken += [
            Box(min(a[0], b[0]), min(a[1], b[1]), abs(a[0] - b[0]), abs(a[1] - b[1]))
            for line in lines
            for a, b in pairwise(line)
        ]
        self.objects: dict[str, Box] = {}
        self.labels: dict[str, Box] = {}
        self.links: dict[str, tuple[Point, Point]] = {}

    def place(self, node: FlowNode, box: Box) -> None:
        """Place what a node needs and makes; ``box`` is its own."""
        for into in (True, False):
            uses = [use for use in node.data if use.into is into]
            total = sum(data_size(use.name)[0] for use in uses)
            begin = box.center[0] - total / 2
            for use in uses:
                wide = data_size(use.name)[0]
                self._place(use, box, begin + wide / 2, wide)
                begin += wide

    def _place(self, use: DataUse, box: Box, wanted: float, wide: float) -> None:
        """Place one near where it should be, at best where nothing else is."""
        tries = sorted(range(-30, 31), key=abs)
        spots = [self._spot(use, box, wanted + step * _STEP, wide) for step in tries]
        whole, paper, label = min(
            spots, key=lambda spot: sum(spot[0].overlaps(other, 1.0) for other in self._taken)
        )
        self._taken.append(whole)
        self.objects[use.id] = paper
        if use.name:
            self.labels[use.id] = label
        self.links[use.link] = _link(paper, box, into=use.into)

    def _spot(self, use: DataUse, box: Box, middle: float, wide: float) -> tuple[Box, Box, Box]:
        """Return the boxes of both together, of the object, and of its name: on the side away from the activity."""
        label_wide, label_high = map(ceil, label_size(use.name))
        x, left = _whole(middle - DATA[0] / 2), _whole(middle - label_wide / 2)
        if use.into:
            y = box.y - DATA_AWAY - DATA[1]
            label = Box(left, _whole(y - label_high), label_wide, label_high)
        else:
            y = box.bottom + DATA_AWAY
            label = Box(left, _whole(y + DATA[1]), label_wide, label_high)
        whole = Box(middle - wide / 2 + 2, min(y, label.y), wide - 4, DATA[1] + label_high)
        return whole, Box(x, _whole(y), *DATA), label


def _link(paper: Box, box: Box, *, into: bool) -> tuple[Point, Point]:
    """Return the line between an object and its activity, upright where it can be; it points to what comes later."""
    middle = paper.center[0]
    at = min(max(middle, box.x + 10), box.right - 10)
    if into:
        return (middle, paper.bottom), (at, box.y)
    return (at, box.bottom), (middle, paper.y)


def _whole(value: float) -> float:
    return float(round(value))
