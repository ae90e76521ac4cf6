"""Documents as files: one module a format, called like it, with ``write(draft)``, which returns a `Made`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from svcflow.workers import no_garbage_collection

if TYPE_CHECKING:
    from svcflow.api.made import Made
    from svcflow.api.writers.draft import Draft

__all__ = ["DOCUMENT_FORMATS", "write_document"]

DOCUMENT_FORMATS = (
    "md",
    "html",
    "pdf",
    "docx",
    "xlsx",
)
"""The file formats of documents; each is a module of this package."""


def write_document(draft: Draft, format: str) -> Made:
    """Return a document as a file of a format, one of `DOCUMENT_FORMATS`; raises CannotDo when it cannot be written."""
    write = import_module(f"svcflow.api.writers.{format}").write
    with no_garbage_collection():
        made: Made = write(draft)
    return made
