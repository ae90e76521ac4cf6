"""A line of a source text as a terminal shows it, and where to underline it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from svcflow.text.cells import cells, printable

__all__ = ["Excerpt", "excerpt"]

_TAB = 4
_CUT = "…"


class Excerpt(NamedTuple):
    """A line made safe and short enough to print; ``start`` and ``width`` are the underline's cells, from 0."""

    text: str
    start: int
    width: int


def excerpt(line: str, start: int, end: int, room: int) -> Excerpt:
    """Return a line cut to ``room`` cells around the columns ``start`` to ``end`` (from 1, the end exclusive).

    Tabs become blanks; an underline is at least one cell wide, so that a place at a line's end can be seen.
    """
    far = 4 * room  # a line of a megabyte is not measured to its end
    skipped = max(0, start - 1 - far)
    line, start, end = line[skipped : start + far], start - skipped, end - skipped
    shown, offsets = _shown(line)
    first, last = _at(offsets, start - 1), _at(offsets, end - 1)
    last = max(last, first + 1)
    if offsets[-1] <= room and not skipped:
        return Excerpt("".join(shown), first, last - first)
    return _cut(shown, offsets, (first, last), room, bool(skipped))


def _shown(line: str) -> tuple[Sequence[str], Sequence[int]]:
    """Return how each character is shown, and the cells before each one (and after the last)."""
    if line.isascii() and line.isprintable():  # most lines: each character as it is, in a cell of its own
        return line, range(len(line) + 1)
    shown: list[str] = []
    offsets = [0]
    for character in line:
        shown.append(" " * (_TAB - offsets[-1] % _TAB) if character == "\t" else printable(character))
        offsets.append(offsets[-1] + cells(shown[-1]))
    return shown, offsets


def _at(offsets: Sequence[int], index: int) -> int:
    return offsets[max(0, min(index, len(offsets) - 1))]


def _cut(
    shown: Sequence[str], offsets: Sequence[int], underline: tuple[int, int], room: int, skipped: bool
) -> Excerpt:
    """Keep what lies around the underline; a third of the room it leaves free goes before it."""
    first, last = underline
    low = max(0, min(first - max((room - last + first) // 3, 1), max(0, offsets[-1] - room)))
    left, right = low > 0 or skipped, low + room < offsets[-1]
    kept = range(bisect_left(offsets, low + left), bisect_right(offsets, low + room - right) - 1)
    text = "".join(shown[kept.start : kept.stop])
    base = (offsets[kept[0]] if kept else first) - left
    end = min(last, base + left + cells(text))
    return Excerpt(_CUT * left + text + _CUT * right, max(0, first - base), max(1, end - first))
