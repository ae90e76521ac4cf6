"""``svcflow approve``."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from svcflow.cli.options import Lang
from svcflow.cli.terminal import emit
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
    from svcflow.i18n import msg, translator

    signed = api.approve(path, kind, role=role, by=by, on=_day(on))
    if diff:
        emit(signed.diff())
        return
    write_files({path: signed.after}, force=True)  # its owner asked for it
    message = msg("Signed as {kind}: {path}", kind=kind, path=str(path))
    emit(message.render(translator(api.message_language(lang, path))) + "\n")


def _day(text: str | None) -> dt.date | None:
    from svcflow.finding import CannotDo
    from svcflow.i18n import msg

    if text is None:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise CannotDo(
            msg("`{value}` is no day", value=text), msg("write year-month-day, such as 2026-12-31")
        ) from None
