"""A net as a system of places and blocks: the form in which soundness is reduced and explored.

A token lies on a *place* and waits there for the *block* that takes it. A block is at first one node; reductions join
blocks to larger ones, and everything keeps the original steps it stands for, so that runs come out in their names. A
place may have a *path* of steps that its tokens have yet to walk: it is walked when the block takes the token.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from enum import Enum
from typing import TypeAlias

from svcflow.graph.algorithms import components, dominators
from svcflow.graph.net import Arc, Join, Net, Split, choices, incoming, successors

__all__ = [
    "Block",
    "Names",
    "Path",
    "Place",
    "System",
    "Wait",
    "Way",
    "build",
    "flatten_names",
    "flatten_path",
    "join",
    "mark_once",
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
    """A token on some place, and no token left in the system that could still come to an empty one.

    BPMN's inclusive join. The standard lets it go on, too, while such a token could as well come to a place that is
    taken; we wait for it, so that a join once ready stays ready: a second token on the place is reported on its own.
    """
    FIRST = 4
    """A token on its first place; when it has taken one, later ones vanish until the round's split runs again.

    The split of a round is the join's immediate dominator. Arcs that come back from behind the join have a place of
    their own and run the block each time.
    """


class Place:
    """Where tokens wait for a block: in front of an ordinary node, or on one arc into a join.

    A ``partial`` place stands for several arcs into a join of which only some need have a token.
    """

    __slots__ = ("arcs", "block", "cost", "entry", "heads", "members", "partial", "path", "ways")

    def __init__(self, block: Block, arcs: tuple[Arc, ...] = ()) -> None:
        self.block = block
        self.arcs = arcs
        self.entry = False
        self.ways: dict[Way, None] = {}
        self.heads: tuple[str, ...] = (block.name,)
        self.cost = 0
        self.path: Path = None
        self.members: Names = None
        self.partial = False

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
    """A node, or nodes that act as one: what it waits for, and the ways in which it goes on."""

    __slots__ = ("inputs", "members", "name", "renews", "wait", "ways")

    def __init__(self, name: str, wait: Wait = Wait.ONE) -> None:
        self.name = name
        self.wait = wait
        self.inputs: list[Place] = []
        self.ways: dict[tuple[bool, tuple[Place | None, ...]], Way] = {}
        self.renews: list[Block] = []
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

    def __init__(self) -> None:
        self.blocks: dict[Block, None] = {}
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


def build(net: Net, out: Mapping[str, Sequence[Arc]], inside: Container[str]) -> System:
    """Turn the nodes of a net that can be reached (``inside``) into a system with one block a node."""
    return _Builder(net, out, inside).run()


def mark_once(system: System, graph: Mapping[str, Sequence[str]]) -> None:
    """Mark the ways out of nodes that are on no loop of the net; only before any reduction."""
    circling = {node for part in components(graph) for node in part if len(part) > 1 or node in graph[node]}
    for block in system.blocks:
        for way in block.ways.values():
            way.once = block.name not in circling


class _Builder:
    """Makes the blocks, then the places of each one's arcs in, then the ways between them."""

    def __init__(self, net: Net, out: Mapping[str, Sequence[Arc]], inside: Container[str]) -> None:
        self.net = net
        self.out = out
        self.into = incoming(net)
        self.system = System()
        self.block = {name: Block(name) for name in net.nodes if name in inside}
        self.system.blocks = dict.fromkeys(self.block.values())
        self.place: dict[int, Place] = {}
        self.above: dict[str, str | None] = {}
        nodes = [net.nodes[name] for name in self.block]
        if any(node.join is Join.ANY or node.split is Split.INCLUSIVE for node in nodes):
            self.above = dominators(successors(out), net.start)

    def run(self) -> System:
        for name in self.block:
            self._make_places(name)
        for name, block in self.block.items():
            for choice in choices(self.net.nodes[name].split, self.out[name]):
                way = self._way(block, choice.arcs, some=choice.some)
                for one in way.plain():
                    block.add(one)
        return self.system

    def _make_places(self, name: str) -> None:
        kind = self.net.nodes[name].join
        arcs = self.into[name]
        if kind is Join.EXCLUSIVE or len(arcs) + (name == self.net.start) < 2:
            self._one_place(name, arcs)
        elif kind is Join.ANY:
            self._first_place(name, arcs)
        else:
            self._place_an_arc(name, arcs)

    def _one_place(self, name: str, arcs: Iterable[Arc]) -> Place:
        place = Place(self.block[name])
        self.block[name].inputs.append(place)
        for arc in arcs:
            self.place[arc.index] = place
        if name == self.net.start and not place.block.inputs[1:]:
            self._enter(place)
        return place

    def _enter(self, place: Place) -> None:
        place.entry = True
        self.system.entry = place

    def _place_an_arc(self, name: str, arcs: Sequence[Arc]) -> None:
        block = self.block[name]
        over = self.above.get(name)
        block.wait = Wait.EVERY
        if over is not None and self.net.nodes[over].split is Split.INCLUSIVE:
            block.wait = Wait.STARTED
            arcs = [arc for arc in arcs if arc.source in self.block]
            if len(arcs) < 2:
                block.wait = Wait.ONE
        if name == self.net.start:
            block.inputs.append(Place(block))
            self._enter(block.inputs[0])
        for arc in arcs:
            self.place[arc.index] = Place(block, (arc,))
            block.inputs.append(self.place[arc.index])

    def _first_place(self, name: str, arcs: Sequence[Arc]) -> None:
        arcs = [arc for arc in arcs if arc.source in self.block]
        again = [arc for arc in arcs if self._is_behind(arc.source, name)]
        first = [arc for arc in arcs if arc not in again]
        over = self.above.get(name)
        if over is None or len(first) < 2:
            self._one_place(name, arcs)
            return
        block = self.block[name]
        block.wait = Wait.FIRST
        self._one_place(name, first)
        if again:
            self._one_place(name, again)
        self.block[over].renews.append(block)

    def _is_behind(self, node: str, join: str) -> bool:
        """Whether every way to the node runs through the join."""
        above: str | None = node
        while above is not None and above != join:
            above = self.above[above]
        return above is not None

    def _way(self, block: Block, arcs: tuple[Arc, ...], *, some: bool) -> Way:
        if some:
            targets = tuple(None if arc.target is None else self.place[arc.index] for arc in arcs)
            way = Way(block, targets, 1, None)
            way.some, way.name, way.arcs = True, block.name, arcs
            return way
        real = tuple(self.place[arc.index] for arc in arcs if arc.target is not None)
        return Way(block, real, 1, (block.name, arcs))
