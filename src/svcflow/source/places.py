"""Where everything of a document stands: a flat, small index that is made only when somebody asks.

Nodes are numbered as they come in the text, a mapping's keys among them. Four arrays hold a node's start, end, size
(how many nodes it has with all that lie in it) and kind; everything else is read from the text.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from typing import Any

from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from svcflow.finding import Route
from svcflow.source.events import MAX_DEPTH, YAMLError, open_events

__all__ = ["Found", "Places"]

_SCALAR, _BLOCK, _ALIAS, _SEQUENCE, _FLOW_SEQUENCE, _MAPPING, _FLOW_MAPPING = range(7)


class Found:
    """How far a route could be followed: the node reached, the node of its key if any, and whether it is all."""

    __slots__ = ("complete", "key", "node")

    def __init__(self, node: int, key: int | None, complete: bool) -> None:
        self.node = node
        self.key = key
        self.complete = complete


class Places:
    """The places of the nodes of a text's first document, as offsets in code points.

    Of a text with a syntax error it knows the part before the error.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts, self._ends, self._sizes = array("I"), array("I"), array("I")
        self._kinds = bytearray()
        self._values: dict[int, str] = {}  # of scalars that are not written as they read
        self._targets: dict[int, int] = {}
        self._anchors: dict[str, int] = {}
        self._open: list[int] = []
        self._last_end = 0
        self.end = len(text)
        """Where the document ends."""
        self._read()

    def __len__(self) -> int:
        return len(self._starts)

    def bounds(self, node: int) -> tuple[int, int]:
        """Return where a node starts and ends; both are the same for an empty value."""
        return self._starts[node], self._ends[node]

    def is_collection(self, node: int) -> bool:
        """Tell whether a node, or what its alias stands for, is a list or a mapping."""
        return self._kinds[self._target(node)] >= _SEQUENCE

    def is_sequence(self, node: int) -> bool:
        """Tell whether a node is a list; an alias is none."""
        return self._kinds[node] in (_SEQUENCE, _FLOW_SEQUENCE)

    def is_mapping(self, node: int) -> bool:
        """Tell whether a node is a mapping; an alias is none."""
        return self._kinds[node] >= _MAPPING

    def is_flow(self, node: int) -> bool:
        """Tell whether a node is a list or mapping in brackets."""
        return self._kinds[node] in (_FLOW_SEQUENCE, _FLOW_MAPPING)

    def items(self, node: int) -> Iterator[int]:
        """Give the nodes that lie directly in a list; of a mapping, keys and values by turns."""
        item, end = node + 1, node + self._sizes[node]
        while item < end:
            yield item
            item += self._sizes[item]

    def entries(self, node: int) -> Iterator[tuple[int, int]]:
        """Give the nodes of key and value of each entry of a mapping."""
        parts = self.items(node)
        return zip(parts, parts, strict=False)  # an odd one is left when the text breaks off in a key

    def key(self, node: int) -> str:
        """Return the text of a key."""
        node = self._target(node)
        if node in self._values:
            return self._values[node]
        return self._text[self._starts[node] : self._ends[node]]

    def scalars(self) -> Iterator[tuple[int, int, bool]]:
        """Give start and end of each text, word and alias, in order, and whether it is a block (``|`` or ``>``)."""
        for node, kind in enumerate(self._kinds):
            if kind < _SEQUENCE:
                yield self._starts[node], self._ends[node], kind == _BLOCK

    def find(self, route: Route) -> Found | None:
        """Follow a route as far as it goes; None when there is nothing in the document at all."""
        if not self._starts:
            return None
        node, key = 0, None
        for part in route:
            step = self._child(node, part)
            if step is None:
                return Found(node, key, complete=False)
            key, node = step
        return Found(node, key, complete=True)

    # Reading the events

    def _read(self) -> None:
        next_event = open_events(self._text)
        try:
            while (event := next_event()) is not None:
                if not self._take(event):
                    break
        except YAMLError:
            pass  # whoever built the data has reported it
        while self._open:
            self._close(self._last_end)

    def _take(self, event: Any) -> bool:
        """Take in one event; tell whether to go on."""
        kind = type(event)
        if kind is ScalarEvent:
            self._add_scalar(event)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            block = _MAPPING if kind is MappingStartEvent else _SEQUENCE
            self._open.append(self._add(event, block + bool(event.flow_style)))
            return len(self._open) <= MAX_DEPTH
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            end = event.end_mark.index
            # The end of a block is found at the token after it: what counts is its last value.
            self._close(self._last_end if end == event.start_mark.index else end)
        elif kind is AliasEvent:
            if event.anchor in self._anchors:
                self._targets[len(self._starts)] = self._anchors[event.anchor]
            self._last_end = event.end_mark.index
            self._add(event, _ALIAS)
        elif kind is DocumentEndEvent:
            self.end = event.end_mark.index
            return False
        return True

    def _add(self, event: Any, kind: int) -> int:
        node = len(self._starts)
        self._starts.append(event.start_mark.index)
        self._ends.append(event.end_mark.index)
        self._sizes.append(1)
        self._kinds.append(kind)
        if event.anchor is not None and kind != _ALIAS:
            self._anchors[event.anchor] = node
        return node

    def _add_scalar(self, event: Any) -> None:
        block = event.style in ("|", ">")
        node = self._add(event, _BLOCK if block else _SCALAR)
        start, end = self.bounds(node)
        if block:
            end = start + len(self._text[start:end].rstrip())
            self._ends[node] = end
        elif self._text[start:end] != event.value:
            self._values[node] = event.value
        self._last_end = end

    def _close(self, end: int) -> None:
        node = self._open.pop()
        self._last_end = end
        self._ends[node] = max(end, self._starts[node])
        self._sizes[node] = len(self._starts) - node

    # Following a route

    def _target(self, node: int) -> int:
        return self._targets.get(node, node)

    def _child(self, node: int, part: str | int) -> tuple[int | None, int] | None:
        node = self._target(node)
        if self.is_sequence(node) and not isinstance(part, str):
            return self._item(node, part)
        if self.is_mapping(node) and isinstance(part, str):
            return self._entry(node, part, MAX_DEPTH)
        return None

    def _item(self, node: int, index: int) -> tuple[None, int] | None:
        for number, item in enumerate(self.items(node)):
            if number == index:
                return None, item
        return None

    def _entry(self, node: int, name: str, depth: int) -> tuple[int, int] | None:
        """Return the nodes of key and value, the mapping's own ones first, then those that it merges."""
        if not self.is_mapping(node) or depth == 0:
            return None
        merged: list[int] = []
        for key, value in self.entries(node):
            text = self.key(key)
            if text == "<<" and self._text[self._starts[key] : self._ends[key]] == "<<":
                merged = self._merged(value)
            elif text == name:
                return key, value
        found = (self._entry(mapping, name, depth - 1) for mapping in merged)
        return next((entry for entry in found if entry), None)

    def _merged(self, value: int) -> list[int]:
        value = self._target(value)
        if self.is_sequence(value):
            return [self._target(item) for item in self.items(value)]
        return [value]
