"""Headings of columns, as people write them: compared without case, blanks, signs, script and full-width forms."""

from __future__ import annotations

import re
from unicodedata import normalize

from svcflow.interchange.sheets.languages import simplified

__all__ = ["folded", "unit_of"]

_SIGNS = re.compile(r"[\s*＊:：.。、,，/／_\-—·'’\"“”?？]+")
_BRACKETS = re.compile(r"[(（\[【](?P<inner>[^)）\]】]*)[)）\]】]\s*$")
_UNITS = {
    "s": ("s", "sec", "second", "seconds", "秒", "秒钟", "秒鐘"),
    "m": ("m", "min", "mins", "minute", "minutes", "分", "分钟", "分鐘"),
    "h": ("h", "hr", "hrs", "hour", "hours", "小时", "小時", "时", "時", "钟头"),
    "d": ("d", "day", "days", "天", "日", "自然日", "日历日"),
    "bd": ("bd", "business days", "business day", "working days", "工作日", "个工作日", "工作天", "個工作天"),
    "w": ("w", "week", "weeks", "周", "週", "星期"),
}


def folded(text: str) -> str:
    """Return what of a heading or a word counts.

    >>> folded("  Next Step: "), folded("責任 人*"), folded("Ｉ Ｄ"), folded("-")
    ('nextstep', '责任人', 'id', '-')
    """
    plain = simplified(normalize("NFKC", text).casefold().strip())
    return _SIGNS.sub("", plain) or plain


def unit_of(heading: str) -> tuple[str, str]:
    """Return a heading without the brackets at its end, and the unit of time (``m``, ``bd``) that they tell.

    >>> unit_of("时限（分钟）"), unit_of("Time limit [h]"), unit_of("Role (who)"), unit_of("Name")
    (('时限', 'm'), ('Time limit', 'h'), ('Role', ''), ('Name', ''))
    """
    found = _BRACKETS.search(heading)
    if not found:
        return heading, ""
    inner = folded(found["inner"])
    unit = next((unit for unit, names in _UNITS.items() if inner in map(folded, names)), "")
    return heading[: found.start()].strip() or heading, unit
