"""The page: its size, its direction, and the room between its margins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from svcflow.documents.outline import Page
from svcflow.model.workspace import SheetSize

if TYPE_CHECKING:
    from docx.document import Document

__all__ = ["set_page", "set_paper", "text_area"]

_CARD_MARGIN = 794
"""The margin of a card, 14 mm in twips."""
_TWIP = 635
_SIZES = {SheetSize.A4: (11906, 16838), SheetSize.LETTER: (12240, 15840)}
"""Width and height of sheets, in twips."""


def set_paper(document: Document, paper: SheetSize) -> None:
    """Set the size of paper of a document that stands upright."""
    section: Any = document.sections[-1]
    section.page_width, section.page_height = (side * _TWIP for side in _SIZES[paper])


def set_page(document: Document, page: Page) -> None:
    """Turn the paper where a document asks for it, and give a card narrow margins."""
    section: Any = document.sections[-1]
    upright = section.page_height >= section.page_width
    if page is Page.LANDSCAPE and upright:
        section.page_width, section.page_height = section.page_height, section.page_width
        section.orientation = 1
    elif page is Page.CARD:
        margin = _CARD_MARGIN * _TWIP
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = margin


def text_area(document: Document) -> tuple[int, int]:
    """Return width and height between the margins, in twips."""
    section: Any = document.sections[-1]
    gutter = section.gutter or 0
    wide = section.page_width - section.left_margin - section.right_margin - gutter
    high = section.page_height - section.top_margin - section.bottom_margin
    return int(wide) // _TWIP, int(high) // _TWIP
