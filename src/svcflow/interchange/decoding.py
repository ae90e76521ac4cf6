"""From bytes to text, for files that people write in programs of all kinds."""

from __future__ import annotations

__all__ = ["decoded"]


def decoded(data: bytes) -> str:
    """Return a text by its byte order mark, else as UTF-8; lines end alike, and what is no text is U+FFFD."""
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))  # what Windows calls Unicode
    text = data.decode("utf-16" if wide else "utf-8", "replace").lstrip("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n")
