"""Telling the name of a step that is surely no action; where it cannot be told, it passes."""

from __future__ import annotations

import re
from functools import lru_cache

from svcflow.analyzers.wording.actions_en import DETERMINERS, NOUNS, OPENING, PREPOSITIONS, VERBS
from svcflow.analyzers.wording.actions_zh import DOING, THINGS
from svcflow.analyzers.wording.words import plain

__all__ = ["is_no_action"]

_NOMINAL = re.compile(
    r"(?:[a-z]{2,}(?:tion|sion|ment|ance|ence|ancy|ency|ity|ness|ship|ery|ivery)s?|[a-z]{3,}ities)"
)
_WORD = re.compile(r"[a-z][a-z'-]*")


def is_no_action(name: str, language: str | None) -> bool:
    """Tell whether a step's name is surely no action; in languages that are not known, nothing is sure."""
    if language == "en":
        return _english_is_none(name)
    return language is not None and _chinese_is_none(name)


def _english_is_none(name: str) -> bool:
    words = _WORD.findall(plain(name))
    while words and words[0].endswith("ly"):
        words = words[1:]
    if not words or words[0] in OPENING or _is_verb(words[0]):
        return False
    if any(
        _is_verb(word, third_person=True) or word in ("is", "are", "has", "have", "was") for word in words[1:]
    ):
        return False
    if words[0] in DETERMINERS:
        return True
    end = next((at for at, word in enumerate(words) if at and word in PREPOSITIONS), len(words))
    head = words[end - 1]
    return head in NOUNS or _NOMINAL.fullmatch(head) is not None


@lru_cache(maxsize=4096)
def _is_verb(word: str, third_person: bool = False) -> bool:
    """Tell whether a word is a verb as it stands in front (verify, verifying, re-verify), or after a subject."""
    word = word.removeprefix("re-").removeprefix("pre-")
    if not third_person and (word in VERBS or word.endswith("ing") or f"{word}e" in VERBS):
        return True
    if word.endswith("ies") and f"{word[:-3]}y" in VERBS:
        return True
    return word.endswith("s") and (word[:-1] in VERBS or (word.endswith("es") and word[:-2] in VERBS))


_NOISE = re.compile(r"[\W\d_]+")


def _chinese_is_none(name: str) -> bool:
    bare = _NOISE.sub("", name)
    thing = next((thing for thing in THINGS if bare.endswith(thing)), None)
    return thing is not None and DOING.isdisjoint(bare.removesuffix(thing))
