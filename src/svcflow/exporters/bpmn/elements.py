"""A process as BPMN says it, as data: flow nodes, the flows between them, lanes."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from svcflow.views.diagram import EdgeKind

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.graph import Node
    from svcflow.model.duration import Duration
    from svcflow.views.diagram import Lane

__all__ = ["DataUse", "Event", "EventKind", "FlowNode", "Loop", "Model", "SequenceFlow"]


class EventKind(StrEnum):
    """What an event is about."""

    NONE = ""
    TIMER = "timer"
    MESSAGE = "message"
    ERROR = "error"
    ESCALATION = "escalation"
    SIGNAL = "signal"
    CONDITIONAL = "conditional"
    COMPENSATION = "compensation"
    CANCEL = "cancel"
    TERMINATE = "terminate"


@dataclass(frozen=True, slots=True)
class Event:
    """What an event waits for; ``what`` names the message, error or escalation, ``code`` is that of the latter two.

    A timer has a ``time``, or an ``expression``, with its kind: ``duration``, ``date`` or ``cycle``. An event may
    be about something else ``also``.
    """

    kind: EventKind
    what: str = ""
    time: Duration | None = None
    code: str = ""
    expression: tuple[str, str] = ("", "")
    also: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Loop:
    """How an activity is repeated: ``loop``, ``parallel`` or ``sequential``; for what or how often, until when."""

    kind: str
    by: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class DataUse:
    """A document that an activity needs (``into``) or makes; ``link`` is the id of the line between them."""

    id: str
    artifact: str
    name: str
    into: bool

    @property
    def link(self) -> str:
        """The id of the association."""
        return f"{self.id}.link"


@dataclass(slots=True)
class FlowNode:
    """An activity, a gateway or an event; ``tag`` is the local name of the XML element.

    ``node`` is the step that it stands for, None where svcflow's format says the same without a step: starts, ends,
    merges, choices behind a task, the events of a wait. ``host`` is the activity on whose border an event stands.
    """

    id: str
    tag: str
    name: str
    lane: str
    node: Node | None = None
    event: Event | None = None
    host: str = ""
    interrupting: bool = True
    default: str = ""
    called: str = ""
    part: ProcessContext | None = None
    """Of a sub-process: the process that stands in it, and that as ``inner`` nodes and flows."""
    inner: Model | None = None
    expanded: bool = False
    by_event: bool = False
    size: tuple[float, float] = (0.0, 0.0)
    """Width and height that it needs for what it shows inside."""
    own: dict[str, Any] = field(default_factory=dict)
    """What only svcflow says of its step."""
    loop: Loop | None = None
    documentation: tuple[str, ...] = ()
    data: list[DataUse] = field(default_factory=list)

    @property
    def is_event(self) -> bool:
        """Whether it is drawn as a circle."""
        return self.tag.endswith("Event")

    @property
    def is_gateway(self) -> bool:
        """Whether it is drawn as a diamond."""
        return self.tag.endswith("Gateway")


@dataclass(frozen=True, slots=True)
class SequenceFlow:
    """A flow between two nodes; with a condition where it is taken under one, and what engines evaluate for it."""

    id: str
    source: str
    target: str
    condition: str = ""
    kind: EdgeKind = EdgeKind.MAIN
    expression: str = ""


@dataclass(slots=True)
class Model:
    """All of a process. ``id`` is that of the XML element; steps are in the order of the file."""

    id: str
    name: str
    nodes: dict[str, FlowNode] = field(default_factory=dict)
    flows: list[SequenceFlow] = field(default_factory=list)
    lanes: tuple[Lane, ...] = ()
    collaboration_id: str = ""
    pool_id: str = ""
    lane_ids: dict[str, str] = field(default_factory=dict)
    data: dict[str, str] = field(default_factory=dict)
    """The XML ids of the documents, by their ids in svcflow."""
    own: dict[str, Any] = field(default_factory=dict)
    """What only svcflow says of the process, steps apart."""
    ad_hoc: bool = False
    """Whether it has neither start nor end: its steps are done in any order."""
