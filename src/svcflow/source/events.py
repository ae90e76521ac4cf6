"""Where parse events come from: libyaml when it is there, else the same parser in Python.

Both give the same events with marks that count code points. Events, and not nodes: their parsers keep their own stack,
so a hostile nesting can be stopped in time instead of overflowing the interpreter's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from ruamel.yaml.error import MarkedYAMLError, YAMLError

try:
    from _ruamel_yaml import CParser  # type: ignore[import-not-found, unused-ignore]
except ImportError:  # no wheel for this platform
    CParser = None

__all__ = ["MAX_DEPTH", "NextEvent", "Trouble", "open_events", "trouble"]

MAX_DEPTH = 100
"""How deep lists and mappings may lie in each other."""

NextEvent = Callable[[], Any]

_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


def open_events(text: str) -> NextEvent:
    """Return a function that gives the next parse event at every call, None after the last.

    The function raises a ruamel YAMLError where the text is no YAML.
    """
    return _c_events(text) if CParser is not None else _pure_events(text)


def _c_events(text: str) -> NextEvent:
    next_event: NextEvent = CParser(text).get_event
    return next_event


def _pure_events(text: str) -> NextEvent:
    from ruamel.yaml import YAML

    events: Iterator[Any] = YAML(typ="safe", pure=True).parse(text)
    return lambda: _whole_characters(next(events, None))


def _whole_characters(event: Any) -> Any:
    # libyaml refuses "\ud83d" itself; half a character in the data could not be written anywhere.
    if _HALF_CHARACTER.search(getattr(event, "value", "")):
        mark = event.start_mark
        raise MarkedYAMLError(
            "while parsing a quoted scalar", mark, "found invalid Unicode character escape code", mark
        )
    return event


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
    problem_mark = getattr(error, "problem_mark", None)
    context_mark = getattr(error, "context_mark", None)
    offset = problem_mark.index if problem_mark else 0
    return Trouble(
        getattr(error, "problem", None) or str(error),
        offset,
        getattr(error, "context", None) or "",
        context_mark.index if context_mark else offset,
    )
