"""What stands in a BPMN file, as plain objects: nothing interpreted yet, every object with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from svcflow.finding import Span

__all__ = [
    "Annotation",
    "Association",
    "DataObject",
    "Definitions",
    "EventDefinition",
    "FlowNode",
    "Lane",
    "MessageFlow",
    "Participant",
    "Process",
    "Scope",
    "SequenceFlow",
    "Thing",
]


@dataclass(slots=True, kw_only=True)
class Thing:
    """Anything with an id: its name, its documentation, where it stands."""

    id: str
    span: Span
    name: str = ""
    documentation: str = ""
    foreign: dict[str, str] = field(default_factory=dict)
    """Attributes of other namespaces, by their names as written."""
    svcflow: dict[str, Any] | None = None
    """What svcflow itself wrote into its extension elements."""


@dataclass(slots=True, kw_only=True)
class EventDefinition:
    """What an event waits for or causes: ``kind`` as in `names.EVENT_DEFINITIONS`, ``what`` its message or error."""

    kind: str
    what: str = ""
    time: str = ""
    """``duration``, ``date`` or ``cycle`` of a timer; ``what`` is its expression."""
    code: str = ""


@dataclass(slots=True, kw_only=True)
class FlowNode(Thing):
    """An activity, a gateway or an event."""

    kind: str
    """The element's name: ``userTask``."""
    events: list[EventDefinition] = field(default_factory=list)
    attached_to: str = ""
    interrupting: bool = True
    default: str = ""
    calls: str = ""
    by_event: bool = False
    """A sub-process that an event starts."""
    compensates: bool = False
    loop: str = ""
    """``loop``, ``parallel`` or ``sequential``; ``loop_text`` tells how often or as long as what, ``loop_end`` until
    when."""
    loop_text: str = ""
    loop_end: str = ""
    inner: Scope | None = None
    expanded: bool = False
    """Whether the drawing shows what is in it."""
    content: dict[str, Any] | None = None
    """What svcflow itself wrote of the process that stands in it."""
    inputs: list[str] = field(default_factory=list)
    outputs: list[str] = field(default_factory=list)
    owners: list[str] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)
    """To whom an engine offers it: any of them may do it."""
    assigned: list[str] = field(default_factory=list)
    """To whom an engine gives it at once: an account rather than a role."""
    rules: dict[str, str] = field(default_factory=dict)
    """What only engines read: a script, the condition of a complex gateway."""
    incoming: list[str] = field(default_factory=list)
    outgoing: list[str] = field(default_factory=list)
    message: str = ""


@dataclass(slots=True, kw_only=True)
class SequenceFlow(Thing):
    """A flow between two nodes of a scope."""

    source: str
    target: str
    condition: str = ""


@dataclass(slots=True, kw_only=True)
class Lane(Thing):
    """A lane, with those in it."""

    nodes: list[str] = field(default_factory=list)
    lanes: list[Lane] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class DataObject(Thing):
    """A document or data (``store`` false) or a place where data is kept; ``refers`` to the object it stands for."""

    store: bool = False
    refers: str = ""
    state: str = ""
    way: str = ""
    """``input`` or ``output`` of the whole process."""


@dataclass(slots=True, kw_only=True)
class Annotation(Thing):
    """A note on the drawing; its text is the name."""


@dataclass(slots=True, kw_only=True)
class Association(Thing):
    """A dotted line between any two things."""

    source: str
    target: str


@dataclass(slots=True)
class Scope:
    """What a process or a sub-process contains."""

    nodes: list[FlowNode] = field(default_factory=list)
    flows: list[SequenceFlow] = field(default_factory=list)
    lanes: list[Lane] = field(default_factory=list)
    data: list[DataObject] = field(default_factory=list)
    annotations: list[Annotation] = field(default_factory=list)
    associations: list[Association] = field(default_factory=list)
    variables: list[str] = field(default_factory=list)
    """The ids of what an engine keeps in mind while it runs; flows of data may lead there."""

    def all(self) -> Iterator[Scope]:
        """Yield the scope itself, and those of its sub-processes."""
        yield self
        for node in self.nodes:
            if node.inner is not None:
                yield from node.inner.all()


@dataclass(slots=True, kw_only=True)
class Process(Thing):
    """A process of the file."""

    scope: Scope = field(default_factory=Scope)
    given: str = ""
    """The id that it gets in svcflow."""


@dataclass(slots=True, kw_only=True)
class Participant(Thing):
    """A pool: one with a process is looked into, one without is a black box."""

    process: str = ""
    many: bool = False


@dataclass(slots=True, kw_only=True)
class MessageFlow(Thing):
    """A message between two pools, or between nodes in them."""

    source: str
    target: str
    message: str = ""


@dataclass(slots=True, kw_only=True)
class Definitions(Thing):
    """A whole file."""

    processes: list[Process] = field(default_factory=list)
    participants: list[Participant] = field(default_factory=list)
    messages: list[MessageFlow] = field(default_factory=list)
    data: list[DataObject] = field(default_factory=list)
    """Data stores that all processes share."""
    annotations: list[Annotation] = field(default_factory=list)
    associations: list[Association] = field(default_factory=list)
    global_tasks: dict[str, str] = field(default_factory=dict)
    """Tasks outside any process, which call activities may name: id → name."""
