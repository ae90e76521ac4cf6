"""Which files belong to a workspace, and what kind each is."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from svcflow.i18n import Message
from svcflow.i18n.reasons import reason_of
from svcflow.source.encoding import MAX_BYTES
from svcflow.text.nearest import nearest

__all__ = [
    "WORKSPACE_FILE",
    "FileKind",
    "almost_kind",
    "exists",
    "head",
    "kind_of",
    "matches",
    "process_id",
    "real",
    "relative_to",
    "shown_path",
    "walk_yaml",
    "workspace_root",
    "workspaces_below",
]

WORKSPACE_FILE = "svcflow.yaml"
"""The name of the workspace's own file; where it lies is the workspace's root."""

_NOT_OURS = {"node_modules", "__pycache__", "build", "dist", "venv"}
_KIND = re.compile(r"""^\ufeff?["']?(process|catalog)["']?[ \t]*:""", re.MULTILINE)
_ID = re.compile(r"""^\ufeff?process:[ \t]+["']?([^\s"'#]+)["']?[ \t]*(?:#.*)?\r?$""", re.MULTILINE)
_FIRST_KEY = re.compile(r"""^\ufeff?["']?([^\s#"'{}\[\]%&*!|>@`-][^\s"':]*)["']?[ \t]*:""", re.MULTILINE)
_FLOW = re.compile(r"""^\ufeff?\s*\{\s*["']?(process|catalog)["']?\s*:""")


class FileKind(StrEnum):
    """What a YAML file of a workspace is."""

    PROCESS = "process"
    CATALOG = "catalog"


def kind_of(text: str) -> FileKind | None:
    """Return what a file is by its key ``process:`` or ``catalog:``, None when it is neither."""
    found = _KIND.search(text) or _FLOW.match(text)
    return FileKind(found[1]) if found else None


def process_id(text: str) -> str | None:
    """Return the id of a process as it is usually written, without parsing its text; None where it is not."""
    found = _ID.search(text)
    return found[1] if found else None


def almost_kind(text: str) -> tuple[str, str] | None:
    """Return (what stands there, what was probably meant) when the first key is a misspelt ``process``/``catalog``."""
    found = _FIRST_KEY.search(text)
    guess = nearest(found[1], ("process", "catalog", "catalogue"), cutoff=0.75) if found else None
    return (found[1], "catalog" if guess.startswith("catalog") else guess) if found and guess else None


def real(path: Path) -> Path:
    """Return a path without links, as far as they lead somewhere."""
    return _real(path if path.is_absolute() else Path.cwd() / path)


@lru_cache(maxsize=20_000)
def _real(path: Path) -> Path:
    if os.name == "nt" or path.name in {"", ".."} or os.path.islink(path):  # noqa: PTH114 -- takes whatever it is
        return Path(os.path.realpath(path))
    return _real_folder(path.parent) / path.name


@lru_cache(maxsize=1024)
def _real_folder(folder: Path) -> Path:
    """Files lie beside others, and following the links of a long path takes many looks at the disk."""
    return Path(os.path.realpath(folder))


def exists(path: Path) -> bool:
    """Tell whether there is such a path; what the system does not take for a path does not exist."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def head(path: Path) -> str:
    """Return the text of a file to tell its kind by; empty when it is no ordinary file, too large or closed to us."""
    try:
        if path.is_file() and path.stat().st_size <= MAX_BYTES:
            return path.read_text("utf-8", errors="replace")
    except OSError:
        pass
    return ""


def workspace_root(start: Path) -> Path | None:
    """Return the nearest folder, from a file or folder upward, that holds a workspace file."""
    _real.cache_clear()  # all work begins here, and since the last time links may lead elsewhere
    _real_folder.cache_clear()
    start = real(start)
    for folder in (start, *start.parents):
        if exists(folder / WORKSPACE_FILE):
            return folder
    return None


def walk_yaml(
    folder: Path, closed: dict[Path, Message] | None = None, endings: tuple[str, ...] = (".yaml", ".yml")
) -> Iterator[Path]:
    """Yield the YAML files below a folder, or those with other ``endings``, sorted.

    Hidden folders and those of build tools are left out, and so are workspaces of their own. Links to folders are not
    followed. ``closed`` takes the folders that cannot be read, and why.
    """

    def remember(error: OSError) -> None:
        if closed is not None:
            closed[Path(error.filename)] = reason_of(error)

    for current, folders, files in os.walk(folder, onerror=remember):
        if WORKSPACE_FILE in files and Path(current) != folder:
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _NOT_OURS)
        for name in sorted(files):
            if name.lower().endswith(endings) and not name.startswith(".") and name != WORKSPACE_FILE:
                yield Path(current, name)


def workspaces_below(folder: Path) -> list[Path]:
    """Return the roots of the workspaces below a folder, itself not among them."""
    found = []
    for current, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _NOT_OURS)
        if WORKSPACE_FILE in files and Path(current) != folder:
            found.append(Path(current))
    return found


def matches(relative: str, patterns: tuple[str, ...]) -> bool:
    """Tell whether a path, from the workspace's root with ``/``, is named by a pattern, a file or a folder."""
    return any(_matches(relative, pattern.removeprefix("./").rstrip("/")) for pattern in patterns)


def _matches(relative: str, pattern: str) -> bool:
    if pattern in {"", ".", "**"} or relative == pattern or relative.startswith(f"{pattern}/"):
        return True
    return bool(_regex(pattern).match(relative))


@lru_cache(maxsize=256)
def _regex(pattern: str) -> re.Pattern[str]:
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", pattern)
    special = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    return re.compile("".join(special.get(part, re.escape(part)) for part in parts) + r"(?:/.*)?\Z")


def shown_path(path: Path) -> str:
    """Return a path as messages show it: from the current folder where it lies below it, with ``/``."""
    return relative_to(path, Path.cwd())


def relative_to(path: Path, folder: Path) -> str:
    """Return a path from a folder (one without links) where it lies below it, else as it is; with ``/``."""
    parts, above = real(path).parts, folder.parts
    return "/".join(parts[len(above) :]) or "." if parts[: len(above)] == above else path.as_posix()
