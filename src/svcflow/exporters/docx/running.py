"""Running heads and feet: whose document it is, which one and in which version, page x of y."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

from svcflow.exporters.docx.elements import Element, el, in_lxml, paragraph, run
from svcflow.exporters.docx.fields import field
from svcflow.exporters.docx.pictures import drawing
from svcflow.exporters.png import to_png
from svcflow.finding import CannotDo
from svcflow.i18n import msg
from svcflow.text import width

if TYPE_CHECKING:
    from svcflow.documents.outline import Outline
    from svcflow.exporters.docx.desk import Desk
    from svcflow.load.images import Image

__all__ = ["add_foot", "add_head"]

_SIZE = 8.5
_LOGO = 360_000
"""The height of a logo, 10 mm in English metric units; it is at most four times as wide."""


def add_head(desk: Desk, outline: Outline, logo: Image | None) -> None:
    """Put the organisation (after its logo) and the title at the head of every page."""
    part, root = _emptied(desk.document.sections[0].header)
    organization, title = _line(outline.organization), _line(outline.title)
    mark = [_logo(desk, part, logo, outline.organization)] if logo else []
    left = [*mark, run(f"  {organization}" if mark else organization)] if organization else mark
    root.extend(in_lxml([_two_sided(desk, "header", left, organization, [run(title)], title)]))


def add_foot(desk: Desk, outline: Outline) -> None:
    """Put number, version and status, and page x of y at the foot of every page."""
    _, root = _emptied(desk.document.sections[0].footer)
    running = " · ".join(_line(text) for text in outline.running if text)
    line = _two_sided(desk, "footer", [run(running)], running, _pages(desk), "0" * 14)
    root.extend(in_lxml([line]))


def _pages(desk: Desk) -> list[Element]:
    """Return "Page x of y" in the document's language, both numbers worked out by the word processor."""
    made: list[Element] = []
    for part in re.split(r"(\{\w+\})", desk.t("Page {page} of {pages}")):
        if part == "{page}":
            made += field("PAGE", "1")
        elif part == "{pages}":
            made += field("NUMPAGES", "1")
        elif part:
            made.append(run(part))
    return made


def _two_sided(
    desk: Desk, style: str, left: list[Element], left_text: str, right: list[Element], right_text: str
) -> Element:
    """Return one line with a text at each side; where both do not fit, two lines."""
    needed = (width(left_text) + width(right_text) + 4) * _SIZE * 20 * desk.zoom
    if needed <= desk.room or not left_text:
        return paragraph(desk.styles[style], *left, run("\t"), *right)
    return paragraph(desk.styles[style], *left, run("\n"), *right)


def _emptied(side: Any) -> tuple[Any, Any]:
    """Return the part of a head or foot and its element, without content."""
    side.is_linked_to_previous = False
    root = side._element  # noqa: SLF001 - python-docx has no other way to it
    for child in list(root):
        root.remove(child)
    return side.part, root


def _logo(desk: Desk, part: Any, logo: Image, organization: str) -> Element:
    from docx.image.exceptions import (
        InvalidImageStreamError,
        UnexpectedEndOfFileError,
        UnrecognizedImageError,
    )
    from docx.image.image import Image as Measured

    data = logo.data
    if logo.media_type == "image/svg+xml":
        data = to_png(data.decode("utf-8", "replace"), 4).data
    try:
        image = Measured.from_file(io.BytesIO(data))
    except (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError, ValueError, KeyError):
        raise CannotDo(
            msg("the logo is no picture that Word can show"), msg("use a PNG, JPEG or SVG file")
        ) from None
    ratio = image.px_width / max(image.px_height, 1)
    wide = min(_LOGO * ratio, _LOGO * 4)
    return el("w:r", drawing(desk, part, data, (int(wide), int(wide / ratio)), organization))


def _line(text: str) -> str:
    return " ".join(text.split())
