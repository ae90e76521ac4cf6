"""The bar of a step on a timeline: time allowed, work with its spread, slack."""

from __future__ import annotations

from collections.abc import Iterator

from svcflow.views.layout.picture import Box
from svcflow.views.scene import Item, Path, Rect
from svcflow.views.sheets.time_scale import TimeScale
from svcflow.views.timeline_bars import Bar

__all__ = ["BAR", "bar_items", "diamond"]

BAR = 16.0
"""How high a bar is."""
_WORK = 6.0
_LEAST = 3.0  # so wide is the shortest bar


def bar_items(bar: Bar, scale: TimeScale, left: float, y: float) -> Iterator[Item]:
    """Yield the bar of a step around a height; the axis begins at ``left``."""

    def x(seconds: int) -> float:
        return left + scale(seconds)

    begin, end = x(bar.begin), x(bar.end)
    if bar.free_until > bar.end:
        yield Path(((end, y), (x(bar.free_until), y)), "slack")
    if bar.told:
        long = max(end - begin, _LEAST)
        yield Rect(
            Box(begin, y - BAR / 2, long, BAR), _style(bar), min(BAR / 2 if bar.waits else 3.0, long / 2)
        )
        if bar.taken_up is not None and bar.begin < bar.taken_up < bar.end:
            at = x(bar.taken_up)
            yield Path(((at, y - BAR / 2 - 3), (at, y + BAR / 2 + 3)), "taken-up")
    else:
        yield diamond(begin, y)
    if bar.work:
        low, usual, high = map(x, bar.work)
        if high - low > 1:
            yield Path(((low, y), (high, y)), "spread")
            for at in (low, high):
                yield Path(((at, y - 4), (at, y + 4)), "spread")
        yield Rect(Box(begin, y - _WORK / 2, max(usual - begin, _LEAST / 2), _WORK), "work")


def diamond(x: float, y: float) -> Item:
    """Return the sign of a step whose time nobody told."""
    return Path(((x, y - 6), (x + 6, y), (x, y + 6), (x - 6, y)), "untold", closed=True)


def _style(bar: Bar) -> str:
    kinds = (("critical", bar.critical), ("wait", bar.waits), ("aside", bar.aside))
    return " ".join(["span", *(kind for kind, holds in kinds if holds)])
