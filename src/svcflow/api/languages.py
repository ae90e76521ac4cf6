"""Which language to speak."""

from __future__ import annotations

from pathlib import Path

from svcflow import source
from svcflow.finding import CannotDo
from svcflow.i18n import LANGUAGES, language_from_environment, msg, nearest_language
from svcflow.load.files import WORKSPACE_FILE, exists, workspace_root

__all__ = ["message_language"]


def message_language(asked: str | None = None, path: Path | None = None) -> str:
    """Return the language of messages: the one asked for, else the workspace's, else the environment's, else English.

    ``path`` tells which workspace (default, and when there is no such path: that of the current folder). Raises
    `CannotDo` when svcflow does not speak the language asked for.
    """
    if asked is not None:
        found = nearest_language(asked)
        if found is None:
            raise CannotDo(
                msg("svcflow does not speak `{language}`", language=asked),
                msg("it speaks: {languages}", languages=LANGUAGES),
            )
        return found
    return _of_workspace(path if path and exists(path) else Path()) or language_from_environment() or "en"


def _of_workspace(path: Path) -> str | None:
    """Return what the workspace file says; one that is broken elsewhere still tells its language."""
    root = workspace_root(path)
    data = source.read(root / WORKSPACE_FILE).data if root else None
    language = data.get("language") if isinstance(data, dict) else None
    return nearest_language(language) if isinstance(language, str) else None
