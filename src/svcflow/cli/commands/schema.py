"""``svcflow schema``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from svcflow.cli.options import Force, Lang
from svcflow.cli.targets import say_written
from svcflow.cli.terminal import emit
from svcflow.cli.words import _
from svcflow.cli.write import write_files

__all__ = ["HELP", "run"]

HELP = _(
    "Give the JSON Schemas that editors complete and check with."
    "\n\n"
    "One kind goes to the standard output; with a folder, all kinds, or the one named, are written into it."
)


def run(
    kind: Annotated[
        str | None,
        typer.Argument(metavar="KIND", help=_("process, catalog or workspace."), show_default=False),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FOLDER", help=_("The folder to write into."))
    ] = None,
    force: Force = False,
    lang: Lang = None,
) -> None:
    """Print a schema, or write schemas into a folder."""
    from svcflow import api
    from svcflow.i18n import msg

    if kind is None and output is None:
        raise api.CannotDo(
            msg("which schema: process, catalog or workspace?"),
            msg("`svcflow schema process` prints one, `svcflow schema -o FOLDER` writes all of them"),
        )
    wanted = api.schemas(kind)
    texts = {name: json.dumps(schema, ensure_ascii=False, indent=2) + "\n" for name, schema in wanted.items()}
    if output is None:
        emit("".join(texts.values()))
    else:
        files = {output / f"{name}.schema.json": text for name, text in texts.items()}
        write_files(files, force=force)
        say_written(files, api.message_language(lang))
