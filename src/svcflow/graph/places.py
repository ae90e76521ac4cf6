"""A net as a system of places and blocks: the form in which soundness is reduced and explored.

A token lies on a *place* and waits there for the *block* that takes it. A block is at first one node; reductions join
blocks to larger ones, and everything keeps the original steps it stands for, so that runs come out in their names. A
place may have a *path* of steps that its tokens have yet to walk: it is walked when the block takes the token.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import TypeAlias

from svcflow.graph.net import Arc

__all__ = [
    "Block",
    "Names",
    "Path",
    "Place",
    "System",
    "Wait",
    "Way",
    "flatten_names",
    "flatten_path",
    "join",
]

Path: TypeAlias = "tuple[str, tuple[Arc, ...]] | tuple[Path, Path] | None"
"""Steps one after the other, as a tree that is joined in constant time: a leaf is a step and the arcs it goes on by."""

Names: TypeAlias = "str | tuple[Names, Names] | None"
"""Names of steps, as such a tree."""


class Wait(Enum):
    """What a block waits for."""

    ONE = 1
    """It has one place and takes each token there."""
    EVERY = 2
    """A token on every place."""
    STARTED = 3
    """A token on some place, and none on its way to an empty one: BPMN's inclusive join.

    On its way is a token that arcs can lead there without running the join, nor the split that begins the join's
    round (its immediate dominator) once more: what comes through the split is of the next round. The standard has
    another exception for the same purpose, which a choice of arcs can make wait and go on by turns.
    """
    FIRST = 4
    """A token on its first place; when it has taken one, later ones vanish until the round's split runs again.

    Here, too, the join's immediate dominator begins a round. Arcs that come back from behind the join have a place
    of their own and run the block each time.
    """


class Place:
    """Where tokens wait for a block: in front of an ordinary node, or on one arc into a join."""

    __slots__ = ("arcs", "block", "cost", "entry", "heads", "members", "path", "ways")

    def __init__(self, block: Block, arcs: tuple[Arc, ...] = ()) -> None:
        self.block = block
        self.arcs = arcs
        self.entry = False
        self.ways: dict[Way, None] = {}
        self.heads: tuple[str, ...] = (block.name,)
        self.cost = 0
        self.path: Path = None
        self.members: Names = None

    @property
    def feeder(self) -> Way | None:
        """The way by which all its tokens come, if it is a single one."""
        if self.entry or len(self.ways) != 1:
            return None
        return next(iter(self.ways))


class Way:
    """One way in which a block goes on: tokens for all targets, or, with ``some``, for any non-empty part of them.

    A target of None (only with ``some``) is an end. ``once`` tells that the node which splits here is on no loop.
    """

    __slots__ = ("arcs", "block", "cost", "name", "once", "path", "some", "targets")

    def __init__(self, block: Block, targets: tuple[Place | None, ...], cost: int, path: Path) -> None:
        self.block = block
        self.targets = targets
        self.cost = cost
        self.path = path
        self.some = False
        self.once = False
        self.name = ""
        self.arcs: tuple[Arc, ...] = ()

    @property
    def goal(self) -> Place | None:
        """The target, if it leads to a single one and nothing else."""
        return self.targets[0] if len(self.targets) == 1 and not self.some else None

    def moved(self, block: Block, cost: int, path: Path) -> Way:
        """Give the same way out of a block that has walked a path before it."""
        way = Way(block, self.targets, self.cost + cost, join(path, self.path))
        way.some, way.once, way.name, way.arcs = self.some, self.once, self.name, self.arcs
        return way

    def retargeted(self, targets: Sequence[Place | None], arcs: Sequence[Arc] = ()) -> Way:
        """Give the same way to other targets, None for an end; with ``some``, ``arcs`` are the arcs to them."""
        way = self.moved(self.block, 0, None)
        way.targets = tuple(target for target in targets if self.some or target is not None)
        way.arcs = tuple(arcs) if self.some else ()
        return way

    def plain(self) -> list[Way]:
        """Give the ways it stands for: itself, or, where no more than one of its targets is real, one for each."""
        if not self.some:
            return [self]
        if sum(target is not None for target in self.targets) > 1:
            return [self]
        ways = []
        for target, arc in zip(self.targets, self.arcs, strict=True):
            targets = () if target is None else (target,)
            ways.append(Way(self.block, targets, self.cost, join(self.path, (self.name, (arc,)))))
        return ways


class Block:
    """A node, or nodes that act as one: what it waits for, and the ways in which it goes on.

    ``opens`` are the joins whose rounds it begins.
    """

    __slots__ = ("inputs", "members", "name", "opens", "wait", "ways")

    def __init__(self, name: str, wait: Wait = Wait.ONE) -> None:
        self.name = name
        self.wait = wait
        self.inputs: list[Place] = []
        self.ways: dict[tuple[bool, tuple[Place | None, ...]], Way] = {}
        self.opens: list[Block] = []
        self.members: Names = name

    def add(self, way: Way) -> None:
        """Add a way; of two to the same targets only the shorter is kept (Murata: fusion of parallel transitions)."""
        key = (way.some, way.targets)
        known = self.ways.get(key)
        if known is not None:
            if known.cost <= way.cost:
                return
            self.remove(known)
        self.ways[key] = way
        for target in way.targets:
            if target is not None:
                target.ways[way] = None

    def remove(self, way: Way) -> None:
        """Take a way away."""
        del self.ways[way.some, way.targets]
        for target in way.targets:
            if target is not None:
                target.ways.pop(way, None)


class System:
    """All blocks that can be reached, and the place where the first token is."""

    __slots__ = ("blocks", "entry")

    def __init__(self, blocks: Iterable[Block]) -> None:
        self.blocks: dict[Block, None] = dict.fromkeys(blocks)
        self.entry: Place

    def places(self) -> list[Place]:
        """List all places, in the order of the blocks."""
        return [place for block in self.blocks for place in block.inputs]

    def has(self, wait: Wait) -> bool:
        """Whether some block waits like that."""
        return any(block.wait is wait for block in self.blocks)


def join(*paths: Path) -> Path:
    """Put paths one behind the other."""
    whole: Path = None
    for path in paths:
        if path is not None:
            whole = path if whole is None else (whole, path)
    return whole


def flatten_path(path: Path) -> list[tuple[str, tuple[Arc, ...]]]:
    """List the steps of a path in order."""
    steps: list[tuple[str, tuple[Arc, ...]]] = []
    todo: list[Path] = [path]
    while todo:
        part = todo.pop()
        if part is None:
            continue
        if isinstance(part[0], str):
            steps.append(part)
        else:
            todo += (part[1], part[0])
    return steps


def flatten_names(names: Names) -> set[str]:
    """Collect the names of a tree."""
    found: set[str] = set()
    todo: list[Names] = [names]
    while todo:
        part = todo.pop()
        if isinstance(part, str):
            found.add(part)
        elif part is not None:
            todo += part
    return found
