"""The parts of a Word document that a procedure is made of, as those of a Markdown text: `Block`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from svcflow.interchange.markdown.blocks import (
    Block,
    Heading,
    Item,
    Lists,
    Paragraph,
    TableBlock,
    item_of,
    plain,
)
from svcflow.interchange.word.numbering import Counted, Counters, Styles, w

__all__ = ["WordBlocks"]

_MARKS = re.compile(r"([\\`*_\[\]])")
_DRAWN = frozenset((w("drawing"), w("pict"), w("object")))
_PASSED_OVER = frozenset((w("del"), w("moveFrom"), w("instrText"), w("footnoteReference"), *_DRAWN))
"""What was deleted, instructions of fields, and what is drawn: no text of the paragraph."""
_THROUGH = frozenset((w("sdt"), w("sdtContent"), w("ins"), w("smartTag"), w("customXml")))
"""What merely wraps paragraphs and tables."""
_OFF = frozenset(("0", "false", "none", "off"))


class WordBlocks:
    """Reads the body of a document, once; lines of what it yields are numbers of paragraphs."""

    def __init__(self, styles: Styles, counters: Counters) -> None:
        self._styles, self._counters = styles, counters
        self._number = 0
        self.drawn: list[int] = []
        """The paragraphs with pictures, shapes or text boxes, which are not read."""

    def read(self, body: Element) -> Iterator[Block]:
        """Yield the parts of the body, in order."""
        lists = Lists()
        for element in _inner(body):
            block = self._table(element) if element.tag == w("tbl") else self._paragraph(element)
            if isinstance(block, Item):
                yield from lists.add(block)
            elif block is not None:
                yield from lists.close()
                yield block
        yield from lists.close()

    def _paragraph(self, element: Element) -> Block | None:
        self._number += 1
        if any(part.tag in _DRAWN for part in element.iter()):
            self.drawn.append(self._number)
        text = _text(element).strip()
        if not text:
            return None
        counted = self._counted(element)
        level = self._styles.heading(element)
        if level:
            number = ".".join(map(str, counted.number)) if counted else ""
            return Heading(plain(f"{number} {text}".strip()), level, self._number)
        if counted is not None:
            return Item(text, counted.number[-1] if counted.number else 0, counted.level, self._number)
        return item_of(text, self._number) or Paragraph(text, self._number)

    def _counted(self, element: Element) -> Counted | None:
        list_id, level = self._styles.list_of(element)
        return self._counters.next(list_id, level) if list_id else None

    def _table(self, element: Element) -> TableBlock:
        rows, lines = [], []
        for row in _inner(element, w("tr")):
            lines.append(self._number + 1)
            rows.append([self._cell(cell) for cell in _inner(row, w("tc"))])
        return TableBlock(rows, lines)

    def _cell(self, cell: Element) -> str:
        """Return the lines of a cell; nothing for one that goes on with the cell above."""
        merged = cell.find(f"{w('tcPr')}/{w('vMerge')}")
        goes_on = merged is not None and merged.get(w("val"), "continue") == "continue"
        lines = []
        for paragraph in cell.iter(w("p")):
            self._number += 1
            counted = self._counted(paragraph)
            mark = f"{counted.number[-1]}. " if counted and counted.number else ""
            lines.append(mark + plain(_text(paragraph)))
        return "" if goes_on else "\n".join(filter(None, map(str.strip, lines)))


def _inner(element: Element, *wanted: str) -> Iterator[Element]:
    """Yield the paragraphs and tables in an element, or what else is wanted, through what merely wraps them."""
    for child in element:
        if child.tag in (wanted or (w("p"), w("tbl"))):
            yield child
        elif child.tag in _THROUGH:
            yield from _inner(child, *wanted)


def _text(paragraph: Element) -> str:
    """Return the text of a paragraph; what is bold at its beginning stands between Markdown's marks."""
    runs = list(_runs(paragraph))
    bold = ""
    while runs and (runs[0][1] or not runs[0][0].strip()) and any(is_bold for _, is_bold in runs):
        bold += runs.pop(0)[0]
    rest = "".join(text for text, _ in runs)
    said = _MARKS.sub(r"\\\1", bold.strip())
    return (f"**{said}** " if said else "") + _MARKS.sub(r"\\\1", rest)


def _runs(element: Element) -> Iterator[tuple[str, bool]]:
    """Yield the texts of the runs, and whether each is bold."""
    for child in element:
        if child.tag == w("r"):
            bold = child.find(f"{w('rPr')}/{w('b')}")
            yield "".join(_pieces(child)), bold is not None and bold.get(w("val"), "1") not in _OFF
        elif child.tag not in _PASSED_OVER:
            yield from _runs(child)


def _pieces(run: Iterable[Element]) -> Iterator[str]:
    for piece in run:
        if piece.tag == w("t"):
            yield piece.text or ""
        elif piece.tag == w("tab"):
            yield " "
        elif piece.tag in {w("br"), w("cr")}:
            yield "\n"
        elif piece.tag == w("noBreakHyphen"):
            yield "-"
