"""Which language to speak."""

from __future__ import annotations

from pathlib import Path

from svcflow import source
from svcflow.finding import CannotDo
from svcflow.i18n import LANGUAGES, OwnLanguage, language_from_environment, msg, nearest_language
from svcflow.load import Workspace, open_workspace
from svcflow.load.files import WORKSPACE_FILE, exists, workspace_root

__all__ = ["document_language", "message_language", "shared_language"]


def message_language(asked: str | None = None, path: Path | None = None) -> str:
    """Return the language of messages: the one asked for, else the workspace's, else the environment's, else English.

    ``path`` tells which workspace (default, and when there is no such path: that of the current folder). Raises
    `CannotDo` when neither svcflow nor the workspace's own words speak the language asked for.
    """
    if asked is not None:
        found = nearest_language(asked)
        if found is not None:
            return found
        if path is None or not _has_words(path, asked):
            raise _not_spoken(asked)
    return _of_workspace(path if path and exists(path) else Path()) or language_from_environment() or "en"


def document_language(asked: str, workspace: Workspace) -> str:
    """Return the language asked for documents and pictures, with the workspace's own words for it.

    Raises `CannotDo` when neither svcflow nor these words speak it.
    """
    own = workspace.spoken(nearest_language(asked) or asked)
    if isinstance(own, OwnLanguage):
        return own
    return message_language(asked)


def shared_language(workspace: Workspace) -> str:
    """Return the language of what is made from several processes: the workspace's, as far as somebody speaks it."""
    own = workspace.spoken(workspace.settings.language or "en")
    if workspace.settings.language and isinstance(own, OwnLanguage):
        return own
    return workspace.spoken(message_language(None, workspace.root))


def _has_words(path: Path, tag: str) -> bool:
    """Tell whether the workspace of a path has words of its own for a language."""
    return exists(path) and isinstance(open_workspace(path).spoken(tag), OwnLanguage)


def _not_spoken(asked: str) -> CannotDo:
    return CannotDo(
        msg("svcflow does not speak `{language}`", language=asked),
        msg("it speaks: {languages}", languages=LANGUAGES),
    )


def _of_workspace(path: Path) -> str | None:
    """Return what the workspace file says; one that is broken elsewhere still tells its language."""
    root = workspace_root(path)
    data = source.read(root / WORKSPACE_FILE).data if root else None
    language = data.get("language") if isinstance(data, dict) else None
    return nearest_language(language) if isinstance(language, str) else None
