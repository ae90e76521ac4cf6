"""Reading gettext's ``.po`` files strictly: what is not understood is refused with its line.

Format: GNU gettext manual, "The Format of PO Files". Plural forms have no meaning here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from svcflow.finding import CannotDo
from svcflow.i18n import Message, msg

__all__ = ["PoEntry", "fault", "read_po"]

_LINE = re.compile(r'(?:(?P<key>msgctxt|msgid|msgstr)[ \t]+)?"(?P<text>(?:[^"\\]|\\.)*)"')
_PLURAL = re.compile(r"msgid_plural\b|msgstr\[")
_ESCAPE = re.compile(r"\\(.)")
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\"}
_ORDER = {"msgctxt": set[str](), "msgid": {"msgctxt"}, "msgstr": {"msgid"}}
"""What must stand right before each part of an entry; a context and an id also begin one."""


@dataclass(slots=True)
class PoEntry:
    """A message id, its context and its translation; ``line`` is where it begins, ``lines`` where its parts do."""

    line: int
    parts: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    fuzzy: bool = False

    @property
    def key(self) -> tuple[str | None, str]:
        """Context (None for none) and message id."""
        return self.parts.get("msgctxt"), self.parts["msgid"]

    @property
    def text(self) -> str:
        """The translation; empty where there is none."""
        return self.parts["msgstr"]


def fault(path: str, line: int, problem: Message) -> CannotDo:
    """Return what is to be said of a line of a file of words."""
    return CannotDo(
        msg("{path}, line {line}: {problem}", path=path, line=line, problem=problem),
        msg("`svcflow sop --eject words/LANGUAGE` writes how such a file looks"),
    )


def read_po(text: str, path: str) -> list[PoEntry]:
    """Return the entries of a ``.po`` file, its header among them; obsolete ones (``#~``) are left out.

    ``path`` is the name to show. Raises `CannotDo`, with the line, for what is no ``.po``, for plural forms and for
    message ids that stand twice.
    """
    reader = _Reader(path)
    for number, line in enumerate(text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n"), 1):
        reader.line(number, line.strip())
    return reader.finished()


class _Reader:
    def __init__(self, path: str) -> None:
        self._path = path
        self._entries: list[PoEntry] = []
        self._open: PoEntry | None = None
        self._part = ""
        self._fuzzy = False
        self._seen: dict[tuple[str | None, str], int] = {}

    def line(self, number: int, line: str) -> None:
        if not line:
            return
        if line.startswith("#"):
            self._fuzzy |= line.startswith("#,") and "fuzzy" in line
            return
        if _PLURAL.match(line):
            raise fault(self._path, number, msg("plural forms are not used here"))
        found = _LINE.fullmatch(line)
        if found is None:
            raise fault(
                self._path, number, msg("this is neither a comment nor msgctxt, msgid or msgstr with a text")
            )
        text = self._unescaped(found["text"], number)
        if found["key"]:
            self._begin(found["key"], number)
        elif self._open is None:
            raise fault(self._path, number, msg("this text belongs to nothing"))
        assert self._open is not None
        self._open.parts[self._part] = self._open.parts.get(self._part, "") + text

    def _begin(self, key: str, number: int) -> None:
        """Begin a part of an entry, and an entry with its first part."""
        if key != "msgstr" and (self._open is None or "msgstr" in self._open.parts):
            self._close()
            self._open = PoEntry(number, fuzzy=self._fuzzy)
            self._fuzzy = False
        elif self._open is None or key in self._open.parts or not _ORDER[key] <= {self._part}:
            raise fault(self._path, number, msg("`{key}` does not belong here", key=key))
        self._part = key
        self._open.lines[key] = number

    def _close(self) -> None:
        if self._open is None:
            return
        if "msgstr" not in self._open.parts:
            raise fault(self._path, self._open.line, msg("this entry has no msgstr"))
        first = self._seen.setdefault(self._open.key, self._open.line)
        if first != self._open.line:
            raise fault(
                self._path, self._open.line, msg("this msgid stands in line {line} already", line=first)
            )
        self._entries.append(self._open)

    def finished(self) -> list[PoEntry]:
        self._close()
        return self._entries

    def _unescaped(self, text: str, number: int) -> str:
        def sign(found: re.Match[str]) -> str:
            if found[1] not in _ESCAPED:
                raise fault(
                    self._path, number, msg("`\\{sign}` is no escape that is known here", sign=found[1])
                )
            return _ESCAPED[found[1]]

        return _ESCAPE.sub(sign, text)
