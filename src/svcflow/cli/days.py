"""Days on the command line."""

from __future__ import annotations

import datetime as dt

from svcflow.finding import CannotDo
from svcflow.i18n import msg

__all__ = ["day_of"]


def day_of(text: str | None) -> dt.date | None:
    """Return the day that an option names, None where it is left out; raises `CannotDo` for what is no day."""
    if text is None:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise CannotDo(
            msg("`{value}` is no day", value=text), msg("write year-month-day, such as 2026-12-31")
        ) from None
