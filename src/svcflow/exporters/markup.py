"""Text into XML: whatever a user wrote stays text."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape as _escape

__all__ = ["escape", "number", "printable", "safe_href"]

# What XML 1.0 cannot hold, and no other format should: controls, halves of surrogate pairs, U+FFFE and U+FFFF.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPECIAL = re.compile("[^\t\n\r !#-%(-;=?-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What has to be written otherwise: the forbidden, and ``& < > " '``."""
_QUOTES = {'"': "&quot;", "'": "&#39;"}
_SCHEMES = ("http://", "https://", "mailto:")


def printable(text: str) -> str:
    """Return text without what no format can hold: it is shown as �."""
    return _FORBIDDEN.sub("\ufffd", text)


def escape(text: str) -> str:
    """Return text that is safe between tags and in attributes."""
    if not _SPECIAL.search(text):  # nearly all texts: one look instead of six
        return text
    return _escape(printable(text), _QUOTES)


def number(value: float) -> str:
    """Return a coordinate: at most two decimals, none where it is whole."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))


def safe_href(target: str) -> str:
    """Return a link if it leads to the web, to a mailbox or stays within the documents; otherwise nothing."""
    cleaned = _FORBIDDEN.sub("", target).strip()
    scheme = re.match(r"[^/?#]*:", cleaned)
    return cleaned if scheme is None or cleaned.lower().startswith(_SCHEMES) else ""
