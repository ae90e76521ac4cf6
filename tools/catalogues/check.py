"""What is wrong with the catalogues, said so that it can be put right."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from tools.catalogues.extract import Text
from tools.catalogues.po import Entry, Key

__all__ = ["problems", "untranslated"]

_PLACEHOLDER = re.compile(r"\{(\w+)(?:![rsa])?(?::[^{}\s]*)?\}")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_CHARACTERS = {"zh-Hans": "gb2312", "zh-Hant": "big5"}
"""A character set that holds the characters of a script and lacks those special to the other one."""


def problems(language: str, texts: list[Text], entries: dict[Key, Entry]) -> Iterator[str]:
    """Yield one line for each thing that is wrong with the catalogue of a language."""
    for text in texts:
        if not text.literal:
            yield f"{text.place}: the text must be a literal, to be found for translation: {text.msgid}"
    for key, places in untranslated(texts, entries).items():
        yield f"{language}: not translated: {_shown(key)} ({', '.join(places)})"
    wanted = {(text.context, text.msgid) for text in texts}
    for key, entry in entries.items():
        # The glossary is whole, whether all of it is in use or not.
        if key not in wanted and key[0] != "term":
            yield f"{entry.place}: nothing says this any more: {_shown(key)}"
        if entry.translation:
            yield from _wrong(language, entry)


def untranslated(texts: list[Text], entries: dict[Key, Entry]) -> dict[Key, list[str]]:
    """Return the texts that lack a translation, each with the places that say it."""
    missing: dict[Key, list[str]] = defaultdict(list)
    for text in texts:
        key = (text.context, text.msgid)
        if text.literal and text.msgid and (key not in entries or not entries[key].translation):
            missing[key].append(text.place)
    return missing


def _wrong(language: str, entry: Entry) -> Iterator[str]:
    ours, theirs = set(_PLACEHOLDER.findall(entry.key[1])), set(_PLACEHOLDER.findall(entry.translation))
    if ours != theirs:
        yield f"{entry.place}: other {{places}} than in the English: {', '.join(sorted(ours ^ theirs))}"
    strangers = [character for character in _HAN.findall(entry.translation) if not _of(language, character)]
    if strangers:
        yield f"{entry.place}: not written in {language}: {''.join(strangers)}"


def _of(language: str, character: str) -> bool:
    try:
        character.encode(_CHARACTERS.get(language, "utf-8"))
    except UnicodeEncodeError:
        return False
    return True


def _shown(key: Key) -> str:
    return f"term “{key[1]}”" if key[0] else f"“{key[1]}”"
