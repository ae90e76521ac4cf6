"""Linting files, folders and workspaces."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from svcflow.api.profiles import find_profile
from svcflow.finding import CannotDo
from svcflow.i18n import Message, msg
from svcflow.lint import LintResult, choose, lint_workspace
from svcflow.lint.result import merged
from svcflow.lint.settings import check_settings
from svcflow.load import open_workspace
from svcflow.load.files import exists, real, shown_path, workspace_root, workspaces_below
from svcflow.model.workspace import Profile

__all__ = ["ladder", "lint"]


_FEW = 50
"""How many files are few enough to be linted twice."""
_NAMED = 4


def lint(
    paths: Iterable[str | os.PathLike[str]] = (),
    *,
    profile: str | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    today: dt.date | None = None,
    jobs: int = 1,
) -> LintResult:
    """Lint files and folders (default: the workspace of the current folder), each with the settings of its workspace.

    ``profile`` (``starter``, ``standard``, ``strict``, ``audit``) goes before the one of the workspace file; ``select``
    runs just these rules, named by name, code or family; ``ignore`` leaves some out. Files of other programs (BPMN) are
    linted by the profile ``starter`` where none is set, and those in a folder where the folder or a pattern of the
    workspace names them. ``today`` is the day by which it is told what is overdue (default: today).

    ``jobs`` processes of the computer work side by side; 0 stands for as many as suit the files and the computer. The
    result is always the same. Other than 1, it asks of a program that its main module can be imported.

    Raises `CannotDo` for a path, profile or rule that does not exist, a broken workspace file, or nothing to lint.
    """
    asked = find_profile(profile) if profile else None
    names, ignored, paths = tuple(select), tuple(ignore), list(paths)
    results = []
    for root, wanted in _by_workspace([Path(path) for path in paths]):
        workspace = open_workspace(root)
        workspace.today = today
        check_settings(workspace)
        settings = workspace.settings.lint
        selection = choose(settings, asked, names, ignored)
        # What comes from other programs says nothing of service levels and approvals, unless somebody asks for them.
        gently = asked or (None if "profile" in settings.model_fields_set else Profile.STARTER)
        foreign = choose(settings, gently, names, ignored)
        results.append(lint_workspace(workspace, wanted, selection, foreign, asked=bool(paths), jobs=jobs))
    return merged(results)


def ladder(
    result: LintResult, paths: Iterable[str | os.PathLike[str]] = (), today: dt.date | None = None
) -> Message | None:
    """Return which profiles the files of a lint run pass, and what the next one asks; None where nothing is left.

    The files are linted once more, at the strictest profile; a run over many files, or of rules selected one by one,
    is left alone: `status` tells it process by process.
    """
    if not result.profile or result.files > _FEW or (result.profile == "audit" and not result.findings):
        return None
    from svcflow.lint.ladder import next_rung, passed

    findings = lint(paths, profile="audit", today=today).findings
    best, rung = passed(findings), next_rung(findings)
    if rung is None:
        return msg("All profiles are passed.")
    rules = (*rung.rules[:_NAMED], "…") if len(rung.rules) > _NAMED else rung.rules
    asks = msg(
        "{profile} asks {count} more: {rules}", profile=str(rung.profile), count=rung.count, rules=rules
    )
    if best is None:
        return msg("No profile is passed yet; {asks}.", asks=asks)
    return msg("Passed up to the profile {profile}; {asks}.", profile=str(best), asks=asks)


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
