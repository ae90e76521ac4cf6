"""How the names of files end that other programs write and that are linted as they are."""

from __future__ import annotations

from pathlib import Path

__all__ = ["FOREIGN", "is_foreign"]

FOREIGN = (".bpmn", ".bpmn20.xml")
"""The endings of BPMN files. Some programs write ``.xml``: such a file counts when it is named, not in folders."""


def is_foreign(path: Path) -> bool:
    """Tell whether a file is one of another program, by its name."""
    return path.name.lower().endswith((*FOREIGN, ".xml"))
