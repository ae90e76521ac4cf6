"""Named lines between lanes: straight, over the whole length, their names on the titles' column."""

from __future__ import annotations

from collections.abc import Sequence

from svcflow.text import width, wrap
from svcflow.views.diagram import Diagram, Lane
from svcflow.views.layout.metrics import CAPTION_SIZE
from svcflow.views.layout.picture import Box, PlacedBorder, PlacedLane

__all__ = ["BORDER_HEIGHT", "BORDER_SIZE", "border_length", "borders_of", "has_borders"]

BORDER_SIZE = CAPTION_SIZE
BORDER_HEIGHT = 15.0  # of the name, which stands on the line
_LONGEST = 210.0
_ASIDE = 8.0
_BOLD = 1.06  # how much wider the bold letters are than the ordinary ones that are measured


def has_borders(lanes: Sequence[Lane]) -> bool:
    """Tell whether any lane ends in a named line."""
    return any(lane.below for lane in lanes)


def border_length(diagram: Diagram) -> float:
    """Return how wide the column of titles must be for the names of the lines; 0 where there are none."""
    names = [width(lane.below.text) for lane in diagram.lanes if lane.below]
    return min(_LONGEST, round(max(names) * BORDER_SIZE * _BOLD + 3 * _ASIDE)) if names else 0.0


def borders_of(lanes: Sequence[PlacedLane]) -> tuple[PlacedBorder, ...]:
    """Return the named lines below lanes that run to the right."""
    return tuple(_border(lane) for lane in lanes if lane.lane.below)


def _border(placed: PlacedLane) -> PlacedBorder:
    border, head, y = placed.lane.below, placed.header, placed.box.bottom
    assert border is not None, "only lanes with a line below them are asked"
    line = "".join(wrap(border.text, (head.width - 2 * _ASIDE) / BORDER_SIZE / _BOLD, 1))
    wide = round(width(line) * BORDER_SIZE * _BOLD + 1.5 * _ASIDE, 2)
    label = Box(head.x + (head.width - wide) / 2, y - BORDER_HEIGHT / 2, wide, BORDER_HEIGHT)
    return PlacedBorder(border, (placed.box.x, y), (placed.box.right, y), label, line)
