"""A process as the workbook that people fill in and send back; and the template without a process."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from svcflow.exporters.bpmn.data import plain
from svcflow.exporters.xlsx_book import (
    Looks,
    new_book,
    packed_book,
    put,
    set_height,
    set_page,
    set_widths,
    sheet_name,
)
from svcflow.i18n import translator
from svcflow.interchange.sheets.column import Column, Kind
from svcflow.interchange.sheets.fill import Filled, fill
from svcflow.interchange.sheets.sample import sample
from svcflow.interchange.sheets.template import SHEETS
from svcflow.interchange.sheets.words import choices, yes_no

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from svcflow.analyzers.context import ProcessContext
    from svcflow.i18n import Message, Translator

__all__ = ["export", "to_template", "to_workbook"]

_ROOM = 300
"""Rows below the head that offer the words of closed lists."""
_WIDTHS = {Kind.TEXTS: 44, Kind.BRANCHES: 40, Kind.TEXT: 30, Kind.CONTROLS: 40}
_FILLED_FIRST = 2
_ON_A_PAGE = 14
"""Columns that can be read when they are printed on one page."""


def export(context: ProcessContext, language: str | None = None) -> tuple[bytes, tuple[Message, ...]]:
    """Return a process as a filled template; nothing of it is lost."""
    return to_workbook(plain(context.process), language or context.language), ()


def to_workbook(data: dict[str, Any], language: str) -> bytes:
    """Return the template filled with a process, given as its plain data; sheets with nothing in them are left out."""
    filled = [one for one in fill(data, language) if any(map(any, one.rows))]
    name = next((row[1] for one in filled if one.sheet.single for row in one.rows), "")
    return _book(filled, language, name)


def to_template(language: str) -> bytes:
    """Return the empty template: notes that explain each column, lists to choose from, and an example row."""
    rows, t = sample(language), translator(language)
    filled = [Filled(sheet, rows.get(sheet.section, []) if not sheet.inside else []) for sheet in SHEETS]
    return _book(filled, language, t("Process template"), example=True)


def _book(filled: list[Filled], language: str, title: str, *, example: bool = False) -> bytes:
    book, looks, t = new_book(), Looks(language), translator(language)
    for one in filled:
        sheet = book.create_sheet(sheet_name(one.sheet.title.render(t), book.sheetnames))
        _Sheet(sheet, one, looks, t, example=example).write()
    book.active = min(1, len(book.sheetnames) - 1)  # the steps, behind what identifies the process
    return packed_book(book, title)


def _columns(filled: Filled) -> list[Column]:
    return [column for column in filled.sheet.columns if not column.read_only]


class _Sheet:
    """Writes one sheet: heads with notes, rows, lists to choose from."""

    def __init__(
        self, sheet: Worksheet, filled: Filled, looks: Looks, t: Translator, *, example: bool
    ) -> None:
        self.sheet, self.filled, self.looks, self.t, self.example = sheet, filled, looks, t, example
        self.columns = _columns(filled)

    def write(self) -> None:
        if self.filled.sheet.single:
            self._pairs()
        else:
            self._table()

    def _pairs(self) -> None:
        """Write the sheet of one entry: a heading and a value a row."""
        self.sheet.column_dimensions["A"].width = 26
        self.sheet.column_dimensions["B"].width = 80
        values = self.filled.rows[0] if self.filled.rows else ("",) * len(self.columns)
        for row, (column, value) in enumerate(zip(self.columns, values, strict=True), 1):
            self._head(row, 1, column)
            self._value(row, 2, value)
            self._choices(column, f"B{row}")
            set_height(self.sheet, row, {2: value})
        set_page(self.sheet, self.sheet.title, None)

    def _table(self) -> None:
        from openpyxl.utils import get_column_letter

        texts: dict[int, list[str]] = {}
        for place, column in enumerate(self.columns, 1):
            self._head(1, place, column)
            for row, line in enumerate(self.filled.rows, 2):
                self._value(row, place, line[place - 1])
            texts[place] = [column.title.render(self.t), *(line[place - 1] for line in self.filled.rows)]
            letter = get_column_letter(place)
            self._choices(column, f"{letter}2:{letter}{_ROOM}")
        set_widths(self.sheet, texts)
        self._room()
        heads = tuple(found[0] for found in texts.values())
        for row, line in enumerate((heads, *self.filled.rows), 1):
            set_height(self.sheet, row, dict(enumerate(line, 1)))
        self.sheet.freeze_panes = self.sheet.cell(2, _FILLED_FIRST + 1 if len(self.columns) > 4 else 1)
        self.sheet.auto_filter.ref = (
            f"A1:{get_column_letter(len(self.columns))}{max(2, len(self.filled.rows) + 1)}"
        )
        set_page(self.sheet, self.sheet.title, 1)
        if len(self.columns) > _ON_A_PAGE:  # on several pages side by side, the step on each
            self.sheet.page_setup.fitToWidth = 0
            self.sheet.sheet_properties.pageSetUpPr.fitToPage = False
            self.sheet.print_title_cols = "A:B"

    def _room(self) -> None:
        """Give columns that will hold longer texts room for them."""
        from openpyxl.utils import get_column_letter

        for place, column in enumerate(self.columns, 1):
            dimension = self.sheet.column_dimensions[get_column_letter(place)]
            dimension.width = max(dimension.width, _WIDTHS.get(column.kind, 14) if self.example else 0)

    def _head(self, row: int, place: int, column: Column) -> None:
        from openpyxl.comments import Comment

        looks = self.looks
        cell = put(
            self.sheet, row, place, column.title.render(self.t), font=looks.bold, fill=looks.head,
            border=looks.border, alignment=looks.wrapped,
        )  # fmt: skip
        note = Comment(column.note.render(self.t), "svcflow")
        note.width, note.height = 320, 90
        cell.comment = note

    def _value(self, row: int, place: int, text: str) -> None:
        looks = self.looks
        style: dict[str, Any] = {"font": looks.text, "border": looks.border, "alignment": looks.wrapped}
        if self.example and text:
            style["fill"] = looks.sample
        put(self.sheet, row, place, text, **style)

    def _choices(self, column: Column, cells: str) -> None:
        """Offer the words of a closed list; other words can be written too, and are reported when they are read."""
        from openpyxl.worksheet.datavalidation import DataValidation

        words = [yes_no(value, self.t.language) for value in (True, False)] if column.kind is Kind.YES else []
        words = choices(column.words, self.t.language) if column.words is not None else words
        listed = ",".join(words)
        if words and len(listed) <= 250 and not any("," in word or '"' in word for word in words):
            rule = DataValidation(type="list", formula1=f'"{listed}"', allow_blank=True, errorStyle="warning")
            self.sheet.add_data_validation(rule)
            rule.add(cells)
