"""Workbooks made by hand, as people make them."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from typing import Any

import openpyxl

from svcflow.exporters.bpmn.data import plain
from svcflow.i18n import translator
from svcflow.interchange.sheets.fill import fill
from svcflow.interchange.sheets.grid import Grid
from svcflow.interchange.shorten import pruned
from svcflow.model import Process

__all__ = ["filled_grids", "grid", "said", "workbook"]


def workbook(rows: Sequence[Sequence[Any]], *, name: str = "Sheet1", merged: Sequence[str] = ()) -> bytes:
    """Return a workbook of one sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = name
    for row in rows:
        sheet.append(list(row))
    for area in merged:
        sheet.merge_cells(area)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def grid(*rows: Sequence[str], name: str = "") -> Grid:
    """Return a table of texts."""
    return Grid(name, [list(row) for row in rows])


def filled_grids(data: dict[str, Any], language: str) -> list[Grid]:
    """Return the filled template as the tables that a file of it holds."""
    t = translator(language)
    grids = []
    for one in fill(data, language):
        heads = [column.title.render(t) for column in one.sheet.columns if not column.read_only]
        rows = (
            [list(pair) for pair in zip(heads, one.rows[0], strict=True)]
            if one.sheet.single
            else [heads, *map(list, one.rows)]
        )
        if one.rows:
            grids.append(Grid(one.sheet.title.render(t), rows))
    return grids


def said(process: Process) -> str:
    """All that a process says in its order (a text is that of its first language), but for what leaving it out says."""
    data = pruned(plain(process))
    for step in data["steps"]:
        if step.get("kind") == "task":
            del step["kind"]
    return json.dumps(data, indent=1, ensure_ascii=False)
