"""The processes of a workspace as others speak of them: found by id when somebody names them, each read once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from svcflow.load.files import FileKind, head, kind_of, process_id, real

if TYPE_CHECKING:
    from svcflow.load.read import Loaded
    from svcflow.model.process import Process

__all__ = ["Other", "Others"]

_INDEX = re.compile(r"\{index(?::0?(\d{1,2}))?\}")


@dataclass(frozen=True, slots=True)
class Other:
    """A process as others name it: ``name`` may be in several languages, ``number`` is its document's, or empty."""

    name: str
    number: str


class Others:
    """The processes of a workspace by id.

    ``files`` yields the YAML files that the workspace counts as its own, in their order; ``numbering`` is the pattern
    for numbers of documents where a process gives none.
    """

    def __init__(
        self,
        files: Callable[[], Iterable[Path]],
        read: Callable[[Path], Loaded[Process]],
        numbering: str | None,
    ) -> None:
        self._files, self._read, self._numbering = files, read, numbering
        self._known: dict[str, Other | None] = {}

    def find(self, id: str) -> Other | None:
        """Return a process; None where there is none of this id, or it cannot be read."""
        if id not in self._known:
            file = self._by_id.get(id)
            model = self._read(file).model if file else None
            self._known[id] = Other(model.name, model.number or self.number(file)) if model and file else None
        return self._known[id]

    def file(self, id: str) -> Path | None:
        """Return the file of a process; None where there is none of this id."""
        return self._by_id.get(id)

    def number(self, file: Path) -> str:
        """Return the number of a process's document by the workspace's pattern; empty where it has none.

        The index is the file's place in the workspace.
        """
        if not self._numbering:
            return ""
        index = self._place.get(real(file), 1)
        return _INDEX.sub(lambda found: f"{index:0{found[1] or 1}}", self._numbering)

    @cached_property
    def _ids(self) -> list[tuple[Path, str | None]]:
        texts = ((file, head(file)) for file in self._files())
        return [(file, process_id(text)) for file, text in texts if kind_of(text) is FileKind.PROCESS]

    @cached_property
    def _by_id(self) -> Mapping[str, Path]:
        found: dict[str, Path] = {}
        for file, id in self._ids:
            if id is not None:
                found.setdefault(id, file)
        return found

    @cached_property
    def _place(self) -> Mapping[Path, int]:
        return {file: number for number, (file, _) in enumerate(self._ids, 1)}
