"""Syntax errors in the words of people who write processes, not parsers.

A parser says where it gave up and what it would have liked. What the cause is, and what to do, is seen from the text
around that place: each check knows one mistake that people make, and the first that applies speaks.
"""

from __future__ import annotations

from collections.abc import Callable

from svcflow.i18n import msg
from svcflow.source import syntax_layout as layout
from svcflow.source import syntax_marks as marks
from svcflow.source.events import Trouble
from svcflow.source.lines import Lines
from svcflow.source.problem import SourceProblem
from svcflow.source.scene import Scene

__all__ = ["diagnose"]

# From the surest to the vaguest: what the character at the place tells, then what the lines around it tell.
_CHECKS: tuple[Callable[[Scene], SourceProblem | None], ...] = (
    layout.tab,
    marks.unclosed_quote,
    marks.escape,
    marks.block_header,
    marks.after_quote,
    marks.bracket,
    layout.document_end,
    marks.empty_entry,
    marks.reserved,
    marks.extra_bracket,
    layout.odd_space,
    layout.full_width_colon,
    layout.no_colon,
    layout.second_colon,
    layout.list_on_key_line,
    layout.missing_key,
    layout.list_and_keys,
    layout.bad_indentation,
)


def diagnose(trouble: Trouble, lines: Lines, path: str) -> SourceProblem:
    """Return the problem that made a parser stop, with its likely cause and its cure."""
    scene = Scene(trouble, lines, path)
    found = (check(scene) for check in _CHECKS)
    return next(filter(None, found), None) or scene.here(
        msg("YAML cannot make sense of the text from here on"),
        msg("compare it with the lines above: indentation, colons, quotes and brackets"),
    )
