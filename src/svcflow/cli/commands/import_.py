"""``svcflow import``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from svcflow.cli.options import Color, Force, Lang
from svcflow.cli.targets import deliver
from svcflow.cli.terminal import color_wanted, emit, width
from svcflow.cli.words import _

__all__ = ["HELP", "run"]

HELP = _(
    "Make processes of files of other programs: BPMN 2.0, workbooks, CSV, Mermaid flowcharts, Word and Markdown "
    "procedures."
    "\n\n"
    "One YAML file is written for each process, and a catalogue where they share documents or systems. What the format "
    "cannot say is told, and kept under `x-` keys where it has a place."
)
_Paths = Annotated[
    list[Path],
    typer.Argument(metavar="PATH", help=_("Files, or folders with such files."), show_default=False),
]
_Output = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FOLDER",
        help=_("The folder to write to, left out: here; - is the standard output."),
    ),
]


def run(
    paths: _Paths,
    output: _Output = None,
    force: Force = False,
    lang: Lang = None,
    color: Color = None,
) -> None:
    """Import, write, and tell what was lost."""
    from svcflow import api

    language = api.message_language(lang, paths[0])
    imported = api.import_files(paths, language=lang and language)
    deliver(imported.files, output, into_folder=True, force=force, language=language)
    if imported.result.findings:
        text = api.report(
            imported.result,
            "text",
            language=language,
            color=color_wanted(color, sys.stderr),
            width=width(sys.stderr),
            quiet=True,
        )
        emit(text, error=True, color=True)
