"""Help texts in the reader's language, laid out for wide characters too."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Any

import typer
from typer.core import TyperCommand

from svcflow.cli.terminal import width
from svcflow.cli.words import _, help_language
from svcflow.i18n import Translator
from svcflow.text.cells import cells, fold

__all__ = ["Command", "help_text"]

_WIDEST = 100
_OF_TYPER = (
    _("Show this message and exit."),
    _("Install completion for the current shell."),
    _("Show completion for the current shell, to copy it or customize the installation."),
)
"""Texts that Typer says; named here for the catalogues."""


class Command(TyperCommand):
    """A command whose help is ours."""

    def get_help(self, ctx: Any) -> str:
        """Return the help text."""
        return help_text(self, ctx)


def help_text(command: Any, context: typer.Context, commands: Iterable[tuple[str, str]] = ()) -> str:
    """Return the help text of a command, with the commands below it if there are any."""
    t = help_language(context.find_root().obj or ())
    room = min(width(sys.stdout), _WIDEST)
    pieces = (piece.replace("{", "").replace("}", "") for piece in command.collect_usage_pieces(context))
    usage = " ".join([context.command_path, *pieces])
    lines = fold(t("Usage: {usage}").replace("{usage}", usage), room, "", "  ")
    for paragraph in t(command.help or "").split("\n\n"):
        lines += ["", *fold(paragraph, room)]
    arguments, options = [], []
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record and parameter.param_type_name == "argument":
            arguments.append((parameter.metavar or parameter.name, t(parameter.help or "")))
        elif record:
            options.append((record[0], t(parameter.help or "") + _default(parameter, t)))
    rows = [(name, t(text)) for name, text in commands]
    for heading, table in ((t("Commands:"), rows), (t("Arguments:"), arguments), (t("Options:"), options)):
        lines += _table(heading, table, room)
    return "\n".join(lines)


def _default(parameter: Any, t: Translator) -> str:
    value = parameter.default
    if isinstance(value, bool) or not isinstance(value, str | int | float) or value == "":
        return ""
    return t(" (default: {value})").replace(
        "{value}", f"{value:g}" if isinstance(value, float) else str(value)
    )


def _table(heading: str, rows: list[tuple[str, str]], room: int) -> list[str]:
    if not rows:
        return []
    lines = ["", heading]
    column = min(max(cells(name) for name, _text in rows), 28) + 4
    for name, text in rows:
        first, indent = f"  {name}", " " * column
        if cells(first) > column - 2:
            lines.append(first)
            first = ""
        first += " " * (column - cells(first))
        lines += fold(text, room, first, indent)
    return lines
