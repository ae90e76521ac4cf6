"""What all parts of a document are made with: its styles and lists, the room on its pages, numbers given once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from svcflow.exporters.docx.elements import Element, el
from svcflow.exporters.docx.lists import Lists
from svcflow.exporters.docx.styles import Styles

if TYPE_CHECKING:
    from docx.document import Document

    from svcflow.i18n import Translator

__all__ = ["BODY", "CELL", "SMALL_CELL", "Desk"]

BODY = 10.5
"""The size of text, in points."""
CELL = 9.0
"""The size of text in tables, in points."""
SMALL_CELL = 8.0
"""The same, in tables of many columns."""


@dataclass(slots=True)
class Desk:
    """A document that is being made.

    ``room`` and ``height`` are the width and height between the margins, in twips; ``zoom`` is how much larger than
    usual the type is; ``pictures`` are PNG files by the name of their view.
    """

    document: Document
    styles: Styles
    lists: Lists
    t: Translator
    room: int
    height: int
    zoom: float = 1.0
    pictures: Mapping[str, Sequence[bytes]] = field(default_factory=dict)
    last_id: int = 0

    def id(self) -> int:
        """Return a number that no bookmark and no drawing of the document has."""
        self.last_id += 1
        return self.last_id

    def bookmarked(self, name: str, content: Sequence[Element]) -> list[Element]:
        """Return the content of a paragraph with a bookmark around it."""
        id = self.id()
        return [el("w:bookmarkStart", w_id=id, w_name=name), *content, el("w:bookmarkEnd", w_id=id)]
