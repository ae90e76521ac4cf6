"""The page around a sheet: title block above, legend below, margins; as on the pictures of flows."""

from __future__ import annotations

from dataclasses import dataclass, replace

from svcflow.text import width, wrap
from svcflow.views.heading import Heading
from svcflow.views.layout.page import FACT_SIZE, MARGIN, SUBTITLE_SIZE, TITLE_SIZE
from svcflow.views.layout.picture import Point
from svcflow.views.scene import Group, Item, Path, Rect, Scene, Words

__all__ = ["Key", "framed", "moved"]

_NARROWEST = 480.0
_LEGEND_SIZE = 11.0
_LEGEND_LINE = 24.0


@dataclass(frozen=True, slots=True)
class Key:
    """An entry of the legend: items in a box of ``width`` by 16 with its corner at the origin, and what they mean."""

    items: tuple[Item, ...]
    text: str
    width: float = 16.0


def framed(
    heading: Heading, body: tuple[Item, ...], size: tuple[float, float], keys: tuple[Key, ...] = ()
) -> Scene:
    """Return a scene: the body, whose corner is the origin and whose size is given, with title, legend and margins."""
    wide = max(size[0], _NARROWEST)
    block, top = _title_block(heading, wide)
    placed = tuple(moved(item, MARGIN, top) for item in body)
    legend, end = _legend(keys, top + size[1] + 16, wide)
    description = heading.description or "; ".join(filter(None, [heading.subtitle, *heading.facts]))
    return Scene(
        title=heading.title,
        width=wide + 2 * MARGIN,
        height=end + MARGIN,
        items=(*block, *placed, *legend),
        description=description,
        language=heading.language,
    )


def _title_block(heading: Heading, wide: float) -> tuple[tuple[Item, ...], float]:
    facts = "   ·   ".join(heading.facts)
    wanted = (
        ("title", heading.title, TITLE_SIZE, 27.0),
        ("subtitle", heading.subtitle, SUBTITLE_SIZE, 20.0),
        ("fact", facts, FACT_SIZE, 17.0),
    )
    items: list[Item] = []
    y = MARGIN
    for style, text, size, step in wanted:
        for line in wrap(text, wide / size, 3):
            items.append(Words((line,), (MARGIN, y + step / 2), size, style))
            y += step
    return tuple(items), y + (14 if items else 0)


def _legend(keys: tuple[Key, ...], top: float, wide: float) -> tuple[tuple[Item, ...], float]:
    if not keys:
        return (), top - 16
    items: list[Item] = []
    x, y = MARGIN, top
    for key in keys:
        long = key.width + 8 + width(key.text) * _LEGEND_SIZE + 22
        if x + long > MARGIN + wide + 22 and x > MARGIN:
            x, y = MARGIN, y + _LEGEND_LINE
        items += [moved(item, x, y + 2) for item in key.items]
        items.append(Words((key.text,), (x + key.width + 8, y + 10), _LEGEND_SIZE, "quiet"))
        x += long
    return (Group(tuple(items), style="legend"),), y + _LEGEND_LINE


def moved(item: Item, dx: float, dy: float) -> Item:
    """Return an item elsewhere."""

    def shifted(point: Point) -> Point:
        return (point[0] + dx, point[1] + dy)

    if isinstance(item, Rect):
        return replace(item, box=item.box.moved(dx, dy))
    if isinstance(item, Path):
        return replace(item, points=tuple(map(shifted, item.points)))
    if isinstance(item, Group):
        return replace(item, items=tuple(moved(part, dx, dy) for part in item.items))
    return replace(item, at=shifted(item.at))
