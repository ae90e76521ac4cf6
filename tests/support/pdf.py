"""PDF files read back, with code that is not ours."""

from __future__ import annotations

import io
import re
from typing import Any

import pypdf
import pypdfium2

__all__ = ["bookmarks", "fonts", "reader", "text_of", "texts_of"]


def reader(data: bytes) -> pypdf.PdfReader:
    """Return the reader of a PDF file."""
    return pypdf.PdfReader(io.BytesIO(data))


def texts_of(data: bytes) -> list[str]:
    """Return the text of each page, on one line, without the marks for possible breaks."""
    document = pypdfium2.PdfDocument(data)
    try:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()
    return [re.sub(r"\s+", " ", page.replace("\u200b", "").replace("\ufffe", "-")) for page in pages]


def text_of(data: bytes) -> str:
    """Return the text of a whole file without any space: where lines break does not matter."""
    return "".join("".join(texts_of(data)).split())


def bookmarks(data: bytes) -> list[tuple[int, str]]:
    """Return the bookmarks, each with its depth."""

    def walk(entries: list[Any], depth: int) -> list[tuple[int, str]]:
        found: list[tuple[int, str]] = []
        for entry in entries:
            found += walk(entry, depth + 1) if isinstance(entry, list) else [(depth, str(entry.title))]
        return found

    return walk(reader(data).outline, 0)


def fonts(data: bytes) -> set[str]:
    """Return the names of the embedded fonts, without the tags of their subsets."""
    found: set[str] = set()
    for page in reader(data).pages:
        for font in _fonts_of(page["/Resources"]):
            found.add(str(font["/BaseFont"]).split("+")[-1])
    return found


def _fonts_of(resources: Any) -> list[Any]:
    resources = resources.get_object()
    own = [font.get_object() for font in resources.get("/Font", {}).values()]
    for thing in resources.get("/XObject", {}).values():
        inner = thing.get_object()
        if "/Resources" in inner:
            own += _fonts_of(inner["/Resources"])
    return own
