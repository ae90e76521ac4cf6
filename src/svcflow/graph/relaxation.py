"""Reductions that keep only the verdict: whether a system has a problem at all, not which, nor how far away it is.

They clear away what a faithful reduction must leave because a run could be told more shortly without it: branches that
nobody waits for, a split that follows another one, ends inside an inclusive branch, the slower branches before a step
that runs on with the first.
"""

from __future__ import annotations

from svcflow.graph.assembly import mark_once
from svcflow.graph.places import Block, Place, System, Wait, Way
from svcflow.graph.reduction import Reducer

__all__ = ["relax"]


def relax(system: System, graph: dict[str, list[str]]) -> None:
    """Reduce a system further, on to what only tells whether it is in order; ``graph`` is the net's adjacency."""
    mark_once(system, graph)
    reducer = Reducer(system)
    reducer.reduce()
    while any(_relax_once(reducer, place) for place in system.places()):
        reducer.work()


def _relax_once(reducer: Reducer, place: Place) -> bool:
    block = place.block
    if block.wait is Wait.STARTED:
        return _join_alternatives(reducer, place)
    if block.wait is Wait.FIRST:
        return _run_first(reducer, place)
    rules = (_drop_tail, _end_early, _split_at_once)
    return block.wait is Wait.ONE and any(rule(reducer, place) for rule in rules)


def _drop_tail(reducer: Reducer, place: Place) -> bool:
    """Forget a branch that only ends, beside others, after a split that runs no more than once."""
    way = _split_before(place)
    if way is None or set(place.block.ways) != {(False, ())}:
        return False
    reducer.retarget(way, [None if target is place else target for target in way.targets], way.arcs)
    del reducer.system.blocks[place.block]
    return True


def _split_before(place: Place) -> Way | None:
    """Find the way that leads to the place and to others, if it alone leads there and runs no more than once."""
    way = place.feeder
    if way is None or not way.once or len(way.targets) < 2 or way.targets.count(place) > 1:
        return None
    return way


def _end_early(reducer: Reducer, place: Place) -> bool:
    """Take a branch that may end for one that may not be started: an inclusive join waits for it in neither case."""
    way = _split_before(place)
    ways = dict(place.block.ways)
    end = ways.pop((False, ()), None)
    if way is None or not way.some or end is None or len(ways) != 1:
        return False
    (onward,) = ways.values()
    if onward.goal is None or onward.goal.block.wait is not Wait.STARTED:
        return False
    place.block.remove(end)
    reducer.retarget(way, (*way.targets, None), (*way.arcs, way.arcs[0]))
    reducer.look_at([place])
    return True


def _split_at_once(reducer: Reducer, place: Place) -> bool:
    """Make one split of two that follow each other without a choice."""
    way = place.feeder
    if (
        way is None
        or way.some
        or way.targets.count(place) > 1
        or len(place.block.ways) != 1
        or place.block.opens
    ):
        return False
    (onward,) = place.block.ways.values()
    if (
        onward.some
        or not onward.targets
        or any(one is place or (one and one.block.wait is Wait.FIRST) for one in onward.targets)
    ):
        return False
    place.block.remove(onward)
    reducer.retarget(way, [*(target for target in way.targets if target is not place), *onward.targets])
    del reducer.system.blocks[place.block]
    return True


def _join_alternatives(reducer: Reducer, place: Place) -> bool:
    """Make one place of those of an inclusive join of which one step chooses a single one."""
    way = place.feeder
    after = place.block
    if way is None or way.goal is not place or reducer.system.has(Wait.FIRST):
        return False
    others = [one for one in way.block.ways.values() if one is not way and _leads_only_to(one, after)]
    for other in others:
        way.block.remove(other)
        after.inputs = [one for one in after.inputs if one is not other.goal]
    if len(after.inputs) == 1:
        after.wait = Wait.ONE
    reducer.look_at(after.inputs)
    reducer.look_at(way.block.inputs)
    return bool(others)


def _leads_only_to(way: Way, after: Block) -> bool:
    return way.goal is not None and way.goal.block is after and way.goal.feeder is way


def _run_first(reducer: Reducer, place: Place) -> bool:
    """Let only one branch of a split that runs no more than once go to the step that any of them runs."""
    if place is not place.block.inputs[0]:
        return False
    feeders = {way.block for way in place.ways}
    for way in [way for block in reducer.system.blocks for way in block.ways.values()]:
        branches = {one for one in way.targets if one is not None and _is_branch(one, place)}
        if way.once and len(branches) > 1 and feeders <= {way.block, *(one.block for one in branches)}:
            _merge_branches(reducer, way, branches, place)
            return True
    return False


def _is_branch(place: Place, target: Place) -> bool:
    """Whether a place is the target, or all that it leads to is, by one block that nothing else leads to."""
    if place is target:
        return True
    way = place.feeder
    single = way is not None and way.targets.count(place) == 1 and place.block.wait is Wait.ONE
    return single and set(place.block.ways) == {(False, (target,))}


def _merge_branches(reducer: Reducer, way: Way, branches: set[Place], place: Place) -> None:
    """Let a way lead to the place in place of all these branches, and let each token there run the block."""
    after = place.block
    for branch in branches - {place}:
        for onward in list(branch.block.ways.values()):
            branch.block.remove(onward)
        del reducer.system.blocks[branch.block]
    targets = [place, *(target for target in way.targets if target not in branches)]
    reducer.retarget(way, targets, way.arcs[: len(targets)])
    after.wait = Wait.ONE
    again = after.inputs[1:]
    del after.inputs[1:]
    for back in [back for one in again for back in one.ways]:
        reducer.retarget(back, [place if target in again else target for target in back.targets], back.arcs)
    reducer.look_at(after.inputs)
