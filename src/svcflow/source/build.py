"""From parse events to plain data: numbers, aliases, merge keys, and what is wrong with any of them."""

from __future__ import annotations

from collections.abc import Callable
from sys import intern
from typing import Any

from yaml.events import (
    AliasEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from svcflow.finding import Route
from svcflow.i18n import Message, msg
from svcflow.source.events import MAX_DEPTH, NextEvent, YAMLError
from svcflow.source.problem import Kind
from svcflow.source.scalars import RESOLVABLE, Float, Int, construct, resolve

__all__ = ["MAX_ALIASED", "Builder", "Report", "TooDeep"]

MAX_ALIASED = 100_000
"""How many values a file may repeat through aliases before it counts as an attack."""

Report = Callable[[Kind, Any, Message, Message | None, Route | None], None]
"""Takes a problem: kind, event where it is, message, help, and the route of a key that it speaks of, if any."""

_COLLECTION_TAGS = ("!", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq")
_SHORT = 20
"""Texts below this length are ids, roles, keys: they recur, and one copy serves a whole workspace."""
_KNOWN: dict[str, str] = {}
"""Short texts seen before that mean themselves, quoted or not, as a value and as a key: most of every file."""
_MOST_KNOWN = 50_000
_OPEN, _UNKNOWN = object(), object()
_ODD_ENDS = frozenset(["", "\u00a0", *map(chr, range(0x2000, 0x2010)), "\u202f", "\u2060", "\u3000"])
"""The empty text, and what looks like a space or like nothing, and is part of a key."""


class TooDeep(Exception):
    """Lists and mappings lie deeper in each other than anybody can mean."""

    def __init__(self, event: Any) -> None:
        self.event = event


class Builder:
    """Builds the data of the first document of a text, once.

    ``nulls`` are the routes of empty values, ``report`` is told of everything that is wrong but does not keep the
    parser from going on. Values that are wrong are left out of the data, and so are empty ones.
    """

    def __init__(self, next_event: NextEvent, report: Report) -> None:
        self.nulls: list[Route] = []
        self._next = next_event
        self._report = report
        self._path: list[str | int] = []
        self._anchors: dict[str, Any] = {}
        self._sizes: dict[int, int] = {}
        self._aliased = 0

    def build(self) -> Any:
        """Return the data; raises YAMLError on a syntax error and TooDeep beyond the limit of nesting."""
        self._next()  # the start of the stream
        if type(self._next()) is StreamEndEvent:
            return None
        data = self._value(self._next())
        self._next()  # the end of the document
        self._expect_end()
        return data

    def _expect_end(self) -> None:
        try:
            event = self._next()
            if type(event) is StreamEndEvent:
                return
        except YAMLError as error:  # whatever follows, it is not ours
            event = Event(error.problem_mark, error.problem_mark)
        self._report(
            Kind.SEVERAL_DOCUMENTS,
            event,
            msg("a second YAML document begins here; everything from here on is ignored"),
            msg(
                "keep one document in a file: move this one to a file of its own, or remove the line above it"
            ),
            None,
        )

    def _value(self, event: Any) -> Any:
        """Return the value that begins with ``event``; None for an empty or a wrong one."""
        kind = type(event)
        if kind is ScalarEvent:
            text = event.value
            # Nearly all values are texts as they stand: the shortest way is for them.
            if text[:1] in RESOLVABLE or event.tag is not None or event.anchor is not None or " - " in text:
                return self._scalar(event)
            return _remembered(text)
        if kind is AliasEvent:
            return self._alias(event)
        return self._collection(event, self._mapping if kind is MappingStartEvent else self._sequence)

    def _scalar(self, event: Any) -> Any:
        value = event.value
        if event.tag is not None:
            value = self._tagged(event)
        elif event.implicit[0]:
            value = self._plain(event)
        if value is None:
            self.nulls.append(tuple(self._path))
        if event.anchor is not None:
            self._anchors[event.anchor] = value
        return value

    def _plain(self, event: Any) -> Any:
        text = event.value
        if " - " in text and event.start_mark.line != event.end_mark.line:
            self._report_folded(event)
        try:
            value = resolve(text)
        except ValueError:
            self._report_number(event)
            return text
        return _remembered(text) if isinstance(value, str) else value

    def _tagged(self, event: Any) -> Any:
        try:
            return construct(event.tag, event.value)
        except KeyError:
            self._report_tag(event)
        except ValueError:
            self._report(
                Kind.TAG,
                event,
                msg(
                    "`{text}` is not what the tag {tag} promises",
                    text=_shown(event.value),
                    tag=_short(event.tag),
                ),
                msg("remove the tag, or write a value that fits it"),
                None,
            )
        return event.value

    def _collection(self, event: Any, read: Callable[[], Any]) -> Any:
        if len(self._path) >= MAX_DEPTH:
            raise TooDeep(event)
        if event.tag is not None and event.tag not in _COLLECTION_TAGS:
            self._report_tag(event)
        anchor = event.anchor
        if anchor is None:
            return read()
        self._anchors[anchor] = _OPEN
        self._anchors[anchor] = value = read()
        return value

    def _sequence(self) -> list[Any]:
        items: list[Any] = []
        path, next_event = self._path, self._next
        path.append(0)
        while type(event := next_event()) is not SequenceEndEvent:
            item = _known(event)
            if item is None:
                path[-1] = len(items)
                item = self._value(event)
            items.append(item)
        path.pop()
        return items

    def _mapping(self) -> dict[str, Any]:
        own: dict[str, Any] = {}
        merged: list[dict[str, Any]] = []
        path, next_event = self._path, self._next
        path.append("")
        while type(event := next_event()) is not MappingEndEvent:
            key = _known(event) or self._key(event)
            if key is None:
                self._skip_value()
                continue
            path[-1] = key
            if key in own:
                self._report_duplicate(event, key)
                self._skip_value()
            elif key == "<<" and type(event) is ScalarEvent and event.implicit[0]:
                own[key] = None
                merged = self._merge(next_event())
            else:
                event = next_event()
                own[key] = _known(event) or self._value(event)
        path.pop()
        for other in merged:
            own = {**other, **own}
        return (
            {key: value for key, value in own.items() if value is not None} if None in own.values() else own
        )

    def _skip_value(self) -> None:
        nulls = len(self.nulls)
        self._value(self._next())
        del self.nulls[nulls:]

    def _key(self, event: Any) -> str | None:
        """Return a key as it was written; None, after a report, for what can be none."""
        if type(event) is ScalarEvent:
            if event.anchor is not None:
                self._anchors[event.anchor] = event.value
            text = _remembered(event.value)
            if text[:1] in _ODD_ENDS or text[-1:] in _ODD_ENDS:
                self._report_key(event)
            return text
        nulls = len(self.nulls)
        value = self._value(event)
        del self.nulls[nulls:]
        if isinstance(value, (str, Int, Float)):
            return str(value)
        if type(event) is not AliasEvent or event.anchor in self._anchors:
            self._report(
                Kind.KEY,
                event,
                msg("a key must be a word or a text, not something in brackets or braces"),
                msg("if they belong to a text, put the whole text into quotes"),
                None,
            )
        return None

    def _merge(self, event: Any) -> list[dict[str, Any]]:
        """Return the mappings that ``<<`` takes over, the one that counts most first."""
        value = self._value(event)
        if value is None and type(event) is AliasEvent:
            return []  # reported already
        mappings = value if isinstance(value, list) else [value]
        if all(isinstance(mapping, dict) for mapping in mappings):
            return mappings
        if value is None:
            self.nulls.pop()
        self._report(
            Kind.MERGE,
            event,
            msg("the merge key `<<` needs a mapping, or a list of mappings"),
            msg("write the alias of a mapping after it: `<<: *name`"),
            None,
        )
        return []

    def _alias(self, event: Any) -> Any:
        name = event.anchor
        value = self._anchors.get(name, _UNKNOWN)
        if value is _UNKNOWN:
            message = msg("no anchor `&{name}` stands above this alias", name=_shown(name))
            self._report(Kind.ALIAS, event, message, _QUOTE_STAR, None)
            return None
        if value is _OPEN:
            message = msg(
                "the alias `*{name}` lies inside the very value that it stands for", name=_shown(name)
            )
            self._report(Kind.ALIAS, event, message, msg("write the value out, or remove the alias"), None)
            return None
        if value is None:
            self.nulls.append(tuple(self._path))
        return value if self._may_repeat(value, event) else None

    def _may_repeat(self, value: Any, event: Any) -> bool:
        """Tell whether what aliases repeat is still below the limit; report it once when it no longer is."""
        if self._aliased > MAX_ALIASED:
            return False
        self._aliased += self._size(value)
        if self._aliased <= MAX_ALIASED:
            return True
        message = msg(
            "aliases repeat more than {limit} values up to here; the rest is ignored", limit=MAX_ALIASED
        )
        self._report(Kind.ALIAS, event, message, msg("write what processes share once, in a catalogue"), None)
        return False

    def _size(self, value: Any) -> int:
        """Return how many values lie in one, those that aliases repeat counted each time."""
        if not isinstance(value, (dict, list)):
            return 1
        if id(value) not in self._sizes:
            parts = value.values() if isinstance(value, dict) else value
            self._sizes[id(value)] = 1 + sum(map(self._size, parts))
        return self._sizes[id(value)]

    def _report_duplicate(self, event: Any, key: str) -> None:
        self._report(
            Kind.DUPLICATE_KEY,
            event,
            msg("the key `{key}` stands here once more; only the first one counts", key=_shown(key)),
            msg("keep one of the two, or rename the other"),
            tuple(self._path),
        )

    def _report_key(self, event: Any) -> None:
        if not event.implicit[0]:
            return  # in quotes: somebody means it
        if event.value == "":
            self._report(
                Kind.KEY,
                event,
                msg("there is no key before this colon"),
                msg("write the key, or put the text into quotes"),
                None,
            )
            return
        odd = event.value[0] if event.value[0] in _ODD_ENDS else event.value[-1]
        message = msg(
            "this key has a character that only looks like a space ({code})", code=f"U+{ord(odd):04X}"
        )
        self._report(Kind.KEY, event, message, msg("use ordinary spaces"), None)

    def _report_folded(self, event: Any) -> None:
        self._report(
            Kind.FOLDED,
            event,
            msg("these lines are one text, though a dash in it looks like an item of a list"),
            msg("begin all items of a list in the same column; if it is one text, put it into quotes"),
            None,
        )

    def _report_number(self, event: Any) -> None:
        message = msg("this number has {count} digits", count=len(event.value))
        self._report(Kind.NUMBER, event, message, msg("if it is an identifier, put it into quotes"), None)

    def _report_tag(self, event: Any) -> None:
        message = msg("the tag {tag} means nothing here", tag=_short(event.tag))
        self._report(
            Kind.TAG, event, message, msg("remove it; a text that begins with `!` needs quotes"), None
        )


def _known(event: Any) -> str | None:
    """Return the text of an event that is known to mean itself: the short way for most of every file."""
    if type(event) is ScalarEvent and event.tag is None and event.anchor is None:
        return _KNOWN.get(event.value)
    return None


def _remembered(text: str) -> str:
    """Return the one copy of a text; take note of it when it is short and means itself wherever it stands."""
    if len(text) >= _SHORT:
        return text
    text = intern(text)
    if len(_KNOWN) < _MOST_KNOWN and _means_itself(text):
        _KNOWN[text] = text
    return text


def _means_itself(text: str) -> bool:
    odd = text[:1] in _ODD_ENDS or text[-1:] in _ODD_ENDS
    return not odd and text != "<<" and " - " not in text and resolve(text) == text


_QUOTE_STAR = msg("an anchor must stand above its alias; a text that begins with `*` needs quotes")


def _short(tag: str) -> str:
    return _shown(tag.replace("tag:yaml.org,2002:", "!!"))


def _shown(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
