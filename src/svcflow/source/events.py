"""Where parse events come from: libyaml when it is there, else ruamel's parser in Python.

Both come as the events of PyYAML, with marks that count code points. Events, and not nodes: an event parser keeps its
own stack, so a hostile nesting can be stopped in time instead of overflowing the interpreter's.

The libyaml that PyYAML brings is recent enough to read ``{from: 08:30}`` and ``{when: sure?}``, as YAML 1.2 wants;
the one of ruamel.yaml.clib and PyYAML's own parser in Python are not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from yaml import MarkedYAMLError as YAMLError
from yaml import events

try:
    from yaml._yaml import CParser
except ImportError:  # no wheel for this platform
    CParser = None

__all__ = ["MAX_DEPTH", "NextEvent", "Trouble", "YAMLError", "open_events", "trouble"]

MAX_DEPTH = 100
"""How deep lists and mappings may lie in each other."""

NextEvent = Callable[[], Any]

_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


def open_events(text: str) -> NextEvent:
    """Return a function that gives the next parse event at every call, None after the last.

    The function raises YAMLError where the text is no YAML.
    """
    if CParser is None:
        events_in_python = _pure_events(text)
        return lambda: next(events_in_python, None)
    next_event: NextEvent = CParser(text).get_event
    return next_event


def _pure_events(text: str) -> Iterator[Any]:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError as RuamelError

    try:
        for event in YAML(typ="safe", pure=True).parse(text):
            yield _as_pyyaml(event)
    except RuamelError as error:
        raise YAMLError(error.context, error.context_mark, error.problem, error.problem_mark) from error


def _as_pyyaml(event: Any) -> Any:
    """Return the event of PyYAML that says the same as one of ruamel."""
    kind = getattr(events, type(event).__name__)
    start, end = event.start_mark, event.end_mark
    if kind is events.ScalarEvent:
        # libyaml refuses "\ud83d" itself; half a character in the data could not be written anywhere.
        if _HALF_CHARACTER.search(event.value):
            raise YAMLError(
                "while parsing a quoted scalar", start, "found invalid Unicode character escape code", start
            )
        return kind(event.anchor, event.tag, event.implicit, event.value, start, end, event.style)
    if kind in (events.MappingStartEvent, events.SequenceStartEvent):
        return kind(event.anchor, event.tag, event.implicit, start, end, event.flow_style)
    return kind(event.anchor, start, end) if kind is events.AliasEvent else kind(start, end)


class Trouble:
    """Where and why a parser stopped, in its own words."""

    __slots__ = ("context", "context_offset", "offset", "problem")

    def __init__(self, problem: str, offset: int, context: str, context_offset: int) -> None:
        self.problem = problem
        self.offset = offset
        self.context = context
        self.context_offset = context_offset


def trouble(error: YAMLError) -> Trouble:
    """Return what a parser's error says, with offsets in code points."""
    problem_mark, context_mark = error.problem_mark, error.context_mark
    offset = problem_mark.index if problem_mark else 0
    return Trouble(
        error.problem or "",
        offset,
        error.context or "",
        context_mark.index if context_mark else offset,
    )
