"""``svcflow lint``."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from svcflow.cli.errors import FINDINGS
from svcflow.cli.options import Color, Force, Lang, Output, Paths
from svcflow.cli.terminal import color_wanted, emit, width
from svcflow.cli.words import _
from svcflow.cli.write import write_files

if TYPE_CHECKING:
    from svcflow.api import LintResult, Severity

__all__ = ["HELP", "run"]

HELP = _(
    "Check processes: roles, handoffs, times, soundness."
    "\n\n"
    "Exits with 1 when there is a finding at or above the failing level, and with 2 when something could not be done, "
    "for instance when there is nothing to check."
)
_Format = Annotated[
    str,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help=_("text, concise, json, sarif, github, gitlab, junit or statistics."),
    ),
]
_Select = Annotated[
    list[str] | None,
    typer.Option(metavar="RULES", help=_("Run only these rules: codes, names or families.")),
]
_Ignore = Annotated[
    list[str] | None,
    typer.Option(metavar="RULES", help=_("Leave out these rules: codes, names or families.")),
]
_Profile = Annotated[
    str | None,
    typer.Option(metavar="PROFILE", help=_("How much is asked: starter, standard, strict or audit.")),
]
_FailOn = Annotated[
    str | None,
    typer.Option(metavar="SEVERITY", help=_("The mildest severity that fails: error, warning or info.")),
]
_Fix = Annotated[bool, typer.Option("--fix", help=_("Repair what can be repaired safely."))]
_Diff = Annotated[bool, typer.Option("--diff", help=_("Show what --fix would change, and change nothing."))]
_Jobs = Annotated[
    int,
    typer.Option(
        "--jobs", "-j", metavar="N", min=0, help=_("How many work side by side; 0: as many as pay.")
    ),
]
_Quiet = Annotated[bool, typer.Option("--quiet", "-q", help=_("Findings only, no summary."))]
_Statistics = Annotated[bool, typer.Option("--statistics", help=_("How often each rule found something."))]


def run(  # noqa: PLR0913, PLR0917 -- one parameter an option
    paths: Paths = None,
    format: _Format = "text",
    select: _Select = None,
    ignore: _Ignore = None,
    profile: _Profile = None,
    fail_on: _FailOn = None,
    fix: _Fix = False,
    diff: _Diff = False,
    quiet: _Quiet = False,
    statistics: _Statistics = False,
    jobs: _Jobs = 0,
    output: Output = None,
    force: Force = False,
    lang: Lang = None,
    color: Color = None,
) -> int:
    """Lint, report, and return the exit code."""
    from svcflow import api

    failing = _severity(fail_on)
    places = paths or []

    def check() -> LintResult:
        return api.lint(places, profile=profile, select=_names(select), ignore=_names(ignore), jobs=jobs)

    gc.disable()  # what lint makes has no cycles; looking for some takes a second for thousands of files
    result = check()
    if diff:
        return _preview(result)
    if fix and _repair(result):
        result = check()
    to_file = output not in {None, "-"}
    text = api.report(
        result,
        "statistics" if statistics else format,
        language=api.message_language(lang, next(iter(places), None)),
        color=not to_file and color_wanted(color, sys.stdout),
        width=width(sys.stdout),
        quiet=quiet,
    )
    if output is None or not to_file:
        emit(text, color=True)
        if format == "text" and not (quiet or statistics):
            _ladder(result, places, lang)
    else:
        write_files({Path(output): text}, force=force)
    return FINDINGS if result.fails(failing) else 0


def _ladder(result: LintResult, places: list[Path], lang: str | None) -> None:
    """Say which profiles are passed, and what the next one asks."""
    from svcflow import api
    from svcflow.i18n import translator

    message = api.ladder(result, places)
    if message is not None:
        emit(message.render(translator(api.message_language(lang, next(iter(places), None)))) + "\n")


def _names(given: Iterable[str] | None) -> list[str]:
    """Return the rules that were named, with commas or option by option."""
    return [name for names in given or () for name in names.split(",") if name.strip()]


def _severity(name: str | None) -> Severity | None:
    from svcflow import api

    return api.find_severity(name) if name is not None else None


def _preview(result: LintResult) -> int:
    from svcflow import api

    changes = "".join(repair.diff() for repair in api.repairs(result))
    emit(changes)
    return FINDINGS if changes else 0


def _repair(result: LintResult) -> bool:
    """Write the repaired files; tell whether there were any."""
    from svcflow import api

    changed = {Path(repair.path): repair.after for repair in api.repairs(result)}
    write_files(changed, force=True)  # asked for with --fix
    return bool(changed)
