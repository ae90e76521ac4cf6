"""Whoever edited a document by hand is told what would be lost."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from svcflow.cli.terminal import emit
from svcflow.finding import CannotDo
from svcflow.i18n import msg
from svcflow.text.cells import printable

__all__ = ["readable", "refuse_hand_edits"]

_LONGEST = 240
_MOST = 60


def refuse_hand_edits(files: Mapping[Path, bytes]) -> None:
    """Raise `CannotDo`, after showing what would be lost, when a file to be written was edited by hand."""
    from svcflow.api import hand_edited

    edited = [drift for drift in hand_edited(files) if drift.diff]
    if edited:
        for drift in edited:
            lines = readable(drift.diff).splitlines(keepends=True)
            emit("".join(lines[:_MOST]) + ("…\n" if len(lines) > _MOST else ""), error=True)
        raise CannotDo(
            msg(
                "edited by hand since svcflow wrote it: {paths}",
                paths=tuple(str(drift.path) for drift in edited),
            ),
            msg("take what is worth keeping into the process, then write over it with `--force`"),
        )


def readable(diff: str) -> str:
    """Return a difference for a terminal: very long lines shortened, nothing in it that could steer the terminal."""
    lines = (printable(line) for line in diff.split("\n"))
    return "\n".join(line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…" for line in lines)
