"""A picture of a flow as data: what is drawn and how it hangs together, not where it stands nor in which format.

Every text is final: in the language of the reader, with durations and shares already worded.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

__all__ = [
    "PART",
    "Badge",
    "BadgeKind",
    "DEdge",
    "DNode",
    "Diagram",
    "Direction",
    "EdgeKind",
    "Lane",
    "LegendEntry",
    "Line",
    "Shape",
]


PART = "\u00a0· "
"""Between the parts of a short text ("condition · 8%"): a line may end with the dot, not begin with it."""


class Direction(StrEnum):
    """Which way time runs."""

    DOWN = "down"
    RIGHT = "right"


class Shape(StrEnum):
    """The outline of a node."""

    START = "start"
    END = "end"
    TASK = "task"
    DECISION = "decision"
    PARALLEL = "parallel"
    INCLUSIVE = "inclusive"
    WAIT = "wait"
    CALL = "call"


class BadgeKind(StrEnum):
    """A small sign on a node."""

    SLA = "sla"
    MOMENT_OF_TRUTH = "moment-of-truth"
    EXCEPTION = "exception"
    RISK = "risk"
    DOCUMENT = "document"


class EdgeKind(StrEnum):
    """Why the flow goes this way."""

    MAIN = "main"
    BRANCH = "branch"
    BACK = "back"
    EXCEPTION = "exception"


class Line(StrEnum):
    """Which of the blueprint's rows a lane belongs to; the members stand in the order from the customer inwards."""

    CUSTOMER = "customer"
    FRONTSTAGE = "frontstage"
    BACKSTAGE = "backstage"
    SUPPORT = "support"
    NONE = ""


@dataclass(frozen=True, slots=True)
class Badge:
    """A sign on a node, with a short text where it has one ("15m")."""

    kind: BadgeKind
    text: str = ""


@dataclass(frozen=True, slots=True)
class DNode:
    """A step, or the start or end of the flow. ``id`` is the step's own id and becomes the id of the element drawn.

    ``caption`` is a second, quieter text (the role, where there are no lanes). ``marks`` are free names that an
    exporter may turn into classes, for overlays.
    """

    id: str
    label: str
    shape: Shape = Shape.TASK
    lane: str | None = None
    number: str = ""
    caption: str = ""
    badges: tuple[Badge, ...] = ()
    tooltip: str = ""
    href: str = ""
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DEdge:
    """A flow from node to node.

    ``label`` is the condition and its share; ``note`` tells what changes hands and by when. ``handoff`` marks a
    change of hands, whatever the kind.
    """

    source: str
    target: str
    label: str = ""
    kind: EdgeKind = EdgeKind.MAIN
    handoff: bool = False
    note: str = ""
    tooltip: str = ""
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lane:
    """Who acts: one lane a role; neighbouring lanes of one ``group`` (the department) stand under one band."""

    id: str
    title: str
    group: str = ""
    line: Line = Line.NONE


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """What a sign means. ``sign`` is a shape, a badge kind, an edge kind or "handoff"."""

    sign: Shape | BadgeKind | EdgeKind | str
    text: str


@dataclass(frozen=True, slots=True)
class Diagram:
    """A whole picture. ``language`` is a BCP 47 tag: it chooses the shapes of Chinese characters.

    ``facts`` are short texts for the title block (version, owner, status). Edges whose ends are missing, and nodes
    in lanes that do not exist, are programming errors: see :meth:`check`.
    """

    title: str
    nodes: tuple[DNode, ...]
    edges: tuple[DEdge, ...] = ()
    lanes: tuple[Lane, ...] = ()
    subtitle: str = ""
    facts: tuple[str, ...] = ()
    legend: tuple[LegendEntry, ...] = ()
    direction: Direction = Direction.DOWN
    language: str = "en"
    description: str = ""
    index: dict[str, DNode] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "index", {node.id: node for node in self.nodes})
        self.check()

    def check(self) -> None:
        """Raise ValueError when ids repeat or something refers to what is not there."""
        lanes = {lane.id for lane in self.lanes}
        if len(self.index) != len(self.nodes) or len(lanes) != len(self.lanes):
            raise ValueError("ids of nodes and lanes must be unique")
        for edge in self.edges:
            if edge.source not in self.index or edge.target not in self.index:
                raise ValueError(f"edge {edge.source} -> {edge.target} has no such end")
        for node in self.nodes:
            if lanes and node.lane not in lanes:
                raise ValueError(f"node {node.id} stands in no lane")
