"""A repository of processes: its settings, its catalogues, and its processes one by one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from svcflow import source
from svcflow.finding import CannotDo, Finding, Related, Severity
from svcflow.i18n import Message, msg
from svcflow.load.checks import format_finding
from svcflow.load.endings import FOREIGN
from svcflow.load.files import (
    WORKSPACE_FILE,
    FileKind,
    exists,
    head,
    kind_of,
    matches,
    real,
    relative_to,
    shown_path,
    walk_yaml,
    workspace_root,
)
from svcflow.load.others import Others
from svcflow.load.read import Loaded, located, read_as
from svcflow.load.shared import Shared
from svcflow.load.words import OwnWords
from svcflow.model.catalog import Catalog
from svcflow.model.process import Process
from svcflow.model.workspace import WorkspaceFile

__all__ = ["Workspace", "open_workspace"]


@dataclass(slots=True)
class Workspace:
    """A workspace, opened: settings and catalogues are read, processes are read when asked for.

    ``findings`` are those of the catalogues. Without a workspace file, ``root`` is the folder it was opened for.
    """

    root: Path
    settings: WorkspaceFile = field(default_factory=WorkspaceFile)
    shared: Shared = field(default_factory=Shared)
    findings: list[Finding] = field(default_factory=list)
    catalogs: dict[Path, source.Document] = field(default_factory=dict)
    has_file: bool = False
    closed: dict[Path, Message] = field(default_factory=dict)
    """The folders that could not be looked into, and why."""
    today: dt.date | None = None
    """The day by which it is told what is overdue; None for today."""
    _words: OwnWords | None = field(default=None, init=False, repr=False)
    _others: Others | None = field(default=None, init=False, repr=False)

    def relative(self, path: Path) -> str:
        """Return a path from the workspace's root, with ``/``, as the settings' patterns see it."""
        return relative_to(path, self.root)

    def relative_shown(self, shown: str) -> str:
        """Return the path from the root of a path as messages show it."""
        return self.relative(Path(shown))

    def words(self) -> OwnWords | None:
        """Return the words of its own for documents and pictures, None where the settings name none.

        Raises `CannotDo` when they are not to be had.
        """
        if self._words is None and self.settings.words:
            self._words = OwnWords(self.root, self.settings.words)
        return self._words

    def spoken(self, tag: str) -> str:
        """Return a language tag for documents and pictures, with the workspace's own words where it has some."""
        words = self.words()
        return words.language(tag) if words else tag

    def others(self) -> Others:
        """Return the processes as others speak of them; what was found once is not looked for again."""
        if self._others is None:
            numbering = self.settings.documents.numbering
            self._others = Others(lambda: self.candidates(real(self.root)), self.read_process, numbering)
        return self._others

    def candidates(self, folder: Path | None = None) -> Iterator[Path]:
        """Yield the files below a folder (default: everywhere) that the settings count as processes or catalogues."""
        wanted = self.settings.processes + self.settings.catalogs
        for path in walk_yaml(folder or self.root, self.closed):
            relative = self.relative(path)
            if matches(relative, wanted) and not matches(relative, self.settings.exclude):
                yield path

    def foreign(self, folder: Path | None = None, *, named: bool = False) -> Iterator[Path]:
        """Yield the files of other programs below a folder (default: everywhere) that the settings count as processes.

        ``named`` says that somebody named the folder: then all in it count that are not excluded.
        """
        for path in walk_yaml(folder or self.root, self.closed, FOREIGN):
            relative = self.relative(path)
            wanted = named or matches(relative, self.settings.processes)
            if wanted and not matches(relative, self.settings.exclude):
                yield path

    def read_process(self, path: Path) -> Loaded[Process]:
        """Read a process; what is wrong with the file is in its findings."""
        return read_as(source.read(path), shown_path(path), Process)


def open_workspace(start: Path) -> Workspace:
    """Open the workspace that a file or folder belongs to: that of the nearest workspace file above it.

    Raises `CannotDo` when there is no such path or the workspace file is broken.
    """
    if not exists(start):
        raise CannotDo(
            msg("there is no {path}", path=shown_path(start)), msg("check the spelling of the path")
        )
    root = workspace_root(start)
    if root is None:
        folder = start if start.is_dir() else start.parent
        workspace = Workspace(real(folder))
    else:
        workspace = Workspace(root, _read_settings(root / WORKSPACE_FILE), has_file=True)
    _read_catalogs(workspace, alone=root is None and start.is_file())
    return workspace


def _read_settings(path: Path) -> WorkspaceFile:
    document = source.read(path)
    if document.data is None and not document.problems:
        return WorkspaceFile()
    loaded = read_as(document, shown_path(path), WorkspaceFile)
    if loaded.model is None or loaded.findings:
        raise CannotDo(
            msg("the workspace file {path} is broken", path=shown_path(path)),
            msg("mend it first: it says where the files are and what is checked"),
            tuple(loaded.findings),
        )
    return loaded.model


def _read_catalogs(workspace: Workspace, alone: bool) -> None:
    """Read the catalogues; for a file outside any workspace, only those beside it."""
    paths = workspace.candidates()
    for path in paths:
        if alone and real(path.parent) != workspace.root:
            continue
        if not matches(workspace.relative(path), workspace.settings.catalogs):
            continue
        if kind_of(head(path)) is not FileKind.CATALOG:
            continue
        document = source.read(path)
        workspace.catalogs[path] = document
        loaded = read_as(document, shown_path(path), Catalog)
        workspace.findings.extend(loaded.findings)
        if loaded.model is not None:
            _add_catalog(workspace, loaded.model, shown_path(path))


def _add_catalog(workspace: Workspace, catalog: Catalog, path: str) -> None:
    by_path = {shown_path(known): document for known, document in workspace.catalogs.items()}
    for second, first in workspace.shared.add(catalog, path):
        workspace.findings.append(
            format_finding(
                "duplicate-entry",
                msg(
                    "`{id}` is defined in another catalogue already; that one counts",
                    id=str(second.route[-1]),
                ),
                located(second, by_path[second.path]),
                related=(Related(located(first, by_path[first.path]), msg("defined here first")),),
                severity=Severity.WARNING,
            )
        )
