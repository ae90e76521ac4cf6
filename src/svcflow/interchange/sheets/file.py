"""Workbooks and CSV files as processes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath

from svcflow.finding import Span
from svcflow.interchange.result import Foreign, ImportProblem, Loss
from svcflow.interchange.sheets.csv_text import grid_of_csv
from svcflow.interchange.sheets.grid import Grid, Unreadable
from svcflow.interchange.sheets.read import read_grids
from svcflow.interchange.sheets.xlsx import grids_of_workbook

__all__ = ["read"]

_TEXTS = (".csv", ".tsv")


def read(files: Mapping[str, bytes], language: str | None = None) -> dict[str, Foreign]:
    """Return what tables hold, by the names of their files; whatever is wrong with them is a problem.

    ``language`` is that of the process, where the tables do not tell. Raises CannotDo when openpyxl is not installed.
    """
    return {name: _read(name, data, language) for name, data in files.items()}


def _read(name: str, data: bytes, language: str | None) -> Foreign:
    try:
        return Foreign("", tuple(read_grids(_grids(name, data), PurePath(name).stem, language)))
    except Unreadable as problem:
        found = ImportProblem(Loss.UNREADABLE, problem.message, Span(1, 1, 1, 1), help=problem.help)
        return Foreign("", (), (found,))


def _grids(name: str, data: bytes) -> list[Grid]:
    if name.lower().endswith(_TEXTS) and not data.startswith(b"PK\x03\x04"):
        return [grid_of_csv(data)]
    return grids_of_workbook(data)
