"""One change of a YAML text, as the replacement of one stretch of it."""

from __future__ import annotations

import re
from typing import Any

from svcflow.finding import Route
from svcflow.source.emit import Emitter
from svcflow.source.lines import Lines
from svcflow.source.places import Places

__all__ = ["CannotSplice", "Splicer"]


class CannotSplice(Exception):
    """The place is shared through an alias or a merge key, or written in a way that only people can change."""


class Splicer:
    """Changes a text at one route; see ``svcflow.source.edit`` for what may be asked."""

    def __init__(self, lines: Lines, places: Places, emitter: Emitter) -> None:
        self._lines = lines
        self._text = lines.text
        self._places = places
        self._emitter = emitter

    def apply(self, route: Route, value: Any) -> str:
        """Return the text with the value at ``route`` set or added, or removed when ``value`` is None."""
        parents = [0]
        for part in route[:-1]:
            parents.append(self._own(parents[-1], part)[1])
        parent, last = parents[-1], route[-1]
        exists = self._exists(parent, last)
        if value is not None:
            return self._set(parent, last, value) if exists else self._add(parent, last, value)
        if not exists:
            raise CannotSplice
        if self._count(parent) > 1:
            return self._remove(parent, last)
        empty: Any = {} if isinstance(last, str) else []
        return self._set(parents[-2], route[-2], empty) if len(parents) > 1 else self._replace_root(empty)

    # Finding what belongs to this very place, and to no alias

    def _own(self, parent: int, part: str | int) -> tuple[int | None, int]:
        if isinstance(part, str) and self._places.is_mapping(parent):
            for key, value in self._places.entries(parent):
                if self._places.key(key) == part:
                    return key, value
        if isinstance(part, int) and self._places.is_sequence(parent):
            for number, item in enumerate(self._places.items(parent)):
                if number == part:
                    return None, item
        raise CannotSplice

    def _exists(self, parent: int, part: str | int) -> bool:
        try:
            self._own(parent, part)
        except CannotSplice:
            return False
        return True

    def _count(self, parent: int) -> int:
        count = sum(1 for _ in self._places.items(parent))
        return count // 2 if self._places.is_mapping(parent) else count

    def _starts(self, parent: int) -> list[int]:
        """Return where the entries or items of a collection start."""
        nodes = list(self._places.items(parent))
        return [
            self._places.bounds(node)[0]
            for node in (nodes[::2] if self._places.is_mapping(parent) else nodes)
        ]

    # Setting

    def _set(self, parent: int, part: str | int, value: Any) -> str:
        key, node = self._own(parent, part)
        start, end = self._places.bounds(node)
        after = self._after_indicator(parent, key, start)
        below = "" if self._places.is_flow(parent) else self._below(parent, key, value)
        if "\n" not in below and self._same_line(after, start):
            space = "" if start > after else " "
            return self._replace(start, end, space + self._on_line(value, self._text[start:end]))
        # A comment on the line of the key stays there, whether the value stood before it or on the lines below.
        first, newline, rest = below.partition("\n")
        if not self._same_line(after, start):
            return self._replace(
                after, end, first + self._text[after : self._lines.line_end(after)] + newline + rest
            )
        line_end = self._lines.line_end(end) if self._same_line(start, end) else end
        return self._replace(after, line_end, first + self._text[end:line_end] + newline + rest)

    def _below(self, parent: int, key: int | None, value: Any) -> str:
        if key is None:
            return self._emitter.item(value, self._column(parent)).removeprefix("-")
        return self._emitter.after_key(value, self._column(parent))

    def _on_line(self, value: Any, old: str) -> str:
        if isinstance(value, str):
            return self._emitter.scalar(value, quote=old[0] if old[:1] in ("'", '"') else "")
        return self._emitter.flow(value)

    def _after_indicator(self, parent: int, key: int | None, start: int) -> int:
        """Return the offset after the colon or dash that a value belongs to."""
        if key is not None:
            found = re.compile(r"[ \t]*:").match(self._text, self._places.bounds(key)[1])
            if found is None:
                raise CannotSplice
            return found.end()
        if self._places.is_flow(parent):
            return start - 1
        return self._text.rindex("-", 0, start) + 1

    def _same_line(self, first: int, second: int) -> bool:
        return self._lines.line_end(first) >= second

    def _replace_root(self, value: Any) -> str:
        return self._replace(*self._places.bounds(0), self._emitter.flow(value))

    # Adding

    def _add(self, parent: int, part: str | int, value: Any) -> str:
        fits = self._places.is_mapping(parent) if isinstance(part, str) else part == self._count(parent)
        if not fits:
            raise CannotSplice
        if self._places.is_flow(parent):
            return self._add_in_brackets(parent, part, value)
        column = self._column(parent)
        shown = (
            self._emitter.entry(part, value, column)
            if isinstance(part, str)
            else self._emitter.item(value, column)
        )
        place = self._lines.line_end(self._places.bounds(parent)[1])
        return self._replace(place, place, "\n" + " " * column + shown)

    def _add_in_brackets(self, parent: int, part: str | int, value: Any) -> str:
        shown = self._emitter.flow(value)
        if isinstance(part, str):
            shown = f"{self._emitter.scalar(part)}: {shown}"
        nodes = list(self._places.items(parent))
        if nodes:
            place = self._places.bounds(nodes[-1])[1]
            return self._replace(place, place, ", " + shown)
        place = self._places.bounds(parent)[1] - 1
        return self._replace(place, place, shown)

    def _column(self, parent: int) -> int:
        """Return how many columns the keys or dashes of a block are indented."""
        first = self._starts(parent)[0]
        if self._places.is_sequence(parent):
            first = self._text.rindex("-", 0, first)
        return self._lines.position(first)[1] - 1

    # Removing

    def _remove(self, parent: int, part: str | int) -> str:
        key, node = self._own(parent, part)
        starts = self._starts(parent)
        start, end = self._places.bounds(node if key is None else key)[0], self._places.bounds(node)[1]
        index = starts.index(start)
        if self._places.is_flow(parent):
            if index + 1 < len(starts):
                return self._replace(start, starts[index + 1], "")
            previous = list(self._places.items(parent))[-2 if key is None else -3]
            return self._replace(self._places.bounds(previous)[1], end, "")
        if key is None:
            start = self._text.rindex("-", 0, start)
        number, column = self._lines.position(start)
        if self._lines.line(number)[: column - 1].strip() == "":
            return self._replace(
                self._lines.offset(number), self._lines.offset(self._lines.position(end)[0] + 1), ""
            )
        if index + 1 == len(starts):
            raise CannotSplice
        following = starts[index + 1]
        return self._replace(start, self._text.rindex("-", 0, following) if key is None else following, "")

    def _replace(self, start: int, end: int, text: str) -> str:
        return self._text[:start] + text + self._text[end:]
