"""The empty Word file that documents begin with, where the organisation has no template of its own."""

from __future__ import annotations

import io
import zipfile
from functools import lru_cache
from importlib import resources

__all__ = ["base_file", "base_part"]

_PLACES = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "rels.xml",
    "docProps/app.xml": "app.xml",
    "docProps/core.xml": "core.xml",
    "word/_rels/document.xml.rels": "document_rels.xml",
    "word/document.xml": "document.xml",
    "word/numbering.xml": "numbering.xml",
    "word/settings.xml": "settings.xml",
    "word/styles.xml": "styles.xml",
}


def base_part(name: str) -> bytes:
    """Return a file of the folder ``base``."""
    return resources.files("svcflow.exporters.docx").joinpath("base", name).read_bytes()


@lru_cache(maxsize=1)
def base_file() -> bytes:
    """Return the empty Word file."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        for place, name in _PLACES.items():
            package.writestr(place, base_part(name))
    return written.getvalue()
