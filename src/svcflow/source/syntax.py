"""Syntax errors in the words of people who write processes, not parsers.

A parser says where it gave up and what it would have liked. What the cause is, and what to do, is seen from the text
around that place: each check below knows one mistake that people make, and the first that applies speaks.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from svcflow.finding import Place, Related
from svcflow.i18n import Message, msg
from svcflow.source.events import Trouble
from svcflow.source.lines import Lines
from svcflow.source.problem import Kind, SourceProblem

__all__ = ["diagnose"]


class Scene:
    """What the parser said, and the text around the place where it stopped."""

    def __init__(self, trouble: Trouble, lines: Lines, path: str) -> None:
        self.problem = trouble.problem
        self.context = trouble.context
        self.lines = lines
        self.path = path
        self.offset = trouble.offset
        self.opened = trouble.context_offset
        self.number, self.column = lines.position(self.offset)
        self.line = lines.line(self.number)
        self.before = self.line[: self.column - 1]
        self.char = self.line[self.column - 1 : self.column]
        self.opener = lines.text[self.opened : self.opened + 1]

    def says(self, *words: str) -> bool:
        """Tell whether the parser's complaint has one of these words; the two parsers word it differently."""
        return any(word in self.problem for word in words)

    def line_above(self) -> tuple[int, str]:
        """Return number and text of the last line above that has content, 0 when there is none."""
        for number in range(self.number - 1, 0, -1):
            line = self.lines.line(number)
            if line.strip() and not line.lstrip().startswith("#"):
                return number, line
        return 0, ""

    def at(self, start: int, end: int, message: Message, help_: Message, *related: Related) -> SourceProblem:
        """Make the problem of a stretch of text."""
        return SourceProblem(self.lines.span(start, end), Kind.SYNTAX, message, help_, related)

    def here(self, message: Message, help_: Message, *related: Related) -> SourceProblem:
        """Make a problem from where the parser stopped to the end of that line."""
        end = max(self.offset + len(self.line[self.column - 1 :].rstrip()), self.offset + 1)
        return self.at(self.offset, end, message, help_, *related)

    def whole_line(self, number: int, message: Message, help_: Message) -> SourceProblem:
        """Make the problem of a line, without its indentation."""
        line = self.lines.line(number)
        start = self.lines.offset(number) + len(line) - len(line.lstrip())
        return self.at(start, start + len(line.strip()), message, help_)

    def related(self, offset: int, message: Message) -> Related:
        """Make a second place, of one character."""
        return Related(Place(self.path, (), self.lines.span(offset, offset + 1)), message)


_FIT_INDENTATION = msg("begin it in the same column as the lines that it belongs to")
_SPACE_AFTER_COLON = msg("write the key, a colon, a space, and the value")
_CLOSERS = {"[": "]", "{": "}"}
_FULL_WIDTH_CLOSERS = re.compile("[］】｝〕]")
_ESCAPE = re.compile(r"\\(?:[xuU]\w{0,8}|.)")
_KEY_WITHOUT_SPACE = re.compile(r"(?:- +)*[\w-]+:[^\s:/]")


def _tab(scene: Scene) -> SourceProblem | None:
    indentation = re.match(r"[ \t]*", scene.line)
    assert indentation is not None
    tab = indentation[0].find("\t")
    if tab < 0:
        return None
    start = scene.lines.offset(scene.number)
    return scene.at(
        start + tab,
        start + indentation.end(),
        msg("this line is indented with a tab"),
        msg(
            "use spaces: YAML allows no tabs there; most editors can be told to write spaces for the Tab key"
        ),
    )


def _odd_space(scene: Scene) -> SourceProblem | None:
    numbers = (scene.number, scene.line_above()[0])
    for number in numbers:
        found = re.match("[ \t]*([\u00a0\u2000-\u200b\u3000]+)", scene.lines.line(number))
        if found and not scene.says("end of stream"):
            start = scene.lines.offset(number)
            message = msg(
                "this line is indented with a character that only looks like a space ({code})",
                code=f"U+{ord(found[1][0]):04X}",
            )
            return scene.at(start + found.start(1), start + found.end(1), message, msg("use ordinary spaces"))
    return None


def _unclosed_quote(scene: Scene) -> SourceProblem | None:
    if not scene.says("unexpected end of stream", "unexpected document"):
        return None
    return scene.at(
        scene.opened,
        scene.lines.line_end(scene.opened),
        msg("the text that begins with {quote} here never ends", quote=scene.opener),
        msg("write {quote} at its end", quote=scene.opener),
    )


def _escape(scene: Scene) -> SourceProblem | None:
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


def _block_header(scene: Scene) -> SourceProblem | None:
    if "block scalar" not in scene.context:
        return None
    return scene.at(
        scene.opened,
        scene.lines.line_end(scene.opened),
        msg("after `{char}` a text of several lines must begin on the next line", char=scene.opener),
        msg("if the `{char}` belongs to the text, put the text into quotes", char=scene.opener),
    )


def _after_quote(scene: Scene) -> SourceProblem | None:
    quote = scene.before.rstrip()[-1:]
    if (
        quote not in ("'", '"')
        or scene.char in ("", "#")
        or not scene.says("key", "block end", "-", "',' or")
    ):
        return None
    if scene.char in "]}":
        return None
    pair = "''" if quote == "'" else '\\"'
    return scene.here(
        msg("there is more text after the closing quote {quote}", quote=quote),
        msg(
            "put the whole text into one pair of quotes, and write each {quote} within it as {pair}",
            quote=quote,
            pair=pair,
        ),
    )


def _reserved(scene: Scene) -> SourceProblem | None:
    in_name = any(word in scene.context for word in ("alias", "anchor", "tag", "directive"))
    start = scene.opened if in_name or scene.says("tag handle") else scene.offset
    char = scene.lines.text[start : start + 1]
    if not (
        in_name
        or scene.says("cannot start any token", "tag handle")
        or (char == "," and scene.says("content"))
    ):
        return None
    return scene.at(
        start,
        scene.lines.line_end(start),
        msg("a text must not begin with `{char}`", char=char),
        msg("put the text into quotes: `{char}` has a meaning of its own in YAML", char=char),
    )


def _bracket(scene: Scene) -> SourceProblem | None:
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


def _extra_bracket(scene: Scene) -> SourceProblem | None:
    if not scene.char or scene.char not in "]}":
        return None
    return scene.at(
        scene.offset,
        scene.offset + 1,
        msg("this `{bracket}` closes nothing", bracket=scene.char),
        msg("remove it, or put the text that it belongs to into quotes"),
    )


def _full_width_colon(scene: Scene) -> SourceProblem | None:
    if not scene.says("':'", "mapping values", "key", "block end"):
        return None
    numbers = (scene.lines.position(scene.opened)[0], scene.number, scene.line_above()[0])
    for number in numbers:
        line = scene.lines.line(number)
        wide = line.find("：")
        if wide > 0 and ": " not in line and not line.rstrip().endswith(":"):
            start = scene.lines.offset(number) + wide
            message = msg("the full-width colon `：` does not separate a key from its value")
            return scene.at(start, start + 1, message, msg("write an ordinary colon and a space"))
    return None


def _no_colon(scene: Scene) -> SourceProblem | None:
    if not scene.says("could not find expected ':'"):
        return None
    number = scene.lines.position(scene.opened)[0]
    line = scene.lines.line(number)
    if _KEY_WITHOUT_SPACE.match(line.strip()):
        return scene.whole_line(number, msg("a space is missing after the colon"), _SPACE_AFTER_COLON)
    return scene.whole_line(
        number,
        msg("this line is no key with a value"),
        msg(
            "write a colon and a space after the key; if the line continues the text above, indent it deeper"
        ),
    )


def _second_colon(scene: Scene) -> SourceProblem | None:
    if not scene.says("mapping values are not allowed"):
        return None
    if re.search(r":\s", scene.before):
        return scene.at(
            scene.offset,
            scene.offset + 1,
            msg("a colon with a space after it stands in the middle of a text"),
            msg("put the text into quotes, or write the colon without a space"),
        )
    number, above = scene.line_above()
    if _KEY_WITHOUT_SPACE.match(above.strip()):
        return scene.whole_line(number, msg("a space is missing after the colon"), _SPACE_AFTER_COLON)
    if number == 0 or _indentation(above) >= _indentation(scene.line):
        return scene.at(
            scene.offset,
            scene.offset + 1,
            msg("no key can stand before this colon"),
            msg(
                "a key is a short text on one line; if the colon belongs to a text, put the text into quotes"
            ),
        )
    return scene.whole_line(
        scene.number,
        msg("this line is indented deeper than the line above, which has a value already"),
        msg("begin both in the same column; or remove the value above, if this line belongs to that key"),
    )


def _list_and_keys(scene: Scene) -> SourceProblem | None:
    """A list item among keys, or a key among list items, in the same column."""
    same_column = scene.column == scene.lines.position(scene.opened)[1]
    if scene.before.strip() or not same_column or not scene.says("key", "block end", "-"):
        return None
    if re.match(r"-(\s|$)", scene.line.lstrip()):
        message = msg("this list item stands among keys")
        return scene.here(message, msg("put the items of a list below their key, and indent them"))
    if "collection" in scene.context:
        message = msg("this line stands among the items of a list but begins with no dash")
        return scene.here(
            message,
            msg(
                "indent it if it belongs to the item above; begin it with a dash and a space if it is an item"
            ),
        )
    return None


def _list_on_key_line(scene: Scene) -> SourceProblem | None:
    if not scene.says("sequence entries are not allowed"):
        return None
    return scene.here(
        msg("a list cannot begin on the line of its key"),
        msg(
            "begin it on the next line and indent it; if the dash belongs to a text, put the text into quotes"
        ),
    )


def _missing_key(scene: Scene) -> SourceProblem | None:
    if scene.char != ":" or not scene.says("key", "block end"):
        return None
    return scene.at(
        scene.offset,
        scene.offset + 1,
        msg("there is no key before this colon"),
        msg("write the key, or put the text into quotes"),
    )


def _bad_indentation(scene: Scene) -> SourceProblem | None:
    if scene.before.strip() or not scene.says("key", "block end", "'-' indicator"):
        return None
    return scene.here(msg("the indentation of this line fits none of the lines above"), _FIT_INDENTATION)


def _document_end(scene: Scene) -> SourceProblem | None:
    if scene.says("incompatible", "version number", "digit"):
        message = msg("this is not YAML 1.2")
        return scene.here(message, msg("remove the line that begins with `%YAML`"))
    if not scene.says("document start"):
        return None
    message = msg("a line that begins with `%` must be followed by the line `---`")
    return scene.here(message, msg("remove the line that begins with `%`"))


_CHECKS: tuple[Callable[[Scene], SourceProblem | None], ...] = (
    _tab,
    _unclosed_quote,
    _escape,
    _block_header,
    _after_quote,
    _bracket,
    _document_end,
    _reserved,
    _extra_bracket,
    _odd_space,
    _full_width_colon,
    _no_colon,
    _second_colon,
    _list_on_key_line,
    _missing_key,
    _list_and_keys,
    _bad_indentation,
)


def diagnose(trouble: Trouble, lines: Lines, path: str) -> SourceProblem:
    """Return the problem that made a parser stop, with its likely cause and its cure."""
    scene = Scene(trouble, lines, path)
    found = (check(scene) for check in _CHECKS)
    return next(filter(None, found), None) or scene.here(
        msg("YAML cannot make sense of the text from here on"),
        msg("compare it with the lines above: indentation, colons, quotes and brackets"),
    )


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip())
