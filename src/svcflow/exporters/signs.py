"""Small signs, drawn as paths so that no font is asked for them."""

from __future__ import annotations

from math import cos, pi, sin

from svcflow.exporters.markup import number

__all__ = ["clock", "document", "envelope", "face", "hourglass", "plus", "ring", "star", "triangle"]


def _points(points: list[tuple[float, float]]) -> str:
    return "L".join(f"{number(round(x, 2))} {number(round(y, 2))}" for x, y in points)


def clock(x: float, y: float, radius: float) -> str:
    """A clock around a point."""
    r, n = radius, number
    circle = f"M{n(x - r)} {n(y)}a{n(r)} {n(r)} 0 1 1 {n(2 * r)} 0a{n(r)} {n(r)} 0 1 1 {n(-2 * r)} 0"
    return f'<path class="clock" d="{circle}M{n(x)} {n(y - r * 0.6)}V{n(y)}L{n(x + r * 0.45)} {n(y + r * 0.3)}"/>'


def star(x: float, y: float, radius: float) -> str:
    """A five-pointed star around a point."""
    corners = []
    for step in range(10):
        reach = radius if step % 2 == 0 else radius * 0.42
        angle = pi * step / 5 - pi / 2
        corners.append((x + reach * cos(angle), y + reach * sin(angle)))
    return f'<path d="M{_points(corners)}Z"/>'


def envelope(x: float, y: float) -> str:
    """An envelope, 13 by 9, around a point."""
    left, top = x - 6.5, y - 4.5
    n = number
    body = f"M{n(left)} {n(top)}h13v9h-13Z"
    return f'<path d="{body}M{n(left)} {n(top)}l6.5 5l6.5-5"/>'


def triangle(x: float, y: float, radius: float) -> str:
    """A warning triangle with its mark, around a point."""
    n = number
    corners = [(x, y - radius), (x + radius, y + radius * 0.8), (x - radius, y + radius * 0.8)]
    mark = f"M{n(x)} {n(y - radius * 0.3)}v{n(radius * 0.5)}M{n(x)} {n(y + radius * 0.52)}v.1"
    return f'<path class="flash" d="M{_points(corners)}Z"/><path class="mark" d="{mark}"/>'


def document(x: float, y: float) -> str:
    """A sheet with a folded corner, 9 by 12, around a point."""
    n = number
    return f'<path d="M{n(x - 4.5)} {n(y - 6)}h6l3 3v9h-9ZM{n(x + 1.5)} {n(y - 6)}v3h3"/>'


def face(x: float, y: float, radius: float, mood: int) -> str:
    """A face around a point: glad above 0, sad below."""
    n, r = number, radius
    bend = r * 0.42 * (mood > 0) - r * 0.42 * (mood < 0)
    low = y + r * 0.38 - bend / 3
    start, curve = _points([(x - r * 0.5, low)]), _points([(r * 0.5, bend * 2)])
    mouth = f"M{start}q{curve} {n(round(r, 2))} 0"
    eyes = "".join(f"M{n(round(x + side * r * 0.36, 2))} {n(round(y - r * 0.32, 2))}v.1" for side in (-1, 1))
    return (
        f'<circle class="face" cx="{n(round(x, 2))}" cy="{n(round(y, 2))}" r="{n(r)}"/>'
        f'<path class="look" d="{eyes}{mouth}"/>'
    )


def hourglass(x: float, y: float) -> str:
    """An hourglass, 8 by 10, around a point."""
    n = number
    return f'<path class="glass" d="M{n(round(x - 4, 2))} {n(round(y - 5, 2))}h8l-8 10h8l-8-10Z"/>'


def plus(x: float, y: float, reach: float) -> str:
    """A plus: all at once."""
    n = number
    path = f"M{n(x - reach)} {n(y)}H{n(x + reach)}M{n(x)} {n(y - reach)}V{n(y + reach)}"
    return f'<path class="sign" d="{path}"/>'


def ring(x: float, y: float, radius: float) -> str:
    """A ring: one or more."""
    return f'<circle class="sign" cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"/>'
