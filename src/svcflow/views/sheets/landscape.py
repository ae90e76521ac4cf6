"""The landscape as a scene: tiles on one grid, and calls in the free ways between them."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from svcflow.text import is_whole, wrap
from svcflow.views.landscape import Landscape, Tile
from svcflow.views.layout.picture import Box, Point
from svcflow.views.scene import Anchor, Group, Item, Path, Rect, Scene, Words
from svcflow.views.sheets.frame import Key, framed

__all__ = ["landscape_scene"]

_WIDE, _HIGH = 196.0, 76.0
_NAME, _SMALL = 13.0, 10.5
_PAD = 10.0
_LINE = 1.32
_HEAD = 34.0
_SIDE = 104.0
_WAY, _TRACK = 22.0, 7.0  # the free way between tiles, and what each call adds to it
_TALL = 8  # tiles below each other in a cell, before a second column begins


def landscape_scene(landscape: Landscape) -> Scene:
    """Lay out a landscape; tiles stand in columns of equal width and lines of equal height, so that ways stay free."""
    grid = _Grid(landscape)
    items = [*grid.grounds(), *grid.calls(), *map(grid.tile, landscape.tiles)]
    keys = [
        Key((Rect(Box(0, 1, 22, 14), f"tile tone-{tone.value}", 3),), text, 22)
        for tone, text in landscape.legend
    ]
    if landscape.calls:
        keys.append(Key((Path(((0, 8), (26, 8)), "runs", arrow=True),), landscape.calls, 28))
    return framed(landscape.heading, tuple(items), (grid.right, grid.bottom), tuple(keys))


class _Grid:
    """Where everything stands: lines of tiles by line number, columns of tiles by column number."""

    def __init__(self, landscape: Landscape) -> None:
        self.landscape = landscape
        self.place: dict[str, tuple[int, int]] = {}
        self.first_line: list[int] = []
        self.first_column: list[int] = []
        self._settle()
        self.ways = self._ways()
        self._names = {tile.id: tile.name for tile in landscape.tiles}
        self.columns = self._starts(self.first_column[-1], _SIDE, _WIDE, [way[0] for way in self._uprights])
        self.lines = self._starts(self.first_line[-1], _HEAD, _HIGH, [way[0] for way in self._levels])
        self.right = self.columns[-1]
        self.bottom = self.lines[-1]

    def _settle(self) -> None:
        """Give each tile its line and column."""
        cells: dict[tuple[int, int], list[Tile]] = defaultdict(list)
        for tile in self.landscape.tiles:
            cells[tile.row, tile.column].append(tile)
        rows, columns = range(len(self.landscape.rows)), range(len(self.landscape.columns))
        tall = [min(_TALL, max((len(cells[row, column]) for column in columns), default=1)) for row in rows]
        broad = [
            max((-(-len(cells[row, column]) // tall[row]) if tall[row] else 0 for row in rows), default=1)
            or 1
            for column in columns
        ]
        self.first_line = [sum(tall[:row]) for row in range(len(rows) + 1)]
        self.first_column = [sum(broad[:column]) for column in range(len(columns) + 1)]
        for (row, column), tiles in cells.items():
            for number, tile in enumerate(tiles):
                line = self.first_line[row] + number % tall[row]
                self.place[tile.id] = (line, self.first_column[column] + number // tall[row])

    def _ways(self) -> list[tuple[str, str]]:
        return [(tile.id, called) for tile in self.landscape.tiles for called in tile.calls]

    @cached_property
    def _uprights(self) -> list[tuple[float, list[int]]]:
        """Return the size of each upright way, before every column and behind the last, and the calls in it."""
        used: list[list[int]] = [[] for _ in range(self.first_column[-1] + 1)]
        for number, (source, target) in enumerate(self.ways):
            leave, enter = self.place[source][1] + 1, self.place[target][1]
            for way in dict.fromkeys((leave, enter)):
                used[way].append(number)
        return [(_WAY + _TRACK * len(calls), calls) for calls in used]

    @cached_property
    def _levels(self) -> list[tuple[float, list[int]]]:
        """Return the size of each level way, above every line and below the last, and the calls in it."""
        used: list[list[int]] = [[] for _ in range(self.first_line[-1] + 1)]
        for number, (source, target) in enumerate(self.ways):
            if self.place[source][1] + 1 != self.place[target][1]:
                used[self.place[target][0]].append(number)
        return [(_WAY + _TRACK * len(calls), calls) for calls in used]

    @staticmethod
    def _starts(count: int, first: float, size: float, ways: list[float]) -> list[float]:
        """Return where each tile begins, and after the last one, where the way behind it ends."""
        starts, place = [], first
        for number in range(count):
            place += ways[number]
            starts.append(place)
            place += size
        return [*starts, place + ways[count]]

    def box(self, id: str) -> Box:
        """Return the box of a tile."""
        line, column = self.place[id]
        return Box(self.columns[column], self.lines[line], _WIDE, _HIGH)

    def _edge(self, starts: list[float], ways: list[float], number: int) -> float:
        """Return where the way before a line or column begins."""
        return starts[number] - ways[number] if number < len(ways) - 1 else starts[-1] - ways[-1]

    def _border(self, starts: list[float], ways: list[tuple[float, list[int]]], number: int) -> float:
        """Return where fields meet: in the way between them, before its first call; the first begins with its way."""
        begin = self._edge(starts, [way[0] for way in ways], number)
        size, calls = ways[number]
        return begin + size / (len(calls) + 1) / 2 if number else begin

    def grounds(self) -> list[Item]:
        """Return the fields of the grid with their names."""
        items: list[Item] = []
        tops = [self._border(self.lines, self._levels, at) for at in self.first_line[:-1]]
        lefts = [self._border(self.columns, self._uprights, at) for at in self.first_column[:-1]]
        for place, name in enumerate(self.landscape.columns):
            end = [*lefts, self.right][place + 1]
            box = Box(lefts[place], 0, end - lefts[place], _HEAD)
            items.append(_name(name, box))
        for place, name in enumerate(self.landscape.rows):
            end = [*tops, self.bottom][place + 1]
            items.append(_name(name, Box(0, tops[place], _SIDE, end - tops[place])))
            for column, left in enumerate(lefts):
                right = [*lefts, self.right][column + 1]
                odd = " odd" if place % 2 else ""
                items.append(Rect(Box(left, tops[place], right - left, end - tops[place]), f"cell{odd}"))
        return items

    def calls(self) -> list[Item]:
        """Return the calls as lines through the free ways, each on a track of its own."""
        return [self._call(number, source, target) for number, (source, target) in enumerate(self.ways)]

    def _call(self, number: int, source: str, target: str) -> Item:
        start, end = self.box(source), self.box(target)
        y0, y1 = self._port(number, source, leaving=True), self._port(number, target, leaving=False)
        leave = self._track(self.columns, self._uprights, self.place[source][1] + 1, number)
        points: list[Point] = [(start.right, y0), (leave, y0)]
        if self.place[source][1] + 1 != self.place[target][1]:
            level = self._track(self.lines, self._levels, self.place[target][0], number)
            enter = self._track(self.columns, self._uprights, self.place[target][1], number)
            points += [(leave, level), (enter, level), (enter, y1)]
        else:
            points.append((leave, y1))
        points.append((end.x, y1))
        said = f"{self._names[source]} → {self._names[target]}"
        return Group((Path(tuple(points), "runs", arrow=True),), tooltip=said)

    def _port(self, number: int, id: str, *, leaving: bool) -> float:
        """Return the height at which a call leaves or reaches a tile; several share its side evenly."""
        side = [at for at, way in enumerate(self.ways) if way[0 if leaving else 1] == id]
        box = self.box(id)
        return box.y + box.height * (side.index(number) + 1) / (len(side) + 1)

    def _track(
        self, starts: list[float], ways: list[tuple[float, list[int]]], way: int, number: int
    ) -> float:
        size, calls = ways[way]
        begin = self._edge(starts, [one[0] for one in ways], way)
        return begin + size * (calls.index(number) + 1) / (len(calls) + 1)

    def tile(self, tile: Tile) -> Item:
        """Draw a process."""
        box = self.box(tile.id)
        inner = _WIDE - 2 * _PAD
        name = tuple(wrap(tile.name, inner / _NAME, 2))
        facts = tuple(wrap(tile.facts, inner / _SMALL, 1))
        state = tuple(wrap(tile.state, inner / _SMALL, 1))
        x, y = box.x + _PAD, box.y + 8 + len(name) * _NAME * _LINE / 2
        low = box.bottom - 8 - _SMALL * _LINE / 2
        items: list[Item] = [
            Rect(box, f"tile tone-{tile.tone.value}", 8),
            Words(name, (x, y), _NAME, "tile-name"),
            Words(state, (x, low), _SMALL),
        ]
        if facts:
            items.append(Words(facts, (x, low - _SMALL * _LINE - 1), _SMALL, "quiet"))
        told = [tile.name, tile.facts, tile.state, *(f"→ {id}" for id in (*tile.calls, *tile.outside))]
        spoken = ", ".join(filter(None, (tile.name, tile.facts, tile.state)))
        return Group(tuple(items), tile.id, "process", spoken, "\n".join(filter(None, told)), tile.href)


def _name(text: str, box: Box) -> Item:
    high = max(1, int((box.height - 12) / (12 * _LINE)))
    lines = tuple(wrap(text, (box.width - 12) / 12, min(high, 3)))
    words = Words(lines, box.center, 12, anchor=Anchor.MIDDLE)
    tooltip = "" if is_whole(text, lines) else text
    return Group((Rect(box, "head"), words), style="header", tooltip=tooltip)
