"""All markings that a system can come to, each with the shortest run to it, up to a limit."""

from __future__ import annotations

from heapq import heappop, heappush
from typing import TYPE_CHECKING, NamedTuple

from svcflow.graph.algorithms import components, reachable, reverse
from svcflow.graph.firing import Game, Move
from svcflow.graph.places import Path, System, join

if TYPE_CHECKING:
    from collections.abc import Iterator

    from svcflow.graph.places import Block, Place

__all__ = ["Space", "Trap", "Twice", "explore", "probe"]

_EDGES_PER_STATE = 10
"""How many moves a state may have on average before the exploration is given up."""


class Twice(NamedTuple):
    """A move that puts a second token in front of a step."""

    cost: int
    marking: int
    move: Move


class Trap(NamedTuple):
    """Markings that cannot be left: one of them, and the blocks that run for ever."""

    cost: int
    marking: int
    blocks: frozenset[Block]
    places: frozenset[Place]


class Space:
    """What an exploration has seen. ``complete`` is False when the limit stopped it."""

    def __init__(self, game: Game) -> None:
        self.game = game
        self.complete = True
        self.cost: dict[int, int] = {game.start: 0}
        self.came_by: dict[int, tuple[int, Move]] = {}
        self.after: dict[int, list[int]] = {}
        self.stuck: list[int] = []
        self.twice: dict[str, Twice] = {}
        self._leaving: list[int] = []

    @property
    def edges(self) -> int:
        """How many moves have been seen."""
        return sum(map(len, self.after.values()))

    def settle(self, marking: int, *, moved: bool) -> None:
        """Note a marking of which all moves are known."""
        if not moved and marking & self.game.tokens:
            self.stuck.append(marking)
        if not moved:
            self._leaving.append(marking)

    def note_twice(self, marking: int, move: Move, steps: tuple[str, ...], cost: int) -> None:
        """Note a move that would let steps run twice; the shortest run to each is kept."""
        self._leaving.append(marking)
        for step in steps:
            if step not in self.twice or cost < self.twice[step].cost:
                self.twice[step] = Twice(cost, marking, move)

    def run(self, marking: int) -> list[Path]:
        """Give the shortest run to a marking, as paths one after the other."""
        paths: list[Path] = []
        while marking in self.came_by:
            marking, move = self.came_by[marking]
            paths.append(self.walk(move))
        return paths[::-1]

    def walk(self, move: Move) -> Path:
        """Give the steps of a move."""
        places = [place for place in self.game.marked(move.taken) if place.block is move.block]
        path = join(*(place.path for place in places), move.way.path)
        if move.chosen is not None:
            path = join(path, (move.way.name, tuple(move.way.arcs[position] for position in move.chosen)))
        return path

    def traps(self) -> list[Trap]:
        """Find the parts without a way out: strongly connected, no marking in them ends, is stuck, or is cut off."""
        if not self.complete:
            return []
        doomed = self.after.keys() - reachable(reverse(self.after), self._leaving)
        inner = {marking: self.after[marking] for marking in self.after if marking in doomed}
        found = []
        for part in components(inner):
            members = set(part)
            if all(one in members for marking in part for one in inner[marking]):
                found.append(self._trap(part))
        return sorted(found, key=lambda trap: trap.cost)

    def _trap(self, part: list[int]) -> Trap:
        blocks = frozenset(block for marking in part for block, _ in self.game.ready(marking))
        first = min(part, key=lambda marking: self.cost[marking])
        waiting = (place.cost for place in self.game.marked(first) if place.block not in blocks)
        places = frozenset(
            place for marking in part for place in self.game.marked(marking) if place.block in blocks
        )
        return Trap(self.cost[first] + sum(waiting), first, blocks, places)


def explore(system: System, limit: int) -> Space:
    """Visit all markings, nearest first (E. W. Dijkstra, 1959): what is found has the shortest run to it."""
    game = Game(system)
    space = Space(game)
    heap = [(0, 0, game.start)]
    edges = 0
    while heap:
        cost, _, marking = heappop(heap)
        if marking in space.after:
            continue
        after = space.after[marking] = []
        moved = False
        for move in game.moves(marking):
            moved = True
            edges += 1
            if edges > limit * _EDGES_PER_STATE or len(space.cost) > limit:
                space.complete = False
                return space
            further = cost + game.cost(move)
            following, twice = game.play(marking, move)
            if twice:
                space.note_twice(marking, move, twice, further)
                continue
            after.append(following)
            if further < space.cost.get(following, further + 1):
                space.cost[following] = further
                space.came_by[following] = (marking, move)
                heappush(heap, (further, len(space.cost), following))
        space.settle(marking, moved=moved)
    return space


def probe(system: System, limit: int) -> Space:
    """Visit enough markings to find every kind of problem, deepest first; the runs found need not be the shortest.

    Where the next block is independent of all others, only its moves are followed; where that would close a circle,
    all are, so that nothing is put off for ever.
    """
    game = Game(system)
    space = Space(game)
    open_: dict[int, Iterator[Move]] = {game.start: game.moves(game.start, single=True)}
    space.after[game.start] = []
    full: set[int] = set()
    edges = 0
    while open_:
        marking, moves = next(reversed(open_.items()))
        for move in moves:
            edges += 1
            if edges > limit * _EDGES_PER_STATE or len(space.cost) > limit:
                space.complete = False
                return space
            further = space.cost[marking] + game.cost(move)
            following, twice = game.play(marking, move)
            if twice:
                space.note_twice(marking, move, twice, further)
                continue
            space.after[marking].append(following)
            if following in open_ and marking not in full:
                full.add(marking)
                open_[marking] = game.moves(marking)
                break
            if following not in space.after:
                space.cost[following] = further
                space.came_by[following] = (marking, move)
                space.after[following] = []
                open_[following] = game.moves(following, single=True)
                break
        else:
            del open_[marking]
            space.settle(marking, moved=bool(space.after[marking]) or _is_cut(game, marking))
    return space


def _is_cut(game: Game, marking: int) -> bool:
    """Whether a marking without a successor has moves after all, which all let a step run twice."""
    return next(game.moves(marking), None) is not None
