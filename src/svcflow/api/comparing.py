"""Two versions of a process in one picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from svcflow.api.against import version_before
from svcflow.api.processes import Opened, processes_of
from svcflow.finding import CannotDo
from svcflow.i18n import msg
from svcflow.load.files import head, process_id
from svcflow.views.compare import compare

if TYPE_CHECKING:
    from svcflow.views.diagram import Diagram

__all__ = ["compared"]


def compared(one: Opened, against: str | None, language: str | None) -> Diagram:
    """Return a process below an earlier version: ``against`` is a file or a git revision, else its baseline counts.

    Raises `CannotDo` when there is nothing to compare with.
    """
    return compare(version_before(one, against or _baseline(one)), one.context, language)


def _baseline(one: Opened) -> str:
    """Return the file of the process that this one improves on."""
    wanted = one.context.process.baseline
    if wanted is None:
        raise CannotDo(
            msg("there is nothing to compare ‘{name}’ with", name=one.context.text(one.context.process.name)),
            msg("name a file or a git revision with `--against`, or write `baseline: ID` into the process"),
        )
    for file in processes_of(one.workspace, one.workspace.root):
        if process_id(head(file)) == wanted:
            return str(file)
    raise CannotDo(
        msg("the baseline `{id}` is no process of this workspace", id=wanted),
        msg("name a file or a git revision with `--against`"),
    )
