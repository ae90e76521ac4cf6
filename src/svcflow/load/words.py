"""An organisation's own words for documents and pictures: a folder of ``.po`` files, one a language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from string import Formatter

from svcflow.finding import CannotDo
from svcflow.i18n import WORDS, Message, OwnLanguage, msg, nearest_language
from svcflow.load.files import shown_path
from svcflow.load.po import PoEntry, fault, read_po
from svcflow.model.base import LANGUAGE_PATTERN
from svcflow.source import read_bytes
from svcflow.text.nearest import nearest

__all__ = ["Key", "OwnWords", "known_words"]

Key = tuple[str | None, str]
"""Context (None, or ``term``) and message id."""

_LARGEST = 2_000_000
_TAG = re.compile(LANGUAGE_PATTERN)
_CHARSET = re.compile(r"charset=([\w-]+)")


class OwnWords:
    """The words of one workspace.

    Raises `CannotDo` when the folder is not there, lies outside of the workspace, or holds a ``.po`` file that is named
    after no language.
    """

    def __init__(self, root: Path, name: str) -> None:
        self.folder = root / name
        if not self.folder.resolve().is_relative_to(root.resolve()):
            raise CannotDo(
                msg("the folder {path} lies outside of the workspace", path=name),
                msg("`words` of the workspace file names it"),
            )
        if not self.folder.is_dir():
            raise CannotDo(
                msg("there is no folder {path} with words", path=shown_path(self.folder)),
                msg("`words` of the workspace file names it"),
            )
        self.files = {_tag(file): file for file in sorted(self.folder.glob("*.po"))}
        self._read: dict[str, dict[Key, str]] = {}

    @staticmethod
    def check_tag(tag: str) -> None:
        """Raise `CannotDo` for what is no tag of a language."""
        if not _TAG.match(tag):
            raise CannotDo(msg("`{tag}` is no tag of a language", tag=tag), msg("tags are: fr, ja, zh-Hant"))

    def language(self, tag: str) -> str:
        """Return a language tag with the words there are for it; the bare tag where there are none.

        ``fr-CA`` takes the words of ``fr.po`` and, before these, of ``fr-CA.po``; ``zh-TW`` those of ``zh-Hant.po``.
        Raises `CannotDo`, with file and line, when they cannot be used.
        """
        fitting = sorted(
            (one for one in self.files if _fits(one, tag)), key=lambda one: (_near(one, tag), one)
        )
        if not fitting:
            return tag
        words: dict[Key, str] = {}
        for one in fitting:
            words |= self._words(one)
        return OwnLanguage.of(tag, words)

    def _words(self, tag: str) -> dict[Key, str]:
        if tag not in self._read:
            self._read[tag] = _words_of(self.files[tag])
        return self._read[tag]


@lru_cache(maxsize=1)
def known_words() -> tuple[tuple[Key, str], ...]:
    """Return every word of documents and pictures, with the comment that says where it stands."""
    text = WORDS.read_text("utf-8")
    comments = re.findall(r"^#: (.*)$", text, re.MULTILINE)
    return tuple(zip((one.key for one in read_po(text, WORDS.name)[1:]), comments, strict=True))


def _tag(file: Path) -> str:
    tag = file.stem.replace("_", "-")
    if not _TAG.match(tag):
        raise CannotDo(
            msg("{path} is named after no language", path=shown_path(file)),
            msg("name it by the language's tag: fr.po, ja.po, zh-Hant.po"),
        )
    return tag


def _fits(tag: str, asked: str) -> bool:
    """Tell whether the words of a language are good for the one asked for."""
    ours = nearest_language(asked)
    if ours and ours != "en":
        return nearest_language(tag) == ours
    parts = tag.lower().split("-")
    return asked.lower().split("-")[: len(parts)] == parts


def _near(tag: str, asked: str) -> tuple[bool, int]:
    return tag.lower() == asked.lower(), len(tag)


def _words_of(file: Path) -> dict[Key, str]:
    path = shown_path(file)
    content = read_bytes(file, _LARGEST)
    if not isinstance(content, bytes):
        raise CannotDo(msg("{path} cannot be read: {reason}", path=path, reason=content.message))
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise fault(path, line, msg("this is no UTF-8")) from None
    return dict(_checked(read_po(text, path), path))


def _checked(entries: Iterable[PoEntry], path: str) -> Iterator[tuple[Key, str]]:
    known = {key for key, _ in known_words()}
    for entry in entries:
        if entry.key == (None, ""):
            _check_charset(entry, path)
            continue
        if entry.key not in known:
            raise fault(path, entry.lines["msgid"], _unknown(entry.key, known))
        if entry.text and not entry.fuzzy:
            _check_places(entry, path)
            yield entry.key, entry.text


def _check_charset(header: PoEntry, path: str) -> None:
    found = _CHARSET.search(header.text)
    if found and found[1].lower() not in {"utf-8", "us-ascii"}:
        raise fault(path, header.line, msg("only UTF-8 is read, and this says {charset}", charset=found[1]))


def _unknown(key: Key, known: set[Key]) -> Message:
    context, msgid = key
    if (None if context else "term", msgid) in known:
        if context:
            return msg("“{word}” is no term: it stands without msgctxt", word=msgid)
        return msg('“{word}” is a term: it needs `msgctxt "term"`', word=msgid)
    guess = nearest(msgid, (word for _, word in known))
    if guess:
        return msg("svcflow says “{word}” nowhere; did you mean “{guess}”?", word=msgid, guess=guess)
    return msg("svcflow says “{word}” nowhere", word=msgid)


def _check_places(entry: PoEntry, path: str) -> None:
    """Raise `CannotDo` when a translation has other places to fill in than the message id, or none that can be read."""
    line = entry.lines["msgstr"]
    wanted, found = _places(entry.key[1]), _places(entry.text)
    if found is None:
        raise fault(path, line, msg("a `{` or `}` stands alone"))
    missing, foreign = sorted((wanted or set()) - found), sorted(found - (wanted or set()))
    if missing:
        raise fault(path, line, msg("the place `{{{name}}}` is missing", name=missing[0]))
    if foreign:
        raise fault(path, line, msg("the English has no place `{{{name}}}`", name=foreign[0]))


def _places(text: str) -> set[str] | None:
    """Return the places of a text that are filled in, as written between the braces."""
    try:
        return {
            "".join((name, f"!{conversion}" if conversion else "", f":{form}" if form else ""))
            for _, name, form, conversion in Formatter().parse(text)
            if name is not None
        }
    except ValueError:
        return None
