"""``svcflow explain``."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from svcflow.cli.options import Color, Lang
from svcflow.cli.terminal import color_wanted, emit, width
from svcflow.cli.words import _

__all__ = ["HELP", "run"]

HELP = _("Explain a rule: why it matters, a bad and a good example.")
_WIDEST = 100


def run(
    rule: Annotated[
        str, typer.Argument(metavar="RULE", help=_("The name or code of a rule."), show_default=False)
    ],
    format: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help=_("text or json."))
    ] = "text",
    lang: Lang = None,
    color: Color = None,
) -> None:
    """Print the card of a rule."""
    from svcflow import api

    emit(
        api.card_report(
            api.explain(rule),
            format,
            language=api.message_language(lang),
            color=color_wanted(color, sys.stdout),
            width=min(width(sys.stdout), _WIDEST),
        ),
        color=True,
    )
