"""Native tables: head rows repeat on every page, rows stay whole, columns are as wide as their texts ask for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from svcflow.exporters.columns import column_widths as even_widths
from svcflow.exporters.columns import evenly, is_matrix
from svcflow.exporters.docx.columns import column_widths, is_short, lines_of, text_width
from svcflow.exporters.docx.desk import CELL, SMALL_CELL
from svcflow.exporters.docx.elements import Element, el, paragraph, runs

if TYPE_CHECKING:
    from svcflow.documents.outline import Facts, Signatures, Table
    from svcflow.exporters.docx.desk import Desk

__all__ = [
    "cell",
    "control_table",
    "facts_table",
    "frame",
    "keep_with_next",
    "row",
    "signature_table",
    "table",
]

_PADDING = 230
_NARROW_PADDING = 130
_MANY = 8
"""From so many columns on, cells have less padding and smaller type."""
_SIGNED = 737
"""The height of a row to be signed, in twips: 13 mm."""
_SIGNED_TOGETHER = 6
"""So many rows to be signed stay on one page, under their head."""
_TALL = 18
"""A row of more lines may be broken between pages."""


def table(desk: Desk, block: Table) -> list[Element]:
    """Return a table."""
    return [_grid(desk, block.headers, block.rows, "svc Table")]


def signature_table(desk: Desk, block: Signatures) -> list[Element]:
    """Return a table whose rows have room for a signature."""
    return [_grid(desk, block.headers, block.rows, "svc Signatures", _SIGNED)]


def _grid(
    desk: Desk, headers: Sequence[str], rows: Sequence[Sequence[str]], style: str, height: int = 0
) -> Element:
    many = len(headers) >= _MANY
    padding = _NARROW_PADDING if many else _PADDING
    small = "Small " if many else ""
    size = (SMALL_CELL if many else CELL) * desk.zoom
    widths = _widths(desk, headers, rows, size, padding)
    middle = [is_short(column) and not height for column in zip(*rows, strict=True)] or [False] * len(headers)
    if is_matrix(headers, rows):
        middle = [middle[0], *[True] * (len(headers) - 1)]
    made = frame(desk, style, widths, first_row=True, padding=55 if many else 0)
    head = [
        cell(
            width,
            _said(desk, f"svc {small}Cell Head", _title(text, width - padding, size), center),
            v_align="center",
        )
        for width, text, center in zip(widths, headers, middle, strict=True)
    ]
    made.children.append(row(head, head_row=True))
    for texts in rows:
        lines = max(lines_of(text, width - padding, size) for text, width in zip(texts, widths, strict=True))
        place = "center" if height or lines <= 2 else ""
        cells = [
            cell(width, _said(desk, f"svc {small}Cell", text, center), v_align=place)
            for width, text, center in zip(widths, texts, middle, strict=True)
        ]
        # LibreOffice loses the rows after a first one that may not be broken and ends with its page.
        first = texts is rows[0] and not height
        made.children.append(row(cells, height=height, whole=lines <= _TALL and not first))
    if len(rows) > 1:
        together = len(rows) + 1 if height and len(rows) <= _SIGNED_TOGETHER else 2
        keep_with_next(made.children[-together:-1])  # no last row alone on a page
    return made


def _widths(
    desk: Desk, headers: Sequence[str], rows: Sequence[Sequence[str]], size: float, padding: int
) -> list[int]:
    """Return the widths of columns; those of a matrix are alike after the first."""
    if not is_matrix(headers, rows):
        return column_widths(headers, rows, desk.room, size, padding)
    parts = even_widths(headers, rows, desk.room / size / 20)
    rest = [int(part * size * 20) for part in parts[1:]]
    return [desk.room - sum(rest), *rest]


def _title(text: str, room: float, size: float) -> str:
    """Return a title in lines of about the same length where it needs several."""
    return evenly(text, room / size / 20 / 1.08) if lines_of(text, room / 1.08, size) > 1 else text


def _said(desk: Desk, style: str, text: str, center: bool) -> list[Element]:
    middle = el("w:jc", w_val="center") if center else None
    return [paragraph(desk.styles[style], *runs(text), jc=middle)]


def facts_table(desk: Desk, block: Facts) -> list[Element]:
    """Return labels with what is said of each, one a row; what has no label is a paragraph above."""
    labelled = [(label, value) for label, value in block.pairs if label]
    loose = [paragraph(desk.styles["Normal"], *runs(value)) for label, value in block.pairs if not label]
    if not labelled:
        return loose
    size = CELL * desk.zoom
    widest = max(text_width(label, size * 1.1) for label, _ in labelled)
    first = int(min(max(widest + _PADDING, desk.room / 6), desk.room * 3 / 10))
    widths = [first, desk.room - first]
    made = frame(desk, "svc Facts", widths, first_column=True)
    for label, value in labelled:
        cells = [
            cell(widths[0], _said(desk, "svc Cell Head", label, center=False)),
            cell(widths[1], _said(desk, "svc Cell", value, center=False)),
        ]
        made.children.append(row(cells, whole=lines_of(value, widths[1] - _PADDING, size) <= _TALL))
    return [*loose, made]


def control_table(desk: Desk, facts: Facts) -> Element:
    """Return the block that identifies a document: two facts a row, long ones alone."""
    label, value = desk.room * 17 // 100, desk.room * 33 // 100
    widths = [label, value, label, desk.room - 2 * label - value]
    made = frame(desk, "svc Control", widths)
    for pair in _in_pairs(facts.pairs, value - _PADDING, CELL * desk.zoom):
        cells: list[Element] = []
        for name, text in pair:
            cells.append(
                cell(label, _said(desk, "svc Label", name, center=False), fill="F5F7FA", v_align="center")
            )
            alone = len(pair) == 1
            room = desk.room - label if alone else value
            said = _said(desk, "svc Cell", text, center=False)
            cells.append(cell(room, said, span=3 if alone else 1, v_align="center"))
        made.children.append(row(cells))
    return made


def _in_pairs(pairs: Sequence[tuple[str, str]], room: int, size: float) -> list[Sequence[tuple[str, str]]]:
    """Put two facts in a row, then those that need more than a line, each alone."""
    long = [pair for pair in pairs if lines_of(pair[1], room, size) > 1]
    short = [pair for pair in pairs if pair not in long]
    return [*(short[place : place + 2] for place in range(0, len(short), 2)), *([pair] for pair in long)]


def frame(
    desk: Desk,
    style: str,
    widths: Sequence[int],
    *,
    first_row: bool = False,
    first_column: bool = False,
    padding: int = 0,
) -> Element:
    """Return a table without rows yet; ``padding`` is that at the sides of cells, 0 for the style's."""
    properties = el(
        "w:tblPr",
        el("w:tblStyle", w_val=desk.styles[style]),
        el("w:tblW", w_w=sum(widths), w_type="dxa"),
        el("w:tblLayout", w_type="fixed"),
    )
    if padding:
        sides = (el(f"w:{side}", w_w=padding, w_type="dxa") for side in ("left", "right"))
        properties.children.append(el("w:tblCellMar", *sides))
    look = el("w:tblLook", w_val=_look(first_row=first_row, first_column=first_column))
    settings = (("firstRow", first_row), ("lastRow", 0), ("firstColumn", first_column), ("lastColumn", 0))
    for name, on in (*settings, ("noHBand", 1), ("noVBand", 1)):
        look.attributes[f"w:{name}"] = int(on)
    properties.children.append(look)
    grid = el("w:tblGrid", *(el("w:gridCol", w_w=width) for width in widths))
    return el("w:tbl", properties, grid)


def keep_with_next(rows: Sequence[Element]) -> None:
    """Keep rows on the page of the next one."""
    for properties in (found for one in rows for found in one.walk() if found.name == "w:pPr"):
        if properties.child("w:keepNext") is None:
            properties.children.insert(1, el("w:keepNext"))


def _look(*, first_row: bool, first_column: bool) -> str:
    return f"{0x0600 | (0x20 if first_row else 0) | (0x80 if first_column else 0):04X}"


def row(cells: Sequence[Element], *, head_row: bool = False, whole: bool = True, height: int = 0) -> Element:
    """Return a row; ``head_row`` repeats it on every page, ``whole`` keeps it on one."""
    properties = el("w:trPr")
    if whole:
        properties.children.append(el("w:cantSplit"))
    if height:
        properties.children.append(el("w:trHeight", w_val=height, w_hRule="atLeast"))
    if head_row:
        properties.children.append(el("w:tblHeader"))
    return el("w:tr", *([properties] if properties.children else []), *cells)


def cell(
    width: int, content: Sequence[Element], *, span: int = 1, fill: str = "", v_align: str = ""
) -> Element:
    """Return a cell over ``span`` columns; ``fill`` is its ground as RRGGBB."""
    properties = el("w:tcPr", el("w:tcW", w_w=width, w_type="dxa"))
    if span > 1:
        properties.children.append(el("w:gridSpan", w_val=span))
    if fill:
        properties.children.append(el("w:shd", w_val="clear", w_color="auto", w_fill=fill))
    if v_align:
        properties.children.append(el("w:vAlign", w_val=v_align))
    return el("w:tc", properties, *content)
