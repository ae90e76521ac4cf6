"""What is wrong with a scene: the rules that every sheet keeps, to be run by tests."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import pairwise

from svcflow.text import width
from svcflow.views.layout.metrics import LINE_HEIGHT
from svcflow.views.layout.picture import Box, Point
from svcflow.views.scene import Anchor, Group, Item, Path, Rect, Scene, Sign, Words

__all__ = ["box_of_words", "faults"]

_INK = 0.92  # the height of a line from the top of its tallest letter to the lowest tail, in font sizes
_HAIR = 0.75  # what is nearer than so many pixels does not count


@dataclass(frozen=True, slots=True)
class _Text:
    said: str
    box: Box


def faults(scene: Scene, *, across: Collection[str] = ()) -> list[str]:
    """Return what a reader would stumble over; an empty list when all is well.

    Texts lie on the page and apart from each other and from signs; a text that begins in a rectangle ends in it, and
    none is cut by the border of one; no line runs through a text; nothing has a negative size or leaves the page.
    Rectangles and lines with a style named in ``across`` are grounds and guides that a text may cross.
    """
    items = [item for top in scene.items for item in _flat(top)]
    free = frozenset(across)
    guides = [item for item in items if isinstance(item, Rect | Path) and free.isdisjoint(item.style.split())]
    texts = sorted(
        (_Text(" / ".join(item.lines), box_of_words(item)) for item in items if isinstance(item, Words)),
        key=lambda text: (text.box.y, text.box.x),
    )
    checks = (
        _off_page(scene, items, texts),
        _texts_apart(texts),
        _signs_apart(texts, [item for item in items if isinstance(item, Sign)]),
        _borders(texts, [item for item in guides if isinstance(item, Rect)]),
        _lines(texts, [item for item in guides if isinstance(item, Path) and not item.closed]),
    )
    return [fault for check in checks for fault in check]


def box_of_words(words: Words) -> Box:
    """Return the rectangle that a text takes."""
    wide = max((width(line) for line in words.lines), default=0.0) * words.size
    high = (max(len(words.lines), 1) - 1) * LINE_HEIGHT * words.size + _INK * words.size
    before = {Anchor.START: 0.0, Anchor.MIDDLE: wide / 2, Anchor.END: wide}[words.anchor]
    x, y = words.at
    if words.turned:
        return Box(x - high / 2, y - (wide - before), high, wide)
    return Box(x - before, y - high / 2, wide, high)


def _flat(item: Item) -> Iterator[Item]:
    if isinstance(item, Group):
        for part in item.items:
            yield from _flat(part)
    else:
        yield item


def _off_page(scene: Scene, items: list[Item], texts: list[_Text]) -> Iterator[str]:
    for text in texts:
        if not _within(text.box, Box(0, 0, scene.width, scene.height)):
            yield f"‘{text.said}’ leaves the page"
    for item in items:
        if isinstance(item, Rect):
            if item.box.width < 0 or item.box.height < 0:
                yield f"a rectangle ({item.style}) has a negative size"
            corners: tuple[Point, ...] = ((item.box.x, item.box.y), (item.box.right, item.box.bottom))
        elif isinstance(item, Path):
            corners = item.points
        elif isinstance(item, Sign):
            (x, y), r = item.at, item.radius
            corners = ((x - r, y - r), (x + r, y + r))
        else:
            continue
        if any(
            not (-_HAIR <= x <= scene.width + _HAIR and -_HAIR <= y <= scene.height + _HAIR)
            for x, y in corners
        ):
            yield f"a {type(item).__name__.lower()} ({item.style}) leaves the page"


def _texts_apart(texts: list[_Text]) -> Iterator[str]:
    for place, text in enumerate(texts):
        for other in texts[place + 1 :]:
            if other.box.y > text.box.bottom:
                break
            if text.box.overlaps(other.box, -_HAIR):
                yield f"‘{text.said}’ and ‘{other.said}’ overlap"


def _signs_apart(texts: list[_Text], signs: list[Sign]) -> Iterator[str]:
    for sign in signs:
        (x, y), r = sign.at, sign.radius - 1
        for text in texts:
            if text.box.overlaps(Box(x - r, y - r, 2 * r, 2 * r), -_HAIR):
                yield f"a {sign.kind} covers ‘{text.said}’"


def _borders(texts: list[_Text], rects: list[Rect]) -> Iterator[str]:
    for rect in rects:
        for text in texts:
            if text.box.overlaps(rect.box, -_HAIR) and not _within(text.box, rect.box):
                if not _within(rect.box, text.box):
                    yield f"‘{text.said}’ crosses the border of a rectangle ({rect.style})"
                else:
                    yield f"‘{text.said}’ covers a rectangle ({rect.style})"


def _lines(texts: list[_Text], paths: list[Path]) -> Iterator[str]:
    for path in paths:
        for text in texts:
            if any(_cuts(one, other, text.box) for one, other in pairwise(path.points)):
                yield f"a line ({path.style}) runs through ‘{text.said}’"


def _cuts(one: Point, other: Point, box: Box) -> bool:
    """Tell whether a straight stretch runs through a box, by clipping it (Liang and Barsky, 1984)."""
    enter, leave = 0.0, 1.0
    for start, way, low, high in (
        (one[0], other[0] - one[0], box.x + _HAIR, box.right - _HAIR),
        (one[1], other[1] - one[1], box.y + _HAIR, box.bottom - _HAIR),
    ):
        if abs(way) < 1e-9:
            if not low < start < high:
                return False
            continue
        near, far = sorted(((low - start) / way, (high - start) / way))
        enter, leave = max(enter, near), min(leave, far)
    return enter < leave


def _within(box: Box, outer: Box) -> bool:
    return (
        box.x >= outer.x - _HAIR
        and box.y >= outer.y - _HAIR
        and box.right <= outer.right + _HAIR
        and box.bottom <= outer.bottom + _HAIR
    )
