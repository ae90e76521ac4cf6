"""What stands above a table that people made: its title, and facts such as ``Owner: Front office manager``."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from svcflow.interchange.sheets.column import Column
from svcflow.interchange.sheets.headings import folded
from svcflow.interchange.sheets.recognise import Table
from svcflow.interchange.sheets.template import PROCESS

__all__ = ["Preamble", "preamble"]

_COLON = re.compile(r"\s*[:：]\s*")


@dataclass(slots=True)
class Preamble:
    """The title, and facts: what each is, the row and column of its cell, the text."""

    title: str = ""
    facts: list[tuple[Column, int, int, str]] = field(default_factory=list)
    left: list[tuple[int, int, str]] = field(default_factory=list)
    """What else stands there: row and column of each cell, and its text."""


def preamble(table: Table) -> Preamble:
    """Return what stands above the head of a table."""
    known = {name: column for column in PROCESS.columns for name in column.names()}
    found = Preamble()
    for row in range(1, table.head):
        cells = [
            (place, text.strip()) for place, text in enumerate(table.grid.rows[row - 1], 1) if text.strip()
        ]
        waiting: Column | None = None
        for place, text in cells:
            label, *rest = _COLON.split(text, maxsplit=1)
            column = known.get(folded(label))
            if waiting is not None:
                found.facts.append((waiting, row, place, text))
                waiting = None
            elif column is not None and rest and rest[0]:
                found.facts.append((column, row, place, rest[0]))
            elif column is not None and len(cells) > 1:
                waiting = column
            elif not found.title and len(text) <= 120:
                found.title = text
            else:
                found.left.append((row, place, text))
    return found
