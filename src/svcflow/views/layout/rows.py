"""Rows: each lane has one or more, and a node stands in a row of its lane.

The flow is cut into chains, the longest first: a chain goes on to the successor with the longest way to go. The part
of a chain that stays in one lane keeps one row, and the cells between its nodes stay free, so that the main path is
straight and its edges run through the middle of the row.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count, islice

from svcflow.views.diagram import Diagram
from svcflow.views.layout.ranks import Ranking

__all__ = ["Rows", "rows"]

_TRIED = 3  # free rows on each side, of which the best is taken
_CROSSED = 1.5  # a chain that is crossed is worse than a row further away
_FAR = 10**6


@dataclass(frozen=True, slots=True)
class Rows:
    """The row of each node (counted over all lanes), and the lane of each row."""

    row: dict[str, int]
    lane: tuple[int, ...]


def rows(diagram: Diagram, ranks: Ranking) -> Rows:
    """Give each node a row. A diagram without lanes is one lane whose side paths may lie on both sides."""
    places = {lane.id: place for place, lane in enumerate(diagram.lanes)}
    lane = {node.id: places.get(node.lane or "", 0) for node in diagram.nodes}
    main = {node: ranks.main(node, middle=not diagram.lanes) for node in ranks.column}
    shared = {lane[node.id] for node in diagram.nodes if node.beside}
    packed = _Packing(ranks, lane, main, shared, both_sides=not diagram.lanes)
    for chain in _chains(ranks, main):
        packed.add(chain)
    return packed.rows(max(1, len(diagram.lanes)))


def _chains(ranks: Ranking, main: dict[str, str | None]) -> list[list[str]]:
    """Cut the flow into chains; each begins at the first node not yet in one, branches nearest the main path first."""
    done: set[str] = set()
    chains = []
    for first in sorted(ranks.column, key=lambda node: (ranks.column[node], abs(_aside(node, ranks, main)))):
        chain = []
        node: str | None = first
        while node is not None and node not in done:
            done.add(node)
            chain.append(node)
            node = main[node]
        if chain:
            chains.append(chain)
    return chains


def _aside(node: str, ranks: Ranking, main: dict[str, str | None]) -> int:
    """Return how many branches before (below 0) or after the main one a node comes, by the order of writing."""
    if not ranks.before[node]:
        return 0
    parent = ranks.before[node][0]
    following, chief = ranks.after[parent], main[parent]
    return following.index(node) - following.index(chief) if chief in following else 0


class _Packing:
    """Rows of each lane as they fill."""

    def __init__(
        self,
        ranks: Ranking,
        lane: dict[str, int],
        main: dict[str, str | None],
        shared: set[int],
        *,
        both_sides: bool,
    ) -> None:
        self._ranks, self._lane, self._main, self._both_sides = ranks, lane, main, both_sides
        self._shared = shared  # lanes that what stands beside others keeps full: no cells stay free there
        self._in_lane: dict[int, dict[int, list[tuple[int, int]]]] = {}
        self._row: dict[str, int] = {}

    def add(self, chain: list[str]) -> None:
        """Place a chain, piece by piece."""
        start = 0
        for end in range(1, len(chain) + 1):
            lane = self._lane[chain[start]]
            if end == len(chain) or self._lane[chain[end]] != lane or lane in self._shared:
                self._place(chain[start:end])
                start = end

    def _place(self, piece: list[str]) -> None:
        lane, columns = self._lane[piece[0]], self._ranks.column
        wanted = self._wanted(piece, lane)
        span = (columns[piece[0]], columns[piece[-1]])
        aside = _aside(piece[0], self._ranks, self._main)
        found = self._free_rows(lane, span, wanted, aside)
        row = min(found, key=lambda one: one[0] + _CROSSED * self._crossed(piece, lane, one[1]))[1]
        self._in_lane.setdefault(lane, {}).setdefault(row, []).append(span)
        self._row.update(dict.fromkeys(piece, row))

    def _is_free(self, row: tuple[int, int], span: tuple[int, int]) -> bool:
        taken = self._in_lane.get(row[0], {}).get(row[1], ())
        return all(span[1] < low or high < span[0] for low, high in taken)

    def _crossed(self, piece: list[str], lane: int, row: int) -> int:
        """Count the chains between the row and the neighbours of a piece that lines to these would cross."""
        count = 0
        for node in piece:
            links = [(other, node) for other in self._ranks.before[node]]
            links += [(node, other) for other in self._ranks.after[node]]
            for source, target in links:
                other = source if target == node else target
                if other in self._row and other not in piece:
                    count += self._between(lane, row, other, self._ranks.column[target] - 1)
        return count

    def _between(self, lane: int, row: int, other: str, gap: int) -> int:
        """Count the pieces in the rows of a lane between a row and a node that pass a gap."""
        low, high = sorted((row, self._seen_from(lane, other)))
        return sum(
            start <= gap < end
            for at, rows in self._in_lane.get(lane, {}).items()
            if low < at < high
            for start, end in rows
        )

    def _seen_from(self, lane: int, node: str) -> int:
        """Return the row of a node, or a row beyond all of a lane's where it stands in another one."""
        own = self._lane[node]
        return self._row[node] if own == lane else -_FAR if own < lane else _FAR

    def _wanted(self, piece: list[str], lane: int) -> int:
        """Return the row of the piece's neighbours in the lane, so that few edges have to change rows."""
        around = [*self._ranks.before[piece[0]], *self._ranks.after[piece[-1]]]
        known = [self._row[node] for node in around if node in self._row and self._lane[node] == lane]
        return known[0] if known else 0

    def _free_rows(
        self, lane: int, span: tuple[int, int], wanted: int, aside: int
    ) -> list[tuple[float, int]]:
        """Return the next free rows with what they cost; right is the side where the order of writing has the branch.

        In a lane each row further costs as much as any, however many are taken, so that many branches stay in order;
        the wrong side is worth a crossing less. Without lanes it costs a row more.
        """
        if self._is_free((lane, wanted), span):
            return [(0.0, wanted)]
        side = -1 if aside < 0 else 1 if aside > 0 else (1 if wanted >= 0 else -1)
        right, wrong = (
            list(
                islice(
                    (step for step in count(1) if self._is_free((lane, wanted + way * step), span)), _TRIED
                )
            )
            for way in (side, -side)
        )
        if self._both_sides:
            found = [(float(step), wanted + side * step) for step in right]
            return found + [(step + 1.5, wanted - side * step) for step in wrong]
        found = [(float(place), wanted + side * step) for place, step in enumerate(right)]
        return found + [(place + 1.4, wanted - side * step) for place, step in enumerate(wrong)]

    def rows(self, lanes: int) -> Rows:
        """Number the rows through all lanes; a lane without nodes still has one."""
        found: dict[int, set[int]] = {lane: set() for lane in range(lanes)}
        for node, row in self._row.items():
            found[self._lane[node]].add(row)
        number: dict[tuple[int, int], int] = {}
        lane_of: list[int] = []
        for lane in range(lanes):
            for row in sorted(found[lane]) or [0]:
                number[lane, row] = len(lane_of)
                lane_of.append(lane)
        return Rows({node: number[self._lane[node], row] for node, row in self._row.items()}, tuple(lane_of))
