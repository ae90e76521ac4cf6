"""What Word has to know of a language: its tags and the font of its characters."""

from __future__ import annotations

from typing import NamedTuple

from svcflow.i18n import nearest_language

__all__ = ["Speech", "speech_of"]


class Speech(NamedTuple):
    """How a document is spoken.

    ``latin`` and ``east_asian`` are the tags of the language of its Latin and of its Chinese text; ``tag`` is that of
    the whole; ``font`` is that of Chinese characters; ``hint`` says that quotation marks and dashes, which both
    scripts have, are Chinese here.
    """

    tag: str
    latin: str
    east_asian: str
    font: str
    hint: str = ""


_SIMPLIFIED = Speech("zh-CN", "en-US", "zh-CN", "Microsoft YaHei", "eastAsia")
_TRADITIONAL = Speech("zh-TW", "en-US", "zh-TW", "Microsoft JhengHei", "eastAsia")
_ENGLISH = Speech("en-US", "en-US", "zh-CN", "Microsoft YaHei")


def speech_of(language: str) -> Speech:
    """Return what Word has to know of a language, given as BCP 47 tag."""
    known = nearest_language(language)
    if known == "zh-Hant":
        return _TRADITIONAL
    if known == "zh-Hans":
        return _SIMPLIFIED
    return _ENGLISH if language in {"", "en"} else _ENGLISH._replace(tag=language, latin=language)
