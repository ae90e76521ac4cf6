"""Where the files that a command makes go."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from svcflow.cli.hand_edits import refuse_hand_edits
from svcflow.cli.terminal import color_wanted, emit, say, width
from svcflow.cli.write import write_files
from svcflow.finding import CannotDo
from svcflow.i18n import msg
from svcflow.load.files import exists

if TYPE_CHECKING:
    from svcflow.api import Made

__all__ = ["deliver", "format_of", "is_folder", "placed_files", "say_written"]

_FORMATS = {"mmd": "mermaid", "txt": "text", "htm": "html", "gv": "dot", "markdown": "md"}
"""The formats that are not called as the files that hold them end."""
_UNMISTAKABLE = frozenset({"svg", "png", "pdf", "html", "md", "docx", "xlsx", "json", "bpmn"})
"""The formats of which an ending says for sure that they are in the file."""


def format_of(
    asked: str | None, output: str | None, known: Iterable[str], default: str, *, into_folder: bool = False
) -> str:
    """Return the format asked for, else the one that the name of the output file tells.

    A name that tells nothing, and the name of a folder, leave the default. Raises `CannotDo` when a name has an ending
    that is none of a format, or that of another format than the one asked for: programs go by the ending.
    """
    names = tuple(known)
    ending = "" if into_folder or _is_folder(output) else Path(output or "").suffix.removeprefix(".").lower()
    form = _FORMATS.get(ending, ending)
    if asked is not None:
        if form in names and form in _UNMISTAKABLE and form != asked and asked in names:
            raise CannotDo(
                msg(
                    "{path} is named as `{named}`, and asked for as `{asked}`",
                    path=str(output),
                    named=form,
                    asked=asked,
                ),
                msg("leave out `--format`, or give the file another ending"),
            )
        return asked
    if ending and form not in names:
        raise CannotDo(
            msg("no format is told by the ending of {path}", path=str(output)),
            msg("name one with `--format`: {names}", names=names),
        )
    return form or default


def _is_folder(output: str | None) -> bool:
    """Tell whether an output is a folder by its name, or is one."""
    return bool(output) and (str(output).endswith(("/", os.sep)) or is_folder(Path(str(output))))


def is_folder(path: Path) -> bool:
    """Tell whether there is a folder of this name; a name that can be none of a file is none of a folder."""
    try:
        return path.is_dir()
    except (OSError, ValueError):  # too long, or with a null character
        return False


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
        say_written(placed, language)
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
    if output == "":
        raise CannotDo(
            msg("the name of the output is empty"), msg("name a file or a folder, or leave out `--output`")
        )
    if into_folder:
        _check_folder(output)
    into_folder |= output is None or _is_folder(output)
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


def _check_folder(output: str | None) -> None:
    """Raise `CannotDo` when what has to be a folder is a file, or has the name of one."""
    path = Path(output or "")
    if is_folder(path) or output is None or output.endswith(("/", os.sep)):
        return
    ending = path.suffix.removeprefix(".").lower()
    if exists(path) or _FORMATS.get(ending, ending) in _UNMISTAKABLE:
        raise CannotDo(
            msg("several files cannot be written into one, {path}", path=output),
            msg("name a folder to write to; one that is not there yet is made"),
        )


def say_written(paths: Iterable[Path], language: str) -> None:
    """Say which files were written."""
    say(msg("Written: {paths}", paths=tuple(str(path) for path in paths)), language)


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
