"""A timeline as geometry: a table of steps at the left, their bars over the hours at the right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from svcflow.text import width as text_width
from svcflow.text import wrap
from svcflow.views.layout.page import MARGIN
from svcflow.views.layout.picture import Box
from svcflow.views.scene import Anchor, Group, Item, Path, Rect, Scene, Words
from svcflow.views.sheets.blocks import PADDING, Block, block, empty_sheet
from svcflow.views.sheets.frame import framed
from svcflow.views.sheets.time_scale import TimeScale
from svcflow.views.sheets.timeline_bars import BAR, bar_items
from svcflow.views.sheets.timeline_keys import keys
from svcflow.views.timeline import Timeline
from svcflow.views.timeline_bars import Bar

__all__ = ["timeline_scene"]

_COLUMNS = (104.0, 224.0, 92.0, 118.0, 98.0)  # role, step, time allowed, work, slack
_CHART = 720.0
_LEAST_CHART = 260.0
_HEADER = 62.0
_AXIS = (12.0, 29.0, 50.0)  # heights of the words for run, promise and ticks
_TEXT, _SMALL = 12.0, 10.5
_BREAK = 84.0  # room for a promise behind a break of the axis
_EDGE = 14.0  # between the axis and both sides of the chart
_NOTE = 12.0


def timeline_scene(data: Timeline, width: float = 0.0) -> Scene:
    """Lay out a timeline; its bars take what a ``width`` in pixels leaves, as far as they can be read.

    The same timeline gives the same scene.
    """
    if not data.bars:
        return framed(data.heading, *empty_sheet(data.empty))
    table = sum(_COLUMNS)
    chart = max(width - 2 * MARGIN - table, _LEAST_CHART) if width else _CHART
    sheet = _Sheet(data, table, chart)
    body = tuple(sheet.items())
    notes = block(data.notes, table + chart, 11.5, style="quiet", bullet="dot")
    end = sheet.height + _NOTE
    return framed(
        data.heading,
        (*body, *notes.items(0, end)),
        (table + chart, end + notes.height),
        keys(data.legend),
    )


@dataclass(frozen=True, slots=True)
class _Line:
    """The texts of a step's row."""

    name: Block
    notes: Block
    facts: tuple[Block, ...]

    @property
    def height(self) -> float:
        """How high the row has to be."""
        gap = 3 if self.notes.paragraphs else 0
        highest = max(self.name.height + gap + self.notes.height, *(fact.height for fact in self.facts))
        return max(highest + 2 * PADDING - 4, BAR + 14)


class _Sheet:
    """The table and the chart; their corner is the origin."""

    def __init__(self, data: Timeline, table: float, chart: float) -> None:
        self._data, self._table, self._wide = data, table, table + chart
        room = chart - 2 * _EDGE - (_BREAK if data.beyond else 0)
        self._left = table + _EDGE
        self._scale = TimeScale(data.axis, room)
        self._end = self._left + room
        self._lines = [_line(bar) for bar in data.bars]
        self._heights = self._row_heights()
        self._tops = [_HEADER + sum(self._heights[:place]) for place in range(len(data.bars))]
        self.height = _HEADER + sum(self._heights)

    def _row_heights(self) -> list[float]:
        """Return the heights of the rows; the name of a role has room in its rows."""
        heights = [line.height for line in self._lines]
        for first, count, name in self._groups():
            lack = name.height + 2 * PADDING - sum(heights[first : first + count])
            if lack > 0:
                heights[first + count - 1] += lack
        return heights

    def _groups(self) -> Iterator[tuple[int, int, Block]]:
        """Yield the first row of each role, how many it has, and its name."""
        first = 0
        for group, run in groupby(self._data.bars, lambda bar: bar.group):
            count = len(list(run))
            yield (
                first,
                count,
                block([group], (_COLUMNS[0] - 2 * PADDING) * 0.95, _TEXT, style="timeline-role"),
            )
            first += count

    def items(self) -> Iterator[Item]:
        """Yield what is drawn, from the ground up."""
        yield Rect(Box(0, 0, self._wide, self.height), "timeline-sheet")
        yield Rect(Box(0, 0, self._wide, _HEADER), "timeline-head")
        yield Rect(Box(0, _HEADER, _COLUMNS[0], self.height - _HEADER), "timeline-head")
        yield from self._hours()
        yield from self._rules()
        yield from self._table_head()
        yield from self._ends()
        for one, other in self._data.links:
            yield from self._link(one, other)
        for place in range(len(self._data.bars)):
            yield self._row(place)

    def _x(self, seconds: int) -> float:
        return self._left + self._scale(seconds)

    def _middle(self, place: int) -> float:
        return self._tops[place] + self._heights[place] / 2

    def _hours(self) -> Iterator[Item]:
        high = self.height - _HEADER
        for start, end in self._scale.closed():
            yield Rect(Box(self._left + start, _HEADER, end - start, high), "closed")
        free = self._table
        for tick in self._data.axis.ticks:
            x = self._x(tick.at)
            yield Path(((x, _HEADER - 5), (x, self.height)), f"tick{' major' if tick.major else ''}")
            half = text_width(tick.text) * _SMALL * 1.06 / 2
            at = self._aside(max(x, self._table + 3 + half), half)
            if at - half >= free and at + half <= self._end + _EDGE - 2 and self._is_free(at, half):
                style = "timeline-day" if tick.major else "quiet"
                yield Words((tick.text,), (at, _AXIS[2]), _SMALL, style, Anchor.MIDDLE)
                free = at + half + 8

    def _aside(self, x: float, half: float) -> float:
        """Return where the text of a tick stands: beside it, where the line of an end would cut through."""
        return next((at for at in (x, x + half + 4, x - half - 4) if self._is_free(at, half)), x)

    def _is_free(self, x: float, half: float) -> bool:
        """Tell whether no line of the run's or the promise's end stands in a text around a place."""
        data = self._data
        ends = [data.run[0]] + ([data.promise[0]] if data.promise and not data.beyond else [])
        return all(abs(self._x(end) - x) > half + 3 for end in ends)

    def _rules(self) -> Iterator[Item]:
        bars = self._data.bars
        for place, top in enumerate(self._tops):
            new = place == 0 or bars[place].group != bars[place - 1].group
            yield Path(
                ((0 if new else _COLUMNS[0], top), (self._wide, top)),
                f"timeline-rule{' group' if new else ''}",
            )
        x = 0.0
        for wide in _COLUMNS:
            x += wide
            yield Path(((x, 0), (x, self.height)), "timeline-rule")
        for first, count, name in self._groups():
            high = sum(self._heights[first : first + count])
            yield from name.items(PADDING, self._tops[first] + (high - name.height) / 2)

    def _table_head(self) -> Iterator[Item]:
        x = 0.0
        for name, wide in zip(self._data.columns, _COLUMNS, strict=True):
            said = block([name], (wide - 2 * PADDING) * 0.95, 11.5, style="timeline-day", lines=3)
            yield from said.items(x + PADDING, (_HEADER - said.height) / 2)
            x += wide

    def _ends(self) -> Iterator[Item]:
        """Yield where the longest run and the promise end; the words of the right one stand above the other's."""
        data = self._data
        ends = [(self._x(data.run[0]), data.run[1], "run-end")] if data.run[1] else []
        if data.promise is not None:
            at = self._end + _BREAK - 10 if data.beyond else self._x(data.promise[0])
            ends.append((at, data.promise[1], "promise"))
        if data.beyond:
            yield from self._gap()
        ends.sort(key=lambda end: -end[0])
        for (x, text, style), y in zip(ends, _AXIS, strict=False):
            yield Path(((x, y), (x, self.height)), style)
            yield from self._label(x, ends[0][0], text, y, f"{style}-text")

    def _label(self, x: float, right: float, text: str, y: float, style: str) -> Iterator[Item]:
        """Yield the words at the head of a line, where they cross no line; the title block says them anyhow."""
        size = _SMALL * 1.06
        said = wrap(text, (self._wide - self._table) / size, 1)[0]
        long = text_width(said) * size
        for left in (x - 6 - long, x + 6, right + 6) if x < right else (x + 6, x - 6 - long):
            inside = left > self._table + 2 and left + long < self._wide - 2
            if inside and not any(left - 2 < line < left + long + 2 for line in (x, right)):
                yield Words((said,), (left, y), _SMALL, style)
                return

    def _gap(self) -> Iterator[Item]:
        """Yield the break of the axis before a promise that lies far away."""
        middle = self._end + _BREAK / 2 - 8
        for x in (middle, middle + 6):
            count = int((self.height - _HEADER) / 9) + 1
            yield Path(tuple((x + (4 if n % 2 else -4), _HEADER + n * 9) for n in range(count)), "break")

    def _link(self, one: int, other: int) -> Iterator[Item]:
        """Yield the arrow from a step of the longest run to the next."""
        x = self._x(self._data.bars[other].begin)
        down = 1 if other > one else -1
        points = ((x, self._middle(one) + down * BAR / 2), (x, self._middle(other) - down * (BAR / 2 + 1)))
        yield Path(points, "critical-link", arrow=True)

    def _row(self, place: int) -> Item:
        bar, line = self._data.bars[place], self._lines[place]
        y = self._middle(place)
        gap = 3 if line.notes.paragraphs else 0
        top = y - (line.name.height + gap + line.notes.height) / 2
        x = _COLUMNS[0]
        items: list[Item] = [
            Words((bar.number,), (x + PADDING, top + line.name.size * 0.66), _SMALL, "timeline-number"),
            *line.name.items(x + PADDING + 22, top),
            *line.notes.items(x + PADDING + 22, top + line.name.height + gap),
        ]
        x += _COLUMNS[1]
        for fact, wide in zip(line.facts, _COLUMNS[2:], strict=True):
            items += fact.items(x + PADDING, y - fact.height / 2)
            x += wide
        items += bar_items(bar, self._scale, self._left, y)
        said = [f"{bar.number} {bar.name}", bar.promised, *bar.effort, bar.slack, *bar.notes]
        spoken = ", ".join(filter(None, [bar.number, bar.name, bar.group, bar.promised]))
        return Group(
            tuple(items), id=bar.id, style="row", spoken=spoken, tooltip="\n".join(filter(None, said))
        )


def _line(bar: Bar) -> _Line:
    room = _COLUMNS[1] - 2 * PADDING - 22
    style = "timeline-critical" if bar.critical else ""
    return _Line(
        block([bar.name], room * 0.95, _TEXT, style=style, lines=5),
        block(bar.notes, room, _SMALL, style="quiet", lines=4),
        tuple(
            block(texts, wide - 2 * PADDING, 11.5, lines=4)
            for texts, wide in zip(((bar.promised,), bar.effort, (bar.slack,)), _COLUMNS[2:], strict=True)
        ),
    )
