"""The token game on a system: a marking is an integer with a bit a place, a move is one block running once."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from svcflow.graph.algorithms import reachable
from svcflow.graph.places import Block, Place, System, Wait, Way, flatten_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

__all__ = ["Game", "Move"]


class Move(NamedTuple):
    """A block takes tokens (a mask) and goes on by a way, to these of its targets (positions, only if a choice)."""

    block: Block
    taken: int
    way: Way
    chosen: tuple[int, ...] | None


class Game:
    """The rules of the game on one system: which moves a marking allows, and what each leads to.

    Besides a bit for each place there is one for each block that waits for the first token: set when it has run in
    this round.
    """

    def __init__(self, system: System) -> None:
        self.blocks = list(system.blocks)
        self.place_at = system.places()
        self.bit = {place: 1 << position for position, place in enumerate(self.place_at)}
        self.tokens = (1 << len(self.place_at)) - 1
        self.start = self.bit[system.entry]
        self._ways = {block: sorted(block.ways.values(), key=_order) for block in self.blocks}
        self._mask = {block: sum(self.bit[place] for place in block.inputs) for block in self.blocks}
        first = [block for block in self.blocks if block.wait is Wait.FIRST]
        self._done = {block: 1 << (len(self.place_at) + position) for position, block in enumerate(first)}
        self._sources = self._sources_of_blocks()
        split = {join: block for block in self.blocks for join in block.opens}
        self._coming = {
            (block, place): self._mask_before([place], {block, split[block]})
            for block in self.blocks
            if block.wait is Wait.STARTED
            for place in block.inputs
        }
        self._late = {block: self._mask_before(block.inputs[:1], {split[block]}) for block in first}
        self._renewed = {block: [join for join in block.opens if join in self._done] for block in self.blocks}
        self._upstream: dict[Block, int] = {}

    def marked(self, marking: int) -> list[Place]:
        """List the places with a token."""
        found = []
        rest = marking & self.tokens
        while rest:
            lowest = rest & -rest
            found.append(self.place_at[lowest.bit_length() - 1])
            rest ^= lowest
        return found

    def moves(self, marking: int, *, single: bool = False) -> Iterator[Move]:
        """List the moves that a marking allows; with ``single``, of one block alone where that is enough."""
        ready = list(self.ready(marking))
        if single:
            ready = next(([one] for one in ready if self._is_independent(marking, *one)), ready)
        for block, taken in ready:
            for way in self._ways[block]:
                if not way.some:
                    yield Move(block, taken, way, None)
                    continue
                for size in range(1, len(way.targets) + 1):
                    for chosen in combinations(range(len(way.targets)), size):
                        yield Move(block, taken, way, chosen)

    def ready(self, marking: int) -> Iterator[tuple[Block, int]]:
        """Find the blocks that can run, each with the tokens it takes."""
        for block in dict.fromkeys(place.block for place in self.marked(marking)):
            taken = marking & self._mask[block]
            if block.wait is Wait.EVERY:
                if taken == self._mask[block]:
                    yield block, taken
            elif block.wait is Wait.STARTED:
                if not any(self.missing(block, marking)):
                    yield block, taken
            else:
                yield block, taken & -taken

    def missing(self, block: Block, marking: int) -> Iterator[Place]:
        """Find the empty places which a join still waits for."""
        for place in block.inputs:
            if marking & self.bit[place]:
                continue
            if block.wait is Wait.EVERY or marking & self._coming[block, place]:
                yield place

    def cost(self, move: Move) -> int:
        """Count the steps of a move, those still to be walked in front of the block among them."""
        cost = move.way.cost
        for place in move.block.inputs:
            if place.cost and move.taken & self.bit[place]:
                cost += place.cost
        return cost

    def play(self, marking: int, move: Move) -> tuple[int, tuple[str, ...]]:
        """Make a move: the marking after it, and the steps that would run twice at once."""
        twice: tuple[str, ...] = ()
        block = move.block
        marking &= ~move.taken
        for renewed in self._renewed[block]:
            if marking & self.bit[renewed.inputs[0]]:
                twice += (renewed.name,)
            marking &= ~self._done[renewed]
        if block.wait is Wait.FIRST and move.taken == self.bit[block.inputs[0]]:
            marking |= self._done[block]
        way = move.way
        targets = way.targets if move.chosen is None else [way.targets[position] for position in move.chosen]
        for place in targets:
            if place is None:
                continue
            if place.block.wait is Wait.FIRST:
                marking, again = self._put_first(marking, place)
                twice += again
            elif marking & self.bit[place]:
                twice += place.heads
            else:
                marking |= self.bit[place]
        return self._close_rounds(marking), twice

    def _close_rounds(self, marking: int) -> int:
        """Forget that a block ran in this round once nothing can come late any more."""
        for block, done in self._done.items():
            if marking & done and not marking & self._late[block]:
                marking &= ~done
        return marking

    def _put_first(self, marking: int, place: Place) -> tuple[int, tuple[str, ...]]:
        """Put a token in front of a block that runs with the first one."""
        block = place.block
        if place is block.inputs[0] and marking & (self._done[block] | self.bit[place]):
            return marking, ()
        if marking & self._mask[block]:
            return marking, (block.name,)
        return marking | self.bit[place], ()

    def _is_independent(self, marking: int, block: Block, taken: int) -> bool:
        """Whether nothing else can ever touch the tokens that a block takes, so that it may as well run first.

        A stubborn set of one: A. Valmari, "Stubborn sets for reduced state space generation", LNCS 483 (1991).
        """
        if block.opens or block.wait is Wait.FIRST:
            return False
        if block not in self._upstream:
            self._upstream[block] = self._mask_before(block.inputs, set())
        return not marking & self._upstream[block] & ~taken

    def _sources_of_blocks(self) -> dict[Place, list[Place]]:
        """Give for each place the places of the blocks that put tokens on it."""
        return {place: [one for way in place.ways for one in way.block.inputs] for place in self.place_at}

    def _mask_before(self, places: Iterable[Place], without: AbstractSet[Block]) -> int:
        """Give the places from which a token may come to one of these without running some blocks."""
        sources = {
            place: [one for one in before if one.block not in without]
            for place, before in self._sources.items()
        }
        return sum(self.bit[place] for place in reachable(sources, places))


def _order(way: Way) -> list[int]:
    """Sort ways as their arcs are in the net: of two runs of the same length the one by the first branch is told."""
    return [arc.index for _, arcs in flatten_path(way.path) for arc in arcs]
