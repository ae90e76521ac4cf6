"""A picture of anything but a flow, as geometry: rectangles, lines and texts in pixels, with y running down.

Views such as a matrix, a journey or a timeline are laid out into a scene; exporters draw scenes without knowing what
they show. Styles are names that the theme gives looks to; a scene knows no colour and no file format.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from svcflow.views.layout.picture import Box, Point

__all__ = ["Anchor", "Group", "Item", "Path", "Rect", "Scene", "Sign", "SignKind", "Words"]


class Anchor(StrEnum):
    """Which end of a text its point is."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


class SignKind(StrEnum):
    """The small signs there are."""

    CLOCK = "clock"
    STAR = "star"
    TRIANGLE = "triangle"
    ENVELOPE = "envelope"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle; ``style`` is one or more names of looks, parted by blanks."""

    box: Box
    style: str = ""
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Words:
    """Lines of text around the height of ``at``; their beginning, middle or end stands at its x.

    ``size`` is the size of the font in pixels, ``turned`` has the text run upwards around the point.
    """

    lines: tuple[str, ...]
    at: Point
    size: float
    style: str = ""
    anchor: Anchor = Anchor.START
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Path:
    """A line through points: straight with corners, or, when ``smooth``, curved through all of them.

    A ``closed`` one is an area. ``arrow`` puts a head at its end.
    """

    points: tuple[Point, ...]
    style: str = ""
    closed: bool = False
    smooth: bool = False
    arrow: bool = False


@dataclass(frozen=True, slots=True)
class Sign:
    """A small sign around a point."""

    kind: SignKind
    at: Point
    radius: float = 7.0
    style: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Items that are one thing for the reader.

    ``id`` is that of the step or role shown, ``spoken`` is read to those who do not see the picture, ``tooltip`` is
    shown beside the pointer, ``href`` is where a click leads.
    """

    items: tuple[Item, ...]
    id: str = ""
    style: str = ""
    spoken: str = ""
    tooltip: str = ""
    href: str = ""


Item = Rect | Words | Path | Sign | Group


@dataclass(frozen=True, slots=True)
class Scene:
    """A whole picture, its items in the order of drawing. ``language`` is a BCP 47 tag."""

    title: str
    width: float
    height: float
    items: tuple[Item, ...]
    description: str = ""
    language: str = "en"
