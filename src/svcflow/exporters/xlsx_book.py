"""Workbooks as files: texts stay texts, and the same workbook gives the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

from svcflow.exporters.look import Look
from svcflow.exporters.markup import printable
from svcflow.finding import CannotDo
from svcflow.i18n import msg
from svcflow.model.workspace import SheetSize
from svcflow.text.cells import cells

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = [
    "LONGEST", "Looks", "new_book", "packed_book", "put", "safe_text", "set_height", "set_page",
    "set_widths", "sheet_name",
]  # fmt: skip

LONGEST = 32767
"""Characters that a cell can hold."""

_APP = "docProps/app.xml"
_APP_XML = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>svcflow</Application></Properties>"
)
_TIMES = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")
_COUNT = re.compile(r"[1-9]\d{0,8}|0")
_CODE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_NARROWEST, _WIDEST, _HEAD = 9, 60, 14
_STILL_WIDE, _PAPER = 16, 150
"""The least limit of wide columns, and what fits across A4 in letters of about 8 points; both in characters."""
_READABLE = 240
"""What fits across paper in the smallest letters that can be read, in characters."""
_PAPER_CODES = {SheetSize.A4: 9, SheetSize.LETTER: 1}
_LINE, _HIGHEST = 13.5, 400.0  # points


class Looks:
    """The fonts, fills and borders of our sheets, in a language, and the paper; colours are those of a look."""

    def __init__(self, language: str, look: Look | None = None) -> None:
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

        tag = language.lower()
        name = (
            "Microsoft JhengHei"
            if "hant" in tag
            else "Microsoft YaHei"
            if tag.startswith("zh")
            else "Calibri"
        )
        look = look or Look()
        self.paper = look.paper

        def color(ours: str) -> str:
            return look.colored(f"#{ours}").removeprefix("#").upper()

        line = Side(style="thin", color=color("9aa7b5"))
        self.text = Font(name=name, size=10)
        self.bold = Font(name=name, size=10, bold=True)
        self.title = Font(name=name, size=15, bold=True)
        self.quiet = Font(name=name, size=10, color=color("5a6572"))
        self.head = PatternFill("solid", fgColor=color("dfecfa"))
        self.sample = PatternFill("solid", fgColor="F5F0FB")
        self.border = Border(left=line, right=line, top=line, bottom=line)
        self.wrapped = Alignment(wrap_text=True, vertical="top", horizontal="left")
        self.middle = Alignment(wrap_text=True, vertical="top", horizontal="center")
        self.plain = Alignment(wrap_text=False, vertical="center")


def new_book() -> Workbook:
    """Return a workbook without sheets; raises CannotDo when openpyxl is not installed."""
    try:
        from openpyxl import Workbook
    except ImportError:
        raise CannotDo(
            msg("spreadsheets need openpyxl, which is not installed"),
            msg("install it with the other parts: pip install 'svcflow[documents]'"),
        ) from None
    book = Workbook()
    book.remove(book.active)
    return book


def safe_text(text: str) -> str:
    """Return a text as a cell can hold it: without controls, and with ``_x000D_`` told from a coded return."""
    plain = printable(text.replace("\r\n", "\n").replace("\r", "\n"))
    return _CODE.sub("_x005F_", plain)[:LONGEST]


def put(sheet: Worksheet, row: int, column: int, text: str, **looks: Any) -> Cell:
    """Write a text into a cell: a whole number as a number, everything else as text, never as a formula."""
    cell: Cell = sheet.cell(row, column)
    if _COUNT.fullmatch(text):
        cell.value = int(text)
    elif text:
        cell.value = safe_text(text)
        cell.data_type = "s"
        if text[0] in "=+-@\t":
            cell.quotePrefix = True
    for name, value in looks.items():
        setattr(cell, name, value)
    return cell


def sheet_name(wanted: str, taken: list[str]) -> str:
    """Return a name that a sheet can have and that no other sheet has."""
    plain = " ".join(_NOT_IN_NAMES.sub(" ", printable(wanted)).split()).strip("'")[:31].strip() or "-"
    known = {name.casefold() for name in taken}
    name, count = plain, 2
    while name.casefold() in known or name.casefold() == "history":  # a name that Excel keeps for itself
        name = f"{plain[:27]} {count}"
        count += 1
    return name


def set_widths(sheet: Worksheet, texts: dict[int, list[str]], *, printed: bool = False) -> None:
    """Make each column as wide as its texts, within limits; beyond them texts wrap, heads (the first text) sooner.

    Where a sheet is ``printed``, wide columns are narrowed so that all can be read on paper, if that is possible.
    """
    from openpyxl.utils import get_column_letter

    widths = {column: _width(*found) for column, found in texts.items()}
    if printed:
        widths = _narrowed(widths)
    for column, wide in widths.items():
        sheet.column_dimensions[get_column_letter(column)].width = wide


def _width(head: str, *others: str) -> int:
    lines = [cells(printable(line)) for text in others for line in text.splitlines()]
    return min(_WIDEST, max(_NARROWEST, max([min(_HEAD, cells(head)), *lines]) + 2))


def _narrowed(widths: dict[int, int]) -> dict[int, int]:
    """Return widths of which the largest are cut to the largest limit with which the sheet fits on paper."""
    for limit in range(_WIDEST, _STILL_WIDE - 1, -1):
        cut = {column: min(wide, limit) for column, wide in widths.items()}
        if sum(cut.values()) <= _PAPER:
            return cut
    return widths


def set_height(sheet: Worksheet, row: int, texts: dict[int, str]) -> None:
    """Make a row as high as its wrapped texts, given by their columns; not every program does so by itself."""
    from openpyxl.utils import get_column_letter

    most = 1
    for column, text in texts.items():
        room = max(1.0, sheet.column_dimensions[get_column_letter(column)].width - 1.5)
        most = max(most, sum(max(1, -(-cells(printable(line)) // int(room))) for line in text.split("\n")))
    if most > 1:
        sheet.row_dimensions[row].height = min(_HIGHEST, most * _LINE + 3)


def set_page(sheet: Worksheet, title: str, head: int | None, paper: SheetSize = SheetSize.A4) -> None:
    """Set up printing: paper laid across, the head row on each page, title and page number below.

    All columns stand on a page as long as they can be read there; of wider sheets the first two stand on each.
    """
    across = _pages_across(sheet)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _PAPER_CODES[paper]
    sheet.page_setup.fitToWidth = across
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    if head:
        sheet.print_title_rows = f"{head}:{head}"
    if across > 1:
        sheet.print_title_cols = "A:B"
    sheet.HeaderFooter.scaleWithDoc = False
    short = " ".join(safe_text(title).split())[:120]
    sheet.oddFooter.left.text = short.replace("&", "&&")
    sheet.oddFooter.right.text = "&P / &N"


def _pages_across(sheet: Worksheet) -> int:
    """Return on how many pages beside each other a sheet is printed so that it can be read."""
    wide = sum(column.width for column in sheet.column_dimensions.values())
    return max(1, -(-int(wide) // _READABLE)) if wide > _READABLE else 1


def packed_book(book: Workbook, title: str) -> bytes:
    """Return a workbook as a file.

    The application's name comes second, not compressed: by it svcflow knows its own files. Times are those of no day.
    """
    book.properties.title = safe_text(title)
    book.properties.creator = "svcflow"
    raw = io.BytesIO()
    book.save(raw)
    written = io.BytesIO()
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(written, "w") as file:
        names = [name for name in source.namelist() if name not in {_APP, "[Content_Types].xml"}]
        _add(file, "[Content_Types].xml", source.read("[Content_Types].xml"))
        _add(file, _APP, _APP_XML.encode(), zipfile.ZIP_STORED)
        for name in names:
            data = source.read(name)
            if name == "docProps/core.xml":
                data = _TIMES.sub(rb"\g<1>1980-01-01T00:00:00Z", data)
            _add(file, name, data)
    return written.getvalue()


def _add(file: zipfile.ZipFile, name: str, data: bytes, method: int = zipfile.ZIP_DEFLATED) -> None:
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.create_system = 0
    file.writestr(entry, data, method)
