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
    "Border",
    "BorderKind",
    "DEdge",
    "DNode",
    "Diagram",
    "Direction",
    "EdgeKind",
    "Extent",
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
    EVIDENCE = "evidence"
    """What the customer sees or keeps: a sheet, one item a line of its label."""
    SYSTEM = "system"
    """What supports a step without acting in the flow: one item a line of its label."""


class BadgeKind(StrEnum):
    """A small sign on a node."""

    SLA = "sla"
    MOMENT_OF_TRUTH = "moment-of-truth"
    EXCEPTION = "exception"
    RISK = "risk"
    DOCUMENT = "document"
    FAIL_POINT = "fail-point"
    WAIT_POINT = "wait-point"
    EMOTION = "emotion"
    """Its text is the grade, with its sign: "+2", "0", "−3"."""
    WORK = "work"
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"
    MOVED = "moved"


class EdgeKind(StrEnum):
    """Why the flow goes this way."""

    MAIN = "main"
    BRANCH = "branch"
    BACK = "back"
    EXCEPTION = "exception"
    CONTACT = "contact"
    """No flow: who stands above meets who stands below."""
    LINK = "link"
    """No flow: what belongs to a step."""


class Line(StrEnum):
    """Which of the blueprint's rows a lane belongs to; the members stand in the order from the customer inwards."""

    CUSTOMER = "customer"
    FRONTSTAGE = "frontstage"
    BACKSTAGE = "backstage"
    SUPPORT = "support"
    NONE = ""


class BorderKind(StrEnum):
    """The lines of a service blueprint."""

    INTERACTION = "interaction"
    VISIBILITY = "visibility"
    INTERNAL = "internal"


@dataclass(frozen=True, slots=True)
class Border:
    """A line with a name between two lanes."""

    kind: BorderKind
    text: str


@dataclass(frozen=True, slots=True)
class Badge:
    """A sign on a node, with a short text where it has one ("15m")."""

    kind: BadgeKind
    text: str = ""


@dataclass(frozen=True, slots=True)
class Extent:
    """Measures that a notation prescribes for a node, in pixels, in place of those that its text asks for.

    ``room`` (width and height, around the same middle) stays free for what stands beside the outline, such as a name.
    With a ``port``, exceptions leave above or below only, and so far from each other: events stand on the border.
    """

    width: float
    height: float
    room: tuple[float, float] = (0.0, 0.0)
    port: float = 0.0


@dataclass(frozen=True, slots=True)
class DNode:
    """A step, or the start or end of the flow. ``id`` is the step's own id and becomes the id of the element drawn.

    ``caption`` is a second, quieter text (the role, where there are no lanes). ``marks`` are free names that an
    exporter may turn into classes, for overlays. A node ``beside`` another one takes no part in the flow: it stands in
    that node's column, in another lane. ``phase`` is one of the diagram's; a node without one stands in that of the
    nodes before it.
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
    beside: str = ""
    phase: str = ""
    extent: Extent | None = None


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
    """Who acts: one lane a role; neighbouring lanes of one ``group`` (the department) stand under one band.

    ``below`` is the named line at the lane's lower side. Where lanes have such lines, folding drops no lane.
    """

    id: str
    title: str
    group: str = ""
    line: Line = Line.NONE
    below: Border | None = None


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """What a sign means. ``sign`` is a shape, a badge kind, an edge kind, "handoff" or a mark of nodes ("longest")."""

    sign: Shape | BadgeKind | EdgeKind | str
    text: str


@dataclass(frozen=True, slots=True)
class Diagram:
    """A whole picture. ``language`` is a BCP 47 tag: it chooses the shapes of Chinese characters.

    ``facts`` are short texts for the title block (version, owner, status). Edges whose ends are missing, and nodes
    in lanes that do not exist, are programming errors: see :meth:`check`. ``phases`` stand in the order of time.
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
    phases: tuple[str, ...] = ()
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
            if node.beside and self.index[node.beside].beside:
                raise ValueError(f"node {node.id} stands beside one that does so itself")

    def is_upright(self, edge: DEdge) -> bool:
        """Tell whether an edge connects nodes of one column, of which one stands beside the other."""
        one, other = (self.index[end].beside or end for end in (edge.source, edge.target))
        return one == other and edge.source != edge.target
