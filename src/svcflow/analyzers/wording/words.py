"""Finding words in texts: Chinese by the longest match, words of Latin letters between word boundaries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache

__all__ = ["Finder", "Vague", "Words", "has_chinese", "length_of", "plain"]

_HAN = "\u2e80-\u2fdf\u3007\u3400-\u9fff\uf900-\ufaff"
_LETTER = re.compile("[a-z]")


@lru_cache(maxsize=1)
def _tokens() -> re.Pattern[str]:
    """Return the pattern of a word: made when first needed, since its ranges take longer than to check a file."""
    return re.compile(f"[{_HAN}]|[^\\W{_HAN}](?:[^\\W{_HAN}]|['’.,-](?=[^\\W{_HAN}]))*")


class Vague(StrEnum):
    """What a vague word leaves open."""

    WHEN = "when"
    HOW_MUCH = "how much"
    WHO = "who"
    WHICH = "which"
    CASES = "in which cases"
    WHAT_ELSE = "what else"
    OTHERWISE = "when it is otherwise"
    OWN = "own"
    """A word that the workspace added."""


@dataclass(frozen=True)
class Words:
    """What the rules about wording know of one language."""

    vague: Mapping[Vague, tuple[str, ...]]
    """Vague words by what they leave open."""
    not_vague: tuple[str, ...] = ()
    """Phrases in which a vague word has another meaning, or part of another word only looks like one."""
    open_list: str = ""
    """A pattern of where an enumeration is left open by something that is no word of its own."""
    spellings: tuple[tuple[str, ...], ...] = ()
    """Words that are written in two ways, both right, of which a text should keep to one."""
    placeholders: tuple[str, ...] = ()
    """What stands where a text is still to be written, when it is all that stands there."""
    questions: tuple[str, ...] = ()
    """Words that make a question."""


class Finder:
    """Finds many words at once; ``skip`` are phrases in which they do not count."""

    def __init__(self, words: Iterable[str], skip: Iterable[str] = ()) -> None:
        self._words = frozenset(map(plain, words))
        self._all = sorted(self._words.union(map(plain, skip)), key=lambda word: (-len(word), word))

    @cached_property
    def _latin(self) -> re.Pattern[str] | None:
        return _pattern([word for word in self._all if not has_chinese(word)], bounded=True)

    @cached_property
    def _chinese(self) -> re.Pattern[str] | None:
        return _pattern([word for word in self._all if has_chinese(word)], bounded=False)

    def find(self, text: str) -> Iterator[str]:
        """Yield the words found, in small letters, in the order of the text; those of Latin letters first."""
        normal = plain(text)
        if _LETTER.search(normal) and self._latin is not None:
            yield from (word for word in self._latin.findall(normal) if word in self._words)
        if has_chinese(normal) and self._chinese is not None:
            yield from (word for word in self._chinese.findall(normal) if word in self._words)


def plain(text: str) -> str:
    """Return a text for comparing: small letters, single blanks, straight apostrophes."""
    return " ".join(text.lower().replace("’", "'").split())


def _pattern(words: list[str], *, bounded: bool) -> re.Pattern[str] | None:
    if not words:
        return None
    by_first: dict[str, list[str]] = {}
    for word in words:
        by_first.setdefault(word[0], []).append(re.escape(word[1:]))
    choice = "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in by_first.items())
    return re.compile(f"(?<![a-z0-9])(?:{choice})(?![a-z0-9])" if bounded else choice)


def has_chinese(text: str) -> bool:
    """Tell whether a text has Chinese characters."""
    return not text.isascii() and any(
        "\u3400" <= sign <= "\u9fff"
        or "\uf900" <= sign <= "\ufaff"
        or "\u2e80" <= sign <= "\u2fdf"
        or sign == "〇"
        for sign in text
    )


def length_of(text: str) -> int:
    """Return how long a text is to read: in words, of which each Chinese character is one."""
    return len(_tokens().findall(text))
