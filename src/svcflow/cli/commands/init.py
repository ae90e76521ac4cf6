"""``svcflow init``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from svcflow.cli.options import Lang
from svcflow.cli.targets import say_written
from svcflow.cli.terminal import say
from svcflow.cli.words import _
from svcflow.cli.write import write_files

__all__ = ["HELP", "run"]

HELP = _(
    "Make a workspace to start from."
    "\n\n"
    "It has a workspace file, a catalogue, a process and an example for a CI server, all with comments. Files that are "
    "there already are never written over."
    "\n\n"
    "With `--xlsx`, a workbook to fill in is written instead, for people who will not write YAML; "
    "`svcflow import` makes a process of it."
)


def run(
    folder: Annotated[
        Path,
        typer.Argument(metavar="FOLDER", help=_("Where to make it; left out: here."), show_default=False),
    ] = Path(),
    xlsx: Annotated[
        Path | None,
        typer.Option(
            "--xlsx", metavar="FILE", help=_("Write a workbook to fill in instead."), show_default=False
        ),
    ] = None,
    lang: Lang = None,
) -> None:
    """Write the starter workspace."""
    from svcflow import api
    from svcflow.i18n import msg

    language = api.message_language(lang, folder)
    if xlsx is not None:
        _write_workbook(xlsx, language)
        return
    files = {folder / path: text for path, text in api.starter(language).items()}
    existing = tuple(str(path) for path in files if path.exists())
    if existing:
        raise api.CannotDo(
            msg("these files exist already: {paths}", paths=existing),
            msg("choose an empty folder: `svcflow init FOLDER`"),
        )
    write_files(files)
    say_written(files, language)
    say(msg("Next: `svcflow lint {folder}`", folder=str(folder)), language)


def _write_workbook(file: Path, language: str) -> None:
    from svcflow import api
    from svcflow.i18n import msg

    if file.suffix.lower() != ".xlsx":
        raise api.CannotDo(
            msg("{path} is no name of a workbook", path=str(file)), msg("give it a name that ends in .xlsx")
        )
    if file.exists():
        raise api.CannotDo(
            msg("these files exist already: {paths}", paths=(str(file),)), msg("choose another name")
        )
    write_files({file: api.spreadsheet_template(language).data})
    say_written([file], language)
    say(msg("Fill it in, then: `svcflow import {file}`", file=str(file)), language)
