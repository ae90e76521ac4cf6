"""CSV as a grid: any delimiter, any of the encodings that spreadsheet programs write."""

from __future__ import annotations

import csv
import io
import re

from svcflow.i18n import msg
from svcflow.interchange.sheets.grid import MOST_COLUMNS, MOST_ROWS, CellProblem, Grid, Unreadable
from svcflow.interchange.sheets.headings import folded, unit_of
from svcflow.interchange.sheets.template import SHEETS

__all__ = ["grid_of_csv"]

_LINE_END = re.compile("\r\n|\n|\r")
_MOST_BYTES = 12_000_000
_DELIMITERS = ",;\t|，"
_ENCODINGS = ("utf-8", "gb18030", "big5", "cp1252")


def grid_of_csv(data: bytes) -> Grid:
    """Return the table of a CSV file; raises `Unreadable` for what is none, or far too large."""
    if len(data) > _MOST_BYTES:
        raise Unreadable(
            msg("this file is too large: it has more than {size} MB", size=_MOST_BYTES // 1_000_000)
        )
    text = _decoded(data)
    if "\x00" in text:
        raise Unreadable(
            msg("this is no CSV file: it holds binary data"), msg("save the table as .xlsx, or as CSV")
        )
    delimiter = _delimiter(text)
    grid = Grid("", [], source=_LINE_END.split(text))
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        end = 0
        for row in rows:
            if len(grid.rows) >= MOST_ROWS:
                message = msg("the sheet has more than {count} rows; the rest is left out", count=MOST_ROWS)
                grid.problems.append(CellProblem(MOST_ROWS + 1, 1, message))
                break
            grid.rows.append([_text(cell) for cell in row[:MOST_COLUMNS]])
            grid.lines[len(grid.rows)], end = end + 1, rows.line_num
    except csv.Error as error:
        raise Unreadable(msg("this CSV file cannot be read: {reason}", reason=str(error))) from None
    return grid


def _text(cell: str) -> str:
    """Return a cell; a ``'`` that keeps a spreadsheet program from computing does not count."""
    text = cell.replace("\r\n", "\n").replace("\r", "\n")
    return text[1:] if text[:1] == "'" and text[1:2] in set("=+-@\t'") else text


def _decoded(data: bytes) -> str:
    """Return the text in the encoding in which most headings are known; what is UTF-8 is taken for it."""
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return data.decode("utf-16", "replace").lstrip("\ufeff")
    best, most = "", -1
    for encoding in _ENCODINGS:
        try:
            text = data.decode(encoding).lstrip("\ufeff")
        except UnicodeDecodeError:
            continue
        if encoding == "utf-8":
            return text
        known = _known(text)
        if known > most:
            best, most = text, known
    return best or data.decode("utf-8", "replace")


def _known(text: str) -> int:
    """Return how many of the first cells are headings of the template."""
    names = set().union(*(column.names() for sheet in SHEETS for column in sheet.columns))
    cells = (
        cell
        for line in text.splitlines()[:20]
        for part in line.split(_delimiter(text))
        for cell in [part.strip('" ')]
    )
    return sum(folded(unit_of(cell)[0]) in names for cell in cells if cell)


def _delimiter(text: str) -> str:
    """Return the sign that parts the first lines into the same number of cells, into the most."""
    lines = [line for line in text.splitlines()[:30] if line.strip()]
    if not lines:
        return ","
    return max(_DELIMITERS, key=lambda sign: (sum(sign in line for line in lines[:5]), lines[0].count(sign)))
