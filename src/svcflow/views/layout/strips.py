"""A picture whose time runs down as one picture a page: cut between its rows, lines joined by numbered connectors."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from svcflow.i18n import translator
from svcflow.views.diagram import Direction, LegendEntry, Shape
from svcflow.views.layout.connectors import CONNECTOR_SIGN
from svcflow.views.layout.cuts import CONNECTOR, CONNECTOR_STEP, columns_of
from svcflow.views.layout.page import moved, with_page
from svcflow.views.layout.picture import Box, Picture, PlacedConnector, PlacedEdge, PlacedLabel, Point

__all__ = ["strips"]

_ABOVE = 20.0
"""What stands above a diamond: its number and badges."""
_DIAMONDS = (Shape.DECISION, Shape.PARALLEL, Shape.INCLUSIVE)
_CLEAR = 4.0
_CLOSEST = 8.5
"""Of two lines, so that one runs past the connector of the other."""
_FULL = 0.8
"""How much of its height a strip should fill, so that a cut through fewer lines is worth it."""
_STUB = 14.0
"""Of a line between a cut and its connector."""
_BESIDE = _STUB + 2 * CONNECTOR_STEP + 6
"""What a cut takes on either side."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a cut may be: how many lines it goes through, and whether their connectors have room."""

    y: float
    lines: int
    free: bool


@dataclass(frozen=True, slots=True, order=True)
class _Mouth:
    """Where lines go through a cut: on which side of it, at which place."""

    cut: int
    below: bool
    x: float


@dataclass(slots=True)
class _Part:
    """A part of an edge within one strip."""

    strip: int
    points: list[Point]
    enters: _Mouth | None = None
    leaves: _Mouth | None = None
    label: PlacedLabel | None = None


def strips(picture: Picture, height: float) -> tuple[Picture, ...]:
    """Return a picture in parts that are no higher than ``height``, in pixels, from top to bottom.

    A part is higher only where no cut would be without going through a step or a label. The title stands above the
    first, the legend below the last. A picture that fits, or whose time does not run down, is its own only part.
    """
    diagram = picture.diagram
    curved = any(edge.curved for edge in picture.edges)
    if picture.height <= height or diagram.direction is not Direction.DOWN or picture.lanes or curved:
        return (picture,)
    entry = LegendEntry(CONNECTOR_SIGN, translator(diagram.language)("goes on at the same number"))
    whole = with_page(replace(picture, diagram=replace(diagram, legend=(*diagram.legend, entry))))
    cuts = _cuts(whole, height)
    return _parted(whole, cuts) if cuts else (picture,)


def _cuts(picture: Picture, height: float) -> list[float]:
    """Return where to cut: each time about as far down as the height allows, or else at the next place there is."""
    places = list(_places(picture))
    found: list[float] = []
    top = 0.0
    while picture.height - top + (_BESIDE if found else 0) > height:
        lowest = top + height - (2 if found else 1) * _BESIDE
        ahead = [place for place in places if place.y > top + 1]
        if not ahead:
            break
        fitting = [place for place in ahead if place.y <= lowest]
        top = _best(fitting, top + _FULL * (lowest - top)).y if fitting else ahead[0].y
        found.append(top)
    return found


def _best(places: Sequence[_Place], high: float) -> _Place:
    """Return the place, not above ``high``, at which fewest lines are cut; the lowest of several."""
    free = [place for place in places if place.free] or places
    low = [place for place in free if place.y >= high] or free[-1:]
    return min(low, key=lambda place: (place.lines, -place.y))


def _places(picture: Picture) -> Iterator[_Place]:
    """Yield the heights at which a cut meets nothing but upright lines."""
    reached = min(node.box.y for node in picture.nodes)
    last = max(node.box.bottom for node in picture.nodes)
    for low, high in sorted(_blocked(picture)):
        if low > reached and low <= last:
            y = (low + reached) / 2
            lines = _lines_at(picture, y)
            yield _Place(y, len(lines), all(other - one >= _CLOSEST for one, other in pairwise(lines)))
        reached = max(reached, high)


def _blocked(picture: Picture) -> Iterator[tuple[float, float]]:
    for node in picture.nodes:
        yield node.box.y - (_ABOVE if node.node.shape in _DIAMONDS else _CLEAR), node.box.bottom + _CLEAR
    for edge in picture.edges:
        if edge.label:
            yield edge.label.box.y - _CLEAR, edge.label.box.bottom + _CLEAR
        for (_, y), (_, other) in pairwise(edge.points):
            if y == other:
                yield y - _CLEAR, y + _CLEAR


def _lines_at(picture: Picture, y: float) -> list[float]:
    return sorted({
        round(x, 1)
        for edge in picture.edges
        for (x, one), (_, other) in pairwise(edge.points)
        if min(one, other) < y < max(one, other)
    })  # fmt: skip


def _parted(picture: Picture, cuts: Sequence[float]) -> tuple[Picture, ...]:
    parts = [_parts(edge, cuts) for edge in picture.edges]
    connectors = _connectors(picture, cuts, parts)
    stops = [0.0, *cuts, picture.height]
    return tuple(
        _strip(picture, number, (top, bottom), parts, connectors)
        for number, (top, bottom) in enumerate(pairwise(stops))
    )


def _parts(edge: PlacedEdge, cuts: Sequence[float]) -> list[_Part]:
    """Return the parts of an edge that are drawn, from its source to its target.

    Strips that it merely passes through have none.
    """
    points = list(edge.points)
    found = [_Part(bisect(cuts, points[0][1]), [points[0]])]
    for (x, y), (to_x, to_y) in pairwise(points):
        down = to_y > y
        crossed = [place for place, cut in enumerate(cuts) if min(y, to_y) < cut < max(y, to_y)]
        for place in crossed if down else reversed(crossed):
            at = round(x, 1)
            found[-1].points.append((x, cuts[place]))
            found[-1].leaves = _Mouth(place, not down, at)
            enters = _Mouth(place, down, at)
            found.append(_Part(place + 1 if down else place, [(x, cuts[place])], enters))
        found[-1].points.append((to_x, to_y))
    return _drawn(found, edge.label, cuts)


def _drawn(parts: Sequence[_Part], label: PlacedLabel | None, cuts: Sequence[float]) -> list[_Part]:
    if label:
        strip = bisect(cuts, label.box.center[1])
        holder = next((part for part in parts if part.strip == strip), parts[0])
        holder.label = label
    return [part for part in parts if part.label or not (part.enters and part.leaves)]


def _numbers(parts: Sequence[Sequence[_Part]]) -> dict[_Mouth, int]:
    """Number the mouths in the order of reading; a line has one number where it leaves and where it goes on."""
    group: dict[_Mouth, list[_Mouth]] = {}
    for one, other in (pair for found in parts for pair in pairwise(found)):
        if one.leaves and other.enters:
            left, right = (
                group.setdefault(one.leaves, [one.leaves]),
                group.setdefault(other.enters, [other.enters]),
            )
            if left is not right:
                left += right
                group.update(dict.fromkeys(right, left))
    numbers: dict[_Mouth, int] = {}
    count = 0
    for mouth in sorted(group):
        if mouth not in numbers:
            count += 1
            numbers |= dict.fromkeys(group[mouth], count)
    return numbers


def _connectors(
    picture: Picture, cuts: Sequence[float], parts: Sequence[Sequence[_Part]]
) -> dict[_Mouth, PlacedConnector]:
    """Return the connectors, each beyond its cut: what the other strip shows there, this one does not."""
    numbers, told = _numbers(parts), _told(picture, parts)
    placed: dict[_Mouth, PlacedConnector] = {}
    for (cut, below), found in groupby(sorted(numbers), key=lambda mouth: (mouth.cut, mouth.below)):
        mouths = list(found)
        for mouth, column in zip(mouths, columns_of([one.x for one in mouths]), strict=True):
            away = _STUB + CONNECTOR / 2 + column * CONNECTOR_STEP
            y = cuts[cut] + (-away if below else away)
            box = Box(mouth.x - CONNECTOR / 2, y - CONNECTOR / 2, CONNECTOR, CONNECTOR)
            leaves, names = told[mouth]
            placed[mouth] = PlacedConnector(numbers[mouth], box, leaves, "\n".join(dict.fromkeys(names)))
    return placed


def _told(picture: Picture, parts: Sequence[Sequence[_Part]]) -> dict[_Mouth, tuple[bool, list[str]]]:
    """Return, for each mouth, whether lines leave there, and to which steps they go or from which they come."""
    index = picture.diagram.index
    told: dict[_Mouth, tuple[bool, list[str]]] = {}
    for edge, found in zip(picture.edges, parts, strict=True):
        for part in found:
            if part.leaves:
                told.setdefault(part.leaves, (True, []))[1].append(f"→ {index[edge.edge.target].label}")
            if part.enters:
                told.setdefault(part.enters, (False, []))[1].append(f"{index[edge.edge.source].label} →")
    return told


def _strip(
    picture: Picture,
    number: int,
    reach: tuple[float, float],
    parts: Sequence[Sequence[_Part]],
    connectors: Mapping[_Mouth, PlacedConnector],
) -> Picture:
    """Return one part of the picture."""
    top, bottom = reach
    first, final = number == 0, bottom == picture.height
    sides = {(number - 1, True), (number, False)}
    own = replace(
        picture,
        nodes=tuple(node for node in picture.nodes if top < node.box.center[1] <= bottom),
        edges=tuple(
            _edge(edge, part, connectors)
            for edge, found in zip(picture.edges, parts, strict=True)
            for part in found
            if part.strip == number
        ),
        texts=picture.texts if first else (),
        legend=picture.legend if final else (),
        connectors=tuple(one for mouth, one in connectors.items() if (mouth.cut, mouth.below) in sides),
    )
    above, below = (0.0 if first else _BESIDE), (0.0 if final else _BESIDE)
    return replace(moved(own, 0, above - top), height=round(bottom - top + above + below, 2))


def _edge(edge: PlacedEdge, part: _Part, connectors: Mapping[_Mouth, PlacedConnector]) -> PlacedEdge:
    """Return a part of an edge as it is drawn: it reaches as far as the connectors at its ends."""
    points = list(part.points)
    if part.enters:
        box = connectors[part.enters].box
        points[0] = (points[0][0], box.bottom if part.enters.below else box.y)
    if part.leaves:
        box = connectors[part.leaves].box
        points[-1] = (points[-1][0], box.bottom if part.leaves.below else box.y)
    return replace(edge, points=tuple(points), label=part.label)
