"""Documents as PDF: pages with running heads and feet, contents, bookmarks, and pictures as vectors."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from svcflow.documents.outline import Page
from svcflow.exporters.fonts import shown_text
from svcflow.exporters.look import Look
from svcflow.exporters.pdf.blocks import Blocks, packed
from svcflow.exporters.pdf.texts import cleaned
from svcflow.exporters.pdf.typesetting import Pdf, fonts_for, sheet_of, theme_colors, typeset
from svcflow.exporters.templating import MARK, worth_showing
from svcflow.i18n import translator
from svcflow.model.workspace import SheetSize

if TYPE_CHECKING:
    from svcflow.documents.outline import Outline
    from svcflow.load.images import Image

__all__ = ["to_pdf"]

_SHORT_CONTROL = 17.0
"""Facts of the control block up to this width, in em, stand two in a row."""
_PAPERS = {SheetSize.A4: "a4", SheetSize.LETTER: "us-letter"}
_LONG_DOCUMENT = 6
"""From so many sections on, a document has a table of contents and numbered headings."""


def to_pdf(
    document: Outline,
    pictures: Mapping[str, Sequence[str]] | None = None,
    *,
    date: dt.date | None = None,
    standard: str = "",
    look: Look | None = None,
) -> Pdf:
    """Return a document as PDF; the same document gives the same bytes.

    ``pictures`` gives, by the name of the view, its SVG; several follow each other, and a page may break between them.
    ``date`` is what the file says of itself; the standards for archives ask for one. ``standard`` is one of the
    `PDF_STANDARDS`, ``look`` tells logo, colours and paper. Raises CannotDo when typst is not installed,
    and when the standard cannot be kept.
    """
    shown = {view: list(svgs) for view, svgs in (pictures or {}).items() if svgs}
    look = look or Look()
    data = cleaned(_data(document, shown, date)) | {
        "paper": _PAPERS[look.paper], "colors": theme_colors(look.colored),
    }  # fmt: skip
    texts = "".join(_strings(data)) + "".join(shown_text(svg) for svgs in shown.values() for svg in svgs)
    data["logo"] = _placed(look.logo) if look.logo else None
    for block in (block for section in data["sections"] for block in section["blocks"]):
        if block["kind"] == "picture":
            block["sheets"] = [sheet_of(svg) for svg in shown[block["view"]]]
    return typeset("document.typ", data, texts, standard)


def _data(document: Outline, pictures: Mapping[str, Sequence[str]], date: dt.date | None) -> dict[str, Any]:
    t = translator(document.language)
    sections = [section for section in document.sections if worth_showing(section, pictures)]
    shows = Blocks(document.page, pictures, t)
    return {
        "title": document.title,
        "kind": document.kind,
        "organization": document.organization,
        "author": [document.organization] if document.organization else [],
        "description": document.kind,
        "mark": MARK,
        "date": {"year": date.year, "month": date.month, "day": date.day} if date else None,
        "page": str(document.page),
        "control": packed(document.control.pairs, _SHORT_CONTROL),
        "running": " · ".join(document.running) or document.title,
        "contents": document.page is not Page.CARD and len(sections) >= _LONG_DOCUMENT,
        "labels": {
            "contents": t("Contents"),
            "page": t("Page {page} of {pages}"),
            "moment": t.term("moment of truth"),
        },
        "sections": [{"title": one.title, "blocks": list(shows.all(one.blocks))} for one in sections],
    } | fonts_for(document.language)


def _placed(logo: Image) -> dict[str, Any]:
    """Return a logo as the template wants it; what kind of picture it is, the typesetter sees."""
    data = logo.data.decode("utf-8", "replace") if logo.media_type == "image/svg+xml" else list(logo.data)
    return {"picture": data, "width": logo.width, "height": logo.height}


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)
