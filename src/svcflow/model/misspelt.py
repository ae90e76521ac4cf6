"""What is wrong with a text that is no length of time, and what was probably meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from pydantic_core import PydanticCustomError

from svcflow.model.base import bad
from svcflow.model.notation import amounts

__all__ = ["misspelt_duration"]

_NUMBER = re.compile(r"\s*[0-9０-９]+(?:[.．,][0-9０-９]+)?\s*")
_MONTHS = re.compile(
    r"[0-9０-９一二两兩三四五六七八九十半]\s*(?:[个個]\s*)?(?:(?:mon?|months?|mths?|y|yrs?|years?)(?![a-z])|月|年)",
    re.IGNORECASE,
)
_ISO_MONTHS = re.compile(r"P[^T]*[0-9]+[MY]")
_PART_OF_DAY = re.compile(
    r"[0-9]*[.．,][0-9]+\s*(?:d|w|days?|weeks?|天|日|周|週)|半[个個]?\s*(?:天|日|周|週)|天半"
)
_WORDS = (
    "seconds", "minutes", "hours", "days", "weeks", "business days", "working days",
    "second", "minute", "hour", "day", "week", "business day", "working day", "mins", "hrs", "secs", "bd",
)  # fmt: skip
_WITHIN = re.compile(
    r"(?:以内|以內|之内|之內|内|內|左右)$|^(?:within|in|max\.?|<=?|≤|about|ca\.?|不超过|不超過) *",
    re.IGNORECASE,
)


def misspelt_duration(value: Any) -> PydanticCustomError:
    """Return the error of a value that is no length of time."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return bad("duration", "a length of time is expected here, such as 15m, 2h or 3bd (business days)")
    text = str(value).strip()
    if _NUMBER.fullmatch(text):
        return bad(
            "duration",
            "'{value}' of which unit? Write {value}m for minutes, {value}h for hours, {value}d for calendar days or "
            "{value}bd for business days",
            value=text,
        )
    shown = str(value) if len(str(value)) <= 40 else text[:39] + "…"
    return _of_a_kind(text, shown) or _unknown(text, shown)


def _of_a_kind(text: str, shown: str) -> PydanticCustomError | None:
    """Return the error of a text of which it is clear what it means, and why it cannot be taken."""
    if text.startswith(("-", "−", "负", "負")):
        return bad("duration", "'{value}' is negative; a length of time is 0m or more", value=shown)
    if _MONTHS.search(text) or _ISO_MONTHS.match(text):
        return bad(
            "duration",
            "'{value}': months and years differ in length; write days or weeks, such as 30d or 4w",
            value=shown,
        )
    if re.fullmatch(r"\s*[0-9]+\s*M", text):
        return bad(
            "duration",
            "'{value}': a capital M could mean months; minutes are written with a small one, {meant}",
            value=shown,
            meant=text.lower(),
        )
    if _PART_OF_DAY.search(text):
        return bad(
            "duration",
            "'{value}': a part of a day of 24 hours, or of working hours? Write 12h for the one, 0.5bd for the other",
            value=shown,
        )
    return None


def _unknown(text: str, shown: str) -> PydanticCustomError:
    for meant in _guesses(text):
        # A guess keeps every digit: it may mend how something is written, never how much it is.
        if len(meant) <= 40 and _digits(meant) == _digits(text) and amounts(meant) is not None:
            return bad(
                "duration",
                "'{value}' is no length of time; did you mean '{meant}'?",
                value=shown,
                meant=meant,
            )
    if re.search(r"\d{5}|[.．,]\d{2}", text):
        return bad(
            "duration",
            "'{value}' is too long or too finely divided; svcflow counts whole seconds, up to some hundred years",
            value=shown,
        )
    return bad(
        "duration",
        "'{value}' is no length of time; write 15m, 1h30m, 3d (calendar days), 3bd (business days) or 2w, "
        "large units first and each once",
        value=shown,
    )


def _guesses(text: str) -> Iterator[str]:
    bare = _WITHIN.sub("", text).strip()
    yield from (bare, bare.lower(), bare.upper(), bare.replace(",", "."), bare.replace(" ", ""))
    yield re.sub(r"[A-Za-z]+(?: [A-Za-z]+)?", lambda word: _nearest(word[0]), bare)
    terms = re.findall(r"[0-9.]+ *[a-z]+", bare)
    order = {"w": 0, "d": 1, "b": 2, "h": 3, "m": 4, "s": 5}
    yield "".join(sorted(terms, key=lambda term: order.get(term.lstrip("0123456789. ")[0], 9)))


def _digits(text: str) -> list[str]:
    return sorted(character for character in text if character.isdigit())


def _nearest(word: str) -> str:
    return next(iter(get_close_matches(word.lower(), _WORDS, 1, 0.6)), word)
