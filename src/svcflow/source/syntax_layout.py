"""Syntax errors of indentation, keys, colons and dashes."""

from __future__ import annotations

import re

from svcflow.i18n import msg
from svcflow.source.problem import SourceProblem
from svcflow.source.scene import Scene

__all__ = [
    "bad_indentation",
    "document_end",
    "full_width_colon",
    "list_and_keys",
    "list_on_key_line",
    "missing_key",
    "no_colon",
    "odd_space",
    "second_colon",
    "tab",
]

_FIT_INDENTATION = msg("begin it in the same column as the lines that it belongs to")
_SPACE_AFTER_COLON = msg("write the key, a colon, a space, and the value")
_NO_KEY = msg("this line is no key with a value")
_WRITE_COLON = msg(
    "write a colon and a space after the key; if the line continues the text above, indent it deeper"
)
_KEY_WITHOUT_SPACE = re.compile(r"(?:- +)*[\w-]+:[^\s:/]")


def tab(scene: Scene) -> SourceProblem | None:
    """A tab where spaces are wanted."""
    indentation = re.match(r"[ \t]*", scene.line)
    assert indentation is not None
    found = indentation[0].find("\t")
    if found < 0:
        return None
    start = scene.lines.offset(scene.number)
    return scene.at(
        start + found,
        start + indentation.end(),
        msg("this line is indented with a tab"),
        msg(
            "use spaces: YAML allows no tabs there; most editors can be told to write spaces for the Tab key"
        ),
    )


def odd_space(scene: Scene) -> SourceProblem | None:
    """A wide or no-break space where spaces are wanted."""
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


def full_width_colon(scene: Scene) -> SourceProblem | None:
    """A Chinese colon after a key: ``name：x``."""
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


def no_colon(scene: Scene) -> SourceProblem | None:
    """A line without a colon, or without the space after it: ``name:x``."""
    if not scene.says("could not find expected ':'"):
        return None
    number = scene.lines.position(scene.opened)[0]
    line = scene.lines.line(number)
    if _KEY_WITHOUT_SPACE.match(line.strip()):
        return scene.whole_line(number, msg("a space is missing after the colon"), _SPACE_AFTER_COLON)
    return scene.whole_line(number, _NO_KEY, _WRITE_COLON)


def second_colon(scene: Scene) -> SourceProblem | None:
    """A colon where none can be: in a text, or on a line that is indented too deep."""
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
    if number and not re.search(r":(\s|$)", above):
        return scene.whole_line(number, _NO_KEY, _WRITE_COLON)
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


def list_and_keys(scene: Scene) -> SourceProblem | None:
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


def list_on_key_line(scene: Scene) -> SourceProblem | None:
    """A list that begins on the line of its key: ``a: - b``."""
    if not scene.says("sequence entries are not allowed"):
        return None
    return scene.here(
        msg("a list cannot begin on the line of its key"),
        msg(
            "begin it on the next line and indent it; if the dash belongs to a text, put the text into quotes"
        ),
    )


def missing_key(scene: Scene) -> SourceProblem | None:
    """A colon without a key: ``: x``."""
    if scene.char != ":" or not scene.says("key", "block end", "content"):
        return None
    return scene.at(
        scene.offset,
        scene.offset + 1,
        msg("there is no key before this colon"),
        msg("write the key, or put the text into quotes"),
    )


def bad_indentation(scene: Scene) -> SourceProblem | None:
    """A line that begins in a column of its own."""
    if scene.before.strip() or not scene.says("key", "block end", "'-' indicator"):
        return None
    return scene.here(msg("the indentation of this line fits none of the lines above"), _FIT_INDENTATION)


def document_end(scene: Scene) -> SourceProblem | None:
    """A directive that is wrong or not ended: ``%YAML 3``."""
    if scene.says("incompatible", "version number", "digit"):
        message = msg("this is not YAML 1.2")
        return scene.here(message, msg("remove the line that begins with `%YAML`"))
    if not scene.says("document start"):
        return None
    message = msg("a line that begins with `%` must be followed by the line `---`")
    return scene.here(message, msg("remove the line that begins with `%`"))


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip())
