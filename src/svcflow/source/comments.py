"""The comments of a document: whatever begins with # outside of texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from svcflow.source.lines import Lines
    from svcflow.source.places import Places

__all__ = ["Comment", "find_comments"]

_COMMENT = re.compile(r"#[^\r\n]*")
_HEADER_COMMENT = re.compile(r"[^\r\n#]*[ \t](#[^\r\n]*)")


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment: line and column of its ``#``, from 1, and its text from there to the end of the line."""

    line: int
    column: int
    text: str


def find_comments(lines: Lines, places: Places) -> Iterator[Comment]:
    """Give all comments of a document, in order."""
    for start, end in _gaps(lines.text, places):
        for found in _COMMENT.finditer(lines.text, start, end):
            line, column = lines.position(found.start())
            yield Comment(line, column, found[0].rstrip())


def _gaps(text: str, places: Places) -> Iterator[tuple[int, int]]:
    """Give the stretches of text in which a # begins a comment: all that is no value and no key."""
    position = 0
    for start, end, block in places.scalars():
        yield position, start
        # A block's first line, "|" or ">", may end in a comment that is no part of its text.
        header = _HEADER_COMMENT.match(text, start, end) if block else None
        if header:
            yield header.span(1)
        position = end
    yield position, max(position, places.end)
