"""The seal of a document: a digest of its own text, by which it shows that somebody edited it by hand."""

from __future__ import annotations

import hashlib
import re

__all__ = ["is_edited", "seal"]

_SEAL = re.compile(r"<!-- svcflow sha256:([0-9a-f]{32}) -->")
_OPEN = "0" * 32


def seal(text: str) -> str:
    """Return a document with the sealed mark of svcflow as its first line."""
    unsealed = f"<!-- svcflow sha256:{_OPEN} -->\n{text}"
    return unsealed.replace(_OPEN, _digest(unsealed), 1)


def is_edited(content: bytes) -> bool:
    """Tell whether a file was sealed by svcflow and is not what was sealed; ends of lines do not count."""
    text = content.decode("utf-8", "surrogateescape").removeprefix("\ufeff").replace("\r\n", "\n")
    found = _SEAL.match(text)
    if found is None:
        return False
    return _digest(text.replace(found[1], _OPEN, 1)) != found[1]


def _digest(unsealed: str) -> str:
    return hashlib.sha256(unsealed.encode("utf-8", "surrogateescape")).hexdigest()[:32]
