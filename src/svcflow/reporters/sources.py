"""The lines of the files that findings speak of."""

from __future__ import annotations

from pathlib import Path

from svcflow.source.encoding import MAX_BYTES, decode

__all__ = ["Sources"]


class Sources:
    """Reads the files that excerpts are taken from, each once; what cannot be read has no lines."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or Path()
        self._read: dict[str, list[str]] = {}

    def line(self, path: str, number: int) -> str | None:
        """Return a line of a file, None when there is no such file or line."""
        if path not in self._read:
            self._read[path] = _lines(self._folder / path)
        lines = self._read[path]
        return lines[number - 1] or None if 1 <= number <= len(lines) else None


def _lines(path: Path) -> list[str]:
    try:
        if not path.is_file() or path.stat().st_size > MAX_BYTES:
            return []
        text, _ = decode(path.read_bytes())
    except (OSError, ValueError):
        return []
    if "\0" in text:  # a workbook: rows and columns are no lines
        return []
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
