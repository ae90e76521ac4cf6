"""The nearest known word to one that is not known."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["nearest"]


def nearest(word: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """Return the known word most like ``word``, None when none is like it.

    Case, blanks and the difference between ``-`` and ``_`` do not count.
    """
    from difflib import get_close_matches

    folded = {_fold(candidate): candidate for candidate in known}
    found = get_close_matches(_fold(word), folded, n=1, cutoff=cutoff)
    return folded[found[0]] if found else None


def _fold(word: str) -> str:
    return word.strip().casefold().replace("_", "-").replace(" ", "-")
