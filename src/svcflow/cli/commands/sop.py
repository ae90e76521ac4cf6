"""``svcflow sop``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from svcflow.cli.options import Force, Lang, Output, ProcessOrHere
from svcflow.cli.targets import deliver, format_of, is_folder, placed_files
from svcflow.cli.words import _
from svcflow.finding import CannotDo
from svcflow.i18n import msg

if TYPE_CHECKING:
    from svcflow.api import Order

__all__ = ["HELP", "run"]

HELP = _(
    "Publish processes as documents: procedures, quick cards, role manuals, registers, release notes."
    "\n\n"
    "Without an output, the document is written into the current folder, under the process's id."
)
_Kind = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        "-k",
        metavar="KIND",
        help=_(
            "sop, quick-card, role-manual, training-plan, checklist, handoff-agreement, quality-report, "
            "risk-register or release-note; may be repeated; left out: sop."
        ),
    ),
]
_Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help=_("md, html, pdf, docx or xlsx; left out: as the output is named, else html."),
    ),
]
_Standard = Annotated[
    str,
    typer.Option(
        "--pdf-standard",
        metavar="NAME",
        help=_("What a PDF shall keep: a-2b for archives, ua-1 for access, and others."),
        show_default=False,
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
        metavar="FILE|REVISION",
        help=_("The version before, for a release note: a file, or a git revision."),
    ),
]
_All = Annotated[
    bool,
    typer.Option(
        "--all", help=_("Make all documents of a folder, into a folder; only what changed is made again.")
    ),
]
_Jobs = Annotated[
    int, typer.Option("--jobs", "-j", metavar="N", min=1, help=_("With --all: how many work side by side."))
]
_Check = Annotated[
    bool,
    typer.Option(
        "--check", help=_("Write nothing; exit with 1 when a document is not what the process says now.")
    ),
]
_List = Annotated[bool, typer.Option("--list-templates", help=_("Name the templates of documents."))]
_Eject = Annotated[
    str | None,
    typer.Option(
        "--eject", metavar="NAME", help=_("Write a template into the workspace's folder, to make it yours.")
    ),
]


def run(  # noqa: PLR0913, PLR0917 -- one parameter an option
    path: ProcessOrHere = Path(),
    kind: _Kind = None,
    format: _Format = None,
    output: Output = None,
    gaps: _Gaps = False,
    role: _Role = None,
    between: _Between = None,
    against: _Against = None,
    pdf_standard: _Standard = "",
    everything: _All = False,
    jobs: _Jobs = 1,
    check: _Check = False,
    list_templates: _List = False,
    eject: _Eject = None,
    force: Force = False,
    lang: Lang = None,
) -> int:
    """Publish, and say where the documents are."""
    from svcflow import api
    from svcflow.cli import document_runs

    language = api.message_language(lang, path)
    if list_templates:
        document_runs.list_templates(path, language)
        return 0
    if eject is not None:
        document_runs.eject_template(path, eject, language)
        return 0
    if jobs > 1 and not everything:
        raise CannotDo(msg("`--jobs` counts for `--all` only"), msg("leave it out, or add `--all`"))
    several = everything or is_folder(path) or len(set(kind or ())) > 1
    form = format_of(format, output, api.DOCUMENT_FORMATS, "html", into_folder=several)
    order = api.Order(
        format=form,
        language=lang,
        pictures=form != "md" or output != "-",
        standard=pdf_standard,
        gaps=gaps,
        role=role,
        between=between,
        against=against,
    )
    if everything:
        return document_runs.build(
            path, order, output, kind or (), jobs, language=language, compare=check, force=force
        )
    return _publish(path, order, kind or ["sop"], output, check=check, force=force, language=language)


def _publish(
    path: Path, order: Order, kinds: list[str], output: str | None, *, check: bool, force: bool, language: str
) -> int:
    from dataclasses import replace

    from svcflow import api
    from svcflow.cli import document_runs

    if check and output == "-":
        raise CannotDo(
            msg("the standard output holds no document to compare with"),
            msg("name the file or folder that holds it"),
        )
    made = [one for kind in dict.fromkeys(kinds) for one in api.publish(path, replace(order, kind=kind))]
    several = is_folder(path) or len(made) > 1
    if not made:
        raise CannotDo(
            msg("no document of this kind can be made: {kinds}", kinds=tuple(kinds)),
            msg(
                "nobody works in the process, or nothing is handed over between departments: see `svcflow analyze`"
            ),
        )
    if check:
        return document_runs.check(placed_files(made, output, into_folder=several), language)
    deliver(made, output, into_folder=several, force=force, language=language)
    return 0
