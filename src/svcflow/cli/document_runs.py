"""What ``svcflow sop`` does besides publishing: lists and ejects templates, builds a workspace, compares."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from svcflow.cli.errors import FINDINGS
from svcflow.cli.hand_edits import readable, refuse_hand_edits
from svcflow.cli.targets import placed_files, say_written
from svcflow.cli.terminal import emit, say, show_progress
from svcflow.cli.write import write_files
from svcflow.finding import CannotDo
from svcflow.i18n import msg, translator

if TYPE_CHECKING:
    from svcflow.api import Built, Drift, Order

__all__ = ["build", "check", "eject_template", "list_templates"]

_FOLDER = "documents"


def list_templates(path: Path, language: str) -> None:
    """Name the templates, those of the workspace with their files."""
    from svcflow import api

    for template in api.templates(path):
        own = f"  {template.own}" if template.own else ""
        emit(f"{template.name}{own}\n")
    say(
        msg("`--eject NAME` writes svcflow's own into the workspace's folder, to start from."),
        language,
        error=True,
    )


def eject_template(path: Path, name: str, language: str) -> None:
    """Write one of our templates into the workspace's folder; never over a file."""
    from svcflow import api

    place, text = api.eject(path, name)
    write_files({place: text})
    say_written([place], language)


def build(  # noqa: PLR0913 -- as many as the command has options for it
    path: Path,
    order: Order,
    output: str | None,
    kinds: Sequence[str],
    jobs: int,
    *,
    language: str,
    compare: bool,
    force: bool,
) -> int:
    """Make all documents of a folder, or compare them with those that are there; return the exit code."""
    from svcflow import api

    if output == "-":
        raise CannotDo(
            msg("all documents do not fit into the standard output"), msg("name a folder to write to")
        )
    folder = Path(output or _FOLDER)
    built = api.build_all(
        path, order, folder, kinds=kinds, jobs=jobs, progress=_progress(language), afresh=compare
    )
    files = placed_files(built.made, str(folder), into_folder=True)
    if compare:
        return _compared(api.drifted(files), built.orphans, len(files), language)
    if not force:
        refuse_hand_edits(files)
    write_files({**files, folder / api.MANIFEST: built.manifest}, force=force)
    _tell(built, folder, language)
    return 0


def check(files: Mapping[Path, bytes], language: str) -> int:
    """Compare documents with those that are there; return the exit code."""
    from svcflow import api

    return _compared(api.drifted(files), (), len(files), language)


def _compared(drifts: list[Drift], orphans: Sequence[str], count: int, language: str) -> int:
    words = {
        "missing": msg("missing"),
        "changed": msg("not what the process says now"),
        "edited": msg("edited by hand since svcflow wrote it"),
    }
    translate = translator(language)
    for drift in drifts:
        emit(f"{drift.path}: {words[drift.kind].render(translate)}\n")
        emit(readable(drift.diff))
    for name in orphans:
        emit(f"{name}: {msg('nothing makes this any more').render(translate)}\n")
    wrong = len(drifts) + len(orphans)
    if not wrong:
        say(msg("Documents: {count} say what the processes say.", count=count), language)
        return 0
    say(
        msg("Documents: {wrong} of {count} do not say what the processes say.", wrong=wrong, count=count),
        language,
    )
    return FINDINGS


def _progress(language: str) -> Callable[[int, int], None]:
    """Return what shows how far it is."""

    def show(done: int, count: int) -> None:
        message = msg("Documents: {done} of {count}", done=done, count=count)
        show_progress(message, language, last=done == count)

    return show


def _tell(built: Built, folder: Path, language: str) -> None:
    made = sum(1 + len(one.beside) for one in built.made)
    say(
        msg(
            "Documents in {folder}: {made} written, {kept} as before.",
            folder=str(folder),
            made=made,
            kept=built.kept,
        ),
        language,
    )
    if built.orphans:
        say(msg("Nothing makes these any more: {paths}", paths=built.orphans), language, error=True)
