"""The workspace that ``svcflow init`` makes."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from svcflow.api.languages import message_language

__all__ = ["starter"]

_STARTERS = Path(__file__).parent / "starters"
_CI = PurePosixPath(".github/workflows/svcflow.yml")


def starter(language: str | None = None) -> dict[PurePosixPath, str]:
    """Return the files of a small commented workspace that lints clean, by their paths from its root.

    The texts are in ``language`` (default: the environment's). Raises `CannotDo` for a language svcflow does not speak.
    """
    folder = _STARTERS / message_language(language)
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    found = {PurePosixPath(path.relative_to(folder).as_posix()): path.read_text("utf-8") for path in files}
    found[_CI] = (_STARTERS / "github.yml").read_text("utf-8")
    return found
