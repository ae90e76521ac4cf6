"""Reductions of a system: what is in order shrinks to a single block, what is not stays to be explored.

Two kinds. The *faithful* ones keep every problem and the length of the shortest run to it; they are cut from the rules
of T. Murata, "Petri Nets: Properties, Analysis and Applications", Proceedings of the IEEE 77 (1989), section V-D
(fusion of series and of parallel places and transitions, self-loops), with the intervals of M. S. Hecht and
J. D. Ullman, "Flow Graph Reducibility", SIAM Journal on Computing 1 (1972), for choices and loops. The *verdict* ones
(`relax`) keep only whether there is a problem at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from svcflow.graph.places import Block, Place, System, Wait, Way, join

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from svcflow.graph.net import Arc

__all__ = ["Reducer", "is_sound_block"]

_JOINS = (Wait.EVERY, Wait.STARTED)
_PARTIAL = (Wait.STARTED, Wait.FIRST)


def is_sound_block(system: System) -> bool:
    """Whether all that is left is one block that takes the first token and ends: nothing can go wrong."""
    if len(system.blocks) != 1:
        return False
    (block,) = system.blocks
    return block.wait is Wait.ONE and all(not any(way.targets) for way in block.ways.values())


class Reducer:
    """Applies rules to places until none fits.

    They keep the verdict; with ``faithful``, also every problem and the length of the shortest run to it. For that,
    some steps stay apart: choices in a net with a join that waits for what was started, since it can go on as soon as
    the choice is made; and what follows a join that may run with only a part of its tokens, since it differs from one
    time to the next; and a split that begins a new round for a join.
    """

    def __init__(self, system: System, *, faithful: bool = False) -> None:
        self.system = system
        self.faithful = faithful
        self.choosing = not (faithful and system.has(Wait.STARTED))
        self._todo: dict[Place, None] = {}

    def reduce(self) -> None:
        """Apply the faithful rules, wherever they fit."""
        for block in self.system.blocks:
            self.drop_self_loop(block)
        self.look_at(self.system.places())
        self.work()

    def look_at(self, places: Iterable[Place | None]) -> None:
        """Note places whose surroundings have changed."""
        for place in places:
            if place is not None:
                self._todo[place] = None

    def work(self) -> None:
        """Go on until no place is left to look at."""
        while self._todo:
            place, _ = self._todo.popitem()
            block = place.block
            if block not in self.system.blocks or place not in block.inputs:
                continue
            if block.wait is Wait.ONE:
                _ = self._join_series(place) or self._defer(place)
            elif block.wait in _JOINS:
                self._join_twins(place)

    def _join_series(self, place: Place) -> bool:
        """Join a block to the only one it follows: a series, the branches of a choice, the body of a loop."""
        after = place.block
        way = place.feeder
        if way is None or way.goal is not place or way.block is after or self._opens(after):
            return False
        before = way.block
        if not self.choosing and len(before.ways) > 1:
            return False
        if self.faithful and (before.wait in _PARTIAL or self._opens(before)):
            return False
        before.remove(way)
        path = join(way.path, place.path)
        for onward in list(after.ways.values()):
            after.remove(onward)
            before.add(onward.moved(before, way.cost + place.cost, path))
            self.look_at(onward.targets)
        before.members = ((before.members, place.members), after.members)
        del self.system.blocks[after]
        self.drop_self_loop(before)
        self.look_at(before.inputs)
        return True

    def drop_self_loop(self, block: Block) -> None:
        """Drop a way straight back into the block, as long as there is another one out of it."""
        if block.wait is Wait.ONE and len(block.ways) > 1:
            loop = block.ways.get((False, (block.inputs[0],)))
            if loop is not None:
                block.remove(loop)
                self.look_at(block.inputs)

    def _defer(self, place: Place) -> bool:
        """Let the join take over the walk of a block that does nothing but lead to it."""
        block = place.block
        if len(block.ways) != 1 or self._opens(block):
            return False
        (way,) = block.ways.values()
        target = way.goal
        if (
            target is None
            or target.block is block
            or target.block.wait not in _JOINS
            or target.feeder is None
        ):
            return False
        block.remove(way)
        place.path = join(place.path, way.path, target.path)
        place.cost += way.cost + target.cost
        place.arcs = target.arcs
        place.members = ((place.members, block.members), target.members)
        place.block = target.block
        inputs = target.block.inputs
        inputs[inputs.index(target)] = place
        del self.system.blocks[block]
        self.look_at([place])
        return True

    def _join_twins(self, place: Place) -> None:
        """Make one place of those of a join that get their tokens together, by the same way and no other."""
        way = place.feeder
        if way is None:
            return
        after = place.block
        twins = [one for one in way.targets if one is not None and _is_twin(one, after)]
        if len(twins) < 2 or len(set(twins)) < len(twins):
            return
        if way.some and not self._may_merge_choice(way, after):
            return
        kept = _merge_any(twins) if way.some else _merge_all(twins)
        after.inputs = [one for one in after.inputs if one is kept or one not in twins]
        left = [position for position, one in enumerate(way.targets) if one is kept or one not in twins]
        arcs = [way.arcs[position] for position in left] if way.some else []
        self.retarget(way, [way.targets[position] for position in left], arcs)
        if len(after.inputs) == 1:
            after.wait = Wait.ONE
        self.look_at(after.inputs)

    def _may_merge_choice(self, way: Way, after: Block) -> bool:
        """Whether it is all the same to a join how many of the branches have been started.

        It is if the choice begins the join's round: no other token can come by these arcs in it. If not, it is for the
        verdict, unless tokens vanish: one that seems to be on its way may then never come.
        """
        if after.wait is not Wait.STARTED:
            return False
        if any(after in block.opens and way.name == block.name for block in self.system.blocks):
            return True
        return not self.faithful and not self.system.has(Wait.FIRST)

    def _opens(self, block: Block) -> bool:
        """Whether a block must stay where it is because it begins the rounds of some join."""
        kept = _PARTIAL if self.faithful else (Wait.FIRST,)
        return any(join.wait in kept for join in block.opens)

    def retarget(self, way: Way, targets: Sequence[Place | None], arcs: Sequence[Arc] = ()) -> None:
        """Let a way lead to other targets; see `Way.retargeted`."""
        block = way.block
        block.remove(way)
        for one in way.retargeted(targets, arcs).plain():
            block.add(one)
            self.look_at(one.targets)
        self.drop_self_loop(block)
        self.look_at(block.inputs)


def _is_twin(place: Place, after: Block) -> bool:
    return place.block is after and place.feeder is not None


def _merge_all(twins: list[Place]) -> Place:
    """Merge places that always get a token each."""
    kept = twins[0]
    for other in twins[1:]:
        kept.path = join(kept.path, other.path)
        kept.cost += other.cost
        kept.arcs += other.arcs
        kept.heads += other.heads
        kept.members = (kept.members, other.members)
    return kept


def _merge_any(twins: list[Place]) -> Place:
    """Merge places of which some get a token: the quickest stands for them."""
    kept = min(twins, key=lambda place: place.cost)
    for other in twins:
        if other is not kept:
            kept.members = (kept.members, other.members)
    return kept
