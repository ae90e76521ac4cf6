r"""How people write a length of time: one grammar, both the reader's and JSON Schema's.

Three families: ``1h 30m`` or ``3 business days``, ISO 8601 (``PT1H30M``), Chinese (``1小时30分钟``). A text is of one
family; its units come from large to small, each at most once. The patterns use no look-around, no back reference and
no ``\d``, so that Python, ECMAScript and Rust agree on them. How many decimals a unit takes follows from one rule: the
result is a whole number of seconds (a hundredth of an hour is 36 s, a twentieth of a minute 3 s).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache

__all__ = ["FIRST", "LAST", "amounts", "pattern"]

_D = "[0-9０-９]"
_SIZES = {"w": 4, "d": 5, "bd": 5, "h": 6, "m": 7, "s": 8}
_DECIMALS = {
    "bd": f"(?:[.．]{_D}{{1,2}})?",
    "h": f"(?:[.．]{_D}{{1,2}})?",
    "m": f"(?:[.．]{_D}[05０５]?)?",
}
_WORDS = {
    "w": r"(?:w|[Ww]eeks?|[Ww]ks?\.?)",
    "d": r"(?:d|(?:[Cc]alendar )?[Dd]ays?)",
    "bd": r"(?:bd|(?:[Bb]usiness|[Ww]ork|[Ww]orking)[ -]?[Dd]ays?)",
    "h": r"(?:h|[Hh]ours?|[Hh]rs?\.?)",
    "m": r"(?:m|[Mm]inutes?|[Mm]ins?\.?)",
    "s": r"(?:s|[Ss]econds?|[Ss]ecs?\.?)",
}
_CHINESE = {
    "w": "(?:周|週|星期|礼拜|禮拜)",
    "d": "(?:天|日|自然日|日[历曆][日天])",
    "bd": "工作[日天]",
    "h": "(?:小[时時]|[钟鐘][头頭])",
    "m": "分[钟鐘]?",
    "s": "秒[钟鐘]?",
}
_NUMERAL = "(?:[二三四五六七八九]?十[一二三四五六七八九]?|[一二两兩三四五六七八九])"
_NUMERALS: dict[str, int] = dict(zip("一二三四五六七八九两兩", (*range(1, 10), 2, 2), strict=True))

FIRST = "[0-9０-９一二两兩三四五六七八九十半P]"
"""What the first character of a length of time can be."""

LAST = "[^PT \u3000]"
"""What its last character can be: in the patterns no term is compulsory, and so ``P`` or ``PT`` alone would do."""

_ENDS = re.compile(f"{FIRST}.*{LAST}")
_Group = Callable[[str, str], str]
"""Wraps the part of a pattern that tells an amount: named for the reader, as it is for JSON Schema."""


_Units = tuple[str, ...]
_ALL: _Units = tuple(_SIZES)


@lru_cache(maxsize=4)
def pattern(units: _Units = _ALL) -> str:
    """Return the pattern of a length of time in some of the units (``w d bd h m s``), not anchored.

    It matches exactly the lengths of time among the texts that start with `FIRST` and end with `LAST`.
    """
    return f"(?:{'|'.join(family(_unnamed, units) for family in (_english, _iso, _chinese))})"


def _unnamed(_name: str, part: str) -> str:
    return part


def amounts(text: str) -> dict[str, Fraction] | None:
    """Return the amount of each unit (``w d bd h m s``) that a text names, None when it is no length of time."""
    if not _ENDS.fullmatch(text):
        return None
    family = _iso if text[0] == "P" else _english if text[-1] in _LATIN else _chinese
    found = _reader(family).fullmatch(text)
    if found is None:
        return None
    return {name.rstrip("_"): _value(name, part) for name, part in found.groupdict().items() if part}


_LATIN = frozenset("abcdefghijklmnopqrstuvwxyz.")


@lru_cache(maxsize=3)
def _reader(family: Callable[[_Group, _Units], str]) -> re.Pattern[str]:
    return re.compile(family(lambda name, part: f"(?P<{name}>{part})", _ALL))


def _whole(unit: str) -> str:
    return f"{_D}{{1,{_SIZES[unit]}}}"


def _number(unit: str) -> str:
    return _whole(unit) + _DECIMALS.get(unit, "")


def _english(group: _Group, units: _Units) -> str:
    between = "(?: *, *| +and +| *)"
    return "".join(f"(?:{between}{group(unit, _number(unit))} *{_WORDS[unit]})?" for unit in units)


def _iso(group: _Group, units: _Units) -> str:
    week, day, hour, minute, second = (
        f"(?:{group(unit, _number(unit)).replace('[.．]', '[.,]')}{unit.upper()})?" if unit in units else ""
        for unit in ("w", "d", "h", "m", "s")
    )
    return f"P{week}{day}(?:T{hour}{minute}{second})?"


def _chinese(group: _Group, units: _Units) -> str:
    between = "[ 　、，]*[零又]?[ 　]*"
    return "".join(f"(?:{between}{_chinese_term(group, unit)})?" for unit in units)


def _chinese_term(group: _Group, unit: str) -> str:
    """Return the pattern of one amount. ``个`` is a classifier, ``半`` a half: before the unit, or after hours."""
    name, count = _CHINESE[unit], f"(?:{_whole(unit)}|{_NUMERAL})"
    forms = [f"{group(unit, f'(?:{_number(unit)}|{_NUMERAL})')} *[个個]? *{name}"]
    if unit in {"h", "bd"}:
        forms.append(f"{group(unit + '_', f'(?:半[个個]?|{count} *[个個]半)')} *{name}")
    if unit == "h":
        forms.append(f"{group(unit + '__', count)} *[个個]? *{name}半")
    return f"(?:{'|'.join(forms)})"


def _value(name: str, part: str) -> Fraction:
    half = Fraction(1, 2) if "半" in part or name.endswith("__") else Fraction()
    number = part.rstrip("个個半 ") or "0"
    tens, ten, ones = number.rpartition("十")
    if ten or ones in _NUMERALS:
        return half + (_NUMERALS.get(tens, 1) * 10 if ten else 0) + _NUMERALS.get(ones, 0)
    return half + Fraction(number.replace("．", ".").replace(",", "."))
