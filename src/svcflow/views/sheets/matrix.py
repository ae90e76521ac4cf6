"""A matrix as a scene: names of rows at the left, of columns above, chips in the cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from svcflow.text import width, wrap
from svcflow.views.layout.picture import Box
from svcflow.views.matrix import Cell, Chip, Header, Legend, Matrix
from svcflow.views.scene import Anchor, Group, Item, Rect, Scene, Sign, SignKind, Words
from svcflow.views.sheets.frame import Key, framed, moved

__all__ = ["matrix_scene"]

_SIZE, _SMALL = 12.0, 10.0
_LINE = 1.32
_PAD = 8.0
_CHIP_HEIGHT, _CHIP_PAD, _CHIP_GAP = 20.0, 7.0, 4.0
_NAME_MOST, _NAME_LEAST = 300.0, 46.0
_COLUMN_MOST, _COLUMN_LEAST = 118.0, 58.0
_ROW_LEAST = 36.0
_BAND, _BAND_SIZE = 24.0, 11.0
_BAND_MOST = 220.0  # the greatest width that columns take on for the name of their group
_AXIS = 22.0
_ENTRY_LINES = 4
_NOTE_WIDE = 620.0


def matrix_scene(matrix: Matrix) -> Scene:
    """Lay out a matrix; one without rows or columns says what is missing."""
    if not matrix.rows or not matrix.columns:
        return framed(matrix.heading, _sentence(matrix.empty), (_NOTE_WIDE, 30.0))
    grid = _Grid(matrix)
    items = [*grid.headers(), *grid.body()]
    wide, bottom = grid.right, grid.bottom
    below, bottom, long = _below(matrix, bottom + 16, wide)
    keys = tuple(_key(entry) for entry in matrix.legend)
    return framed(matrix.heading, (*items, *below), (max(wide, long), bottom), keys)


def _sentence(text: str) -> tuple[Item, ...]:
    return (Words(tuple(wrap(text, _NOTE_WIDE / 13, 3)), (0, 15), 13, "quiet"),)


@dataclass(frozen=True, slots=True)
class _Fitted:
    """A text broken into lines, and what it takes."""

    lines: tuple[str, ...]
    wide: float
    high: float


def _fit(text: str, most: float, size: float, lines: int) -> _Fitted:
    broken = tuple(wrap(text, most / size, lines)) if text else ()
    wide = max((width(line) for line in broken), default=0.0) * size
    return _Fitted(broken, wide, len(broken) * size * _LINE)


class _Grid:
    """The measures of a matrix: where its rows and columns begin."""

    def __init__(self, matrix: Matrix) -> None:
        self.matrix = matrix
        self.names = [_fit(row.text, _NAME_MOST, _SIZE, 3) for row in matrix.rows]
        self.notes = [_fit(row.note, _NAME_MOST, _SMALL, 1) for row in matrix.rows]
        self.titles = [_fit(column.text, _COLUMN_MOST, _SIZE, 4) for column in matrix.columns]
        self.axis = _AXIS if matrix.down else 0.0
        flags = 18.0 if any(row.flagged for row in matrix.rows) else 0.0
        longest = max(max(fit.wide for fit in fits) for fits in (self.names, self.notes))
        self.left = self.axis + max(_NAME_LEAST, longest + 2 * _PAD + flags)
        self.grouped = any(column.group for column in matrix.columns)
        self.top = (_AXIS if matrix.across else 0.0) + (_BAND if self.grouped else 0.0)
        self.head = max(fit.high for fit in self.titles) + 2 * _PAD
        self.columns = self._columns()
        self.rows = self._rows()
        self.right, self.bottom = self.columns[-1], self.rows[-1]

    def _columns(self) -> list[float]:
        """Return where columns begin, and where the last one ends."""
        starts = [self.left]
        for place, title in enumerate(self.titles):
            cells = max(_cell_size(row[place])[0] for row in self.matrix.cells)
            starts.append(starts[-1] + max(_COLUMN_LEAST, title.wide + 2 * _PAD, cells + 2 * _PAD))
        for first, last in self._runs():
            lack = _band_width(self.matrix.columns[first].group) - (starts[last] - starts[first])
            for place in range(first + 1, len(starts)) if lack > 0 else ():
                starts[place] += lack * min(1.0, (place - first) / (last - first))
        return starts

    def _runs(self) -> Iterator[tuple[int, int]]:
        """Yield the first of neighbouring columns of one group, and the one after the last."""
        first = 0
        for _, run in groupby(self.matrix.columns, lambda column: column.group):
            last = first + len(list(run))
            yield first, last
            first = last

    def _rows(self) -> list[float]:
        starts = [self.top + self.head]
        for place, row in enumerate(self.matrix.cells):
            cells = max(_cell_size(cell)[1] for cell in row)
            name = self.names[place].high + self.notes[place].high
            starts.append(starts[-1] + max(_ROW_LEAST, cells + 12, name + 12))
        return starts

    def headers(self) -> list[Item]:
        """Return the names of columns and rows, the bands of groups, and what the axes are."""
        matrix, items = self.matrix, list[Item]()
        if matrix.across:
            middle = (self.left + self.right) / 2
            items.append(Words((matrix.across,), (middle, _AXIS / 2), _SMALL + 1, "axis", Anchor.MIDDLE))
        if matrix.down:
            middle = (self.rows[0] + self.bottom) / 2
            items.append(
                Words((matrix.down,), (_AXIS / 2, middle), _SMALL + 1, "axis", Anchor.MIDDLE, turned=True)
            )
        items += self._bands()
        for place, (column, title) in enumerate(zip(matrix.columns, self.titles, strict=True)):
            box = self._between(self.columns, place, self.top, self.top + self.head)
            words = Words(title.lines, box.center, _SIZE, anchor=Anchor.MIDDLE)
            items.append(_header(column, (Rect(box, "head"), words), title.lines))
        for place, row in enumerate(matrix.rows):
            items.append(self._row_header(place, row))
        return items

    def _row_header(self, place: int, row: Header) -> Item:
        name, note = self.names[place], self.notes[place]
        box = Box(self.axis, self.rows[place], self.left - self.axis, self.rows[place + 1] - self.rows[place])
        x, y = box.x + _PAD, box.center[1]
        parts: list[Item] = [Rect(box, "head"), Words(name.lines, (x, y - note.high / 2), _SIZE)]
        if note.lines:
            parts.append(Words(note.lines, (x, y + name.high / 2), _SMALL, "quiet"))
        if row.flagged:
            parts.append(Sign(SignKind.TRIANGLE, (box.right - 14, y), 6.6))
        return _header(row, tuple(parts), name.lines)

    def _bands(self) -> list[Item]:
        """Return one band over neighbouring columns of one group."""
        items: list[Item] = []
        for first, last in self._runs():
            group = self.matrix.columns[first].group
            if group:
                wide = self.columns[last] - self.columns[first]
                box = Box(self.columns[first], self.top - _BAND, wide, _BAND)
                lines = tuple(wrap(group, (wide - 8) / _BAND_SIZE, 1))
                words = Words(lines, box.center, _BAND_SIZE, anchor=Anchor.MIDDLE)
                items.append(Group((Rect(box), words), style="group", tooltip=group))
        return items

    def body(self) -> list[Item]:
        """Return the cells."""
        return [
            _cell(
                cell,
                self._between(self.columns, column, self.rows[row], self.rows[row + 1]),
                self._spoken(row, column, cell),
                odd=bool(row % 2),
            )
            for row, cells in enumerate(self.matrix.cells)
            for column, cell in enumerate(cells)
        ]

    def _spoken(self, row: int, column: int, cell: Cell) -> str:
        """Return a cell for those who do not see where it stands; nothing for an empty one."""
        said = " ".join([*(chip.text for chip in cell.chips), *filter(None, [cell.text])])
        return (
            f"{self.matrix.rows[row].text} → {self.matrix.columns[column].text}: {said}" if cell.chips else ""
        )

    @staticmethod
    def _between(starts: list[float], place: int, top: float, bottom: float) -> Box:
        return Box(starts[place], top, starts[place + 1] - starts[place], bottom - top)


def _header(header: Header, items: tuple[Item, ...], lines: tuple[str, ...]) -> Item:
    whole = "".join(lines).replace(" ", "") == header.text.replace(" ", "")
    return Group(items, style="header", tooltip="" if whole else header.text)


def _band_width(group: str) -> float:
    """Return how wide the columns of a group have to be for its name, within reason."""
    return min(width(group) * _BAND_SIZE * 1.1 + 2 * _PAD, _BAND_MOST) if group else 0.0


def _chip_width(chip: Chip) -> float:
    return max(_CHIP_HEIGHT, width(chip.text) * _SIZE + 2 * _CHIP_PAD)


def _lines_of_chips(chips: tuple[Chip, ...]) -> list[list[Chip]]:
    """Return chips in lines of about equal width that make the cell not much wider than high."""
    most = max(_COLUMN_MOST - 2 * _PAD, *map(_chip_width, chips)) if chips else 0.0
    lines: list[list[Chip]] = []
    for chip in chips:
        if lines and _long([*lines[-1], chip]) <= most:
            lines[-1].append(chip)
        else:
            lines.append([chip])
    return lines


def _long(chips: list[Chip]) -> float:
    return sum(map(_chip_width, chips)) + _CHIP_GAP * (len(chips) - 1)


def _cell_size(cell: Cell) -> tuple[float, float]:
    lines = _lines_of_chips(cell.chips)
    text = width(cell.text) * _SMALL
    high = len(lines) * (_CHIP_HEIGHT + _CHIP_GAP) + (_SMALL * _LINE if cell.text else 0)
    return max([text, *map(_long, lines)]), high


def _cell(cell: Cell, box: Box, spoken: str, *, odd: bool) -> Item:
    lines = _lines_of_chips(cell.chips)
    _, high = _cell_size(cell)
    x, y = box.center[0], box.center[1] - high / 2
    items: list[Item] = [Rect(box, f"cell tone-{cell.tone.value}{' odd' if odd else ''}")]
    for line in lines:
        left = x - _long(line) / 2
        for chip in line:
            items.append(_chip(chip, left, y + _CHIP_GAP / 2))
            left += _chip_width(chip) + _CHIP_GAP
        y += _CHIP_HEIGHT + _CHIP_GAP
    if cell.text:
        items.append(Words((cell.text,), (x, y + _SMALL * _LINE / 2), _SMALL, "quiet", Anchor.MIDDLE))
    tooltip = f"{spoken}\n{cell.tooltip}" if cell.tooltip else ""
    return Group(tuple(items), spoken=spoken, tooltip=tooltip)


def _chip(chip: Chip, x: float, y: float) -> Item:
    box = Box(x, y, _chip_width(chip), _CHIP_HEIGHT)
    words = Words((chip.text,), box.center, _SIZE, anchor=Anchor.MIDDLE)
    return Group((Rect(box, radius=6), words), chip.id, f"chip tone-{chip.tone.value}", tooltip=chip.tooltip)


def _key(entry: Legend) -> Key:
    if entry.chip:
        chip = Chip(entry.chip, entry.tone)
        return Key((moved(_chip(chip, 0, -2), 0, 0),), entry.text, _chip_width(chip))
    return Key((Rect(Box(0, 1, 22, 14), f"cell tone-{entry.tone.value}"),), entry.text, 22.0)


def _below(matrix: Matrix, top: float, wide: float) -> tuple[list[Item], float, float]:
    """Return the sentences and the register below the matrix, where they end, and how wide they are."""
    items: list[Item] = []
    room = max(wide, _NOTE_WIDE)
    y, long = top, 0.0
    for note in matrix.notes:
        fit = _fit(note, room - 24, _SIZE, _ENTRY_LINES)
        items.append(Sign(SignKind.TRIANGLE, (7, y + _SIZE * _LINE / 2), 6.6))
        items.append(Words(fit.lines, (24, y + fit.high / 2), _SIZE))
        y, long = y + fit.high + 6, max(long, fit.wide + 24)
    y += 8 if matrix.notes and matrix.entries else 0
    indent = max((_chip_width(chip) for chip, _ in matrix.entries), default=0.0) + 12
    for chip, text in matrix.entries:
        fit = _fit(text, room - indent, _SIZE, _ENTRY_LINES)
        high = max(fit.high, _CHIP_HEIGHT)
        items.append(_chip(chip, 0, y + (_SIZE * _LINE - _CHIP_HEIGHT) / 2 + 2))
        items.append(Words(fit.lines, (indent, y + 2 + fit.high / 2), _SIZE))
        y, long = y + high + 8, max(long, fit.wide + indent)
    return items, (y if items else top - 16), long
