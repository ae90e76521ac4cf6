"""Reading the ``.po`` files of a language, and compiling them into its one ``.mo``."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from pathlib import Path

from tools.catalogues.extract import ROOT, SOURCE

__all__ = ["LOCALES", "CatalogueError", "Entry", "Key", "compiled", "languages", "merged", "quoted", "read"]

LOCALES = SOURCE / "i18n" / "locales"

Key = tuple[str | None, str]
"""Context and message id."""

_MAGIC = 0x950412DE
_HEADER = "Content-Type: text/plain; charset=UTF-8\nLanguage: {language}\n"


class CatalogueError(Exception):
    """A ``.po`` file that cannot be read, or two that contradict each other."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One translation and where it stands."""

    key: Key
    translation: str
    path: str
    line: int

    @property
    def place(self) -> str:
        """``path:line`` of the entry."""
        return f"{self.path}:{self.line}"


def languages() -> list[str]:
    """Return the languages that have a folder of catalogues, as BCP 47 tags."""
    return sorted(folder.name.replace("_", "-") for folder in LOCALES.iterdir() if folder.is_dir())


def read(file: Path) -> list[Entry]:
    """Return the entries of one ``.po`` file; an entry marked fuzzy counts as not translated."""
    from babel.messages.pofile import PoFileError, read_po

    path = file.relative_to(ROOT).as_posix() if file.is_relative_to(ROOT) else file.as_posix()
    try:
        with file.open("rb") as opened:
            catalogue = read_po(opened, abort_invalid=True)
    except (PoFileError, UnicodeDecodeError) as error:
        raise CatalogueError(f"{path}: {error}") from error
    entries = []
    for message in catalogue:
        if not message.id:
            continue
        if not isinstance(message.id, str) or not isinstance(message.string, str):
            raise CatalogueError(f"{path}:{message.lineno}: plural forms are not used here")
        translation = "" if message.fuzzy else message.string
        entries.append(Entry((message.context, message.id), translation, path, message.lineno or 1))
    written = len(re.findall(r"^msgid ", file.read_text("utf-8"), re.MULTILINE)) - 1
    if written != len(entries):
        raise CatalogueError(
            f"{path}: {written - len(entries)} message ids stand twice, or the header is missing"
        )
    return entries


def quoted(text: str) -> str:
    """Return a text as it is written in a ``.po`` file."""
    from babel.messages.pofile import normalize

    return normalize(text, width=100)


def merged(language: str) -> dict[Key, Entry]:
    """Return all entries of a language, from all its files; two that contradict each other are an error."""
    entries: dict[Key, Entry] = {}
    for file in sorted((LOCALES / language.replace("-", "_")).glob("*.po")):
        for entry in read(file):
            known = entries.setdefault(entry.key, entry)
            if known.translation != entry.translation:
                raise CatalogueError(
                    f"{known.place} and {entry.place} translate “{entry.key[1]}” differently:"
                    f" “{known.translation}”, “{entry.translation}”"
                )
    return entries


def compiled(language: str) -> bytes:
    """Return the ``.mo`` of a language. The same entries give the same bytes, whatever the versions of the tools."""
    texts = {"": _HEADER.format(language=language)}
    for (context, msgid), entry in merged(language).items():
        if entry.translation:
            texts[msgid if context is None else f"{context}\x04{msgid}"] = entry.translation
    pairs = sorted((msgid.encode(), translation.encode()) for msgid, translation in texts.items())
    # GNU gettext's format: a head of seven numbers, a table of (length, offset) for each side, then the strings.
    tables, start = 7 * 4, 7 * 4 + 16 * len(pairs)
    table, strings = b"", b""
    for side in (0, 1):
        for pair in pairs:
            table += struct.pack("<II", len(pair[side]), start + len(strings))
            strings += pair[side] + b"\0"
    head = struct.pack("<7I", _MAGIC, 0, len(pairs), tables, tables + 8 * len(pairs), 0, 0)
    return head + table + strings
