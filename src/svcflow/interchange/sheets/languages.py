"""Which language a table is written in."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["language_of"]

_SIMPLIFIED = frozenset(
    "务员检请单确认处户办发开关报审资质量号银账费钱买卖责门级项场应动态进过这说话书证领导医疗护诊药师诉调结续岗"
)
_TRADITIONAL = frozenset(
    "務員檢請單確認處戶辦發開關報審資質號銀帳費錢買賣責門級項場應動態進過這說話書證領導醫療護診藥師訴調結續崗"
)


def language_of(texts: Iterable[str]) -> str | None:
    """Return zh-Hans or zh-Hant where at least a tenth of the letters are Chinese, None for any other language."""
    letters = [character for text in texts for character in text if character.isalpha()]
    chinese = sum("\u4e00" <= character <= "\u9fff" for character in letters)
    if not chinese or chinese * 10 < len(letters):
        return None
    simplified, traditional = (
        sum(character in only for character in letters) for only in (_SIMPLIFIED, _TRADITIONAL)
    )
    return "zh-Hant" if traditional > simplified else "zh-Hans"
