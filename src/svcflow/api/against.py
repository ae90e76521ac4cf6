"""The version of a process before: from another file, or from git."""

from __future__ import annotations

import subprocess
from pathlib import Path

from svcflow import source
from svcflow.analyzers.context import ProcessContext
from svcflow.api.old_catalogs import shared_at
from svcflow.api.processes import Opened
from svcflow.finding import CannotDo
from svcflow.i18n import Message, msg
from svcflow.load.files import exists, real, shown_path
from svcflow.load.read import read_as
from svcflow.load.shared import Shared
from svcflow.model.process import Process

__all__ = ["version_before"]

_PATIENCE = 30
"""Seconds that git may take."""


def version_before(opened: Opened, against: str) -> ProcessContext:
    """Return the process as it was in another file, or at a git revision of its own file.

    The catalogues are those of the revision; for another file, those of now. Raises `CannotDo` when there is neither
    such a file nor such a revision, and when what is found is no process.
    """
    path = Path(against)
    if exists(path):
        if path.is_dir():
            raise CannotDo(
                msg("{path} is a folder, not a process", path=shown_path(path)), msg("name a file in it")
            )
        return _context(opened, source.read(path), shown_path(path), opened.context.shared)
    name = f"{against}:./{real(opened.file).name}"
    document = source.parse(_from_git(opened.file, against), name)
    return _context(opened, document, name, shared_at(opened.workspace, against))


def _context(opened: Opened, document: source.Document, shown: str, shared: Shared) -> ProcessContext:
    loaded = read_as(document, shown, Process)
    if loaded.model is None:
        raise CannotDo(
            msg("{path} cannot be compared with as it is", path=shown),
            msg("name a version that svcflow can read"),
            tuple(loaded.findings),
        )
    now = opened.context
    return ProcessContext(loaded.model, shared, shown, now.language, now.settings)


def _from_git(file: Path, revision: str) -> bytes:
    """Return a file as it was at a revision."""
    place = real(file)
    if revision.startswith("-"):  # git would take it for an option
        raise _no_version(revision)
    command = ["git", "-C", str(place.parent), "show", f"{revision}:./{place.name}"]
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=_PATIENCE)  # noqa: S603 - a list, no shell
    except FileNotFoundError:
        raise _no_version(revision, msg("git is not installed")) from None
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        raise _no_version(revision, msg("{reason}", reason=str(error))) from None
    if done.returncode and not any((folder / ".git").exists() for folder in place.parents):
        raise _no_version(revision, msg("{path} is in no git repository", path=shown_path(file)))
    if done.returncode:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise _no_version(revision, msg("git says “{reason}”", reason=lines[0] if lines else ""))
    return done.stdout


def _no_version(revision: str, reason: Message | None = None) -> CannotDo:
    if reason:
        message = msg("there is no version `{revision}`: {reason}", revision=revision, reason=reason)
    else:
        message = msg("there is no version `{revision}`", revision=revision)
    return CannotDo(message, msg("name a file, or a git revision such as HEAD~1 or v2.0.0"))
