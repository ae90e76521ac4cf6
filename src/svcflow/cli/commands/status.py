"""``svcflow status``."""

from __future__ import annotations

import sys
from pathlib import Path

from svcflow.cli.options import AnalysisFormat, Force, Lang, Output, ProcessOrHere
from svcflow.cli.targets import deliver, format_of
from svcflow.cli.terminal import width
from svcflow.cli.words import _

__all__ = ["HELP", "run"]

HELP = _(
    "Show where processes stand: version and state, who approved what, reviews due, open findings."
    "\n\n"
    "It also tells the strictest profile that each process passes, and what the next one asks."
)


def run(
    path: ProcessOrHere = Path(),
    format: AnalysisFormat = None,
    output: Output = "-",
    force: Force = False,
    lang: Lang = None,
) -> None:
    """Print or write the standing of the processes."""
    from svcflow import api

    form = format_of(format, output, api.ANALYSIS_FORMATS, "text")
    made = api.status(path, form, language=lang, width=width(sys.stdout))
    deliver([made], output, into_folder=False, force=force, language=api.message_language(lang, path))
