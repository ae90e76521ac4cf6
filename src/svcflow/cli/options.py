"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from svcflow.cli.words import _

__all__ = ["AnalysisFormat", "Color", "Force", "Lang", "Output", "Paths", "Process", "ProcessOrHere"]

Paths = Annotated[
    list[Path] | None,
    typer.Argument(metavar="PATH", help=_("Files or folders; left out: the workspace."), show_default=False),
]
Process = Annotated[
    Path,
    typer.Argument(metavar="PATH", help=_("A process, or a folder of processes."), show_default=False),
]
ProcessOrHere = Annotated[
    Path,
    typer.Argument(
        metavar="PATH", help=_("A process, or a folder of processes; left out: here."), show_default=False
    ),
]
AnalysisFormat = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help=_("text, json, md, html or xlsx; left out: as the output is named, else text."),
    ),
]
Lang = Annotated[
    str | None, typer.Option("--lang", metavar="LANGUAGE", help=_("Language: en, zh-Hans or zh-Hant."))
]
Color = Annotated[
    bool | None, typer.Option("--color/--no-color", help=_("Colours, or none; left out: on a terminal."))
]
Force = Annotated[bool, typer.Option("--force", help=_("Write over files that svcflow did not write."))]
Output = Annotated[
    str | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help=_("A file or folder to write to; - is the standard output.")
    ),
]
