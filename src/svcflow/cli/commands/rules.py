"""``svcflow rules``."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from svcflow.cli.options import Color, Lang
from svcflow.cli.terminal import color_wanted, emit, width
from svcflow.cli.words import _

__all__ = ["HELP", "run"]

HELP = _("List the rules.")


def run(
    profile: Annotated[
        str | None, typer.Option(metavar="PROFILE", help=_("Only what this profile asks for."))
    ] = None,
    family: Annotated[
        str | None,
        typer.Option(metavar="FAMILY", help=_("Only one family of rules, such as timing.")),
    ] = None,
    format: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help=_("text or json."))
    ] = "text",
    lang: Lang = None,
    color: Color = None,
) -> None:
    """Print the table of rules."""
    from svcflow import api

    emit(
        api.rules_report(
            api.rules(profile=profile, family=family),
            format,
            language=api.message_language(lang),
            color=color_wanted(color, sys.stdout),
            width=width(sys.stdout),
        ),
        color=True,
    )
