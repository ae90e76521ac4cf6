"""What the texts of nodes and arrows tell: names, roles, times, conditions, shares."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from svcflow.i18n import LANGUAGES, translator
from svcflow.interchange.sheets.headings import folded
from svcflow.interchange.sheets.words import otherwise_words
from svcflow.model.duration import Duration

__all__ = ["BADGE_SIGNS", "Said", "Way", "end_words", "said_by", "start_words", "way_of"]

_NUMBER = re.compile(r"\d{1,4}")
_ROLE = re.compile(r"^[(（](?P<role>.+)[)）]$")
BADGE_SIGNS = "⏱★⚠▲▤ⒻⓌ☺⧗⊗ⓘ⊕⊖≠↕"
"""The signs of badges in pictures of ours."""
_BADGES = re.compile(f"^(?:[{BADGE_SIGNS}]\ufe0f?\\s*[^{BADGE_SIGNS}]*)+$")
_TIME = re.compile(f"⏱\ufe0f?\\s*(?P<time>[^{BADGE_SIGNS}]+)")
_SHARE = re.compile(r"\d{1,3}(?:\.\d+)?\s*[%％]")
_BETWEEN = re.compile(r"\s*[\u00a0 ]·\s+")
_SIGNS = {"+", "○"}


@dataclass(frozen=True, slots=True)
class Said:
    """What stands in a node."""

    name: str
    number: int = 0
    sign: str = ""
    role: str = ""
    time: str = ""
    moment_of_truth: bool = False


@dataclass(frozen=True, slots=True)
class Way:
    """What stands at an arrow: the condition, a time instead of it, how often, how many times at most."""

    when: str = ""
    after: str = ""
    otherwise: bool = False
    share: str = ""
    limit: int | None = None
    note: str = ""

    def parts(self) -> dict[str, Any]:
        """Return share and limit as a branch has them."""
        found: dict[str, Any] = {"share": self.share} if self.share else {}
        return found if self.limit is None else {**found, "limit": self.limit}


def said_by(text: str) -> Said:
    """Return what the text of a node tells; its lines are number, sign, name, role in brackets, badges."""
    lines = [" ".join(line.split()) for line in text.split("\n") if line.strip()]
    number = int(lines.pop(0)) if len(lines) > 1 and _NUMBER.fullmatch(lines[0]) else 0
    sign = lines.pop(0) if lines and lines[0] in _SIGNS else ""
    badges = lines.pop() if lines and _BADGES.match(lines[-1]) else ""
    role = ""
    if len(lines) > 1 and (found := _ROLE.match(lines[-1])):
        role = found["role"]
        lines.pop()
    time = _TIME.search(badges)
    return Said(" ".join(lines), number, sign, role, _time(time["time"]) if time else "", "★" in badges)


def _time(text: str) -> str:
    try:
        Duration.parse(text.strip())
    except ValueError:
        return ""
    return text.strip()


def way_of(text: str) -> Way:
    """Return what the text of an arrow tells: ``condition · 8% · max. 2×``, and a line of what changes hands."""
    lines = [" ".join(line.split(" ")) for line in text.split("\n") if line.strip()]
    note = " ".join(line.lstrip("✉ ") for line in lines if line.startswith("✉"))
    parts = _BETWEEN.split(" ".join(line for line in lines if not line.startswith("✉")).strip())
    limit, share = None, ""
    while parts and (limit is None or not share):
        last = parts[-1].strip()
        counted = next((found for pattern in _limits() if (found := pattern.fullmatch(last))), None)
        if counted and limit is None:
            limit = int(counted["count"])
        elif _SHARE.fullmatch(last) and not share:
            share = last.replace(" ", "").replace("％", "%")
        else:
            break
        parts.pop()
    when = " · ".join(part.strip() for part in parts).strip()
    after = next(
        (
            time
            for pattern in _afters()
            if (found := pattern.fullmatch(when)) and (time := _time(found["time"]))
        ),
        "",
    )
    otherwise = folded(when) in otherwise_words() if when else False
    return Way("" if otherwise else when, after, otherwise, share, limit, note)


@lru_cache(maxsize=1)
def _limits() -> tuple[re.Pattern[str], ...]:
    return _patterns("max. {count}×", "count", r"\d{1,6}")


@lru_cache(maxsize=1)
def _afters() -> tuple[re.Pattern[str], ...]:
    return _patterns("after {time}", "time", ".+")


def _patterns(msgid: str, name: str, inner: str) -> tuple[re.Pattern[str], ...]:
    """Return patterns for a sentence of ours in all languages."""
    said = dict.fromkeys(translator(language)(msgid) for language in LANGUAGES)
    return tuple(
        re.compile(re.escape(one).replace(re.escape(f"{{{name}}}"), f"(?P<{name}>{inner})")) for one in said
    )


@lru_cache(maxsize=1)
def start_words() -> frozenset[str]:
    """Return names of starts that tell nothing."""
    return _words("Start", ("begin", "开始", "開始", "start"))


@lru_cache(maxsize=1)
def end_words() -> frozenset[str]:
    """Return names of ends that tell nothing."""
    return _words("End", ("stop", "finish", "done", "结束", "結束", "完成", "終了"))


def _words(msgid: str, also: tuple[str, ...]) -> frozenset[str]:
    ours = (translator(language)(msgid) for language in LANGUAGES)
    return frozenset(map(folded, (*ours, *also, "")))
