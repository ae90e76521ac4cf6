"""The blocks of a section as elements of the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from svcflow.documents.outline import Facts, Paragraph, StepCard, leads
from svcflow.exporters.docx.elements import Element, el, paragraph, run, runs
from svcflow.exporters.docx.pictures import picture
from svcflow.exporters.docx.step_card import label_width, step_card
from svcflow.exporters.docx.tables import facts_table, signature_table, table

if TYPE_CHECKING:
    from svcflow.documents.outline import Block, Bullets, Checks, Gap, Section
    from svcflow.exporters.docx.desk import Desk

__all__ = ["section_blocks"]

_BOX = "☐"
_SHORT_LIST = 6
"""Fewer boxes than this stay on one page; of more, none stands alone."""


def section_blocks(desk: Desk, section: Section, step_bookmarks: Iterator[str]) -> list[Element]:
    """Return the elements of a section's blocks; the heads of cards take their bookmarks from ``step_bookmarks``."""
    cards = [block for block in section.blocks if isinstance(block, StepCard)]
    label = label_width(desk, cards)
    made: list[Element] = []
    for block, following in zip(section.blocks, [*section.blocks[1:], None], strict=True):
        if isinstance(block, StepCard):
            made += step_card(desk, block, next(step_bookmarks), label)
        elif isinstance(block, Paragraph):
            made.append(_paragraph(desk, block, following))
        elif isinstance(block, Facts) and leads(block, following):
            made.append(_lead(desk, block))
        else:
            made += _MAKERS[block.kind](desk, block)
    return made


def _paragraph(desk: Desk, block: Paragraph, following: Block | None) -> Element:
    """Return a paragraph, which stays with the list or table that it leads to."""
    keep = el("w:keepNext") if leads(block, following) else None
    return paragraph(desk.styles["Normal"], *runs(block.text), keepNext=keep)


def _lead(desk: Desk, block: Facts) -> Element:
    """Return the head of boxes to tick, which stays with them."""
    head = run(" ".join(block.pairs[0][1].split()))
    known = next((one for one in head.children if one.name == "w:rPr"), None)
    if known is None:
        known = el("w:rPr")
        head.children.insert(0, known)
    known.children[:0] = [el("w:b"), el("w:bCs")]
    return paragraph(desk.styles["Normal"], head, keepNext=el("w:keepNext"))


def _bullets(desk: Desk, block: Bullets) -> list[Element]:
    if not block.numbered:
        return [paragraph(desk.styles["svc Bullet"], *runs(item)) for item in block.items]
    number = desk.lists.restarted()
    return [paragraph(desk.styles["svc Number"], *runs(item), numPr=number) for item in block.items]


def _checks(desk: Desk, block: Checks) -> list[Element]:
    last = len(block.items) - 1
    together = range(last) if last < _SHORT_LIST else (0, last - 1)
    return [
        paragraph(
            desk.styles["svc Check"],
            _box(desk),
            run("\t"),
            *runs(item),
            keepNext=el("w:keepNext") if place in together else None,
        )
        for place, item in enumerate(block.items)
    ]


def _box(desk: Desk) -> Element:
    """Return a box that can be ticked in Word, and by hand on paper."""
    checkbox = el(
        "w14:checkbox",
        el("w14:checked", w14_val=0),
        el("w14:checkedState", w14_val="2612", w14_font="MS Gothic"),
        el("w14:uncheckedState", w14_val="2610", w14_font="MS Gothic"),
    )
    fonts = el(
        "w:rFonts", w_ascii="MS Gothic", w_hAnsi="MS Gothic", w_eastAsia="MS Gothic", w_hint="eastAsia"
    )
    sign = run(_BOX)
    sign.children.insert(0, el("w:rPr", fonts))
    return el("w:sdt", el("w:sdtPr", el("w:id", w_val=desk.id()), checkbox), el("w:sdtContent", sign))


def _gap(desk: Desk, block: Gap) -> list[Element]:
    return [paragraph(desk.styles["svc Gap"], *runs(block.text))]


_MAKERS: Mapping[str, Callable[[Desk, Any], list[Element]]] = {
    "bullets": _bullets,
    "checks": _checks,
    "facts": facts_table,
    "gap": _gap,
    "picture": picture,
    "signatures": signature_table,
    "table": table,
}
