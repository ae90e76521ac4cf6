"""``svcflow site``."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from svcflow.cli.days import day_of
from svcflow.cli.options import Force
from svcflow.cli.terminal import say, show_progress
from svcflow.cli.words import _
from svcflow.finding import CannotDo
from svcflow.i18n import msg
from svcflow.i18n.reasons import reason_of

if TYPE_CHECKING:
    from svcflow.api import SitePart

__all__ = ["HELP", "run"]

HELP = _(
    "Publish a workspace as a web site of plain files: landscape, pictures, procedures, roles, registers, search."
    "\n\n"
    "It works from a file share. Only what changed is made again."
)
_Path = Annotated[
    Path, typer.Argument(metavar="PATH", help=_("A folder of processes; left out: here."), show_default=False)
]
_Folder = Annotated[
    Path,
    typer.Option("--output", "-o", metavar="FOLDER", help=_("A new folder, or that of the site before.")),
]
_Jobs = Annotated[
    int, typer.Option("--jobs", "-j", metavar="N", min=1, help=_("How many processes work side by side."))
]
_Langs = Annotated[
    list[str] | None,
    typer.Option(
        "--lang",
        metavar="LANGUAGE",
        help=_("A language of the pages, several times for several; left out: all in use."),
    ),
]
_Today = Annotated[
    str | None,
    typer.Option(
        "--today", metavar="DAY", help=_("The day by which the calendar tells what is overdue, YYYY-MM-DD.")
    ),
]
_All = Annotated[bool, typer.Option("--all", help=_("Make every page again."))]


def run(
    path: _Path = Path(),
    output: _Folder = Path("site"),
    jobs: _Jobs = 1,
    lang: _Langs = None,
    today: _Today = None,
    everything: _All = False,
    force: Force = False,
) -> None:
    """Make the site, write it part by part, and say where it is."""
    from svcflow import api

    language = api.message_language(lang[0] if lang else None, path)
    part = None
    for part in api.site(
        path, output, languages=lang or (), jobs=jobs, today=day_of(today), afresh=everything
    ):
        _write(part, output, force=force)
        _progress(part, language)
    if part is not None:
        _remove(output, part.stale)
        say(
            msg(
                "Site in {folder}: processes made: {made}, as before: {kept}.",
                folder=str(output),
                made=part.made,
                kept=part.kept,
            ),
            language,
        )
        say(msg("Open {page}", page=str(output / "index.html")), language)


def _write(part: SitePart, folder: Path, *, force: bool) -> None:
    """Write files; those that svcflow wrote before are written over."""
    from svcflow.cli.write import write_files

    write_files(
        {folder / name: data for name, data in part.files.items() if name not in part.known}, force=force
    )
    write_files({folder / name: data for name, data in part.files.items() if name in part.known}, force=True)


def _remove(folder: Path, names: Iterable[str]) -> None:
    """Remove pages of the site before that are none of this one, and folders that are empty then."""
    for name in names:
        place = folder / name
        if not place.resolve().is_relative_to(folder.resolve()):
            continue
        try:
            place.unlink(missing_ok=True)
            for above in place.relative_to(folder).parents:
                if above.name and not any((folder / above).iterdir()):
                    (folder / above).rmdir()
        except OSError as error:
            raise CannotDo(
                msg("{path} cannot be removed: {reason}", path=str(place), reason=reason_of(error))
            ) from None


def _progress(part: SitePart, language: str) -> None:
    if part.made:
        message = msg("Processes: {done} of {count}", done=part.made, count=part.to_make)
        show_progress(message, language, last=part.made == part.to_make and part.stale is not None)
