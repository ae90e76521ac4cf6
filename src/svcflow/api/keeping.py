"""Documents that are kept beside their processes: whether they still say the same, and whether somebody edited them."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from svcflow.exporters.office_text import OFFICE, is_untouched, saved_since, text_of
from svcflow.exporters.seal import is_edited
from svcflow.finding import CannotDo
from svcflow.i18n import msg
from svcflow.i18n.reasons import reason_of
from svcflow.load.files import shown_path

__all__ = ["Drift", "DriftKind", "drifted", "hand_edited"]

_TEXTS = {".md", ".html", ".svg", ".json"}


class DriftKind(StrEnum):
    """How a file differs from what the processes say now."""

    MISSING = "missing"
    CHANGED = "changed"
    EDITED = "edited"
    """Somebody edited it by hand since svcflow wrote it."""


@dataclass(frozen=True, slots=True)
class Drift:
    """A file that is not what the processes say now.

    ``diff`` is a unified difference, of files of Word and Excel that of their texts; empty for what is no text.
    """

    path: Path
    kind: DriftKind
    diff: str = ""


def drifted(files: Mapping[Path, bytes]) -> list[Drift]:
    """Return the files that are missing, or hold something else than what they should.

    Ends of lines do not count in texts. Raises `CannotDo` when a file cannot be read.
    """
    return [drift for path, data in files.items() if (drift := _drift(path, data)) is not None]


def hand_edited(files: Mapping[Path, bytes]) -> Iterator[Drift]:
    """Yield the files that somebody edited by hand and that would become something else."""
    for path, data in files.items():
        drift = _drift(path, data, edited_only=True)
        if drift and drift.kind is DriftKind.EDITED:
            yield drift


def _drift(path: Path, data: bytes, *, edited_only: bool = False) -> Drift | None:
    found = _read(path)
    if found is None:
        return Drift(path, DriftKind.MISSING)
    ending = path.suffix.lower()
    if ending in OFFICE:
        same = found == data or (edited_only and is_untouched(found))  # reading them takes its time
        return None if same else _office_drift(path, found, data, ending)
    if ending not in _TEXTS:
        return Drift(path, DriftKind.CHANGED) if found != data else None
    before, after = (_lines(content) for content in (found, data))
    if before == after:
        return None
    return Drift(
        path, DriftKind.EDITED if is_edited(found) else DriftKind.CHANGED, _diff(path, before, after)
    )


def _office_drift(path: Path, found: bytes, data: bytes, ending: str) -> Drift:
    """Return how a file of Word or Excel differs: by its text, as far as it can be read."""
    before, after = text_of(found, ending), text_of(data, ending)
    if before is None or after is None:
        return Drift(path, DriftKind.CHANGED)
    kind = DriftKind.EDITED if saved_since(found, data, ending) else DriftKind.CHANGED
    return Drift(path, kind, _diff(path, before.splitlines(keepends=True), after.splitlines(keepends=True)))


def _diff(path: Path, before: list[str], after: list[str]) -> str:
    name = shown_path(path)
    diff = difflib.unified_diff(before, after, f"{name} (there)", f"{name} (now)", n=2)
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in diff)


def _lines(content: bytes) -> list[str]:
    return content.decode("utf-8", "replace").replace("\r\n", "\n").splitlines(keepends=True)


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes() if path.exists() else None
    except OSError as error:
        raise CannotDo(
            msg("{path} cannot be read: {reason}", path=shown_path(path), reason=reason_of(error))
        ) from None
