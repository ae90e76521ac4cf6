"""Documents as PDF: pages with running heads and feet, contents, bookmarks, and pictures as vectors."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from svcflow.documents.outline import Page, Picture, Signatures, StepCard, Table
from svcflow.exporters.fonts import shown_text
from svcflow.exporters.pdf.columns import column_widths, is_matrix
from svcflow.exporters.pdf.texts import cleaned
from svcflow.exporters.pdf.typesetting import Pdf, fonts_for, sheet_of, typeset
from svcflow.exporters.templating import MARK, worth_showing
from svcflow.i18n import translator
from svcflow.text.widths import width

if TYPE_CHECKING:
    from svcflow.documents.outline import Block, Outline

__all__ = ["to_pdf"]

_ROOM = {Page.PORTRAIT: 56.4, Page.LANDSCAPE: 85.4, Page.CARD: 40.0}
"""Width of a page's tables, in em of their type."""
_LONG_DOCUMENT = 6
"""From so many sections on, a document has a table of contents and numbered headings."""
_SHORT = 15.0
"""Facts up to this width, in em, stand two in a row."""
_ROOM_OF_CARD = 48.0
_KEPT_LINES = 26
"""Cards of up to so many lines stay on one page: about two fifths of it."""
_LONG_ROW = 40
"""Rows of more lines than this may be parted by the end of a page."""


def to_pdf(
    document: Outline,
    pictures: Mapping[str, Sequence[str]] | None = None,
    *,
    date: dt.date | None = None,
    standard: str = "",
) -> Pdf:
    """Return a document as PDF; the same document gives the same bytes.

    ``pictures`` gives, by the name of the view, its SVG; several follow each other, and a page may break between them.
    ``date`` is what the file says of itself; the standards for archives ask for one. ``standard`` is one of the
    `PDF_STANDARDS`. Raises CannotDo when typst is not installed, and when the standard cannot be kept.
    """
    shown = {view: list(svgs) for view, svgs in (pictures or {}).items() if svgs}
    data = cleaned(_data(document, shown, date))
    texts = "".join(_strings(data)) + "".join(shown_text(svg) for svgs in shown.values() for svg in svgs)
    for block in (block for section in data["sections"] for block in section["blocks"]):
        if block["kind"] == "picture":
            block["sheets"] = [sheet_of(svg) for svg in shown[block["view"]]]
    return typeset("document.typ", data, texts, standard)


def _data(document: Outline, pictures: Mapping[str, Sequence[str]], date: dt.date | None) -> dict[str, Any]:
    t = translator(document.language)
    sections = [section for section in document.sections if worth_showing(section, pictures)]
    shows = _Blocks(document.page, pictures)
    return {
        "title": document.title,
        "kind": document.kind,
        "organization": document.organization,
        "author": [document.organization] if document.organization else [],
        "description": document.kind,
        "mark": MARK,
        "date": {"year": date.year, "month": date.month, "day": date.day} if date else None,
        "page": str(document.page),
        "paper": "a4",
        "control": _packed(document.control.pairs, 17.0),
        "running": " · ".join(document.running) or document.title,
        "contents": document.page is not Page.CARD and len(sections) >= _LONG_DOCUMENT,
        "labels": {
            "contents": t("Contents"),
            "page": t("Page {page} of {pages}"),
            "moment": t.term("moment of truth"),
        },
        "sections": [{"title": one.title, "blocks": list(shows.all(one.blocks))} for one in sections],
    } | fonts_for(document.language)


class _Blocks:
    """Blocks of an outline as data for the templates: with widths, and with what may be parted by the end of a page."""

    def __init__(self, page: Page, pictures: Mapping[str, Sequence[str]]) -> None:
        self._room = _ROOM[page]
        self._pictures = pictures

    def all(self, blocks: Sequence[Block]) -> Iterator[dict[str, Any]]:
        makers: dict[type, Callable[[Any], dict[str, Any]]] = {
            Table: self._table, Signatures: self._table, StepCard: self._card,
        }  # fmt: skip
        for block in blocks:
            if isinstance(block, Picture) and block.view not in self._pictures:
                continue
            yield asdict(block) | makers.get(type(block), lambda _: {})(block)

    def _table(self, table: Table | Signatures) -> dict[str, Any]:
        widths = column_widths(table.headers, table.rows, self._room)
        matrix = is_matrix(table.headers, table.rows)
        narrow = min(widths[1:], default=0.0) - 0.7
        return {
            "columns": widths,
            "matrix": matrix,
            "turned": matrix
            and any(
                width(word) > narrow for head in table.headers[1:] for word in head.split() if word.isascii()
            ),
            "long": [_lines(row, widths) > _LONG_ROW for row in table.rows],
        }

    def _card(self, card: StepCard) -> dict[str, Any]:
        facts = _packed(card.facts, _SHORT)
        notes = [item for _, items in card.notes for item in items]
        lines = len(facts) + sum(_lines((line,), (_ROOM_OF_CARD,)) for line in (*card.instructions, *notes))
        return {"facts": facts, "keep": lines + len(card.notes) <= _KEPT_LINES, "plain": False}


def _packed(pairs: Sequence[tuple[str, str]], short: float) -> list[list[tuple[str, str]]]:
    """Return facts in rows: short ones that follow each other by two."""
    rows: list[list[tuple[str, str]]] = []
    for pair in pairs:
        fits = bool(pair[0]) and "\n" not in pair[1] and width(pair[1]) <= short
        if fits and rows and len(rows[-1]) == 1 and _is_short(rows[-1][0], short):
            rows[-1].append(pair)
        else:
            rows.append([pair])
    return rows


def _is_short(pair: tuple[str, str], short: float) -> bool:
    return bool(pair[0]) and "\n" not in pair[1] and width(pair[1]) <= short


def _lines(cells: Sequence[str], widths: Sequence[float]) -> int:
    """Return how many lines the highest of several cells takes, about."""
    return max(
        sum(int(width(line) / wide) + 1 for line in cell.split("\n"))
        for cell, wide in zip(cells, widths, strict=True)
    )


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)
