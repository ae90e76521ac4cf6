"""What documents depend on, as a digest: where it is the same, they would be made the same again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import lru_cache
from importlib import resources
from pathlib import Path

from svcflow import __version__
from svcflow.api.order import Order
from svcflow.load import Workspace
from svcflow.load.files import WORKSPACE_FILE

__all__ = ["Fingerprint"]

_OURS = (".py", ".jinja", ".css", ".mo", ".typ")


class Fingerprint:
    """The digests of what is made in one workspace for one order."""

    def __init__(self, workspace: Workspace, order: Order) -> None:
        settings = workspace.settings.documents
        named = [workspace.root / name for name in (settings.logo,) if name]
        if settings.templates:
            named += sorted((workspace.root / settings.templates).rglob("*"))
        words = workspace.words()
        named += words.files.values() if words else ()
        shared = [workspace.root / WORKSPACE_FILE, *sorted(workspace.catalogs), *named]
        options = (order.format, order.language, order.gaps, order.standard)
        self._root = workspace.root
        self._common = "\n".join([__version__, _of_svcflow(), repr(options), self._files(shared)])

    def of(self, kind: str, files: Iterable[Path], more: str = "") -> str:
        """Return the digest of documents of a kind that are made from some processes."""
        return _hash("\n".join([self._common, kind, more, self._files(files)]).encode())

    def _files(self, files: Iterable[Path]) -> str:
        """Return names and contents of files as text; what cannot be read counts as empty."""
        return "\n".join(f"{self._name(file)} {_contents(file)}" for file in files if not file.is_dir())

    def _name(self, file: Path) -> str:
        place = file.resolve()
        return (
            place.relative_to(self._root).as_posix() if place.is_relative_to(self._root) else place.as_posix()
        )


def _contents(file: Path) -> str:
    try:
        return _hash(file.read_bytes())
    except OSError:
        return ""


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@lru_cache(maxsize=1)
def _of_svcflow() -> str:
    """Return the digest of svcflow itself: a version that is being worked on makes other documents from day to day."""
    root = Path(str(resources.files("svcflow")))
    files = sorted(file for file in root.rglob("*") if file.suffix in _OURS)
    return _hash(
        "\n".join(f"{file.relative_to(root).as_posix()} {_contents(file)}" for file in files).encode()
    )
