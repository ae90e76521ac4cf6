"""The lines of the files that findings speak of."""

from __future__ import annotations

from pathlib import Path

from svcflow.source.encoding import MAX_BYTES, decode
from svcflow.source.lines import Lines

__all__ = ["Sources"]


class Sources:
    """Reads the files that excerpts are taken from, each once; what cannot be read has no lines."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or Path()
        self._read: dict[str, Lines | None] = {}

    def line(self, path: str, number: int) -> str | None:
        """Return a line of a file, None when there is no such file or line."""
        if path not in self._read:
            self._read[path] = _lines(self._folder / path)
        lines = self._read[path]
        return lines.line(number) or None if lines else None


def _lines(path: Path) -> Lines | None:
    try:
        if not path.is_file() or path.stat().st_size > MAX_BYTES:
            return None
        text, _ = decode(path.read_bytes())
    except (OSError, ValueError):
        return None
    if "\0" in text:  # a workbook: rows and columns are no lines
        return None
    return Lines(text.removeprefix("\ufeff"))
