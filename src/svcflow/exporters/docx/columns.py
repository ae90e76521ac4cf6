"""How wide the columns of a table are: as their texts ask for, within the page.

All measures are in twips, twentieths of a point.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from svcflow.text import width

__all__ = ["column_widths", "is_short", "lines_of", "text_width"]

_UNBREAKABLE = re.compile(r"[^\s\-/\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef]+")
_BOLD = 1.08
_NARROW = 7.5
"""The width in em up to which a column is given what its longest text takes."""
_MANY = 8
"""Heads of so many columns may take three lines, of fewer two."""
_SLACK = 4.0
"""What fonts may be wider than reckoned, in twentieths of the type's size."""
_SHORT = 2.6
"""The width in em up to which entries (numbers, letters, marks) stand in the middle of their column."""


def text_width(text: str, size: float) -> float:
    """Return the width of the widest line of a text at a font size in points."""
    return max((width(line) for line in text.splitlines()), default=0.0) * size * 20


def is_short(cells: Sequence[str]) -> bool:
    """Tell whether a column holds nothing but very short entries."""
    return any(cells) and all(width(cell) <= _SHORT for cell in cells)


def lines_of(text: str, room: float, size: float) -> int:
    """Return about how many lines a text takes in a room."""
    return sum(max(1, -int(-width(line) * size * 20 // max(room, 1))) for line in text.splitlines() or [""])


def column_widths(
    headers: Sequence[str], rows: Sequence[Sequence[str]], room: int, size: float, padding: int
) -> list[int]:
    """Return the widths of columns that fill the room.

    Each gets what its longest text takes, if all fit; otherwise narrow columns get what they take, and the wide ones
    share the rest by the square root of what they hold, so that long texts get much and short ones are not squeezed. No
    column is narrower than its longest word, and short texts are not broken, as long as that can be.
    """
    columns = list(zip(headers, *rows, strict=True))
    head_lines = 3 if len(columns) >= _MANY else 2
    natural = [_natural(column, size, head_lines) + padding for column in columns]
    if sum(natural) <= room:
        return _filled(natural, room)
    least = [min(_least(column, size) + padding, room // 3) for column in columns]
    whole = [one if one <= _NARROW * size * 20 else low for one, low in zip(natural, least, strict=True)]
    least = whole if sum(whole) <= room * 4 / 5 else least
    amount = [_amount(column, size) for column in columns]
    return _filled(_shared(natural, least, amount, room), room)


def _natural(column: Sequence[str], size: float, head_lines: int) -> float:
    """Return what a column takes; over very short entries the header may take several lines."""
    header = text_width(column[0], size) * _BOLD
    if is_short(column[1:]) and header > 4 * size * 20:
        header = max(_least(column, size), header / head_lines + size * 15)
    return max(header, *(text_width(cell, size) for cell in column[1:] or [""])) + _SLACK * size


def _least(column: Sequence[str], size: float) -> float:
    words = (word for cell in column for word in _UNBREAKABLE.findall(cell))
    longest = max((text_width(word, size) for word in words), default=0.0)
    return max(longest * _BOLD, 2.2 * size * 20)


def _amount(column: Sequence[str], size: float) -> float:
    mean = sum(text_width(cell, size) for cell in column) / len(column)
    return float((mean + _natural(column, size, 2)) ** 0.5)


def _shared(natural: list[float], least: list[float], amount: list[float], room: int) -> list[float]:
    """Share the room: a column that takes less than its share gives the rest back, none gets less than its least."""
    given: dict[int, float] = {}
    while len(given) < len(natural):
        open_ = [one for one in range(len(natural)) if one not in given]
        left = room - sum(given.values())
        whole = sum(amount[one] for one in open_)
        share = {one: left * amount[one] / whole for one in open_}
        narrow = {one: least[one] for one in open_ if least[one] > share[one]}
        given |= narrow or {one: natural[one] for one in open_ if natural[one] < share[one]} or share
    return [given[one] for one in range(len(natural))]


def _filled(widths: Sequence[float], room: int) -> list[int]:
    """Return whole widths that fill the room exactly; what is over goes to the columns by their width."""
    total = sum(widths)
    if total <= 0:
        return [room // len(widths)] * len(widths)
    whole = [int(one * room / total) for one in widths]
    whole[whole.index(max(whole))] += room - sum(whole)
    return whole
