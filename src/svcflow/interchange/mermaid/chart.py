"""A flowchart as its text tells it: nodes, edges, subgraphs, each with its line."""

from __future__ import annotations

from dataclasses import dataclass, field

from svcflow.finding import Span
from svcflow.i18n import Message

__all__ = ["Chart", "Edge", "Node", "Subgraph", "Trouble"]


@dataclass(slots=True)
class Node:
    """A node: its id, what stands in it, its outline (``round``, ``rhombus``, …), its classes, its subgraph."""

    id: str
    span: Span
    text: str = ""
    outline: str = ""
    classes: list[str] = field(default_factory=list)
    inside: str = ""


@dataclass(slots=True)
class Edge:
    """An edge; ``dotted`` and ``thick`` are how it is drawn."""

    source: str
    target: str
    span: Span
    text: str = ""
    dotted: bool = False
    thick: bool = False


@dataclass(slots=True)
class Subgraph:
    """A subgraph: its id, its title, and the subgraph around it."""

    id: str
    title: str
    inside: str
    span: Span


@dataclass(frozen=True, slots=True)
class Trouble:
    """A line, or a part of one, that was not understood; ``lost`` when it means something that was left out."""

    span: Span
    message: Message
    lost: bool = False


@dataclass(slots=True)
class Chart:
    """A whole flowchart."""

    title: str = ""
    nodes: dict[str, Node] = field(default_factory=dict)
    edges: list[Edge] = field(default_factory=list)
    subgraphs: dict[str, Subgraph] = field(default_factory=dict)
    troubles: list[Trouble] = field(default_factory=list)
    remarks: dict[str, dict[str, str]] = field(default_factory=dict)
    """What svcflow itself wrote in comments, by the ids of nodes; under the empty id, of the whole process."""
