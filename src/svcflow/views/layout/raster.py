"""The raster under a picture: which cell holds which node, and which levels lines may run on.

Words are those of a picture from left to right: time runs along columns, rows lie below each other, between two
columns is a *gap*, between two rows a *gutter*. Rows and gutters together are the *levels*, counted from the top. Each
lane begins and ends with a gutter, so that no line ever runs on the border of two lanes.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort

from svcflow.views.diagram import Diagram
from svcflow.views.layout.ranks import Ranking
from svcflow.views.layout.rows import Rows

__all__ = ["Raster"]


class Raster:
    """Cells, levels, and what is free."""

    def __init__(self, diagram: Diagram, ranks: Ranking, rows: Rows) -> None:
        self.column = ranks.column
        self.columns = max(ranks.column.values(), default=0) + 1
        self.lane_of_row = rows.lane
        self.row_at: list[int | None] = []  # the row of each level; a gutter has none
        self.lane_at: list[int] = []
        self._fill_levels(rows.lane)
        level_of_row = {row: level for level, row in enumerate(self.row_at) if row is not None}
        self.level = {node.id: level_of_row[rows.row[node.id]] for node in diagram.nodes}
        self._columns_taken: dict[int, list[int]] = {level: [] for level in range(len(self.row_at))}
        self._levels_taken: dict[int, list[int]] = {column: [] for column in range(self.columns)}
        for node in diagram.nodes:
            insort(self._columns_taken[self.level[node.id]], self.column[node.id])
            insort(self._levels_taken[self.column[node.id]], self.level[node.id])
        self.nominal = self._nominal()

    def _fill_levels(self, lanes: tuple[int, ...]) -> None:
        for row, lane in enumerate(lanes):
            if row == 0 or lanes[row - 1] != lane:
                self.row_at.append(None)
                self.lane_at.append(lane)
            self.row_at += [row, None]
            self.lane_at += [lane, lane]

    def _nominal(self) -> list[float]:
        """Return about where each level lies, in heights of a row: good enough to compare ways."""
        middle, place = [], 0.0
        for row in self.row_at:
            height = 0.2 if row is None else 1.0
            middle.append(place + height / 2)
            place += height
        return middle

    def is_row(self, level: int) -> bool:
        """Tell whether a level is a row, not a gutter."""
        return self.row_at[level] is not None

    def row_is_empty(self, level: int, first: int, last: int) -> bool:
        """Tell whether no node stands in the cells of a row from column to column, both included."""
        taken = self._columns_taken[level]
        return bisect_left(taken, first) == bisect_right(taken, last)

    def column_is_empty(self, column: int, one: int, other: int) -> bool:
        """Tell whether no node stands in a column strictly between two levels."""
        low, high = min(one, other), max(one, other)
        taken = self._levels_taken[column]
        return bisect_right(taken, low) == bisect_left(taken, high)

    def reach(self, node: str) -> range:
        """Return the levels that a line from the node's upper or lower side can get to without meeting a node."""
        own = self.level[node]
        taken = self._levels_taken[self.column[node]]
        place = bisect_left(taken, own)
        low = taken[place - 1] + 1 if place else 0
        high = taken[place + 1] if place + 1 < len(taken) else len(self.row_at)
        return range(low, high)
