"""Catalogues of messages and terms: which languages there are, and how a text is said in one of them."""

from __future__ import annotations

import gettext
import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

__all__ = [
    "LANGUAGES", "WORDS", "OwnLanguage", "Translator", "language_from_environment", "nearest_language", "translator",
]  # fmt: skip

LANGUAGES = ("en", "zh-Hans", "zh-Hant")
"""The languages svcflow speaks itself, as BCP 47 tags; English is the language of the message ids."""

_LOCALES = Path(__file__).parent / "locales"

WORDS = _LOCALES / "words.pot"
"""The file that names every word of documents and pictures, for who translates them."""

_TRADITIONAL = {"tw", "hk", "mo", "hant"}


class Translator:
    """Says msgids and terms in one language; calling it translates a msgid."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._catalogue: gettext.NullTranslations = gettext.NullTranslations()
        if language != "en":
            folder = _LOCALES / language.replace("-", "_")
            with (folder / "svcflow.mo").open("rb") as compiled:
                self._catalogue = gettext.GNUTranslations(compiled)

    def __call__(self, msgid: str) -> str:
        """Return the translation of a message id, the message id itself where there is none."""
        return self._catalogue.gettext(msgid) if msgid else ""

    def term(self, english: str) -> str:
        """Return a term of the field ("handoff", "moment of truth") in this language."""
        return self._catalogue.pgettext("term", english)


class OwnLanguage(str):
    """A language tag that carries words of an organisation's own: wherever the tag goes, they are said.

    ``words`` are translations by context (None, or ``term``) and message id. As a string, and where two are compared,
    it is the tag alone.
    """

    words: Mapping[tuple[str | None, str], str]
    _spoken: Translator | None

    __slots__ = ("_spoken", "words")

    @classmethod
    def of(cls, tag: str, words: Mapping[tuple[str | None, str], str]) -> OwnLanguage:
        """Make one from a tag and words; what these do not say is said as svcflow says it."""
        made = cls(tag)
        made.words, made._spoken = words, None
        return made

    def translator(self) -> Translator:
        """Return who says the words."""
        if self._spoken is None:
            self._spoken = _OwnTranslator(self)
        return self._spoken

    def __deepcopy__(self, _memo: object) -> OwnLanguage:
        return self

    def __reduce__(self) -> tuple[object, ...]:
        return OwnLanguage.of, (str(self), dict(self.words))


class _OwnTranslator(Translator):
    """Says an organisation's own words, and ours where it has none."""

    def __init__(self, language: OwnLanguage) -> None:
        super().__init__(nearest_language(language) or "en")
        self.language = str(language)
        self._words = language.words

    def __call__(self, msgid: str) -> str:
        return self._words.get((None, msgid)) or super().__call__(msgid)

    def term(self, english: str) -> str:
        return self._words.get(("term", english)) or super().term(english)


def translator(language: str) -> Translator:
    """Return the translator of a language svcflow speaks, or of the nearest one it does.

    An `OwnLanguage` brings its own.
    """
    return language.translator() if isinstance(language, OwnLanguage) else _ours(language)


@lru_cache(maxsize=8)
def _ours(language: str) -> Translator:
    return Translator(nearest_language(language) or "en")


def nearest_language(tag: str) -> str | None:
    """Return the language of svcflow nearest to a BCP 47 tag or POSIX locale name, None when there is none.

    >>> nearest_language("zh_TW.UTF-8"), nearest_language("zh"), nearest_language("en-GB"), nearest_language("fr")
    ('zh-Hant', 'zh-Hans', 'en', None)
    """
    parts = tag.split(".", maxsplit=1)[0].replace("_", "-").lower().split("-")
    if parts[0] == "zh":
        return "zh-Hant" if _TRADITIONAL & set(parts[1:]) else "zh-Hans"
    return "en" if parts[0] in {"en", "c", "posix"} else None


def language_from_environment() -> str | None:
    """Return the language that the environment asks for (SVCFLOW_LANG, then the locale), None when it names none."""
    for name in ("SVCFLOW_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return nearest_language(value)
    return None
