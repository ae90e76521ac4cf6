"""Offsets in a text as lines and columns."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from svcflow.finding import Span

__all__ = ["Lines"]

_BREAK = re.compile(r"\r\n|\r|\n")


class Lines:
    """The lines of a text, as editors count them: ended by CR LF, LF or CR, and by nothing else.

    Offsets count code points from 0, lines and columns count from 1.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        if "\r" in text:
            starts: Iterable[int] = (0, *(found.end() for found in _BREAK.finditer(text)))
        else:  # most files, and much faster
            starts = accumulate((len(line) + 1 for line in text.split("\n")[:-1]), initial=0)
        self._starts = array("I", starts)

    def position(self, offset: int) -> tuple[int, int]:
        """Return line and column of an offset; one beyond the end is the end."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def span(self, start: int, end: int) -> Span:
        """Return the stretch between two offsets, the second exclusive."""
        return Span(*self.position(start), *self.position(max(start, end)))

    def line(self, number: int) -> str:
        """Return a line without its line break; an empty text for a line that does not exist."""
        if not 1 <= number <= len(self._starts):
            return ""
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def line_end(self, offset: int) -> int:
        """Return the offset at which the line of ``offset`` ends, before its line break."""
        found = _BREAK.search(self.text, offset)
        return found.start() if found else len(self.text)

    def offset(self, number: int) -> int:
        """Return the offset at which a line begins; the end of the text for a line beyond it."""
        return self._starts[max(1, number) - 1] if number <= len(self._starts) else len(self.text)
