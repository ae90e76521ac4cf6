"""Ids of XML elements: each once in the file, and such as every tool takes."""

from __future__ import annotations

import re

__all__ = ["Ids"]

# XML allows letters of all scripts; bpmn-moddle, on which most editors stand, takes these alone.
_OTHER = re.compile("[^A-Za-z0-9_.-]")
_FIRST = re.compile("[A-Za-z_]")


class Ids:
    """Gives ids, and remembers those given."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def give(self, wanted: str) -> str:
        """Return an id: the one wanted where it is possible and free, else one made from it."""
        name = _OTHER.sub(lambda found: f"_u{ord(found[0]):04x}", wanted)
        if not _FIRST.match(name):
            name = f"_{name}"
        found, number = name, 2
        while found in self._given:
            found, number = f"{name}-{number}", number + 1
        self._given.add(found)
        return found
