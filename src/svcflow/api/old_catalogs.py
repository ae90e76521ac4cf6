"""The catalogues of a workspace as they were at a git revision."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import TYPE_CHECKING

from svcflow import source
from svcflow.load.files import WORKSPACE_FILE, FileKind, kind_of, matches
from svcflow.load.read import read_as
from svcflow.load.shared import Shared
from svcflow.model.catalog import Catalog
from svcflow.model.workspace import WorkspaceFile
from svcflow.source.encoding import MAX_BYTES

if TYPE_CHECKING:
    from svcflow.load import Workspace

__all__ = ["shared_at"]

_PATIENCE = 60
"""Seconds that git may take."""


def shared_at(workspace: Workspace, revision: str) -> Shared:
    """Return what processes shared at a revision that git knows.

    The workspace file of that time tells where the catalogues were. What cannot be read there, and what no catalogue
    had then, is as it is now.
    """
    shared = Shared()
    files = dict(_listed(workspace, revision))
    for name, text in _texts(workspace, _catalogs(workspace, files)):
        if kind_of(text) is FileKind.CATALOG:
            catalog = read_as(source.parse(text, f"{revision}:{name}"), name, Catalog).model
            if catalog is not None:
                shared.add(catalog, f"{revision}:{name}")
    for one in fields(Shared):
        now = getattr(workspace.shared, one.name)
        setattr(shared, one.name, {**now, **getattr(shared, one.name)})
    return shared


def _catalogs(workspace: Workspace, files: dict[str, str]) -> dict[str, str]:
    """Return those of the files that the settings of that time count as catalogues."""
    settings = workspace.settings
    for _, text in _texts(workspace, {name: id for name, id in files.items() if name == WORKSPACE_FILE}):
        settings = (
            read_as(source.parse(text, WORKSPACE_FILE), WORKSPACE_FILE, WorkspaceFile).model or settings
        )
    return {
        name: id
        for name, id in files.items()
        if name.lower().endswith((".yaml", ".yml"))
        and name != WORKSPACE_FILE
        and (workspace.has_file or "/" not in name)
        and matches(name, settings.catalogs)
        and not matches(name, settings.exclude)
    }


def _listed(workspace: Workspace, revision: str) -> Iterator[tuple[str, str]]:
    """Yield the files below the workspace's root, by their path from there, with git's name of their content."""
    told = _git(workspace, "ls-tree", "-r", "-z", revision)
    for line in told.decode("utf-8", "replace").split("\0"):
        head, tab, name = line.partition("\t")
        if tab and " blob " in head:
            yield name, head.split()[2]


def _texts(workspace: Workspace, files: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield files with their text, all fetched at once; those that are larger than a file may be are left out."""
    told = _git(workspace, "cat-file", "--batch", given=_lines(files.values())) if files else b""
    for name in files:
        head, _, told = told.partition(b"\n")
        size = int(head.split()[2]) if head.count(b" ") == 2 else 0
        content, told = told[:size], told[size + 1 :]
        if 0 < size <= MAX_BYTES:
            yield name, content.decode("utf-8", "replace")


def _lines(names: Iterable[str]) -> bytes:
    return "".join(f"{name}\n" for name in names).encode()


def _git(workspace: Workspace, *words: str, given: bytes = b"") -> bytes:
    """Return what git says; nothing where it refuses."""
    command = ["git", "-C", str(workspace.root), *words]
    try:
        return subprocess.run(command, input=given, capture_output=True, check=True, timeout=_PATIENCE).stdout  # noqa: S603 - a list, no shell
    except (OSError, ValueError, subprocess.SubprocessError):
        return b""
