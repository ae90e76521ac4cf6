"""A journey map as geometry: the names of the rows at the left, a column for each meeting, in one band or several."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from math import ceil

from svcflow.text import wrap
from svcflow.views.journey import MOODS, Journey
from svcflow.views.layout.page import MARGIN
from svcflow.views.layout.picture import Box
from svcflow.views.scene import Anchor, Group, Item, Path, Rect, Scene, Sign, SignKind, Words
from svcflow.views.sheets.blocks import PADDING, Block, block, empty_sheet
from svcflow.views.sheets.faces import face, mood_style
from svcflow.views.sheets.frame import framed, moved
from svcflow.views.sheets.journey_keys import keys
from svcflow.views.sheets.mood_curve import Curve
from svcflow.views.stops import Row, Stop

__all__ = ["journey_scene"]

_HEAD = 116.0  # width of the names of the rows
_COLUMN = 164.0  # width of a column where nothing else is asked
_NARROWEST, _WIDEST = 132.0, 230.0
_BANDS_APART = 26.0
_PHASE = 30.0  # height of the row of phases
_TIP = 10.0  # of the arrow that a phase is
_LEVEL = 21.0  # between two levels of emotion
_ABOVE, _BELOW = 34.0, 32.0  # room for a star above the best level, and for the caption below the worst
_TEXT, _SMALL, _STRONG = 11.5, 10.5, 12.5  # font sizes
_CARD = 5.0  # between a card and the border of its cell
_NOTE = 12.0
_SIGNS: dict[Row, SignKind | str] = {
    Row.EVIDENCE: SignKind.DOCUMENT,
    Row.PAIN: SignKind.TRIANGLE,
    Row.MEASURE: "dot",
    Row.IDEA: "dot",
    Row.OTHERWISE: "dot",
    Row.WANT: "dot",
}
_QUIET = {Row.OTHERWISE, Row.BACKSTAGE, Row.MEASURE}


def journey_scene(data: Journey, width: float = 0.0) -> Scene:
    """Lay out a journey map; a ``width`` in pixels folds it into bands that are no wider, unless one column is.

    The same map gives the same scene.
    """
    if not data.stops:
        return framed(data.heading, *empty_sheet(data.empty))
    per_band, wide = _columns(len(data.stops), width)
    body: list[Item] = []
    y = 0.0
    for first in range(0, len(data.stops), per_band):
        band = _Band(data, first, min(first + per_band, len(data.stops)), wide)
        body += [moved(item, 0, y) for item in band.items()]
        y += band.height + _BANDS_APART
    total = _HEAD + per_band * wide
    notes, high = _notes(data.notes, total, y - _BANDS_APART)
    return framed(data.heading, (*body, *notes), (total, high), keys(data.legend))


def _columns(count: int, width: float) -> tuple[int, float]:
    """Return how many columns a band has, and how wide each is."""
    if not width:
        return count, _COLUMN
    room = width - 2 * MARGIN - _HEAD
    fitting = max(1, int(room // _NARROWEST))
    per_band = ceil(count / ceil(count / fitting))
    return per_band, min(max(room / per_band, _NARROWEST), _WIDEST)


def _notes(notes: tuple[str, ...], wide: float, y: float) -> tuple[tuple[Item, ...], float]:
    if not notes:
        return (), y
    said = block(notes, wide, _TEXT, style="quiet", bullet="dot")
    return tuple(said.items(0, y + _NOTE)), y + _NOTE + said.height


@dataclass(frozen=True, slots=True)
class _Cell:
    """What stands in one row of one column."""

    blocks: tuple[Block, ...]

    @property
    def height(self) -> float:
        return sum(part.height for part in self.blocks) + 2 * PADDING


class _Band:
    """Some columns of a map, with the names of the rows before them; its corner is the origin."""

    def __init__(self, data: Journey, first: int, last: int, wide: float) -> None:
        self._data, self._first, self._last, self._wide = data, first, last, wide
        self._stops = data.stops[first:last]
        self._rows = [row for row, _ in data.rows if self._holds(row)]
        self._heads = {
            row: block([name], _HEAD - 2 * PADDING, _TEXT, style="journey-name") for row, name in data.rows
        }
        self._cells = {
            row: [self._cell(row, stop) for stop in self._stops]
            for row in self._rows
            if row not in {Row.PHASE, Row.ACTION, Row.EMOTION}
        }
        self._cards = [_Card(stop, wide - 2 * _CARD) for stop in self._stops]
        self._tops: dict[Row, float] = {}
        y = 0.0
        for row in self._rows:
            self._tops[row] = y
            y += self._high(row)
        self.height = y

    def _holds(self, row: Row) -> bool:
        """Tell whether a row of this band holds something; phases run on, so that theirs is in each."""
        return row in {Row.PHASE, Row.ACTION, Row.EMOTION} or any(stop.lines(row) for stop in self._stops)

    def _high(self, row: Row) -> float:
        least = self._heads[row].height + 2 * PADDING
        if row is Row.PHASE:
            return max(_PHASE, least)
        if row is Row.ACTION:
            return max(least, *(card.height + 2 * _CARD for card in self._cards))
        if row is Row.EMOTION:
            return _ABOVE + (len(MOODS) - 1) * _LEVEL + _BELOW
        return max(least, *(cell.height for cell in self._cells[row]))

    def _cell(self, row: Row, stop: Stop) -> _Cell:
        room = self._wide - 2 * PADDING
        size = _SMALL if row in _QUIET else _TEXT
        style = "quiet" if row in _QUIET else ""
        if row is Row.TIME:
            return _Cell(tuple(self._times(stop, room)))
        return _Cell((block(stop.lines(row), room, size, style=style, bullet=_SIGNS.get(row)),))

    @staticmethod
    def _times(stop: Stop, room: float) -> Iterator[Block]:
        lines = stop.lines(Row.TIME)
        if stop.waits:
            yield block(lines[:1], room, _TEXT, style="journey-wait", bullet=SignKind.CLOCK)
        yield block(lines[stop.waits :], room, _TEXT)

    def items(self) -> Iterator[Item]:
        """Yield what is drawn, from the ground up."""
        wide = _HEAD + len(self._stops) * self._wide
        yield Rect(Box(0, 0, wide, self.height), "journey-sheet")
        yield Rect(Box(0, 0, _HEAD, self.height), "journey-head")
        for place, stop in enumerate(self._stops):
            if stop.moment:
                yield Rect(Box(self._x(place), 0, self._wide, self.height), "journey-moment")
        if Row.EMOTION in self._tops:
            yield from self._moods(wide)
        for row in self._rows:
            top = self._tops[row]
            if top:
                yield Path(((0, top), (wide, top)), "journey-rule")
            middle = top + (self._high(row) - self._heads[row].height) / 2
            if row is not Row.EMOTION:
                yield from self._heads[row].items(PADDING, middle)
        if Row.PHASE in self._tops:
            yield from self._phases()
        for place in range(len(self._stops)):
            yield self._column(place)

    def _x(self, place: int) -> float:
        return _HEAD + place * self._wide

    def _phases(self) -> Iterator[Item]:
        high, place = self._high(Row.PHASE), 0
        for phase, run in groupby(self._stops, lambda stop: stop.phase):
            count = len(list(run))
            if phase:
                yield from _arrow(phase, self._x(place), count * self._wide, high)
            place += count

    def _moods(self, wide: float) -> Iterator[Item]:
        top, zero = self._tops[Row.EMOTION], self._zero
        half, columns = 3.5 * _LEVEL, wide - _HEAD
        yield Rect(Box(_HEAD, zero - half, columns, half), "journey-good")
        yield Rect(Box(_HEAD, zero, columns, half), "journey-bad")
        title = wrap(dict(self._data.rows)[Row.EMOTION], (_HEAD - 2 * PADDING) / _TEXT, 1)
        yield Words(tuple(title), (PADDING, top + 13), _TEXT, "journey-name")
        for level, name in zip(MOODS, self._data.moods, strict=True):
            y = zero - level * _LEVEL
            style = "journey-neutral" if level == 0 else "journey-level"
            yield Path(((_HEAD, y), (wide, y)), style)
            said = wrap(f"{name} {_signed(level)}", (_HEAD - 2 * PADDING) / _SMALL, 1)
            yield Words(tuple(said), (_HEAD - PADDING, y), _SMALL, "quiet", Anchor.END)
        yield from self._curve.items()

    @property
    def _zero(self) -> float:
        return self._tops[Row.EMOTION] + _ABOVE + MOODS.index(0) * _LEVEL

    @property
    def _curve(self) -> Curve:
        data = self._data
        span = (self._first, self._last)
        return Curve(data.stops, data.side_ways, *span, _HEAD, self._wide, self._zero, _LEVEL)

    def _column(self, place: int) -> Item:
        stop, x = self._stops[place], self._x(place)
        corner = (x + _CARD, self._tops[Row.ACTION] + _CARD)
        items: list[Item] = list(self._cards[place].items(*corner, self._high(Row.ACTION) - 2 * _CARD))
        for row, cells in self._cells.items():
            y = self._tops[row] + PADDING
            for part in cells[place].blocks:
                items += part.items(x + PADDING, y)
                y += part.height
        items += self._mood(place)
        spoken = ", ".join(filter(None, [stop.number, stop.action, stop.only, self._said_mood(stop)]))
        told = [
            stop.only,
            f"{stop.number} {stop.action}",
            *(line for _, lines in stop.texts for line in lines),
        ]
        return Group(
            tuple(items), id=stop.id, style="stop", spoken=spoken, tooltip="\n".join(filter(None, told))
        )

    def _mood(self, place: int) -> Iterator[Item]:
        stop = self._stops[place]
        x = self._x(place) + self._wide / 2
        base = self._tops[Row.EMOTION] + self._high(Row.EMOTION) - 11
        said = wrap(self._said_mood(stop), (self._wide - 2 * PADDING) / _SMALL, 1)
        if stop.emotion is None:
            yield Words(tuple(said), (x, base), _SMALL, "quiet", Anchor.MIDDLE)
            return
        yield Words(tuple(said), (x, base), _SMALL, f"mood-{mood_style(stop.emotion)}", Anchor.MIDDLE)
        _, y = self._curve.at(self._first + place)
        yield from face(x, y, 10, stop.emotion, "aside" if stop.only else "")
        if stop.moment:
            yield Sign(SignKind.STAR, (x, y - 19), 7, "moment-of-truth")

    def _said_mood(self, stop: Stop) -> str:
        if stop.emotion is None:
            return self._data.untold
        return f"{_signed(stop.emotion)} {self._data.moods[MOODS.index(stop.emotion)]}"


class _Card:
    """What the customer does: a card with number, star, condition and action."""

    def __init__(self, stop: Stop, wide: float) -> None:
        self._stop, self._wide = stop, wide
        self._only = block([stop.only], wide - 16, _SMALL, style="journey-only", lines=5)
        self._action = block([stop.action], (wide - 16) * 0.95, _STRONG, style="journey-action", lines=9)

    @property
    def height(self) -> float:
        """How high it is."""
        only = self._only.height + 5 if self._stop.only else 0
        return 26 + only + self._action.height + 9

    def items(self, x: float, y: float, high: float) -> Iterator[Item]:
        """Yield what is drawn, with the upper left corner at a point."""
        stop = self._stop
        yield Rect(Box(x, y, self._wide, high), f"journey-card{' aside' if stop.only else ''}", 6)
        yield Words((stop.number,), (x + 8, y + 14), _SMALL, "journey-number")
        if stop.moment:
            yield Sign(SignKind.STAR, (x + self._wide - 15, y + 14), 8, "moment-of-truth")
        y += 26
        if stop.only:
            yield from self._only.items(x + 8, y)
            y += self._only.height + 5
        yield from self._action.items(x + 8, y)


def _arrow(text: str, x: float, wide: float, high: float) -> Iterator[Item]:
    """Yield a phase: an arrow to the right over its columns."""
    left, right, top, low = x + 2, x + wide - 2, 3.0, high - 3
    corners = (
        (left, top),
        (right - _TIP, top),
        (right, high / 2),
        (right - _TIP, low),
        (left, low),
        (left + _TIP, high / 2),
    )
    yield Path(corners, "journey-phase", closed=True)
    size = 12.0
    said = wrap(text, (wide - 2 * _TIP - 16) * 0.95 / size, 1)
    yield Words(tuple(said), (x + wide / 2, high / 2), size, "journey-phase", Anchor.MIDDLE)


def _signed(level: int) -> str:
    return f"+{level}" if level > 0 else f"−{-level}" if level else "0"
