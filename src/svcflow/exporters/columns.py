"""How wide the columns of a table are, reckoned from the texts in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from svcflow.documents.outline import Page
from svcflow.text.widths import width

__all__ = ["ROOM", "column_widths", "evenly", "is_matrix"]

ROOM = {Page.PORTRAIT: 56.4, Page.LANDSCAPE: 85.4, Page.CARD: 40.0}
"""Width of a page's tables, in em of their type."""

_PADDING = 1.3
"""What the sides of a cell take, in em."""
_WORDS = re.compile(r"[!-~\u00a1-\u024f]+")
_WIDEST_WORD = 13.0
_LEAST = 2.6
_SHORT_CELL = 9.0
_MOST_WHOLE = 0.85
"""How much of the room may go to short texts so that none of them breaks: names of roles, times."""
_TO_WRITE = 9.0
"""The width of a column without texts, to be written into by hand, where there is room."""
_GROWTH = 0.6
_SHORT_TITLE = 4.2
_MATRIX_COLUMNS, _NUMBERED_COLUMNS = 6, 4
_MATRIX_TITLES = 17.0


def is_matrix(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the columns after the first are alike: numbered, or many that hold no more than a sign each."""
    if len(headers) >= _NUMBERED_COLUMNS and all(title.isdecimal() for title in headers[1:]):
        return True
    return len(headers) >= _MATRIX_COLUMNS and all(width(cell) <= 2 for row in rows for cell in row[1:])


def evenly(title: str, room: float) -> str:
    """Return a title without spaces in lines of about the same length within ``room``: 客服/专员, not 客服专/员."""
    if " " in title or title.isascii() or room < 1:
        return title
    lines = -(-len(title) // int(room))
    ends = [round(len(title) * place / lines) for place in range(lines + 1)]
    return "\n".join(title[start:end] for start, end in pairwise(ends))


def column_widths(headers: Sequence[str], rows: Sequence[Sequence[str]], room: float) -> list[float]:
    """Return the widths of the columns in em; together they fill ``room``.

    A column gets what its longest line needs if all can have that. Otherwise short columns get it, and long ones share
    what is left, longer ones more, but none less than its longest word.
    """
    columns = [list(column) for column in zip(headers, *rows, strict=True)]
    if is_matrix(headers, rows):
        return _matrix(columns, room)
    wanted = [_wanted(column) + _PADDING for column in columns]
    least = [max(_least(column), _whole(column[0])) + _PADDING for column in columns]
    whole = [max(one, _short(column) + _PADDING) for one, column in zip(least, columns, strict=True)]
    least = whole if sum(whole) <= _MOST_WHOLE * room else least
    text = [max(map(_length, column)) for column in columns]
    given = wanted if sum(wanted) <= room else _shared(wanted, least, text, room)
    return [round(one * room / sum(given), 3) for one in given]


def _matrix(columns: Sequence[Sequence[str]], room: float) -> list[float]:
    first = min(_MATRIX_TITLES, max(map(_longest_line, columns[0])) + _PADDING)
    rest = (room - first) / (len(columns) - 1)
    return [round(first, 3), *[round(rest, 3)] * (len(columns) - 1)]


def _shared(
    wanted: Sequence[float], least: Sequence[float], text: Sequence[float], room: float
) -> list[float]:
    """Return widths that fill the room: a column with much text gets more, though not in proportion."""
    given = dict.fromkeys(range(len(wanted)), 0.0)
    open_ = set(given)
    while open_:
        left = room - sum(given[place] for place in given if place not in open_)
        weights = sum(text[place] ** _GROWTH for place in open_)
        shares = {place: left * text[place] ** _GROWTH / weights for place in open_}
        settled = {
            place: bound
            for place in sorted(open_)
            for bound in (_bound(wanted[place], least[place], shares[place]),)
            if bound != shares[place]
        }
        if not settled:
            return list((given | shares).values())
        given |= settled
        open_ -= settled.keys()
    return list(given.values())


def _bound(wanted: float, least: float, share: float) -> float:
    return wanted if wanted <= share else max(least, share)


def _whole(title: str) -> float:
    """Return the width of a title that should not break: 时限, 交接时限."""
    wide = width(title)
    return wide if wide <= _SHORT_TITLE else 0.0


def _wanted(column: Sequence[str]) -> float:
    longest = max(map(_longest_line, column))
    return longest if any(column[1:]) else max(longest, _TO_WRITE)


def _short(column: Sequence[str]) -> float:
    """Return the width of a column in which all texts are short, 0 for another one."""
    longest = max(map(_longest_line, column[1:]), default=0.0)
    return longest if longest <= _SHORT_CELL else 0.0


def _longest_line(text: str) -> float:
    return max(map(width, text.split("\n")))


def _length(text: str) -> float:
    """Return how long a text would be on one line, with the sides of its cell."""
    return sum(map(width, text.split("\n"))) + _PADDING


def _least(column: Sequence[str]) -> float:
    words = (width(word) for text in column for word in _WORDS.findall(text))
    return min(_WIDEST_WORD, max(words, default=_LEAST))
