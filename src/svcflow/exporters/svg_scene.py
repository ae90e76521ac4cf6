"""Scenes as SVG: each item becomes one element, with its style as the class."""

from __future__ import annotations

from functools import singledispatch
from itertools import pairwise

from svcflow.exporters import signs
from svcflow.exporters.markup import escape, number, safe_href
from svcflow.exporters.svg_document import svg_document
from svcflow.exporters.svg_edges import head
from svcflow.exporters.svg_nodes import text_lines
from svcflow.exporters.themes import LIGHT, Theme
from svcflow.views.layout.picture import Point
from svcflow.views.scene import Group, Item, Path, Rect, Scene, Sign, SignKind, Words

__all__ = ["scene_to_svg"]

_HEAD = 9.0


def scene_to_svg(scene: Scene, theme: Theme = LIGHT) -> str:
    """Return a scene as an SVG document; the same scene and theme give the same text."""
    return svg_document(
        (_drawn(item) + "\n" for item in scene.items),
        (scene.width, scene.height),
        title=scene.title,
        description=scene.description,
        language=scene.language,
        theme=theme,
    )


@singledispatch
def _drawn(item: Item) -> str:
    raise TypeError(f"a scene holds no {type(item).__name__}")


@_drawn.register
def _rect(item: Rect) -> str:
    n, box = number, item.box
    corners = f' rx="{n(item.radius)}"' if item.radius else ""
    place = f'x="{n(round(box.x, 2))}" y="{n(round(box.y, 2))}"'
    measures = f'width="{n(round(box.width, 2))}" height="{n(round(box.height, 2))}"'
    return f"<rect{_class(item.style)} {place} {measures}{corners}/>"


@_drawn.register
def _words(item: Words) -> str:
    style, anchor = _named(item.style), item.anchor.value
    drawn = text_lines(item.lines, item.at, item.size, style=style, anchor=anchor, own_size=True)
    if not item.turned:
        return drawn
    x, y = (number(round(value, 2)) for value in item.at)
    return f'<g transform="rotate(-90 {x} {y})">{drawn}</g>'


@_drawn.register
def _path(item: Path) -> str:
    if len(item.points) < 2:
        return ""
    end = head(item.points, _HEAD) if item.arrow else ""
    line = _smooth(item.points) if item.smooth else "M" + "L".join(_at(point) for point in item.points)
    drawn = f'<path class="line" d="{line}{"Z" if item.closed else ""}"/>{end}'
    return f"<g{_class(item.style)}>{drawn}</g>"


@_drawn.register
def _sign(item: Sign) -> str:
    x, y = item.at
    drawn = {
        SignKind.CLOCK: lambda: signs.clock(x, y, item.radius),
        SignKind.STAR: lambda: signs.star(x, y, item.radius),
        SignKind.TRIANGLE: lambda: signs.triangle(x, y, item.radius),
        SignKind.ENVELOPE: lambda: signs.envelope(x, y),
        SignKind.DOCUMENT: lambda: signs.document(x, y),
    }[item.kind]()
    return f"<g{_class(f'badge {item.kind.value} {item.style}')}>{drawn}</g>"


@_drawn.register
def _group(item: Group) -> str:
    inner = "".join(_drawn(part) for part in item.items)
    id = f' id="{escape(item.id)}"' if item.id else ""
    spoken = f' role="graphics-symbol" aria-label="{escape(item.spoken)}"' if item.spoken else ""
    tooltip = f"<title>{escape(item.tooltip)}</title>" if item.tooltip else ""
    drawn = f"<g{id}{_class(item.style)}{spoken}>{tooltip}{inner}</g>"
    href = safe_href(item.href)
    return f'<a href="{escape(href)}">{drawn}</a>' if href else drawn


def _named(style: str) -> str:
    return escape(" ".join(style.split()))


def _class(style: str) -> str:
    return f' class="{_named(style)}"' if style.strip() else ""


def _at(point: Point) -> str:
    return f"{number(round(point[0], 2))} {number(round(point[1], 2))}"


def _smooth(points: tuple[Point, ...]) -> str:
    """Return a curve through all points that overshoots none of them (monotone in x; Fritsch & Carlson 1980)."""
    slopes = [(b[1] - a[1]) / ((b[0] - a[0]) or 1.0) for a, b in pairwise(points)]
    tangents = [slopes[0], *(_tangent(a, b) for a, b in pairwise(slopes)), slopes[-1]]
    parts = [f"M{_at(points[0])}"]
    for place, (a, b) in enumerate(pairwise(points)):
        third = (b[0] - a[0]) / 3
        leave = (a[0] + third, a[1] + tangents[place] * third)
        enter = (b[0] - third, b[1] - tangents[place + 1] * third)
        parts.append(f"C{_at(leave)} {_at(enter)} {_at(b)}")
    return "".join(parts)


def _tangent(before: float, after: float) -> float:
    """Return the slope at a point: flat at a turn, else the harmonic mean of both sides."""
    return 0.0 if before * after <= 0 else 2 * before * after / (before + after)
