"""What a drawing is to whoever measures it: boxes and lines, whoever has laid them out; and the figures taken of it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

__all__ = ["Drawing", "Figures", "figures", "flattened"]

Point = tuple[float, float]
Rect = tuple[float, float, float, float]
"""Left, top, right, bottom."""

_NEAR = 4.0
"""Two lines that meet so close to an end that they share do not cross there; a line may begin so far inside a box."""
_INSET = 1.5
"""A line or box that reaches so little into a box only touches it."""
_CURVE_STEPS = 12
_IDLE = 0.3


@dataclass(frozen=True, slots=True)
class Drawing:
    """Boxes of nodes, texts beside lines, and lines as corners (curves as many short stretches), in one unit."""

    nodes: tuple[Rect, ...]
    labels: tuple[Rect, ...]
    lines: tuple[tuple[Point, ...], ...]
    width: float
    height: float
    seconds: float


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures of one drawing, or their sums over several.

    ``turns`` are right angles turned, on all lines together; ``length`` and ``area`` are in units of a node's mean
    width, so that fonts of another size do not count; ``faults`` are nodes and texts on each other and lines through
    nodes.
    """

    drawings: int = 0
    edges: int = 0
    crossings: int = 0
    turns: float = 0.0
    length: float = 0.0
    area: float = 0.0
    faults: int = 0
    seconds: float = 0.0

    def __add__(self, other: Figures) -> Figures:
        return Figures(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))


def figures(drawing: Drawing) -> Figures:
    """Measure a drawing."""
    lines = [_Line(points) for points in drawing.lines if len(points) > 1]
    unit = sum(right - left for left, _, right, _ in drawing.nodes) / max(1, len(drawing.nodes)) or 1.0
    return Figures(
        1,
        len(lines),
        _crossings(lines),
        sum(_turns(line.points) for line in lines),
        sum(math.dist(a, b) for line in lines for a, b in line.steps) / unit,
        drawing.width * drawing.height / unit**2,
        _on_each_other(drawing) + sum(_through(line, box) for line in lines for box in drawing.nodes),
        drawing.seconds,
    )


def flattened(points: Iterable[Point]) -> tuple[Point, ...]:
    """Return the control points of cubic Bézier curves as a line of short stretches."""
    given = list(points)
    found = given[:1]
    for a, b, c, d in zip(given[0::3], given[1::3], given[2::3], given[3::3], strict=False):
        for step in range(1, _CURVE_STEPS + 1):
            t = step / _CURVE_STEPS
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
            x, y = (sum(w * p[axis] for w, p in zip(weights, (a, b, c, d), strict=True)) for axis in (0, 1))
            found.append((x, y))
    return tuple(found)


def _without_idle(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """Leave out points at which a line hardly turns, as where a curve was sampled on a straight stretch."""
    found = list(points[:1])
    for point, after in pairwise(points[1:]):
        (ax, ay), (bx, by), (cx, cy) = found[-1], point, after
        base = math.dist(found[-1], after) or 1.0
        if abs((bx - ax) * (cy - ay) - (by - ay) * (cx - ax)) / base > _IDLE:
            found.append(point)
    return (*found, *points[len(points) - 1 :])


class _Line:
    """A line with what is asked of it again and again."""

    def __init__(self, points: tuple[Point, ...]) -> None:
        self.points = points = _without_idle(points)
        self.steps = list(pairwise(points))
        xs, ys = [x for x, _ in points], [y for _, y in points]
        self.box = (min(xs), min(ys), max(xs), max(ys))

    def meets(self, box: Rect) -> bool:
        return not _apart(self.box, box, 0.0)


def _apart(one: Rect, other: Rect, inset: float) -> bool:
    return any(one[a] >= other[a + 2] - inset or other[a] >= one[a + 2] - inset for a in (0, 1))


def _crossings(lines: Sequence[_Line]) -> int:
    """Count the places where lines cross; lines that run together or share an end do not, and a bundle crosses once."""
    found: set[tuple[int, int]] = set()
    for one, other in combinations(lines, 2):
        if one.meets(other.box):
            ends = _shared_ends(one, other)
            found.update(
                (round(x / _NEAR), round(y / _NEAR))
                for x, y in _met(one, other)
                if all(math.dist((x, y), end) >= _NEAR for end in ends)
            )
    return len(found)


def _shared_ends(one: _Line, other: _Line) -> list[Point]:
    return [
        end
        for own, foreign in ((one, other), (other, one))
        for end in (own.points[0], own.points[-1])
        if any(math.dist(end, point) < _NEAR for point in foreign.points)
    ]


def _met(one: _Line, other: _Line) -> Iterator[Point]:
    """Yield the points in which stretches truly cross."""
    near = [(c, d) for c, d in other.steps if not _apart(_around(c, d), one.box, 0.0)]
    for a, b in one.steps:
        if not near or _apart(_around(a, b), other.box, 0.0):
            continue
        for c, d in near:
            place = _crossing(a, b, c, d)
            if place:
                yield place


def _around(a: Point, b: Point) -> Rect:
    return (min(a[0], b[0]) - 1, min(a[1], b[1]) - 1, max(a[0], b[0]) + 1, max(a[1], b[1]) + 1)


def _crossing(a: Point, b: Point, c: Point, d: Point) -> Point | None:
    """Return where two stretches cross in their inside."""
    ux, uy, vx, vy = b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]
    cross = ux * vy - uy * vx
    if abs(cross) < 1e-9:
        return None
    s = ((c[0] - a[0]) * vy - (c[1] - a[1]) * vx) / cross
    t = ((c[0] - a[0]) * uy - (c[1] - a[1]) * ux) / cross
    return (a[0] + s * ux, a[1] + s * uy) if 0 < s < 1 and 0 < t < 1 else None


def _turns(points: tuple[Point, ...]) -> float:
    """Return by how many right angles a line turns."""
    directions = [math.atan2(b[1] - a[1], b[0] - a[0]) for a, b in pairwise(points) if math.dist(a, b) > 0.01]
    turned = (abs((b - a + math.pi) % (2 * math.pi) - math.pi) for a, b in pairwise(directions))
    return sum(turned) / (math.pi / 2)


def _on_each_other(drawing: Drawing) -> int:
    everything = [*drawing.nodes, *drawing.labels]
    return sum(not _apart(one, other, _INSET) for one, other in combinations(everything, 2))


def _through(line: _Line, box: Rect) -> bool:
    """Tell whether a line runs through a box in which it neither begins nor ends."""
    if any(_inside(point, box, -_NEAR) for point in (line.points[0], line.points[-1])):
        return False
    return line.meets(box) and any(_cuts(step, box) for step in line.steps)


def _inside(point: Point, box: Rect, inset: float) -> bool:
    x, y = point
    return box[0] + inset <= x <= box[2] - inset and box[1] + inset <= y <= box[3] - inset


def _cuts(step: tuple[Point, Point], box: Rect) -> bool:
    """Tell whether a stretch goes through the inside of a box: Liang and Barsky's clipping."""
    (ax, ay), (bx, by) = step
    low, high = 0.0, 1.0
    for start, way, least, most in ((ax, bx - ax, box[0], box[2]), (ay, by - ay, box[1], box[3])):
        inner, outer = least + _INSET, most - _INSET
        if abs(way) < 1e-9:
            if not inner < start < outer:
                return False
            continue
        near, far = sorted(((inner - start) / way, (outer - start) / way))
        low, high = max(low, near), min(high, far)
    return low < high
