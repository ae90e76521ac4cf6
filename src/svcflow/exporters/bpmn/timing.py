"""Lengths of time for timers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from svcflow.model.duration import Duration

__all__ = ["iso"]


def iso(time: Duration) -> str:
    """Return a length of time in the notation of ISO 8601: ``P3DT2H``.

    ISO 8601 knows no business days: a length with such days stays as svcflow writes it (``3bd``), which no engine
    takes for something else.
    """
    if time.business_days:
        return time.short()
    hours, rest = divmod(time.seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    clock = "".join(
        f"{count}{unit}" for count, unit in ((hours, "H"), (minutes, "M"), (seconds, "S")) if count
    )
    days = f"{time.days}D" if time.days else ""
    return f"P{days}{'T' + clock if clock else ''}" if days or clock else "PT0S"
