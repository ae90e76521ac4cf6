"""What a file manager, a search or a screen reader is told of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from svcflow.exporters.docx.languages import speech_of
from svcflow.exporters.markup import printable

if TYPE_CHECKING:
    from docx.document import Document

    from svcflow.documents.outline import Outline

__all__ = ["set_properties"]

_LONGEST = 255
"""Characters that python-docx takes for a property."""


def set_properties(document: Document, outline: Outline) -> None:
    """Set title, kind, author and language; there are no dates, so that the same text gives the same bytes."""
    properties = document.core_properties
    properties.title = _short(outline.title)
    properties.subject = _short(outline.kind)
    properties.author = _short(outline.organization)
    properties.language = speech_of(outline.language).tag
    properties.keywords = _short(" · ".join(outline.running))


def _short(text: str) -> str:
    return printable(" ".join(text.split()))[:_LONGEST]
