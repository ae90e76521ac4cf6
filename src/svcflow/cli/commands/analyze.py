"""``svcflow analyze``."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from svcflow.cli.options import AnalysisFormat, Force, Lang, Output, Process
from svcflow.cli.targets import deliver, format_of
from svcflow.cli.terminal import width
from svcflow.cli.words import _

__all__ = ["HELP", "run"]

HELP = _(
    "Analyse a process: RACI, handoffs, time budget, touchpoints, coverage, risks, training, registers."
    "\n\n"
    "Of a folder: who works in what, which handoffs recur, which steps stand in several processes."
)
_Only = Annotated[
    list[str] | None,
    typer.Option("--only", metavar="ANALYSIS", help=_("Only this analysis, such as raci; may be repeated.")),
]


def run(
    path: Process,
    only: _Only = None,
    format: AnalysisFormat = None,
    output: Output = "-",
    force: Force = False,
    lang: Lang = None,
) -> None:
    """Analyse, and print or write the analyses."""
    from svcflow import api

    form = format_of(format, output, api.ANALYSIS_FORMATS, "text")
    made = api.analyze(path, only or (), form, language=lang, width=width(sys.stdout))
    deliver([made], output, into_folder=False, force=force, language=api.message_language(lang, path))
