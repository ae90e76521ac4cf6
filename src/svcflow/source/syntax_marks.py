"""Syntax errors of quotes, brackets and other signs that YAML gives a meaning."""

from __future__ import annotations

import re

from svcflow.i18n import msg
from svcflow.source.encoding import without_forbidden
from svcflow.source.places import Places
from svcflow.source.problem import SourceProblem
from svcflow.source.scene import Scene

__all__ = [
    "after_quote",
    "block_header",
    "bracket",
    "empty_entry",
    "escape",
    "extra_bracket",
    "reserved",
    "unclosed_quote",
]

_CLOSERS = {"[": "]", "{": "}"}
_FULL_WIDTH_CLOSERS = re.compile("[］】｝〕]")
_ESCAPE = re.compile(r"\\(?:[xuU]\w{0,8}|.)")


def unclosed_quote(scene: Scene) -> SourceProblem | None:
    """A text in quotes that never ends: ``a: 'x``."""
    if not scene.says("unexpected end of stream", "unexpected document"):
        return None
    return scene.at(
        scene.opened,
        scene.lines.line_end(scene.opened),
        msg("the text that begins with {quote} here never ends", quote=scene.opener),
        msg("write {quote} at its end", quote=scene.opener),
    )


def escape(scene: Scene) -> SourceProblem | None:
    r"""A backslash in double quotes with something that YAML does not know: ``"C:\path"``."""
    if not scene.says("escape character", "hexdecimal", "Unicode character escape"):
        return None
    text = scene.lines.text
    start = text.rfind("\\", scene.opened, scene.offset + 1)
    found = _ESCAPE.search(text, start if start >= 0 else scene.opened)
    if found is None:
        return None
    return scene.at(
        *found.span(),
        msg("`{escape}` is no escape sequence that YAML knows", escape=found[0]),
        msg("in double quotes, write each backslash twice; or put the text into single quotes"),
    )


def block_header(scene: Scene) -> SourceProblem | None:
    """A text that begins with ``>`` or ``|``: ``target: >= 80%``."""
    if "block scalar" not in scene.context:
        return None
    return scene.at(
        scene.opened,
        scene.lines.line_end(scene.opened),
        msg("after `{char}` a text of several lines must begin on the next line", char=scene.opener),
        msg("if the `{char}` belongs to the text, put the text into quotes", char=scene.opener),
    )


def after_quote(scene: Scene) -> SourceProblem | None:
    """Something after a closing quote: ``'it's'``."""
    quote = scene.before.rstrip()[-1:]
    complaint = scene.says("key", "block end", "-", "',' or", "cannot start any token")
    if quote not in ("'", '"') or scene.char in ("", "#", "]", "}") or not complaint:
        return None
    pair = "''" if quote == "'" else '\\"'
    start = _start_of_text(scene)
    begins = (scene.related(start, msg("the text in quotes begins here")),) if start is not None else ()
    return scene.here(
        msg("there is more text after the closing quote {quote}", quote=quote),
        msg(
            "put the whole text into one pair of quotes, and write each {quote} within it as {pair}",
            quote=quote,
            pair=pair,
        ),
        *begins,
    )


def _start_of_text(scene: Scene) -> int | None:
    """Return where the text before the scene begins when that is on a line above: a quote is missing there."""
    starts = [
        start for start, _, _ in Places(without_forbidden(scene.lines.text)).scalars() if start < scene.offset
    ]
    return starts[-1] if starts and scene.lines.position(starts[-1])[0] < scene.number else None


def bracket(scene: Scene) -> SourceProblem | None:
    """A list or mapping in brackets that goes wrong before it is closed: ``[a, b}``."""
    close = _CLOSERS.get(scene.opener)
    if close is None or not scene.says("',' or"):
        return None
    opened = scene.related(scene.opened, msg("`{bracket}` opens here", bracket=scene.opener))
    if scene.char and scene.char in "]}":
        message = msg("`{close}` is expected here, not `{found}`", close=close, found=scene.char)
        return scene.at(
            scene.offset, scene.offset + 1, message, msg("close first the bracket that opened last"), opened
        )
    opening_line = scene.lines.line(scene.lines.position(scene.opened)[0])
    if scene.lines.position(scene.opened)[0] == scene.number and scene.char:
        message = msg("a comma or `{close}` is missing before this", close=close)
        return scene.here(
            message,
            msg("separate the entries with commas; a text with a comma or colon in it needs quotes"),
            opened,
        )
    wide = _FULL_WIDTH_CLOSERS.search(opening_line)
    help_ = msg("write `{close}` after the last entry", close=close)
    if wide:
        help_ = msg("write `{close}` instead of the full-width `{found}`", close=close, found=wide[0])
    return scene.at(
        scene.opened,
        scene.lines.line_end(scene.opened),
        msg("the `{bracket}` that opens here is never closed", bracket=scene.opener),
        help_,
    )


def empty_entry(scene: Scene) -> SourceProblem | None:
    """Two commas with nothing between: ``{a: 1,, b: 2}``."""
    if scene.char != "," or "flow" not in scene.context or not scene.says("content"):
        return None
    return scene.at(
        scene.offset,
        scene.offset + 1,
        msg("an entry is missing before this comma"),
        msg("write the entry, or remove the comma"),
    )


def reserved(scene: Scene) -> SourceProblem | None:
    """A text that begins with a character of YAML's own: ``@home``, ``*bold*``."""
    lone_colon = re.match(r":(\s|$)", scene.line[scene.column - 1 :])
    unexpected = scene.char in (",", "?", ":", "-") and scene.says("content") and not lone_colon
    in_name = any(word in scene.context for word in ("alias", "anchor", "tag", "directive"))
    start = scene.opened if in_name or scene.says("tag handle") else scene.offset
    char = scene.lines.text[start : start + 1]
    if not (in_name or unexpected or scene.says("cannot start any token", "tag handle")):
        return None
    return scene.at(
        start,
        scene.lines.line_end(start),
        msg("a text must not begin with the character {char}", char=char),
        msg("put the text into quotes: {char} has a meaning of its own in YAML", char=char),
    )


def extra_bracket(scene: Scene) -> SourceProblem | None:
    """A closing bracket where none is open: ``[a]]``."""
    if not scene.char or scene.char not in "]}":
        return None
    return scene.at(
        scene.offset,
        scene.offset + 1,
        msg("this `{bracket}` closes nothing", bracket=scene.char),
        msg("remove it, or put the text that it belongs to into quotes"),
    )
