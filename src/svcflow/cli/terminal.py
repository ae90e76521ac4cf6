"""Writing to the terminal: encoding, colour, width, and readers that stop reading."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TextIO

import typer

from svcflow.i18n import Message, translator

__all__ = ["BROKEN_PIPE", "color_wanted", "emit", "say", "show_progress", "use_utf8", "width"]

BROKEN_PIPE = 141
"""The exit code when a reader closed the pipe, as of a program that the signal ended."""

_UNKNOWN_WIDTH = 120


def use_utf8() -> None:
    """Make both streams UTF-8 on any code page; what cannot be encoded is written out."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def color_wanted(option: bool | None, stream: TextIO) -> bool:
    """Tell whether to colour: what the option says, else NO_COLOR and FORCE_COLOR, else whether it is a terminal."""
    if option is not None:
        return option
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in {"", "0"}:
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def width(stream: TextIO) -> int:
    """Return how many cells a line has; wide where nobody looks at a terminal."""
    if stream.isatty() or os.environ.get("COLUMNS"):
        return shutil.get_terminal_size((_UNKNOWN_WIDTH, 24)).columns
    return _UNKNOWN_WIDTH


def emit(content: str | bytes, *, error: bool = False, color: bool = False) -> None:
    """Write to standard output or standard error; a reader who has gone ends the program quietly."""
    try:
        typer.echo(content, nl=False, err=error, color=color)
        (sys.stderr if error else sys.stdout).flush()
    except BrokenPipeError:
        # Python flushes once more on its way out, and would complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(BROKEN_PIPE) from None


def say(message: Message, language: str, *, error: bool = False) -> None:
    """Write a message as a line."""
    emit(f"{message.render(translator(language))}\n", error=error)


def show_progress(message: Message, language: str, *, last: bool) -> None:
    """Tell how far it is, in a line that the next one is written over; only to who looks at a terminal."""
    if sys.stderr.isatty():
        emit(f"\r{message.render(translator(language))}" + ("\n" if last else ""), error=True)
