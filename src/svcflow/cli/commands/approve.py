"""``svcflow approve``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from svcflow.cli.days import day_of
from svcflow.cli.options import Lang
from svcflow.cli.terminal import emit, say
from svcflow.cli.words import _
from svcflow.cli.write import write_files

__all__ = ["HELP", "run"]

HELP = _(
    "Sign a process: write who signed what on which day, and a digest of its meaning, into the file."
    "\n\n"
    "When the meaning changes afterwards, the rule approval-stale says so, and which parts changed."
)
_Path = Annotated[Path, typer.Argument(metavar="PATH", help=_("A process."), show_default=False)]
_As = Annotated[str, typer.Option("--as", metavar="SIGNATURE", help=_("prepared, reviewed or approved."))]
_Role = Annotated[
    str | None, typer.Option(metavar="ROLE", help=_("The id of the role in which it is signed."))
]
_By = Annotated[str, typer.Option(metavar="NAME", help=_("Who signs."))]
_On = Annotated[str | None, typer.Option(metavar="DAY", help=_("The day, as 2026-12-31; left out: today."))]
_Diff = Annotated[bool, typer.Option("--diff", help=_("Show what would be written, and write nothing."))]


def run(
    path: _Path,
    kind: _As,
    by: _By,
    role: _Role = None,
    on: _On = None,
    diff: _Diff = False,
    lang: Lang = None,
) -> None:
    """Sign, and say where it stands."""
    from svcflow import api
    from svcflow.i18n import msg

    signed = api.approve(path, kind, role=role, by=by, on=day_of(on))
    if diff:
        emit(signed.diff())
        return
    write_files({path: signed.after}, force=True)  # its owner asked for it
    say(msg("Signed as {kind}: {path}", kind=kind, path=str(path)), api.message_language(lang, path))
