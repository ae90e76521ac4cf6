"""Which words count for a text: those of its language."""

from __future__ import annotations

from functools import lru_cache

from svcflow.analyzers.wording.words import Words, has_chinese
from svcflow.analyzers.wording.words_en import ENGLISH
from svcflow.analyzers.wording.words_zh_hans import SIMPLIFIED
from svcflow.analyzers.wording.words_zh_hant import TRADITIONAL
from svcflow.i18n import nearest_language

__all__ = ["BY_LANGUAGE", "language_of"]

BY_LANGUAGE: dict[str, tuple[Words, ...]] = {
    "en": (ENGLISH,),
    "zh-Hans": (SIMPLIFIED,),
    "zh-Hant": (TRADITIONAL,),
    "zh": (SIMPLIFIED, TRADITIONAL),
}
"""The words by language; ``zh`` is Chinese of which nobody said in which characters."""


def language_of(text: str, language: str) -> str | None:
    """Return the language of `BY_LANGUAGE` that a text is in, None when it is none of them.

    What is said of the language counts, except where it cannot be: a file that names none is taken for English,
    whatever is written in it.
    """
    known = _nearest(language)
    if known == "en" and has_chinese(text):
        return "zh"
    return known


@lru_cache(maxsize=64)
def _nearest(language: str) -> str | None:
    return nearest_language(language)
