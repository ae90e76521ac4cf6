"""Reading processes for pictures and documents."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from svcflow.analyzers.context import ProcessContext
from svcflow.finding import CannotDo, Finding
from svcflow.i18n import msg
from svcflow.load import Workspace, open_workspace
from svcflow.load.endings import is_foreign
from svcflow.load.files import WORKSPACE_FILE, FileKind, head, kind_of, real, shown_path
from svcflow.load.foreign import read_foreign

__all__ = ["Opened", "load_process", "open_processes", "processes_of"]


@dataclass(frozen=True, slots=True)
class Opened:
    """A process that was read, its file, and its workspace."""

    context: ProcessContext
    file: Path
    workspace: Workspace

    @property
    def id(self) -> str:
        """The process's id."""
        return self.context.process.process


def load_process(path: str | os.PathLike[str]) -> ProcessContext:
    """Read a process with all that it refers to; pictures and documents are made from what is returned.

    Raises `CannotDo`, with the findings, when the file is missing, is no process or has errors of format.
    """
    file = Path(path)
    workspace = open_workspace(file)
    if file.is_dir():
        raise CannotDo(
            msg("{path} is a folder, not a process", path=shown_path(file)), msg("name a file in it")
        )
    return _read(workspace, file).context


def open_processes(path: str | os.PathLike[str], workspace: Workspace | None = None) -> Iterator[Opened]:
    """Read the process at a path, or all processes of a folder; ``workspace`` is theirs where it is open already.

    Raises `CannotDo` as `load_process` does, and when a folder holds no process.
    """
    place = Path(path)
    workspace = workspace or open_workspace(place)
    files = processes_of(workspace, place) if place.is_dir() else [place]
    if not files:
        raise CannotDo(
            msg("there is no process in {path}", path=shown_path(place)),
            msg("a process is a YAML file that starts with `process: ID`"),
        )
    for file in files:
        yield from _foreign(workspace, file) if is_foreign(file) else (_read(workspace, file),)


def processes_of(workspace: Workspace, folder: Path) -> list[Path]:
    """Return the files of the processes below a folder of a workspace."""
    return [file for file in workspace.candidates(real(folder)) if kind_of(head(file)) is FileKind.PROCESS]


def _read(workspace: Workspace, file: Path) -> Opened:
    loaded = workspace.read_process(file)
    if loaded.model is None:
        raise _unusable(file, loaded.document.text, tuple(loaded.findings))
    language = workspace.settings.language or "en"
    context = ProcessContext(loaded.model, workspace.shared, loaded.path, language, workspace.settings)
    context.language = workspace.spoken(context.language)
    context.find = lambda id: _other(workspace, id)
    return Opened(context, file, workspace)


def _other(workspace: Workspace, id: str) -> ProcessContext | None:
    """Read another process of a workspace; None where there is none, or it cannot be used."""
    file = workspace.others().file(id)
    try:
        return _read(workspace, file).context if file else None
    except CannotDo:
        return None


def _foreign(workspace: Workspace, file: Path) -> Iterator[Opened]:
    """Read the processes of a file of another program; what was lost on the way is for `lint` and `import` to tell."""
    found = read_foreign(file, shown_path(file))
    usable = [loaded.model for loaded in found.processes if loaded.model is not None]
    if not usable:
        errors = (finding for loaded in found.processes for finding in loaded.findings)
        raise _unusable(file, found.document.text, (*found.findings, *errors))
    beside: dict[str, ProcessContext] = {}
    for process in usable:
        language = process.language or workspace.settings.language or "en"
        context = ProcessContext(process, workspace.shared, found.path, language, workspace.settings)
        context.language = workspace.spoken(context.language)
        context.find = beside.get
        beside[process.process] = context
    for context in beside.values():
        yield Opened(context, file, workspace)


def _unusable(file: Path, text: str, findings: tuple[Finding, ...]) -> CannotDo:
    if kind_of(text) is FileKind.CATALOG:
        return CannotDo(
            msg("{path} is a catalogue, not a process", path=shown_path(file)),
            msg("name a file that starts with `process: ID`"),
        )
    if file.name == WORKSPACE_FILE:
        return CannotDo(
            msg("{path} is the workspace's own file, not a process", path=shown_path(file)),
            msg("name a file that starts with `process: ID`, or the folder"),
        )
    return CannotDo(
        msg("{path} cannot be used as it is", path=shown_path(file)),
        msg("mend what is wrong with it first"),
        findings,
    )
