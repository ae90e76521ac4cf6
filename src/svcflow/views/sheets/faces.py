"""Faces that show a mood: by the mouth, so that a grey print tells as much."""

from __future__ import annotations

from collections.abc import Iterator

from svcflow.views.layout.picture import Box
from svcflow.views.scene import Item, Path, Rect

__all__ = ["face", "mood_style"]


def mood_style(emotion: int) -> str:
    """Return the style of an emotion from -3 to 3."""
    return "good" if emotion > 0 else "bad" if emotion < 0 else "neutral"


def face(x: float, y: float, radius: float, emotion: int, style: str = "") -> Iterator[Item]:
    """Yield a face around a point; the stronger the emotion, the more the mouth is bent."""
    kind = f"face {mood_style(emotion)} {style}".strip()
    yield Rect(Box(x - radius, y - radius, 2 * radius, 2 * radius), kind, radius)
    eye = radius * 0.13
    for side in (-1, 1):
        middle = x + side * radius * 0.36
        yield Rect(Box(middle - eye, y - radius * 0.28 - eye, 2 * eye, 2 * eye), "eye", eye)
    bend = emotion * radius * 0.15
    corner = y + radius * 0.38 - bend / 2
    mouth = ((x - radius * 0.5, corner), (x, corner + bend), (x + radius * 0.5, corner))
    yield Path(mouth, "mouth", smooth=True)
