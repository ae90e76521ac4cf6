"""A document as a Word file."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from svcflow.documents.outline import Page
from svcflow.exporters.docx.base_package import base_file
from svcflow.exporters.docx.body import Body
from svcflow.exporters.docx.card_fit import card_zoom
from svcflow.exporters.docx.desk import Desk
from svcflow.exporters.docx.elements import in_lxml
from svcflow.exporters.docx.languages import speech_of
from svcflow.exporters.docx.lists import Lists
from svcflow.exporters.docx.package import packed
from svcflow.exporters.docx.pages import set_page, set_paper, text_area
from svcflow.exporters.docx.properties import set_properties
from svcflow.exporters.docx.running import add_foot, add_head
from svcflow.exporters.docx.styles import Styles, make_card, set_colors, set_right_edge, speak, tag
from svcflow.exporters.docx.word_template import filled_template, read_template
from svcflow.exporters.look import Look
from svcflow.finding import CannotDo
from svcflow.i18n import msg, translator

if TYPE_CHECKING:
    from typing import Any

    from docx.document import Document

    from svcflow.documents.outline import Outline

__all__ = ["to_docx"]


def to_docx(
    outline: Outline, pictures: Mapping[str, Sequence[bytes]] | None = None, look: Look | None = None
) -> bytes:
    """Return a document as a Word file; the same document gives the same bytes.

    ``pictures`` gives, by the name of the view, PNG files that were drawn at `PICTURE_SCALE`; several follow each
    other, and a page may break between them. A view without one is left out. Where the folder of templates of a
    ``look`` has a ``document.docx``, the document begins with that: its styles, heads, feet and page are kept, and its
    fields are filled. Raises CannotDo when python-docx is not installed and when logo or template cannot be used.
    """
    look = look or Look()
    _check_installed()
    template = read_template(look.templates)
    shown = pictures or {}
    document = _theirs(template, outline, shown) if template is not None else _ours(outline, shown, look)
    set_properties(document, outline)
    return packed(document)


def _check_installed() -> None:
    try:
        import docx  # noqa: F401
        import docxtpl  # noqa: F401
    except ImportError:
        raise CannotDo(
            msg("Word documents need python-docx and docxtpl, which are not installed"),
            msg("install them: pip install 'svcflow[documents]'"),
        ) from None


def _ours(outline: Outline, pictures: Mapping[str, Sequence[bytes]], look: Look) -> Document:
    """Return a document in our own design."""
    from docx import Document

    document = Document(io.BytesIO(base_file()))
    speak(document, speech_of(outline.language))
    set_colors(document, look.colored)
    set_paper(document, look.paper)
    set_page(document, outline.page)
    desk = _desk(document, outline, pictures, own=True)
    set_right_edge(document, desk.room)
    if outline.page is Page.CARD:
        desk.zoom = card_zoom(outline, desk.room, desk.height)
        make_card(document, desk.zoom)
    body = Body(desk, outline, own=True)
    for element in in_lxml(body.spaced([*body.title(), *body.control(), *body.contents(), *body.sections()])):
        document.element.body.sectPr.addprevious(element)
    if outline.page is not Page.CARD:
        add_head(desk, outline, look.logo)
    add_foot(desk, outline)
    return document


def _theirs(template: bytes, outline: Outline, pictures: Mapping[str, Sequence[bytes]]) -> Document:
    """Return a document in the organisation's design."""
    document, places = filled_template(template, outline)
    tag(document, speech_of(outline.language))
    if outline.page is Page.LANDSCAPE:
        set_page(document, outline.page)
    desk = _desk(document, outline, pictures, own=False)
    body = Body(desk, outline, own=False)
    if "body" not in places:
        contents = () if _has_contents(document) else body.contents()
        parts = [*body.title(), *body.control(), *contents, *body.sections()]
        _put_at_end(document, body.spaced(parts))
        places = {name: place for name, place in places.items() if name not in {"control", "contents"}}
    makers = {"control": body.control, "contents": body.contents, "body": body.sections}
    for name, place in places.items():
        for element in in_lxml(body.spaced(list(makers[name]()))):
            place.addprevious(element)
        place.getparent().remove(place)
    return document


def _put_at_end(document: Document, elements: Any) -> None:
    body = document.element.body
    for element in in_lxml(elements):
        if body.sectPr is None:
            body.append(element)
        else:
            body.sectPr.addprevious(element)


def _has_contents(document: Document) -> bool:
    from docx.oxml.ns import qn

    codes = document.element.body.iter(qn("w:instrText"))
    return any((code.text or "").strip().startswith("TOC") for code in codes)


def _desk(
    document: Document, outline: Outline, pictures: Mapping[str, Sequence[bytes]], *, own: bool
) -> Desk:
    lists = Lists(document, own=own)
    styles = Styles(document, lists.numbers)
    room, height = text_area(document)
    used = 0 if own else _last_id(document)
    made = Desk(document, styles, lists, translator(outline.language), room, height, pictures=pictures)
    made.last_id = used
    return made


def _last_id(document: Document) -> int:
    """Return the largest number that a bookmark or a drawing of a document has."""
    from docx.oxml.ns import qn

    root = document.element
    bookmarks = [mark.get(qn("w:id")) for mark in root.iter(qn("w:bookmarkStart"))]
    drawings = [shape.get("id") for shape in root.iter(qn("wp:docPr"), qn("pic:cNvPr"))]
    return max((int(id) for id in (*bookmarks, *drawings) if id and id.isdigit()), default=0) % 2**30
