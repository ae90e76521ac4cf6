"""``svcflow export``."""

from __future__ import annotations

from typing import Annotated

import typer

from svcflow.cli.options import Force, Lang, Output, Process
from svcflow.cli.targets import deliver, format_of, is_folder
from svcflow.cli.words import _

__all__ = ["HELP", "run"]

HELP = _(
    "Give processes to other programs."
    "\n\n"
    "bpmn: BPMN 2.0 with its drawing, for Camunda, Signavio, bpmn.io and all others that read it."
    "\n\n"
    "xlsx: a workbook to fill in and to import again; csv: its steps; mermaid: a flowchart as text."
)
_Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help=_("bpmn, xlsx, csv or mermaid; left out: as the output is named, else bpmn."),
    ),
]


def run(
    path: Process, format: _Format = None, output: Output = None, force: Force = False, lang: Lang = None
) -> None:
    """Export, and say where the files are."""
    from svcflow import api

    form = format_of(format, output, api.EXPORT_FORMATS, "bpmn", into_folder=is_folder(path))
    made = list(api.export(path, form, language=lang))
    deliver(made, output, into_folder=is_folder(path), force=force, language=api.message_language(lang, path))
