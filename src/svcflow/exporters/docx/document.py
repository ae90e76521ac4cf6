"""A document as a Word file."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from svcflow.documents.outline import Page, Picture, StepCard
from svcflow.exporters.docx.base_package import base_file
from svcflow.exporters.docx.blocks import section_blocks
from svcflow.exporters.docx.contents import Entry, contents
from svcflow.exporters.docx.desk import Desk
from svcflow.exporters.docx.elements import Element, el, in_lxml, paragraph, runs
from svcflow.exporters.docx.languages import speech_of
from svcflow.exporters.docx.lists import Lists
from svcflow.exporters.docx.package import packed
from svcflow.exporters.docx.pages import set_page, text_area
from svcflow.exporters.docx.properties import set_properties
from svcflow.exporters.docx.running import add_foot, add_head
from svcflow.exporters.docx.styles import Styles, speak
from svcflow.exporters.docx.tables import control_table
from svcflow.finding import CannotDo
from svcflow.i18n import msg, translator

if TYPE_CHECKING:
    from docx.document import Document

    from svcflow.documents.outline import Outline, Section

__all__ = ["to_docx"]

_ENOUGH = 6
"""A document of fewer sections needs no table of contents."""
_ONE_PAGE = 26
"""So many entries fit below title and control block: with more, the steps are left out of the table of contents."""


def to_docx(
    outline: Outline,
    pictures: Mapping[str, Sequence[bytes]] | None = None,
    *,
    logo: bytes | None = None,
    template: bytes | None = None,
) -> bytes:
    """Return a document as a Word file; the same document gives the same bytes.

    ``pictures`` gives, by the name of the view, PNG files that were drawn at `PICTURE_SCALE`; several follow each
    other, and a page may break between them. A view without one is left out. ``logo`` is a PNG or JPEG file for the
    head of the pages. ``template`` is the organisation's own Word file: its styles, heads, feet and page are kept, its
    Jinja fields are filled. Raises CannotDo when python-docx is not installed and when logo or template cannot be used.
    """
    try:
        from docx import Document
    except ImportError:
        raise CannotDo(
            msg("Word documents need python-docx, which is not installed"),
            msg("install it with the other parts: pip install 'svcflow[documents]'"),
        ) from None
    if template is not None:
        raise NotImplementedError
    document = Document(io.BytesIO(base_file()))
    speak(document, speech_of(outline.language))
    set_page(document, outline.page)
    desk = _desk(document, outline, pictures or {}, own=True)
    body = _Body(desk, outline)
    _fill(document, _spaced(desk, [*body.title(), *body.contents(), *body.sections()]))
    if outline.page is not Page.CARD:
        add_head(desk, outline, logo)
    add_foot(desk, outline)
    set_properties(document, outline)
    return packed(document)


def _desk(
    document: Document, outline: Outline, pictures: Mapping[str, Sequence[bytes]], *, own: bool
) -> Desk:
    lists = Lists(document, own=own)
    styles = Styles(document, lists.numbers)
    room, height = text_area(document)
    return Desk(document, styles, lists, translator(outline.language), room, height, pictures=pictures)


def _fill(document: Document, elements: Sequence[Element]) -> None:
    """Put elements before the last section's settings, which end the text."""
    end = document.element.body.sectPr
    for element in in_lxml(elements):
        end.addprevious(element)


class _Body:
    """The text of a document in its parts: title, contents, sections."""

    def __init__(self, desk: Desk, outline: Outline) -> None:
        self.desk = desk
        self.outline = outline
        self.shown = [section for section in outline.sections if self._worth_showing(section)]
        self.long = outline.page is not Page.CARD and len(self.shown) >= _ENOUGH

    def title(self) -> Iterator[Element]:
        styles, outline = self.desk.styles, self.outline
        kind = " · ".join(text for text in (outline.kind, outline.organization) if text)
        yield paragraph(styles["Subtitle"], *runs(kind))
        yield paragraph(styles["Title"], *runs(outline.title))
        if outline.control.pairs:
            yield control_table(self.desk, outline.control)

    def contents(self) -> Iterator[Element]:
        if self.long:
            yield from contents(self.desk, self._entries())

    def sections(self) -> Iterator[Element]:
        steps = (_step_bookmark(number) for number in range(1, 1_000_000))
        for number, section in enumerate(self.shown, 1):
            said = self.desk.bookmarked(_section_bookmark(number), list(runs(section.title)))
            new_page = el("w:pageBreakBefore") if self.long and number == 1 else None
            yield paragraph(self.desk.styles["heading 1"], *said, pageBreakBefore=new_page)
            yield from section_blocks(self.desk, section, steps)

    def _worth_showing(self, section: Section) -> bool:
        return any(
            not isinstance(block, Picture) or self.desk.pictures.get(block.view) for block in section.blocks
        )

    def _entries(self) -> list[Entry]:
        entries: list[Entry] = []
        steps = 0
        for number, section in enumerate(self.shown, 1):
            entries.append(Entry(1, str(number), section.title, _section_bookmark(number)))
            for card in section.blocks:
                if isinstance(card, StepCard):
                    steps += 1
                    entries.append(Entry(2, card.number, card.name, _step_bookmark(steps)))
        return entries if len(entries) <= _ONE_PAGE else [entry for entry in entries if entry.level == 1]


def _section_bookmark(number: int) -> str:
    """Return a bookmark's name as Word gives them to headings in a table of contents."""
    return f"_Toc{100_000_000 + number}"


def _step_bookmark(number: int) -> str:
    return f"_Toc{200_000_000 + number}"


def _spaced(desk: Desk, elements: Sequence[Element]) -> Iterator[Element]:
    """Put a small space between a table and what follows without a space of its own: two tables would be one."""
    spacious = {desk.styles[name] for name in ("heading 1", "heading 2")}
    for element, following in zip(elements, [*elements[1:], None], strict=True):
        yield element
        if element.name == "w:tbl" and _style(following) not in spacious:
            yield paragraph(desk.styles["svc Space"])


def _style(element: Element | None) -> str | int | None:
    properties = element.child("w:pPr") if element else None
    style = properties.child("w:pStyle") if properties else None
    return style.attributes["w:val"] if style else None
