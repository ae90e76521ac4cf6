"""The times of BPMN's timers in the notation of the format."""

from __future__ import annotations

import re

from svcflow.model.duration import Duration

__all__ = ["is_rounded", "length_of"]

_YEARS = re.compile(r"P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(.*)", re.IGNORECASE)
_CYCLE = re.compile(r"R\d*/(?=P)", re.IGNORECASE)
_FEEL = re.compile(r"""=\s*(?:duration\s*\(\s*)?["']([^"']+)["']\s*\)?""")
"""A length of time as an expression that an engine works out: ``=duration("PT2H")``."""


def length_of(expression: str) -> str | None:
    """Return a length of time as the format writes it (``P3DT2H``: ``3d2h``), None for anything else.

    A month counts as 30 days and a year as 365: the format knows neither (`is_rounded` tells).
    """
    text = _plain(expression)
    found = _YEARS.fullmatch(text)
    days = 0
    if found and (found[1] or found[2]):
        days = 365 * int(found[1] or 0) + 30 * int(found[2] or 0)
        text = f"P{found[3]}"
    try:
        length = Duration.parse(text) if text.upper() != "P" else Duration()
    except ValueError:
        return None
    return (length + Duration(days=days)).short() if days else length.short()


def is_rounded(expression: str) -> bool:
    """Tell whether a length of time is in months or years, which the format does not know."""
    found = _YEARS.fullmatch(_plain(expression))
    return bool(found and (found[1] or found[2]))


def _plain(expression: str) -> str:
    """Return a length of time without quotes, without how often, and without the function of an engine around it."""
    text = expression.strip()
    feel = _FEEL.fullmatch(text)
    return _CYCLE.sub("", (feel[1] if feel else text).strip().strip("\"'"))
