"""The program: its commands, found when they are called, and its exit codes."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from keyword import iskeyword
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from svcflow import __version__
from svcflow.cli.errors import guarded
from svcflow.cli.help import Command, help_text
from svcflow.cli.options import Lang
from svcflow.cli.terminal import emit
from svcflow.cli.words import _, with_language_behind

__all__ = ["COMMANDS", "Program", "app"]

COMMANDS = {
    "lint": _("Check processes: roles, handoffs, times, soundness."),
    "render": _("Draw processes: flowcharts, swimlanes, blueprints, journeys, matrices, …"),
    "sop": _("Publish processes as standard operating procedures."),
    "site": _("Publish a workspace as a web site that works from a file share."),
    "analyze": _("Analyse processes: RACI, handoffs, time budget, touchpoints, risks, …"),
    "status": _("Show where processes stand: approvals, reviews, findings, profiles passed."),
    "approve": _("Sign a process, with a digest of what was signed."),
    "export": _("Give processes to other programs: BPMN 2.0."),
    "import": _("Make processes of files of other programs: BPMN 2.0, workbooks, …"),
    "init": _("Make a workspace to start from."),
    "rules": _("List the rules."),
    "explain": _("Explain a rule: why it matters, a bad and a good example."),
    "schema": _("Give the JSON Schemas that editors complete and check with."),
}
"""The commands in their order; each is the module of this name in `svcflow.cli.commands`, with ``run`` and ``HELP``."""


class Program(TyperGroup):
    """The group of all commands; a command's module is imported when it is called."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        """Return the names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        """Return a command; raises `CannotDo` when there is none of this name."""
        if cmd_name not in COMMANDS:
            raise _no_command(cmd_name)
        # `import` is a word of Python; its module has an underscore behind it.
        module = import_module(f"svcflow.cli.commands.{cmd_name}{'_' * iskeyword(cmd_name)}")
        single = typer.Typer(rich_markup_mode=None, add_completion=False)
        single.command(cmd_name, cls=Command, help=module.HELP)(module.run)
        return get_command(single)

    def get_help(self, ctx: Any) -> str:
        """Return the help text of the program."""
        return help_text(self, ctx, COMMANDS.items())

    def main(self, args: Sequence[str] | None = None, *positional: Any, **extra: Any) -> Any:
        """Run a command line and exit with its code."""
        arguments = with_language_behind(list(sys.argv[1:] if args is None else args))
        extra |= {"standalone_mode": False, "obj": arguments}
        sys.exit(guarded(lambda: super(Program, self).main(arguments, *positional, **extra), arguments))


def _no_command(name: str) -> Exception:
    from svcflow.finding import CannotDo
    from svcflow.i18n import msg
    from svcflow.text.nearest import nearest

    guess = nearest(name, COMMANDS)
    help = msg("there are: {names}", names=tuple(COMMANDS))
    if guess:
        return CannotDo(
            msg("there is no command `{name}`; did you mean `{guess}`?", name=name, guess=guess), help
        )
    return CannotDo(msg("there is no command `{name}`", name=name), help)


app = typer.Typer(
    cls=Program, rich_markup_mode=None, no_args_is_help=True, pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)  # fmt: skip


def _version(wanted: bool) -> None:
    if wanted:
        emit(f"svcflow {__version__}\n")
        raise typer.Exit


@app.callback(
    help=_(
        "Service processes written once, as YAML: checked, drawn and published from there."
        "\n\n"
        "Exit codes: 0 nothing at or above the failing level; 1 findings; 2 what was asked for could not be done; "
        "3 svcflow itself failed."
    )
)
def _root(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help=_("Show the version and exit.")),
    ] = False,
    debug: Annotated[
        bool, typer.Option("--debug", help=_("Show a traceback when svcflow itself fails."))
    ] = False,
    lang: Lang = None,
) -> None:
    """Take the options that stand before the command; its language has been given to the command already."""
