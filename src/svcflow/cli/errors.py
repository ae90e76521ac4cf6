"""What goes wrong, as a sentence on standard error and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import typer

from svcflow.cli.terminal import color_wanted, emit, width
from svcflow.cli.words import asked_language
from svcflow.finding import CannotDo
from svcflow.i18n import Message, msg
from svcflow.text.cells import one_line

__all__ = ["BUG", "CANNOT_DO", "FINDINGS", "guarded"]

FINDINGS = 1
"""The exit code when there are findings at or above the failing level."""
CANNOT_DO = 2
"""The exit code when what was asked for could not be done."""
BUG = 3
"""The exit code of a mistake of svcflow's own."""


def guarded(run: Callable[[], int | None], arguments: Sequence[str]) -> int:
    """Run a command and return its exit code; say what went wrong, and never show a traceback unasked."""
    try:
        return _guarded(run, arguments)
    except Exception as error:  # noqa: BLE001 -- even saying what went wrong went wrong
        _confess(error, arguments)
        return BUG


def _guarded(run: Callable[[], int | None], arguments: Sequence[str]) -> int:
    try:
        return run() or 0
    except CannotDo as error:
        _complain(error, arguments)
        return CANNOT_DO
    except typer.TyperException as error:
        if type(error).__name__ == "NoArgsIsHelpError":
            emit(f"{error.format_message()}\n", error=True)
            return CANNOT_DO
        _complain(_misused(error), arguments)
        return CANNOT_DO
    except typer.Abort:
        return 130


def _misused(error: typer.TyperException) -> CannotDo:
    """Return what the parser of options says as one of our own errors."""
    context = getattr(error, "ctx", None)
    command = getattr(context, "command_path", "svcflow")
    help = msg("`{command} --help` shows what it can do", command=str(command))
    kind = type(error).__name__
    parameter = getattr(error, "param", None)
    if kind == "NoSuchOption":
        name = str(getattr(error, "option_name", ""))
        if getattr(context, "parent", None) is None:
            help = msg("the options of a command stand behind it: `svcflow COMMAND {name} …`", name=name)
        return CannotDo(_no_option(name, getattr(error, "possibilities", None)), help)
    if kind == "MissingParameter" and parameter is not None:
        return CannotDo(msg("{name} is missing", name=_name(parameter)), help)
    if kind == "BadParameter" and parameter is not None:
        return CannotDo(_wanted(parameter), help)
    if kind == "BadOptionUsage":
        return CannotDo(msg("{name} needs a value", name=str(getattr(error, "option_name", ""))), help)
    return CannotDo(msg("{complaint}", complaint=error.format_message()), help)


def _wanted(parameter: Any) -> Message:
    """Return what an option has to be given that was given something else; only numbers are ever refused."""
    least = getattr(parameter, "min", None)
    if least is None:
        return msg("{name} needs a number", name=_name(parameter))
    return msg("{name} needs a number, {least} or more", name=_name(parameter), least=str(least))


def _name(parameter: Any) -> str:
    """Return what an option or argument is called on the command line."""
    return str(
        parameter.opts[0] if parameter.param_type_name == "option" else parameter.metavar or parameter.name
    )


def _no_option(name: str, possible: Sequence[str] | None) -> Message:
    from svcflow.text.nearest import nearest

    guess = nearest(name, possible or ())
    if guess:
        return msg("there is no option {name}; did you mean {guess}?", name=name, guess=guess)
    return msg("there is no option {name}", name=name)


def _complain(error: CannotDo, arguments: Sequence[str]) -> None:
    from svcflow.api import report_error
    from svcflow.load.files import exists

    path = next(
        (Path(given) for given in arguments if not given.startswith("-") and exists(Path(given))), None
    )
    emit(
        report_error(
            error,
            language=asked_language(arguments),
            path=path,
            color=color_wanted(_asked_color(arguments), sys.stderr),
            width=width(sys.stderr),
        ),
        error=True,
        color=True,
    )


def _asked_color(arguments: Sequence[str]) -> bool | None:
    if "--no-color" in arguments:
        return False
    return True if "--color" in arguments else None


def _confess(error: Exception, arguments: Sequence[str]) -> None:
    if os.environ.get("SVCFLOW_DEBUG") or "--debug" in arguments:
        import traceback

        emit("".join(traceback.format_exception(error)), error=True)
    bug = CannotDo(
        msg("svcflow itself has failed: {kind}: {error}", kind=type(error).__name__, error=str(error)),
        msg(
            "This is a bug of svcflow, not of your files. Please report it, with the command and with what "
            "SVCFLOW_DEBUG=1 shows."
        ),
    )
    try:
        _complain(bug, arguments)
    except Exception:  # noqa: BLE001 -- an installation so broken that it cannot even say so nicely
        emit(f"error: {one_line(str(bug.message))}\nhelp: {bug.help!s}\n", error=True)
