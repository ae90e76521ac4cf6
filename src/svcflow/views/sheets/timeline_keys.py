"""The legend of a timeline."""

from __future__ import annotations

from svcflow.views.layout.picture import Box
from svcflow.views.scene import Item, Path, Rect
from svcflow.views.sheets.frame import Key
from svcflow.views.sheets.timeline_bars import diamond
from svcflow.views.timeline import Mark

__all__ = ["keys"]

_WIDE = 34.0


def keys(legend: tuple[tuple[Mark, str], ...]) -> tuple[Key, ...]:
    """Return the entries of the legend, each with its sign."""
    return tuple(Key(_SIGNS[mark], text, _WIDE) for mark, text in legend)


def _bar(style: str) -> Item:
    return Rect(Box(0, 2, _WIDE, 12), f"span {style}".strip(), 6 if style == "wait" else 3)


_SIGNS: dict[Mark, tuple[Item, ...]] = {
    Mark.PROMISED: (_bar(""),),
    Mark.CRITICAL: (_bar("critical"),),
    Mark.WAIT: (_bar("wait"),),
    Mark.ASIDE: (_bar("aside"),),
    Mark.WORK: (
        Path(((10, 8), (32, 8)), "spread"),
        Path(((10, 4), (10, 12)), "spread"),
        Path(((32, 4), (32, 12)), "spread"),
        Rect(Box(0, 5, 20, 6), "work"),
    ),
    Mark.RESPONSE: (_bar(""), Path(((12, 0), (12, 16)), "taken-up")),
    Mark.SLACK: (Path(((0, 8), (_WIDE, 8)), "slack"),),
    Mark.OPEN: (diamond(17, 8),),
    Mark.CLOSED: (Rect(Box(12, 0, 10, 16), "closed"),),
    Mark.PROMISE: (Path(((17, 0), (17, 16)), "promise"),),
}
