"""The manifest of a site: what its pages were made from, so that only what changed is made again."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from svcflow.api.site_outside import Outside
from svcflow.api.site_part import SITE_MANIFEST
from svcflow.exporters.site.assets import assets
from svcflow.exporters.site.record import Record, Told
from svcflow.finding import CannotDo
from svcflow.i18n import msg

if TYPE_CHECKING:
    from pydantic import TypeAdapter

__all__ = ["Manifest", "ProcessEntry", "are_there", "check_folder", "read_manifest"]

_HEAD = b'{"$comment": "Made by svcflow: what the pages of this site were made from.", "site":\n'
_FOOT = b"}\n"


@dataclass(frozen=True, slots=True)
class ProcessEntry:
    """A process as it was when its pages were made.

    ``text`` is the digest of its file and of what all pages share, ``inputs`` that of all its pages are made from;
    ``files`` are its pages with their sizes in bytes; ``records`` stand by their own language,
    ``told`` by that of the site.
    """

    text: str
    inputs: str
    outside: Outside
    files: dict[str, int]
    records: dict[str, Record]
    told: dict[str, Told]

    def record(self, language: str) -> Record:
        """Return the record as the pages of a language show it."""
        return self.records[self.outside.spoken(language)].told(self.told[language])


@dataclass(slots=True)
class Manifest:
    """All processes by file, and the sizes of the other files by path."""

    processes: dict[str, ProcessEntry] = field(default_factory=dict)
    shared: dict[str, int] = field(default_factory=dict)
    made_from: dict[str, str] = field(default_factory=dict)
    """Digests of what pages about all processes were made from, by path."""
    pending: tuple[str, ...] = ()
    """Files that a build was about to write: known to be ours should it have been interrupted."""

    @property
    def files(self) -> set[str]:
        """The paths of all files of the site."""
        return {
            *self.shared,
            *self.pending,
            *(name for entry in self.processes.values() for name in entry.files),
        }

    def written(self) -> bytes:
        """Return the contents of the file."""
        return _HEAD + _adapter().dump_json(self) + _FOOT


@lru_cache(maxsize=1)
def _adapter() -> TypeAdapter[Manifest]:
    from pydantic import TypeAdapter

    return TypeAdapter(Manifest)


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest of a folder; an empty one where there is none.

    Of one that cannot be used any more it is just known which files are ours.
    """
    from pydantic import ValidationError

    try:
        data = (folder / SITE_MANIFEST).read_bytes()
        if not data.startswith(_HEAD):
            return Manifest()
    except OSError:
        return Manifest()
    body = data[len(_HEAD) :].rstrip()[:-1]
    try:
        return _adapter().validate_json(body)
    except ValidationError:
        return Manifest(pending=tuple(sorted(_names(body))))


def _names(body: bytes) -> set[str]:
    """Return the files that a manifest names whose form is not ours, such as that of another version of svcflow."""
    names = {name for name, _ in assets()}
    try:
        found = json.loads(body)
        parts = [found["shared"], *(entry["files"] for entry in found["processes"].values())]
        return names.union(*parts, found.get("pending", ()))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return names


def check_folder(folder: Path) -> None:
    """Raise `CannotDo` unless a site may be written into a folder: it is not there, empty, or holds one of ours."""
    try:
        if not folder.exists() or not any(folder.iterdir()):
            return
        with (folder / SITE_MANIFEST).open("rb") as file:
            if file.read(len(_HEAD)) == _HEAD:
                return
    except NotADirectoryError:
        raise CannotDo(
            msg("{path} is a file, not a folder", path=str(folder)), msg("name a folder for the site")
        ) from None
    except OSError:
        pass
    raise CannotDo(
        msg("the folder {path} holds files that are no site of svcflow's", path=str(folder)),
        msg("name a new or an empty folder"),
    )


def are_there(folder: Path, files: Mapping[str, int] | Iterable[tuple[str, int]]) -> bool:
    """Tell whether all files of a site are in its folder, as large as they were made."""
    pairs = files.items() if isinstance(files, Mapping) else files
    try:
        return all(os.stat(folder / name).st_size == size for name, size in pairs)  # noqa: PTH116 -- thousands of them
    except OSError:
        return False
