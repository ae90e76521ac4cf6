"""The legend of a journey map."""

from __future__ import annotations

from svcflow.views.journey import Mark
from svcflow.views.layout.picture import Box
from svcflow.views.scene import Item, Path, Rect, Sign, SignKind
from svcflow.views.sheets.faces import face
from svcflow.views.sheets.frame import Key

__all__ = ["keys"]


def keys(legend: tuple[tuple[Mark, str], ...]) -> tuple[Key, ...]:
    """Return the entries of the legend, each with its sign."""
    return tuple(
        Key(_SIGNS[mark], text, 40.0 if mark in {Mark.MOOD, Mark.SOMETIMES} else 16.0)
        for mark, text in legend
    )


_SIGNS: dict[Mark, tuple[Item, ...]] = {
    Mark.MOMENT: (Sign(SignKind.STAR, (8, 8), 7, "moment-of-truth"),),
    Mark.SOMETIMES: (
        Rect(Box(0, 2, 18, 12), "journey-card aside", 3),
        Path(((21, 8), (40, 8)), "mood aside"),
    ),
    Mark.WAIT: (Sign(SignKind.CLOCK, (8, 8), 5.2, "small"),),
    Mark.EVIDENCE: (Sign(SignKind.DOCUMENT, (8, 8), 5.2, "small"),),
    Mark.PAIN: (Sign(SignKind.TRIANGLE, (8, 8), 6, "small"),),
    Mark.MOOD: (
        Path(((0, 11), (20, 8), (40, 5)), "mood", smooth=True),
        *face(20, 8, 8, 2),
    ),
}
