"""Texts as they go to the typesetter: printable, and with places to break where there are none."""

from __future__ import annotations

import re
from typing import Any

from svcflow.exporters.markup import printable

__all__ = ["cleaned", "said"]

_RUN = re.compile(r"[!-~\u00a1-\u024f]{25,}")
_AFTER = re.compile(r"(?<=[/._\-?&=,;:@])(?=[^/._\-?&=,;:@])")
_LONG = re.compile(r"[^\u200b]{25}(?=[^\u200b])")
_BREAK = "\u200b"
_OTHER_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def cleaned(value: Any) -> Any:
    """Return data in which every text can be set; lists and mappings are gone through."""
    if isinstance(value, str):
        return said(value)
    if isinstance(value, dict):
        return {key: cleaned(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [cleaned(one) for one in value]
    return value


def said(text: str) -> str:
    """Return a text as it is set: no control characters, and long runs of letters (addresses, ids) may break."""
    plain = printable(_OTHER_BREAKS.sub("\n", text)).replace("\t", " ").strip()
    return _RUN.sub(_breakable, plain)


def _breakable(run: re.Match[str]) -> str:
    return _LONG.sub(lambda part: part[0] + _BREAK, _AFTER.sub(_BREAK, run[0]))
