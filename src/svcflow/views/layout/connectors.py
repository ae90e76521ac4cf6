"""Connectors: where a line ends at a cut, and where it goes on, stands the same number."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from svcflow.views.diagram import DEdge, Diagram
from svcflow.views.layout.cuts import CONNECTOR, CONNECTOR_STEP, columns_of
from svcflow.views.layout.picture import Box, PlacedConnector, Point
from svcflow.views.layout.pieces import Mouth, Piece

__all__ = ["CONNECTOR_SIGN", "beside", "numbers_of", "place_connectors"]

CONNECTOR_SIGN = "connector"
"""The sign of connectors in the legend."""


def numbers_of(drawn: Sequence[Sequence[Piece]]) -> dict[Mouth, int]:
    """Number the mouths in the order of reading; ``drawn`` are the pieces of each edge.

    Lines that share a mouth, because they leave or reach a node together, share the number.
    """
    group: dict[Mouth, list[Mouth]] = {}
    for _, out, into in _joints(drawn):
        one, other = group.setdefault(out, [out]), group.setdefault(into, [into])
        if one is not other:
            one += other
            group.update(dict.fromkeys(other, one))
    numbers: dict[Mouth, int] = {}
    count = 0
    for mouth in sorted(group, key=_reading):
        if mouth not in numbers:
            count += 1
            numbers.update(dict.fromkeys(group[mouth], count))
    return numbers


def _reading(mouth: Mouth) -> tuple[int, bool, float]:
    return mouth.band, mouth.right, mouth.y


def place_connectors(
    drawn: Sequence[Sequence[Piece]],
    diagram: Diagram,
    sides: Mapping[tuple[int, bool], float],
    height: Callable[[int, float], float],
) -> dict[Mouth, PlacedConnector]:
    """Return the connectors.

    ``sides`` are the left and right edge of each band, ``height`` tells where a height lies now in a band. Where
    lines run too close to each other for their connectors, these stand side by side.
    """
    numbers, tooltips = numbers_of(drawn), _tooltips(drawn, diagram)
    placed: dict[Mouth, PlacedConnector] = {}
    for (band, right), found in groupby(sorted(numbers, key=_reading), key=lambda m: (m.band, m.right)):
        mouths = list(found)
        edge, inwards = sides[band, right], -1 if right else 1
        heights = [height(band, mouth.y) for mouth in mouths]
        for mouth, y, column in zip(mouths, heights, columns_of(heights), strict=True):
            x = edge + inwards * (CONNECTOR_STEP * (column + 0.5) + 1)
            box = Box(x - CONNECTOR / 2, y - CONNECTOR / 2, CONNECTOR, CONNECTOR)
            leaves, names = tooltips[mouth]
            placed[mouth] = PlacedConnector(numbers[mouth], box, leaves, "\n".join(dict.fromkeys(names)))
    return placed


def beside(connector: PlacedConnector, mouth: Mouth) -> Point:
    """Return the point of a connector at which its line ends."""
    box = connector.box
    return (box.x if mouth.right else box.right, box.center[1])


def _tooltips(drawn: Sequence[Sequence[Piece]], diagram: Diagram) -> dict[Mouth, tuple[bool, list[str]]]:
    """Return, for each mouth, whether lines leave there, and to which steps they go or from which they come."""
    found: dict[Mouth, tuple[bool, list[str]]] = {}
    for edge, out, into in _joints(drawn):
        found.setdefault(out, (True, []))[1].append(f"→ {diagram.index[edge.target].label}")
        found.setdefault(into, (False, []))[1].append(f"{diagram.index[edge.source].label} →")
    return found


def _joints(drawn: Sequence[Sequence[Piece]]) -> Iterator[tuple[DEdge, Mouth, Mouth]]:
    """Return where each edge leaves one piece and where it comes into the next."""
    for pieces in drawn:
        for one, other in pairwise(pieces):
            if one.leaves and other.enters:
                yield one.edge.edge, one.leaves, other.enters
