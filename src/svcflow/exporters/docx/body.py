"""The text of a document in its parts: title, control block, contents, sections."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from svcflow.documents.outline import Page, StepCard
from svcflow.exporters.docx.blocks import section_blocks
from svcflow.exporters.docx.contents import Entry, contents
from svcflow.exporters.docx.elements import Element, el, paragraph, runs
from svcflow.exporters.docx.tables import control_table
from svcflow.exporters.templating import worth_showing

if TYPE_CHECKING:
    from svcflow.documents.outline import Outline
    from svcflow.exporters.docx.desk import Desk

__all__ = ["Body"]

_ENOUGH = 6
"""A document of fewer sections needs no table of contents."""
_ONE_PAGE = 26
"""So many entries fit below title and control block: with more, the steps are left out of the table of contents."""
_HALF_PAGE = 12
"""A table of contents with more entries has the first page for itself."""


class Body:
    """The parts of a document; ``own`` says that it is in our own design."""

    def __init__(self, desk: Desk, outline: Outline, *, own: bool) -> None:
        self.desk = desk
        self.outline = outline
        self.own = own
        self.shown = [section for section in outline.sections if worth_showing(section, desk.pictures)]
        self.long = outline.page is not Page.CARD and len(self.shown) >= _ENOUGH

    def title(self) -> Iterator[Element]:
        """Yield what the document is called, and whose it is."""
        styles, outline = self.desk.styles, self.outline
        kind = " · ".join(text for text in (outline.kind, outline.organization) if text)
        yield paragraph(styles["Subtitle"], *runs(kind))
        yield paragraph(styles["Title"], *runs(outline.title))

    def control(self) -> Iterator[Element]:
        """Yield the block that identifies the document."""
        if self.outline.control.pairs:
            yield control_table(self.desk, self.outline.control)

    def contents(self) -> Iterator[Element]:
        """Yield the table of contents of a document that needs one."""
        if self.long:
            yield from contents(self.desk, self._entries())

    def sections(self) -> Iterator[Element]:
        """Yield the sections; in our own design they begin on a new page after a long table of contents."""
        apart = self.own and self.long and len(self._entries()) > _HALF_PAGE
        steps = (_step_bookmark(number) for number in range(1, 1_000_000))
        for number, section in enumerate(self.shown, 1):
            said = self.desk.bookmarked(_section_bookmark(number), list(runs(section.title)))
            new_page = el("w:pageBreakBefore") if apart and number == 1 else None
            yield paragraph(self.desk.styles["heading 1"], *said, pageBreakBefore=new_page)
            yield from section_blocks(self.desk, section, steps)

    def spaced(self, elements: Sequence[Element]) -> Iterator[Element]:
        """Yield elements, with a small space after a table where nothing else gives one: two tables would be one."""
        spacious = {self.desk.styles[name] for name in ("heading 1", "heading 2")}
        for element, following in zip(elements, [*elements[1:], None], strict=True):
            yield element
            if element.name == "w:tbl" and _style(following) not in spacious:
                yield paragraph(self.desk.styles["svc Space"])

    def _entries(self) -> list[Entry]:
        entries: list[Entry] = []
        steps = 0
        for number, section in enumerate(self.shown, 1):
            shown = str(number) if self.own else ""
            entries.append(Entry(1, shown, section.title, _section_bookmark(number)))
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


def _style(element: Element | None) -> str | int | None:
    properties = element.child("w:pPr") if element else None
    style = properties.child("w:pStyle") if properties else None
    return style.attributes["w:val"] if style else None
