"""A picture as geometry: where everything stands, in pixels, with y running down; knows no file format."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from svcflow.views.diagram import Border, DEdge, Diagram, DNode, Lane, LegendEntry

__all__ = [
    "Box",
    "Picture",
    "PlacedBorder",
    "PlacedConnector",
    "PlacedEdge",
    "PlacedGroup",
    "PlacedLabel",
    "PlacedLane",
    "PlacedLegend",
    "PlacedNode",
    "PlacedPhase",
    "PlacedText",
    "Point",
    "TextRole",
]

Point = tuple[float, float]


class TextRole(StrEnum):
    """What a line of text says; the theme chooses how it looks."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    FACT = "fact"
    CONDITION = "condition"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower side."""
        return self.y + self.height

    @property
    def center(self) -> Point:
        """The middle."""
        return (self.x + self.width / 2, self.y + self.height / 2)

    def overlaps(self, other: Box, margin: float = 0.0) -> bool:
        """Tell whether two boxes share an area, or come closer than ``margin``."""
        return (
            self.x < other.right + margin
            and other.x < self.right + margin
            and self.y < other.bottom + margin
            and other.y < self.bottom + margin
        )

    def moved(self, dx: float, dy: float) -> Box:
        """Return the same box elsewhere."""
        return Box(self.x + dx, self.y + dy, self.width, self.height)


@dataclass(frozen=True, slots=True)
class PlacedNode:
    """A node: the box is its outline's, the lines are its label's."""

    node: DNode
    box: Box
    lines: tuple[str, ...]
    caption: str = ""


@dataclass(frozen=True, slots=True)
class PlacedLabel:
    """The text of an edge, centred in its box; an envelope stands before it where hands change."""

    box: Box
    lines: tuple[tuple[TextRole, str], ...]
    envelope: bool = False


@dataclass(frozen=True, slots=True)
class PlacedEdge:
    """An edge: a line with corners, or, when ``curved``, the control points of cubic Bézier curves."""

    edge: DEdge
    points: tuple[Point, ...]
    label: PlacedLabel | None = None
    curved: bool = False


@dataclass(frozen=True, slots=True)
class PlacedLane:
    """A lane over the whole length of the picture; its title stands in the header."""

    lane: Lane
    box: Box
    header: Box
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlacedBorder:
    """A named line between two lanes, from its start to its end; its name stands in the label's box."""

    border: Border
    start: Point
    end: Point
    label: Box
    line: str


@dataclass(frozen=True, slots=True)
class PlacedPhase:
    """A part of time, named above the lanes."""

    title: str
    box: Box
    lines: tuple[str, ...]
    small: bool = False


@dataclass(frozen=True, slots=True)
class PlacedGroup:
    """The band that names the department of neighbouring lanes.

    The lines of a ``turned`` one run upwards, those of a ``stacked`` one are columns of upright characters.
    """

    title: str
    box: Box
    lines: tuple[str, ...]
    turned: bool
    stacked: bool = False
    small: bool = False


@dataclass(frozen=True, slots=True)
class PlacedConnector:
    """The numbered end of a line that goes on in another band: ``leaves`` here, or comes in. ``tooltip`` says where."""

    number: int
    box: Box
    leaves: bool
    tooltip: str


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A line of text of the title block: its left end and base line."""

    role: TextRole
    text: str
    at: Point


@dataclass(frozen=True, slots=True)
class PlacedLegend:
    """An entry of the legend: the sign's box, and the text to the right of it."""

    entry: LegendEntry
    sign: Box
    at: Point


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything that is drawn, in the order of drawing.

    ``bands`` are the areas of a folded picture: each holds its own lanes, and an edge that leaves one is drawn in
    pieces that end and begin in ``connectors``.
    """

    diagram: Diagram
    width: float
    height: float
    nodes: tuple[PlacedNode, ...]
    edges: tuple[PlacedEdge, ...]
    lanes: tuple[PlacedLane, ...] = ()
    groups: tuple[PlacedGroup, ...] = ()
    texts: tuple[PlacedText, ...] = ()
    legend: tuple[PlacedLegend, ...] = ()
    bands: tuple[Box, ...] = ()
    connectors: tuple[PlacedConnector, ...] = ()
    borders: tuple[PlacedBorder, ...] = ()
    phases: tuple[PlacedPhase, ...] = ()
