"""Linting files, folders and workspaces."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from svcflow.api.profiles import find_profile
from svcflow.finding import CannotDo
from svcflow.i18n import msg
from svcflow.lint import LintResult, choose, lint_workspace
from svcflow.lint.result import merged
from svcflow.lint.settings import check_settings
from svcflow.load import open_workspace
from svcflow.load.files import exists, real, shown_path, workspace_root, workspaces_below

__all__ = ["lint"]


def lint(
    paths: Iterable[str | os.PathLike[str]] = (),
    *,
    profile: str | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    today: dt.date | None = None,
) -> LintResult:
    """Lint files and folders (default: the workspace of the current folder), each with the settings of its workspace.

    ``profile`` (``starter``, ``standard``, ``strict``, ``audit``) goes before the one of the workspace file; ``select``
    runs just these rules, named by name, code or family; ``ignore`` leaves some out. ``today`` is the day by which it
    is told what is overdue (default: today).

    Raises `CannotDo` for a path, profile or rule that does not exist, a broken workspace file, or nothing to lint.
    """
    asked = find_profile(profile) if profile else None
    names, ignored = tuple(select), tuple(ignore)
    results = []
    for root, wanted in _by_workspace([Path(path) for path in paths]):
        workspace = open_workspace(root)
        workspace.today = today
        check_settings(workspace)
        selection = choose(workspace.settings.lint, asked, names, ignored)
        results.append(lint_workspace(workspace, wanted, selection))
    return merged(results)


def _by_workspace(paths: list[Path]) -> Iterator[tuple[Path, list[Path]]]:
    """Yield a path to open each workspace by, and what is to be linted of it.

    A folder that holds whole workspaces stands for all of them, and for itself where it has files of its own.
    """
    groups: dict[Path, tuple[Path, list[Path]]] = {}
    for path in paths or [workspace_root(Path()) or Path()]:
        if not exists(path):
            raise CannotDo(
                msg("there is no {path}", path=shown_path(path)), msg("check the spelling of the path")
            )
        inner = workspaces_below(path) if path.is_dir() else []
        for root in inner:
            groups.setdefault(real(root), (root, []))[1].append(root)
        if not inner or any(open_workspace(path).candidates(real(path))):
            folder = path if path.is_dir() else path.parent
            root = workspace_root(path) or real(folder)
            groups.setdefault(root, (path, []))[1].append(path)
    yield from groups.values()
