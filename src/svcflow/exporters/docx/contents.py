"""The table of contents: a field of Word, filled already with entries that lead to their headings.

Word works out page numbers when it prints or saves as PDF, and when somebody updates the table (F9); a field that is
marked as out of date would make it ask a question about other files whenever the document is opened. Until then the
entries, which are numbered as their headings are, stand without pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from svcflow.exporters.docx.desk import Desk
from svcflow.exporters.docx.elements import Element, el, paragraph, run
from svcflow.exporters.docx.fields import field, field_begin, field_end

__all__ = ["Entry", "contents"]


class Entry(NamedTuple):
    """A heading: its level from 1, its number (empty for none), what it says, and its bookmark."""

    level: int
    number: str
    text: str
    bookmark: str


def contents(desk: Desk, entries: Sequence[Entry]) -> list[Element]:
    """Return the table of contents with its title."""
    levels = max(entry.level for entry in entries)
    shown = [_entry(desk, entry) for entry in entries]
    after_properties = 1
    shown[0].children[after_properties:after_properties] = field_begin(f'TOC \\o "1-{levels}" \\h \\z \\u')
    shown[-1].children.append(field_end())
    title = paragraph(desk.styles["TOC Heading"], run(desk.t("Contents")))
    kind = el("w:docPartObj", el("w:docPartGallery", w_val="Table of Contents"), el("w:docPartUnique"))
    properties = el("w:sdtPr", el("w:id", w_val=desk.id()), kind)
    return [el("w:sdt", properties, el("w:sdtContent", title, *shown))]


def _entry(desk: Desk, entry: Entry) -> Element:
    said = " ".join(entry.text.split())
    number = [run(entry.number), run("\t")] if entry.number else []
    page = [run("\t"), *field(f"PAGEREF {entry.bookmark} \\h")]
    link = el("w:hyperlink", *number, run(said), *page, w_anchor=entry.bookmark, w_history=1)
    return paragraph(desk.styles[f"toc {entry.level}"], link)
