"""A document as a workbook: a sheet for each section that has tables, and one for what is no table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from svcflow.documents.outline import (
    Bullets,
    Checks,
    Facts,
    Gap,
    Paragraph,
    Signatures,
    StepCard,
    Table,
    leads,
)
from svcflow.exporters.columns import is_matrix
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

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from svcflow.documents.outline import Block, Outline, Section
    from svcflow.exporters.look import Look
    from svcflow.i18n import Translator

__all__ = ["to_xlsx"]

Lines = list[tuple[str, ...]]


def to_xlsx(outline: Outline, look: Look | None = None) -> bytes:
    """Return a document as a workbook, on the paper and in the colour of a look; the same document, the same bytes.

    Tables have a bold head row, a filter, and columns as wide as their texts; what is no table stands on the first
    sheet. Pictures are left out. Raises CannotDo when openpyxl is not installed.
    """
    book, looks, t = new_book(), Looks(outline.language, look), translator(outline.language)
    loose = [(section, _loose(section)) for section in outline.sections]
    _first(book, outline, [(section, lines) for section, lines in loose if lines], looks)
    for section in outline.sections:
        tables = list(_tables(section, t))
        if tables:
            _Sheet(book, outline, section.title, looks).write(tables)
    return packed_book(book, outline.title)


def _subtitle(outline: Outline) -> str:
    return " · ".join(filter(None, [outline.kind, outline.organization, *outline.running]))


class _Sheet:
    """A sheet of one section: title block, then its tables below each other."""

    def __init__(self, book: Workbook, outline: Outline, title: str, looks: Looks) -> None:
        self.sheet: Worksheet = book.create_sheet(sheet_name(title, book.sheetnames))
        self.looks, self.outline, self.title = looks, outline, title
        self.texts: dict[int, list[str]] = {}
        self.rows: dict[int, dict[int, str]] = {}
        put(self.sheet, 1, 1, f"{outline.title} · {title}", font=looks.title)
        put(self.sheet, 2, 1, _subtitle(outline), font=looks.quiet)
        self.row = 4

    def write(self, tables: Sequence[Table]) -> None:
        heads = [self._table(table) for table in tables]
        longest = max(range(len(tables)), key=lambda place: len(tables[place].rows))
        table, head = tables[longest], heads[longest]
        if table.rows:
            end = self.sheet.cell(head + len(table.rows), len(table.headers)).coordinate
            self.sheet.auto_filter.ref = f"{self.sheet.cell(head, 1).coordinate}:{end}"
        single = len(tables) == 1
        if single:
            self.sheet.freeze_panes = self.sheet.cell(head + 1, 2 if len(table.headers) > 2 else 1)
        set_widths(self.sheet, self.texts, printed=True)
        for row, texts in self.rows.items():
            set_height(self.sheet, row, texts)
        set_page(
            self.sheet, f"{self.outline.title} · {self.title}", head if single else None, self.looks.paper
        )

    def _table(self, table: Table) -> int:
        """Write a table and return the row of its head."""
        head, looks = self.row, self.looks
        alike = is_matrix(table.headers, table.rows)
        for place, row in enumerate((table.headers, *table.rows)):
            self.rows[head + place] = dict(enumerate(row, 1))
            for column, text in enumerate(row, 1):
                middle = alike and column > 1
                style = {"font": looks.text} if place else {"font": looks.bold, "fill": looks.head}
                put(
                    self.sheet,
                    head + place,
                    column,
                    text,
                    alignment=looks.middle if middle else looks.wrapped,
                    border=looks.border,
                    **style,
                )
                self.texts.setdefault(column, []).append(text)
        self.row = head + len(table.rows) + 2
        return head


def _first(book: Workbook, outline: Outline, sections: Sequence[tuple[Section, Lines]], looks: Looks) -> None:
    """Write the sheet of what is no table: what identifies the document, then texts under their headings."""
    sheet = book.create_sheet(sheet_name(outline.kind or outline.title, book.sheetnames))
    put(sheet, 1, 1, outline.title, font=looks.title)
    put(sheet, 2, 1, _subtitle(outline), font=looks.quiet)
    sheet.column_dimensions["A"].width = 28
    sheet.column_dimensions["B"].width = 90
    row = 4
    for label, value in outline.control.pairs:
        put(sheet, row, 1, label, font=looks.bold, alignment=looks.wrapped)
        put(sheet, row, 2, value, font=looks.text, alignment=looks.wrapped)
        set_height(sheet, row, {2: value})
        row += 1
    for section, lines in sections:
        row += 1
        put(sheet, row, 1, section.title, font=looks.bold, fill=looks.head)
        put(sheet, row, 2, "", fill=looks.head)
        row += 1
        for line in lines:
            for column, text in enumerate(line if len(line) > 1 else ("", *line), 1):
                put(sheet, row, column, text, font=looks.text, alignment=looks.wrapped)
            set_height(sheet, row, {2: line[-1]})
            row += 1
    set_page(sheet, outline.title, None, looks.paper)


def _loose(section: Section) -> Lines:
    """Return the texts of a section that are no tables, in pairs where they have labels."""
    following = [*section.blocks[1:], None]
    return [
        line
        for block, after in zip(section.blocks, following, strict=True)
        if not (isinstance(after, Checks) and leads(block, after))
        for line in _lines(block)
    ]


def _lines(block: Block) -> Iterator[tuple[str, ...]]:
    if isinstance(block, Paragraph | Gap):
        yield (block.text,)
    elif isinstance(block, Bullets):
        marks = (f"{number}." if block.numbered else "•" for number in range(1, len(block.items) + 1))
        yield from zip(marks, block.items, strict=True)
    elif isinstance(block, Facts):
        yield from block.pairs


def _tables(section: Section, t: Translator) -> Iterator[Table]:
    cards = [block for block in section.blocks if isinstance(block, StepCard)]
    if cards:
        yield _steps(cards, t)
    head = section.title
    for block, after in zip(section.blocks, [*section.blocks[1:], None], strict=True):
        if isinstance(after, Checks) and isinstance(block, Facts) and leads(block, after):
            head = block.pairs[0][1]
        elif isinstance(block, Table):
            yield block
        elif isinstance(block, Signatures):
            yield Table(block.headers, block.rows)
        elif isinstance(block, Checks):
            yield Table(("", head), tuple(("☐", item) for item in block.items))
            head = section.title


def _steps(cards: Sequence[StepCard], t: Translator) -> Table:
    """Return the cards of steps as a table: a row a step, a column for each thing that is said of some step."""
    labels = list(dict.fromkeys(label for card in cards for label, _ in card.facts))
    notes = list(dict.fromkeys(label for card in cards for label, _ in card.notes))
    rows = []
    for card in cards:
        facts, noted = dict(card.facts), dict(card.notes)
        cells = [
            card.number,
            card.name,
            *(facts.get(label, "") for label in labels),
            "\n".join(card.instructions),
        ]
        rows.append((*cells, *("\n".join(noted.get(label, ())) for label in notes)))
    return Table((t("No."), t("Step"), *labels, t("Instructions"), *notes), tuple(rows))
