"""Workbooks as grids. They come from strangers: limits first, formulas are never computed."""

from __future__ import annotations

import datetime as dt
import io
import re
from typing import TYPE_CHECKING, Any

from svcflow.finding import CannotDo
from svcflow.i18n import msg
from svcflow.interchange.package import Damaged, OwnEntities, TooLarge, is_old_or_encrypted, xml_parts
from svcflow.interchange.sheets.grid import MOST_COLUMNS, MOST_ROWS, CellProblem, Grid, Unreadable

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["grids_of_workbook"]

_MOST_BYTES = 12_000_000
_MOST_SHEETS = 60
_CODED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def grids_of_workbook(data: bytes) -> list[Grid]:
    """Return the sheets of an ``.xlsx`` file that are shown; raises `Unreadable` for what is none, or far too large.

    Raises CannotDo when openpyxl is not installed.
    """
    formulas = _check(data)
    book = _opened(data, values=True)
    formula_book = _opened(data, values=False) if formulas else None
    shown = [sheet for sheet in book.worksheets[:_MOST_SHEETS] if sheet.sheet_state == "visible"]
    return [_grid(sheet, formula_book[sheet.title] if formula_book else None) for sheet in shown]


def _check(data: bytes) -> bool:
    """Look at the container before anything is unpacked; return whether there are formulas."""
    if is_old_or_encrypted(data):
        raise Unreadable(
            msg("this is an old or encrypted Excel file"),
            msg("open it and save it as .xlsx, without a password"),
        )
    try:
        parts = xml_parts(data, _MOST_BYTES)
    except Damaged:
        raise _no_workbook() from None
    except TooLarge:
        raise Unreadable(
            msg(
                "this workbook is too large: unpacked, it has more than {size} MB",
                size=_MOST_BYTES // 1_000_000,
            ),
            msg("keep only the sheets of the process in it"),
        ) from None
    except OwnEntities:
        raise Unreadable(
            msg("this workbook defines entities of its own, which no spreadsheet program writes")
        ) from None
    return any(b"<f" in text for text in parts.values())


def _no_workbook() -> Unreadable:
    return Unreadable(
        msg("this is no workbook, or a damaged one"), msg("open it and save it as .xlsx, or as CSV")
    )


def _opened(data: bytes, *, values: bool) -> Workbook:
    try:
        from openpyxl import load_workbook
    except ImportError:
        raise CannotDo(
            msg("spreadsheets need openpyxl, which is not installed"),
            msg("install it with the other parts: pip install 'svcflow[documents]'"),
        ) from None
    import warnings

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what it does not keep; we only read
            return load_workbook(io.BytesIO(data), data_only=values)
    except Exception:  # noqa: BLE001 -- openpyxl stumbles over damaged files in all ways there are
        raise _no_workbook() from None


def _grid(sheet: Worksheet, formulas: Worksheet | None) -> Grid:
    grid = Grid(sheet.title, [])
    places = [place for place, cell in sheet._cells.items() if cell.value is not None]  # noqa: SLF001 -- the filled ones
    last = max((row for row, _ in places), default=0)
    if last > MOST_ROWS:
        message = msg("the sheet has more than {count} rows; the rest is left out", count=MOST_ROWS)
        grid.problems.append(CellProblem(MOST_ROWS + 1, 1, message))
    for _ in range(min(last, MOST_ROWS)):
        grid.rows.append([])
    for row, column in sorted(places):
        if row <= MOST_ROWS and column <= MOST_COLUMNS:
            _set(grid, row, column, _text(grid, sheet.cell(row, column)))
    _formulas(grid, formulas)
    _merged(grid, sheet)
    return grid


def _set(grid: Grid, row: int, column: int, text: str) -> None:
    line = grid.rows[row - 1]
    line.extend([""] * (column - len(line)))
    line[column - 1] = text


def _text(grid: Grid, cell: Any) -> str:
    value = cell.value
    if cell.data_type == "e":
        message = msg("the cell holds the error {error}", error=str(value))
        grid.problems.append(CellProblem(cell.row, cell.column, message))
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        percent = isinstance(cell.number_format, str) and cell.number_format.endswith("%")
        return f"{round(value * 100, 4):g}%" if percent else f"{value:.10g}"
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ")
    if isinstance(value, dt.timedelta):
        return f"{round(value.total_seconds())}s"
    if isinstance(value, dt.time):
        return value.isoformat("minutes")
    return (
        _CODED.sub(lambda found: chr(int(found[1], 16)), str(value)).replace("\r\n", "\n").replace("\r", "\n")
    )


def _formulas(grid: Grid, formulas: Worksheet | None) -> None:
    """Report formulas whose result the file does not hold."""
    for (row, column), cell in formulas._cells.items() if formulas else ():  # noqa: SLF001 -- the filled ones
        if cell.data_type == "f" and row <= MOST_ROWS and not grid.cell(row, column):
            message = msg(
                "the cell holds a formula without its result; open and save the file in a spreadsheet program"
            )
            grid.problems.append(CellProblem(row, column, message))


def _merged(grid: Grid, sheet: Worksheet) -> None:
    """Repeat what a merged area says downwards in its first column."""
    for area in sheet.merged_cells.ranges:
        text = grid.cell(area.min_row, area.min_col)
        for row in range(area.min_row + 1, min(area.max_row, len(grid.rows)) + 1):
            if text and area.min_col <= MOST_COLUMNS:
                _set(grid, row, area.min_col, text)
                grid.merged[row, area.min_col] = area.min_row
