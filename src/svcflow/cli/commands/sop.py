"""``svcflow sop``."""

from __future__ import annotations

from typing import Annotated

import typer

from svcflow.cli.options import Force, Lang, Output, Process
from svcflow.cli.targets import deliver, format_of
from svcflow.cli.words import _

__all__ = ["HELP", "run"]

HELP = _(
    "Publish processes as standard operating procedures."
    "\n\n"
    "Without an output, the document is written into the current folder, under the process's id."
)
_Format = Annotated[
    str | None,
    typer.Option(
        "--format", "-f", metavar="FORMAT", help=_("md, html, pdf or docx; left out: as the output is named.")
    ),
]
_Standard = Annotated[
    str,
    typer.Option(
        "--pdf-standard",
        metavar="NAME",
        help=_("What a PDF shall keep: a-2b for archives, ua-1 for access, and others."),
    ),
]


def run(
    path: Process,
    format: _Format = None,
    output: Output = None,
    pdf_standard: _Standard = "",
    force: Force = False,
    lang: Lang = None,
) -> None:
    """Publish, and say where the documents are."""
    from svcflow import api

    form = format_of(format, output, api.DOCUMENT_FORMATS, "html")
    pictures = form != "md" or output != "-"
    made = list(api.sop(path, form, language=lang, pictures=pictures, standard=pdf_standard))
    language = api.message_language(lang, path)
    deliver(made, output, into_folder=path.is_dir(), force=force, language=language)
