"""From a net to the system of places and blocks on which soundness is decided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property

from svcflow.graph.algorithms import components, dominators
from svcflow.graph.net import Arc, Join, Net, Split, choices, incoming, successors
from svcflow.graph.places import Block, Path, Place, System, Wait, Way, join

__all__ = ["build", "mark_once"]


def build(net: Net, out: Mapping[str, Sequence[Arc]], inside: AbstractSet[str]) -> System:
    """Turn the nodes of a net that can be reached (``inside``) into a system.

    A block stands for one node, and for those that simply follow it one after the other.
    """
    return _Builder(net, out, inside).run()


def mark_once(system: System, graph: Mapping[str, Sequence[str]]) -> None:
    """Mark the ways out of nodes that are on no loop of the net; only before any reduction."""
    circling = {node for part in components(graph) for node in part if len(part) > 1 or node in graph[node]}
    for block in system.blocks:
        for way in block.ways.values():
            way.once = block.name not in circling


class _Builder:
    """Makes the blocks, then the places of each one's arcs in, then the ways between them."""

    def __init__(self, net: Net, out: Mapping[str, Sequence[Arc]], inside: AbstractSet[str]) -> None:
        self.net = net
        self.out = out
        self.inside = inside
        self.into = incoming(net)
        nodes = [(name, node) for name, node in net.nodes.items() if name in inside]
        self.place: dict[int, Place] = {}
        self.above: dict[str, str | None] = {}
        if any(node.join is Join.ANY or node.split is Split.INCLUSIVE for _, node in nodes):
            self.above = dominators(successors(out), net.start)
        self.opening = {self.above.get(name) for name, node in nodes if node.join is not Join.EXCLUSIVE}
        self.block = {name: Block(name) for name, _ in nodes if not self._just_follows(name)}
        self.system = System(self.block.values())

    def run(self) -> System:
        for name in self.block:
            self._make_places(name)
        for name, block in self.block.items():
            self._make_ways(block, name)
        return self.system

    def _just_follows(self, name: str) -> bool:
        """Whether a single arc leads to the node, from a node that leads nowhere else and waits for nothing."""
        arcs = self.into[name]
        if len(arcs) != 1 or name == self.net.start or name in self.opening:
            return False
        before = arcs[0].source
        return len(self.out[before]) == 1 and self._is_simple(before)

    def _is_simple(self, name: str) -> bool:
        """Whether each token that comes in runs the node."""
        arcs = len(self.into[name]) + (name == self.net.start)
        return arcs < 2 or self.net.nodes[name].join is Join.EXCLUSIVE

    def _make_places(self, name: str) -> None:
        arcs = self.into[name]
        if self._is_simple(name):
            self._one_place(name, arcs)
        elif self.net.nodes[name].join is Join.ANY:
            self._first_place(name, arcs)
        else:
            self._place_an_arc(name, arcs)

    def _one_place(self, name: str, arcs: Iterable[Arc]) -> None:
        place = Place(self.block[name])
        self.block[name].inputs.append(place)
        for arc in arcs:
            self.place[arc.index] = place
        if name == self.net.start:
            self._enter(place)

    def _enter(self, place: Place) -> None:
        place.entry = True
        self.system.entry = place

    def _place_an_arc(self, name: str, arcs: Sequence[Arc]) -> None:
        block = self.block[name]
        over = self.above.get(name)
        block.wait = Wait.EVERY
        if over is not None and self._follows_inclusive(name):
            arcs = [arc for arc in arcs if arc.source in self.inside]
            block.wait = Wait.STARTED if len(arcs) > 1 else Wait.ONE
            self.block[over].opens.append(block)
        if name == self.net.start:
            block.inputs.append(Place(block))
            self._enter(block.inputs[0])
        for arc in arcs:
            self.place[arc.index] = Place(block, (arc,))
            block.inputs.append(self.place[arc.index])

    def _first_place(self, name: str, arcs: Sequence[Arc]) -> None:
        arcs = [arc for arc in arcs if arc.source in self.inside]
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
        self.block[over].opens.append(block)

    def _follows_inclusive(self, name: str) -> bool:
        """Whether branches of an inclusive split meet at a join, and nowhere before it; others may come there, too.

        The split is then the immediate dominator of the join among what lies behind the split. What an inclusive split
        behind the join sends back there is of another round.
        """
        return any(
            above.get(name) == split and not self._is_behind(split, name)
            for split, above in self._behind_inclusive.items()
        )

    @cached_property
    def _behind_inclusive(self) -> dict[str, dict[str, str | None]]:
        """The immediate dominators of what lies behind each inclusive split."""
        graph = successors(self.out)
        splits = [name for name in self.inside if self.net.nodes[name].split is Split.INCLUSIVE]
        return {name: dominators(graph, name) for name in sorted(splits)}

    def _is_behind(self, node: str, join: str) -> bool:
        """Whether every way to the node runs through the join."""
        above: str | None = node
        while above is not None and above != join:
            above = self.above[above]
        return above is not None

    def _make_ways(self, block: Block, name: str) -> None:
        cost = 0
        path: Path = None
        while len(self.out[name]) == 1:
            (arc,) = self.out[name]
            if arc.target is None or arc.target in self.block:
                break
            cost, path = cost + 1, join(path, (name, (arc,)))
            name = arc.target
            block.members = (block.members, name)
        for arcs, some in choices(self.net.nodes[name].split, self.out[name]):
            way = self._part_of(block, arcs, name) if some else self._all_of(block, arcs, name)
            way.cost, way.path = way.cost + cost, join(path, way.path)
            for one in way.plain():
                block.add(one)

    def _part_of(self, block: Block, arcs: tuple[Arc, ...], name: str) -> Way:
        targets = tuple(None if arc.target is None else self.place[arc.index] for arc in arcs)
        way = Way(block, targets, 1, None)
        way.some, way.name, way.arcs = True, name, arcs
        return way

    def _all_of(self, block: Block, arcs: tuple[Arc, ...], name: str) -> Way:
        targets = tuple(self.place[arc.index] for arc in arcs if arc.target is not None)
        return Way(block, targets, 1, (name, arcs))
