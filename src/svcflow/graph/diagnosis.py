"""From the markings that were explored to problems in the words of the net."""

from __future__ import annotations

from typing import TYPE_CHECKING

from svcflow.graph.algorithms import reachable
from svcflow.graph.places import Path, System, Wait, flatten_names, flatten_path
from svcflow.graph.problems import Deadlock, DeadSteps, Endless, Firing, Run, RunsTwice, Soundness, Waiting
from svcflow.graph.statespace import Space, explore, probe

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from svcflow.graph.net import Net
    from svcflow.graph.places import Block, Place

__all__ = ["diagnose"]

_JOINS = (Wait.EVERY, Wait.STARTED)


def diagnose(
    net: Net, system: System, graph: Mapping[str, Sequence[str]], unreachable: frozenset[str], limit: int
) -> Soundness:
    """Explore a system that reductions could not clear, and tell what is wrong with it."""
    space = explore(system, limit)
    spaces = [space]
    if not (
        space.complete or space.twice
    ):  # where steps run twice, tokens pile up in ways that nobody needs to see
        spaces.append(probe(system, limit))
    decided = spaces[-1].complete
    deadlocks = _deadlocks(spaces)
    endless = _endless(spaces[-1])
    runs_twice = _runs_twice(spaces, graph, list(net.nodes))
    dead: tuple[DeadSteps, ...] = ()
    if decided and not runs_twice:
        alive = _alive(spaces[-1])
        dead = _dead_steps(net.nodes.keys() - unreachable - alive, deadlocks, endless, graph)
    return Soundness(
        decided,
        sum(len(one.cost) for one in spaces),
        unreachable,
        deadlocks,
        runs_twice,
        endless,
        dead,
        shortest=space.complete,
    )


def _told(paths: Iterable[Path]) -> Run:
    return tuple(Firing(name, arcs) for path in paths for name, arcs in flatten_path(path))


def _deadlocks(spaces: Sequence[Space]) -> tuple[Deadlock, ...]:
    """Tell the deadlocks, shortest first, each that has a join which waits in none before."""
    found: list[Deadlock] = []
    known: set[str] = set()
    for space in spaces:
        marked = {marking: space.game.marked(marking) for marking in space.stuck}
        cost = {marking: space.cost[marking] + sum(p.cost for p in marked[marking]) for marking in marked}
        for marking in sorted(marked, key=cost.__getitem__):
            joins = dict.fromkeys(place.block for place in marked[marking])
            if known.issuperset(block.name for block in joins):
                continue
            known.update(block.name for block in joins)
            run = _told([*space.run(marking), *(place.path for place in marked[marking])])
            found.append(Deadlock(run, tuple(_waiting(space, marking, block) for block in joins)))
    return tuple(sorted(found, key=lambda deadlock: len(deadlock.run)))


def _waiting(space: Space, marking: int, block: Block) -> Waiting:
    missing = set(space.game.missing(block, marking))
    marked = set(space.game.marked(marking))
    return Waiting(
        block.name,
        tuple(arc for place in block.inputs if place in missing for arc in place.arcs),
        tuple(arc for place in block.inputs if place in marked for arc in place.arcs),
    )


def _runs_twice(
    spaces: Sequence[Space], graph: Mapping[str, Sequence[str]], order: list[str]
) -> tuple[RunsTwice, ...]:
    """Tell the steps that may run twice at once, shortest run first, without those behind another of them."""
    found: list[RunsTwice] = []
    behind: set[str] = set()
    for space in spaces:
        for name in sorted(space.twice, key=lambda name: (space.twice[name].cost, order.index(name))):
            if name in behind:
                continue
            behind |= reachable(graph, [name])
            _, marking, move = space.twice[name]
            found.append(RunsTwice(_told([*space.run(marking), space.walk(move)]), name))
    return tuple(sorted(found, key=lambda twice: len(twice.run)))


def _endless(space: Space) -> tuple[Endless, ...]:
    """Tell the traps, shortest run first, each set of steps once."""
    found: dict[frozenset[str], Endless] = {}
    for trap in space.traps():
        nodes = _names([*trap.blocks, *trap.places])
        waiting = [place.path for place in space.game.marked(trap.marking) if place.block not in trap.blocks]
        found.setdefault(nodes, Endless(_told([*space.run(trap.marking), *waiting]), nodes))
    return tuple(found.values())


def _names(parts: Iterable[Block | Place]) -> frozenset[str]:
    return frozenset().union(*(flatten_names(part.members) for part in parts))


def _alive(space: Space) -> frozenset[str]:
    """Collect the steps that run on some run."""
    marked = 0
    blocks: set[Block] = set()
    for marking in space.cost:
        marked |= marking
        blocks.update(block for block, _ in space.game.ready(marking))
    return _names([*space.game.marked(marked), *blocks])


def _dead_steps(
    dead: Iterable[str],
    deadlocks: Sequence[Deadlock],
    endless: Sequence[Endless],
    graph: Mapping[str, Sequence[str]],
) -> tuple[DeadSteps, ...]:
    """Put each dead step to the first deadlock whose joins it is or comes behind of."""
    groups: dict[int, set[str]] = {}
    behind = [reachable(graph, [one.node for one in deadlock.waiting]) for deadlock in deadlocks]
    for name in dead:
        cause = next((number for number, part in enumerate(behind) if name in part), -1)
        groups.setdefault(cause, set()).add(name)
    default = endless[0] if endless else None
    return tuple(
        DeadSteps(frozenset(groups[cause]), deadlocks[cause] if cause >= 0 else default)
        for cause in sorted(groups)
    )
