"""The abstract net on which soundness is decided: steps, the arcs between them, and how each one splits and joins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, NamedTuple

__all__ = [
    "Arc",
    "ArcKind",
    "Choice",
    "Join",
    "Net",
    "NetNode",
    "Split",
    "choices",
    "incoming",
    "outgoing",
    "successors",
]

ArcKind = Literal["main", "branch", "exception", "otherwise"]


class Split(StrEnum):
    """Where the token of a node goes when the node is done."""

    EXCLUSIVE = "exclusive"
    """On exactly one of the arcs: a plain step, a decision, an exception, a time-out."""
    PARALLEL = "parallel"
    """A token on each arc."""
    INCLUSIVE = "inclusive"
    """A token on each arc of some non-empty choice; the ``otherwise`` arc alone where no condition holds."""


class Join(StrEnum):
    """What a node waits for."""

    EXCLUSIVE = "exclusive"
    """Nothing: each token that comes in runs the node."""
    ALL = "all"
    """A token on every incoming arc, or, where inclusive branches meet, on every arc by which one can still come."""
    ANY = "any"
    """The first token runs the node, the later ones of the same round are absorbed."""


@dataclass(frozen=True, slots=True)
class NetNode:
    """One node: a step of the process."""

    id: str
    split: Split = Split.EXCLUSIVE
    join: Join = Join.EXCLUSIVE


@dataclass(frozen=True, slots=True)
class Arc:
    """A way from one node to another; ``target`` is None where the process ends on it.

    ``index`` is unique in the net. An arc of kind ``exception`` is always taken alone, whatever the split.
    """

    index: int
    source: str
    target: str | None
    label: str = ""
    kind: ArcKind = "main"


@dataclass(frozen=True, slots=True)
class Net:
    """Nodes, arcs and the node that runs first. It is complete when no token is left, as in BPMN.

    Raises:
        ValueError: the start or an end of an arc is no node, or two arcs have the same index.
    """

    nodes: Mapping[str, NetNode]
    arcs: tuple[Arc, ...]
    start: str

    def __post_init__(self) -> None:
        """Refuse what nothing further down could make sense of."""
        nodes = self.nodes
        if self.start not in nodes:
            raise ValueError(f"the start {self.start!r} is not a node of the net")
        for arc in self.arcs:
            if arc.source not in nodes or (arc.target is not None and arc.target not in nodes):
                raise ValueError(f"arc {arc.index} from {arc.source!r} to {arc.target!r} leaves the net")
        if len({arc.index for arc in self.arcs}) != len(self.arcs):
            raise ValueError("two arcs have the same index")


class Choice(NamedTuple):
    """One way in which a node can go on: on all of these arcs, or on any non-empty part of them."""

    arcs: tuple[Arc, ...]
    some: bool = False


def outgoing(net: Net) -> dict[str, list[Arc]]:
    """Give every node's arcs out, in the order of the net."""
    out: dict[str, list[Arc]] = {node: [] for node in net.nodes}
    for arc in net.arcs:
        out[arc.source].append(arc)
    return out


def incoming(net: Net) -> dict[str, list[Arc]]:
    """Give every node's arcs in, in the order of the net."""
    into: dict[str, list[Arc]] = {node: [] for node in net.nodes}
    for arc in net.arcs:
        if arc.target is not None:
            into[arc.target].append(arc)
    return into


def successors(out: Mapping[str, Sequence[Arc]]) -> dict[str, list[str]]:
    """Give the nodes that follow each node, from its arcs out; ends are left out."""
    return {node: [arc.target for arc in arcs if arc.target is not None] for node, arcs in out.items()}


def choices(split: Split, arcs: Sequence[Arc]) -> list[Choice]:
    """List the ways in which a node with these arcs out can go on; without arcs, its token is consumed."""
    if not arcs:
        return [Choice(())]
    if split is Split.EXCLUSIVE:
        return [Choice((arc,)) for arc in arcs]
    alone = ("exception",) if split is Split.PARALLEL else ("exception", "otherwise")
    together = tuple(arc for arc in arcs if arc.kind not in alone)
    ways = [Choice((arc,)) for arc in arcs if arc.kind in alone]
    if together:
        ways.insert(0, Choice(together, some=split is Split.INCLUSIVE and len(together) > 1))
    return ways
