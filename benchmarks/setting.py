"""Where to measure and how much of it, and what a measure says."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

__all__ = ["Row", "Setting"]


class Setting(NamedTuple):
    """Where to measure, and how much of it."""

    folder: Path
    processes: int
    rounds: int


class Row(NamedTuple):
    """One line of the table; ``reached`` is None where there is no goal."""

    what: str
    svcflow: str
    other: str
    result: str
    goal: str = ""
    reached: bool | None = None
