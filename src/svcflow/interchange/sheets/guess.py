"""Columns whose headings are not in the lists: told by a part of the heading, or by what stands below it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from unicodedata import normalize

from svcflow.interchange.sheets.column import Column
from svcflow.interchange.sheets.grid import Grid
from svcflow.interchange.sheets.headings import folded, unit_of

__all__ = ["by_part", "letters", "mark_columns", "only_counts", "subject_column"]

_WORD = re.compile(r"[^\W_]+")
_WIDE = re.compile("[\u2e80-\u9fff]")
_MOST_WORDS = 5
_MARKS = re.compile(r"[RACI](?:[\s,，、/+]*[RACI])*")
_COUNT = re.compile(r"[\d.、)）-]*")


def by_part(heading: str, known: Mapping[str, Column]) -> Column | None:
    """Return the column that a part of a heading names: ``作业说明``, ``Responsible person``, ``Estimated duration``.

    The end counts, where the noun stands in Chinese; in other scripts the beginning too.
    """
    bare = unit_of(heading)[0]
    if _WIDE.search(bare):
        key = folded(bare)
        parts = [key[start:] for start in range(1, len(key) - 1)]
    else:
        words = _WORD.findall(bare)
        if len(words) > _MOST_WORDS:
            return None
        ends = [words[start:] for start in range(1, len(words))]
        beginnings = [words[:end] for end in range(len(words) - 1, 0, -1)]
        parts = [folded(" ".join(part)) for part in (*ends, *beginnings)]
    return next((known[part] for part in parts if part in known), None)


def letters(cell: str) -> str:
    """Return the letters of RACI that a cell holds, empty for any other cell.

    >>> letters("a / R"), letters("RC"), letters("Rarely")
    ('AR', 'RC', '')
    """
    plain = normalize("NFKC", cell).strip().upper()
    return "".join(filter(str.isalpha, plain)) if _MARKS.fullmatch(plain) else ""


def mark_columns(grid: Grid, head: int, places: list[int]) -> list[int]:
    """Return which of some columns mark with the letters of RACI what a role does in each step."""
    found = []
    for place in places:
        cells = [cell for cell in _below(grid, head, place) if cell.strip()]
        if cells and all(map(letters, cells)):
            found.append(place)
    responsible = any("R" in letters(cell) for place in found for cell in _below(grid, head, place))
    return found if len(found) > 1 and responsible else []


def subject_column(grid: Grid, head: int, places: list[int]) -> int:
    """Return the first of some columns with a text in nearly each row, 0 where there is none."""
    rows = [row for row in range(head + 1, len(grid.rows) + 1) if any(map(str.strip, grid.rows[row - 1]))]
    for place in places:
        told = [cell for row in rows if (cell := grid.cell(row, place).strip())]
        if len(told) >= 2 and len(told) * 10 >= len(rows) * 7 and not any(map(_COUNT.fullmatch, told)):
            return place
    return 0


def only_counts(grid: Grid, head: int, place: int) -> bool:
    """Tell whether a column holds numbers of rows and nothing else."""
    return all(map(_COUNT.fullmatch, map(str.strip, _below(grid, head, place))))


def _below(grid: Grid, head: int, place: int) -> list[str]:
    return [grid.cell(row, place) for row in range(head + 1, len(grid.rows) + 1)]
