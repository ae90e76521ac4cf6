"""Ids of steps out of the ids of nodes."""

from __future__ import annotations

import re

from svcflow.interchange.ids import Ids, slug
from svcflow.model.values import ID_PATTERN

__all__ = ["original_id", "step_ids"]

_ID = re.compile(ID_PATTERN)
_CODED = re.compile(r"_([0-9a-f]{1,6})_")
_MUTE = re.compile(r"[A-Za-z]{0,2}\d*|(?:node|step|state|id|box|task|block)[_-]?[A-Za-z]?\d*", re.IGNORECASE)


def original_id(id: str) -> str:
    """Return the id that svcflow wrote as one that is safe in Mermaid: ``x_end_2d_case`` was ``end-case``."""
    if not id.startswith("x_"):
        return id
    try:
        return _CODED.sub(lambda found: chr(int(found[1], 16)), id[2:])
    except (ValueError, OverflowError):
        return id


def step_ids(nodes: dict[str, str]) -> dict[str, str]:
    """Return the ids of steps by the ids of nodes, given with their names: what tells nothing is named anew."""
    taken = [original for id in nodes if _speaks(original := original_id(id))]
    ids = Ids([*taken, "end"])
    found: dict[str, str] = {}
    used: set[str] = set()
    for id, name in nodes.items():
        original = original_id(id)
        keeps = _speaks(original) and original not in used
        found[id] = original if keeps else ids.give(name, slug(original), otherwise="step")
        used.add(found[id])
    return found


def _speaks(id: str) -> bool:
    return bool(_ID.match(id)) and not _MUTE.fullmatch(id) and id != "end"
