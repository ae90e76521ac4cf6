"""Where the files that a command makes go."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from svcflow.cli.hand_edits import refuse_hand_edits
from svcflow.cli.terminal import color_wanted, emit, width
from svcflow.cli.write import write_files
from svcflow.finding import CannotDo
from svcflow.i18n import msg

if TYPE_CHECKING:
    from svcflow.api import Made

__all__ = ["deliver", "format_of", "placed_files"]

_FORMATS = {"mmd": "mermaid", "txt": "text"}
"""The formats that are not called as the files that hold them end."""


def format_of(asked: str | None, output: str | None, known: Iterable[str], default: str) -> str:
    """Return the format asked for, else the one that the name of the output file tells."""
    if asked is not None:
        return asked
    ending = Path(output or "").suffix.removeprefix(".").lower()
    form = _FORMATS.get(ending, ending)
    return form if form in known else default


def deliver(
    made: Iterable[Made], output: str | None, *, into_folder: bool, force: bool, language: str
) -> None:
    """Write files, or the one file to the standard output, and say where they are.

    ``output`` is a file, a folder, or ``-``; left out, the current folder. ``into_folder`` says that it is a folder
    even if there is none yet. Raises `CannotDo` when two files would be the same, and as `write_files` does.
    """
    files = list(made)
    if output == "-":
        _to_stdout(files)
    else:
        placed = placed_files(files, output, into_folder=into_folder)
        if not force:
            refuse_hand_edits(placed)
        write_files(placed, force=force)
        _say(placed, language)
    _warn(files, language)


def _to_stdout(files: list[Made]) -> None:
    if len(files) > 1:
        raise CannotDo(
            msg("{count} files do not fit into the standard output", count=len(files)),
            msg("name one process, or a folder to write to"),
        )
    emit(files[0].data)


def placed_files(files: Iterable[Made], output: str | None, *, into_folder: bool) -> dict[Path, bytes]:
    """Return contents by the paths at which they are to be written.

    Raises `CannotDo` when two files would be the same.
    """
    placed: dict[Path, bytes] = {}
    into_folder |= output is None or output.endswith(("/", os.sep)) or Path(output).is_dir()
    for file in files:
        target = Path(output or "", file.name) if into_folder else Path(output or file.name)
        for path, data in (
            (target, file.data),
            *((target.parent / name, data) for name, data in file.beside.items()),
        ):
            if path in placed:
                raise CannotDo(
                    msg("two processes would be written to {path}", path=str(path)),
                    msg("give each process an id of its own"),
                )
            placed[path] = data
    return placed


def _say(placed: dict[Path, bytes], language: str) -> None:
    from svcflow.i18n import translator

    message = msg("Written: {paths}", paths=tuple(str(path) for path in placed))
    emit(message.render(translator(language)) + "\n")


def _warn(files: list[Made], language: str) -> None:
    from svcflow.api import report_warnings

    warnings = [warning for file in files for warning in file.warnings]
    if warnings:
        color = color_wanted(None, sys.stderr)
        emit(
            report_warnings(warnings, language=language, color=color, width=width(sys.stderr)),
            error=True,
            color=True,
        )
