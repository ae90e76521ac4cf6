"""Ids that speak, made from names in any script."""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import normalize

__all__ = ["Ids", "slug"]

_NOT_IN_ID = re.compile(r"[^\w.\-]+|_+")
_LONGEST = 40
_LONGEST_WIDE = 20
_WIDE = (("\u2e80", "\u9fff"), ("\uac00", "\ud7af"), ("\uf900", "\ufaff"))
_INNER_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def slug(text: str) -> str:
    """Return a text as an id of the format, empty where nothing of it can stand in one.

    >>> slug("Verify the guest's identity"), slug("核对身份（原件）"), slug("reviewInvoice")
    ('verify-the-guests-identity', '核对身份-原件', 'review-invoice')
    """
    text = normalize("NFC", text).strip().replace("'", "").replace("’", "")
    if " " not in text:
        text = _INNER_CAPITAL.sub("-", text)
    words = [word for part in _NOT_IN_ID.split(text.lower()) if (word := part.strip(".-_"))]
    longest = _LONGEST_WIDE if _is_wide(text) else _LONGEST
    made = "-".join(words)
    while len(made) > longest and len(words) > 1:
        words.pop()
        made = "-".join(words)
    return made[:longest].strip(".-_")


def _is_wide(text: str) -> bool:
    return not text.isascii() and any(first <= sign <= last for sign in text for first, last in _WIDE)


class Ids:
    """Gives ids, each once."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._given = set(taken)

    def give(self, *wanted: str, otherwise: str) -> str:
        """Return an id made from the first of some texts that one can be made from, with a number where it is taken."""
        return self.give_exactly(next((made for text in wanted if (made := slug(text))), otherwise))

    def give_exactly(self, name: str) -> str:
        """Return an id as it is, with a number where it is taken."""
        found, number = name, 2
        while found in self._given:
            found, number = f"{name}-{number}", number + 1
        self._given.add(found)
        return found
