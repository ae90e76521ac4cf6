"""``svcflow sop``."""

from __future__ import annotations

from typing import Annotated

import typer

from svcflow.cli.options import Force, Lang, Output, Process
from svcflow.cli.targets import deliver, format_of
from svcflow.cli.words import _

__all__ = ["HELP", "run"]

HELP = _(
    "Publish processes as documents: procedures, quick cards, role manuals, registers, release notes."
    "\n\n"
    "Without an output, the document is written into the current folder, under the process's id."
)
_Kind = Annotated[
    str,
    typer.Option(
        "--kind",
        "-k",
        metavar="KIND",
        help=_(
            "sop, quick-card, role-manual, training-plan, checklist, handoff-agreement, quality-report, "
            "risk-register or release-note."
        ),
    ),
]
_Format = Annotated[
    str | None,
    typer.Option(
        "--format", "-f", metavar="FORMAT", help=_("md, html, pdf, docx or xlsx; left out: as the output is named.")
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
_Gaps = Annotated[bool, typer.Option("--gaps", help=_("Show what a procedure lacks as places to fill in."))]
_Role = Annotated[
    str | None,
    typer.Option("--role", metavar="ROLE", help=_("The role a manual or a card is for, by its id.")),
]
_Between = Annotated[
    tuple[str, str] | None,
    typer.Option(
        "--between", metavar="ONE OTHER", help=_("The two departments or roles of a handoff agreement.")
    ),
]
_Against = Annotated[
    str | None,
    typer.Option(
        "--against",
        metavar="FILE",
        help=_("The version before, for a release note: a file, or a git revision."),
    ),
]


def run(  # noqa: PLR0913, PLR0917 -- one parameter an option
    path: Process,
    kind: _Kind = "sop",
    format: _Format = None,
    output: Output = None,
    gaps: _Gaps = False,
    role: _Role = None,
    between: _Between = None,
    against: _Against = None,
    pdf_standard: _Standard = "",
    force: Force = False,
    lang: Lang = None,
) -> None:
    """Publish, and say where the documents are."""
    from svcflow import api

    form = format_of(format, output, api.DOCUMENT_FORMATS, "html")
    order = api.Order(
        kind=kind,
        format=form,
        language=lang,
        pictures=form != "md" or output != "-",
        standard=pdf_standard,
        gaps=gaps,
        role=role,
        between=between,
        against=against,
    )
    made = list(api.publish(path, order))
    several = path.is_dir() or len(made) > 1
    deliver(made, output, into_folder=several, force=force, language=api.message_language(lang, path))
