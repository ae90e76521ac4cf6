"""From bytes to the text of an XML file: by its byte order mark, its declaration, or as UTF-8."""

from __future__ import annotations

import re

from svcflow.finding import Span
from svcflow.i18n import msg
from svcflow.interchange.result import ImportProblem, Loss
from svcflow.source.lines import Lines

__all__ = ["MAX_BYTES", "decoded"]

MAX_BYTES = 20_000_000
"""The largest file that is read; a model of a thousand elements with its drawing has a twentieth of it."""

_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_KNOWN = re.compile(
    r"utf-?8|(us-)?ascii|iso-?8859-?\d{1,2}|latin-?\d{1,2}|(windows|cp)-?\d{3,5}|gb[-_]?(2312|k|18030)|big5(-?hkscs)?"
    r"|shift[-_]?jis|euc[-_](jp|kr)|koi8-[ru]|mac-?roman"
)
"""Encodings in which ``<`` is ``<``: no file can name one that does more than decode."""


def decoded(content: bytes) -> tuple[str, list[ImportProblem]]:
    """Return the text of an XML file without byte order mark, and what is wrong with its bytes."""
    for mark, name in _BOMS:
        if content.startswith(mark):
            return _decode(content[len(mark) :], name)
    if content[:4].count(0) == 2:
        return _decode(content, "utf-16-be" if content[:1] == b"\0" else "utf-16-le")
    found = _DECLARED.match(content)
    name = found[1].decode().lower() if found else "utf-8"
    if re.fullmatch(r"utf-?16(-?[lb]e)?|ucs-?2", name):  # written by a program that held its text as UTF-16
        name = "utf-8"
    if not _KNOWN.fullmatch(name):
        problem = ImportProblem(
            Loss.UNREADABLE,
            msg("the file says that it is written in {encoding}, which is not known here", encoding=name),
            Span(1, 1, 1, 1),
            help=msg("save it as UTF-8"),
        )
        return content.decode("utf-8", "replace"), [problem]
    return _decode(content, "gb18030" if name.startswith("gb") else name)


def _decode(content: bytes, name: str) -> tuple[str, list[ImportProblem]]:
    try:
        return content.decode(name), []
    except (UnicodeDecodeError, LookupError) as error:
        text = content.decode("utf-8" if isinstance(error, LookupError) else name, "replace")
        start = max(0, text.find("\ufffd"))
        problem = ImportProblem(
            Loss.BROKEN,
            msg("some bytes here are not {encoding}; what they stood for is lost", encoding=name.upper()),
            Lines(text).span(start, start + 1),
            help=msg("save the file as UTF-8 in the program that it comes from"),
        )
        return text, [problem]
