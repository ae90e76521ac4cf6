"""Which language a table is written in."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["language_of", "simplified"]

_SIMPLIFIED = (
    "务员检请单确认处户办发开关报审资质号银账费钱买卖责门级项场应动态进过这说话书证领导医疗护诊药师诉调结续岗"
)
_TRADITIONAL = (
    "務員檢請單確認處戶辦發開關報審資質號銀帳費錢買賣責門級項場應動態進過這說話書證領導醫療護診藥師訴調結續崗"
)
_FURTHER = (
    "標标時时間间說说業业負负職职務务門门動动節节點点處处類类級级異异參参輸输產产結结統统備备註注檔档據据執执經经實实規规範范編编權权與与驟骤環环"
    "個个長长週周須须內内運运傳传遞递協协顧顾問问題题準准則则條条複复雜杂圖图價价優优風风險险監监測测評评論论對对電电聯联絡络歸归擔担當当現现狀状"
    "總总組组織织聽听見见觀观轉转達达錄录紀记後后製制訂订來来稱称劃划為为鍵键築筑權权屬属層层積积約约預预種种體体無无網网頁页圍围適适"
)
"""Characters of headings, each before the simplified one; some of these are written in both scripts."""
_TO_SIMPLIFIED = str.maketrans(_TRADITIONAL + _FURTHER[::2], _SIMPLIFIED + _FURTHER[1::2])


def simplified(text: str) -> str:
    """Return a heading in simplified characters, so that both scripts can be compared.

    >>> simplified("標準時間"), simplified("责任岗位")
    ('标准时间', '责任岗位')
    """
    return text.translate(_TO_SIMPLIFIED)


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
