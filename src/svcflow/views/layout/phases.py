"""Phases: a strip above the lanes that says which columns belong together."""

from __future__ import annotations

from collections.abc import Sequence

from svcflow.text import is_whole, wrap
from svcflow.views.layout.picture import Box, PlacedPhase

__all__ = ["PHASE_SIZE", "PHASE_SMALL", "PHASE_STRIP", "clipped", "place_phases"]

PHASE_SIZE = 12.0
PHASE_SMALL = 10.5
PHASE_STRIP = 36.0  # with the space below
_HEIGHT = 28.0
_POINT = 22.0  # what the pointed ends take


def place_phases(
    titles: Sequence[str], starts: Sequence[tuple[float, int]], end: float
) -> tuple[PlacedPhase, ...]:
    """Return the phases above the lanes; ``starts`` tell where along time which phase begins."""
    ends = [*(start for start, _ in starts[1:]), end]
    return tuple(
        _placed(titles[number], Box(start, -PHASE_STRIP, stop - start, _HEIGHT))
        for (start, number), stop in zip(starts, ends, strict=False)
    )


def clipped(
    phases: Sequence[PlacedPhase],
    stood_on: Sequence[float],
    move: tuple[float, float],
    ends: tuple[float, float],
) -> tuple[PlacedPhase, ...]:
    """Return the phases in which any of the places along time lie that a band's nodes have, moved.

    The first and the last one reach as far as ``ends``.
    """
    found = [one for one in phases if any(one.box.x < place < one.box.right for place in stood_on)]
    starts = [ends[0], *(phase.box.x + move[0] for phase in found[1:])]
    stops = [*starts[1:], ends[1]]
    return tuple(
        _placed(phase.title, Box(start, move[1], stop - start, phase.box.height))
        for phase, start, stop in zip(found, starts, stops, strict=False)
    )


def _placed(title: str, box: Box) -> PlacedPhase:
    room = max(1.0, box.width - _POINT)
    lines = wrap(title, room / PHASE_SIZE, 1)
    if is_whole(title, lines):
        return PlacedPhase(title, box, tuple(lines))
    return PlacedPhase(title, box, tuple(wrap(title, room / PHASE_SMALL, 2)), small=True)
