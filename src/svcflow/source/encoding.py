"""From bytes to text: UTF-8 and nothing else, and no characters that nobody can see."""

from __future__ import annotations

import re
from collections.abc import Iterator

from svcflow.finding import Span
from svcflow.i18n import msg
from svcflow.source.lines import Lines
from svcflow.source.problem import Kind, SourceProblem

__all__ = ["MAX_BYTES", "decode", "forbidden_characters", "without_forbidden"]

MAX_BYTES = 5_000_000
"""The largest file that is read; a process of a thousand steps has a tenth of it."""

_MAX_REPORTED = 20
_BOMS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""What YAML does not allow, and what some YAML programs take for the end of a line and others do not."""

_NO_TEXT = SourceProblem(
    Span(1, 1, 1, 1),
    Kind.ENCODING,
    msg("this is no text file"),
    msg("`svcflow import` makes processes of workbooks, documents and models of other programs"),
)


def decode(content: bytes) -> tuple[str, SourceProblem | None]:
    """Return the text of a file, and the problem when the bytes are no UTF-8.

    The text then still shows the lines, with U+FFFD where it could not be read.
    """
    if content.startswith(_BOMS) or content[:2].count(0) == 1:
        return _decoded_wide(content)
    try:
        return content.decode("utf-8"), None
    except UnicodeDecodeError as error:
        if b"\0" in content:
            return "", _NO_TEXT
        text = content.decode("utf-8", errors="replace")
        start = len(content[: error.start].decode("utf-8"))
        problem = SourceProblem(
            Lines(text).span(start, start + 1),
            Kind.ENCODING,
            msg("the byte {byte} here is not UTF-8", byte=f"0x{content[error.start]:02X}"),
            msg(
                "save the file as UTF-8; older Chinese programs for Windows save as GBK or Big5 unless told otherwise"
            ),
        )
        return text, problem


def _decoded_wide(content: bytes) -> tuple[str, SourceProblem]:
    wide = content.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff"))
    name = "UTF-32" if wide else "UTF-16"
    order = "" if content.startswith(_BOMS) else ("-BE" if content[:1] == b"\x00" else "-LE")
    text = content.decode(name + order, errors="replace")
    message = msg("the file is written in {encoding}, not in UTF-8", encoding=name)
    help_ = msg("save the file as UTF-8; what Windows calls “Unicode” is {encoding}", encoding=name)
    return text, SourceProblem(Lines(text).span(0, min(1, len(text))), Kind.ENCODING, message, help_)


def forbidden_characters(text: str, lines: Lines) -> Iterator[SourceProblem]:
    """Give a problem for each invisible character that must not be in YAML, the first twenty of them."""
    for number, found in enumerate(_FORBIDDEN.finditer(text)):
        if number == _MAX_REPORTED:
            return
        code = f"U+{ord(found[0]):04X}"
        yield SourceProblem(
            lines.span(*found.span()),
            Kind.CHARACTER,
            msg("the invisible character {code} must not be in a YAML file", code=code),
            msg("delete it; such characters come along when text is copied from other programs"),
        )


def without_forbidden(text: str) -> str:
    """Return the text with a space for each forbidden character: all others keep their place."""
    return _FORBIDDEN.sub(" ", text)
