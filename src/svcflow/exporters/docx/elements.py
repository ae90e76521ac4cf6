"""Elements of WordprocessingML, and text in them: whatever a user wrote stays text.

A document has tens of thousands of elements. They are built as plain objects, written as one text and read by lxml
once: that takes a fifth of the time that making each of them in lxml does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from unicodedata import bidirectional

from svcflow.exporters.markup import escape

__all__ = ["Element", "el", "in_lxml", "paragraph", "run", "runs", "said_right_to_left"]

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_PARTS = re.compile("(\t|\r\n|\r|\n|\u2028|\u2029|\x0b|\x0c|\x85)")
_PROPERTIES = (
    "pStyle", "keepNext", "pageBreakBefore", "numPr", "tabs", "bidi", "spacing", "ind", "jc",
)  # fmt: skip
"""The properties of a paragraph that are used here, in the order of the schema."""
_NAMESPACES = " ".join(
    f'xmlns:{prefix}="http://schemas.{address}"'
    for prefix, address in (
        ("w", "openxmlformats.org/wordprocessingml/2006/main"),
        ("r", "openxmlformats.org/officeDocument/2006/relationships"),
        ("wp", "openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
        ("a", "openxmlformats.org/drawingml/2006/main"),
        ("pic", "openxmlformats.org/drawingml/2006/picture"),
        ("w14", "microsoft.com/office/word/2010/wordml"),
    )
)


@dataclass(slots=True)
class Element:
    """An element with a prefixed name; ``text`` is plain, and only of those without children."""

    name: str
    attributes: dict[str, str | int] = field(default_factory=dict)
    children: list[Element] = field(default_factory=list)
    text: str = ""

    def walk(self) -> Iterator[Element]:
        """Yield the element and all below it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()

    def child(self, name: str) -> Element | None:
        """Return the first child of a name, None where there is none."""
        return next((child for child in self.children if child.name == name), None)


def el(name: str, /, *children: Element, **attributes: str | int) -> Element:
    """Return an element with its children, in the order that the schema asks of them.

    ``name`` and the keywords are prefixed names: ``el("w:spacing", w_after=0)`` is ``<w:spacing w:after="0"/>``.
    """
    return Element(
        name, {key.replace("_", ":", 1): value for key, value in attributes.items()}, list(children)
    )


def in_lxml(elements: Iterable[Element]) -> list[Any]:
    """Return elements as those of lxml that python-docx works with."""
    from docx.oxml.parser import parse_xml

    written: list[str] = [f"<w:body {_NAMESPACES}>"]
    for element in elements:
        _write(element, written)
    written.append("</w:body>")
    return list(parse_xml("".join(written)))


def _write(element: Element, written: list[str]) -> None:
    attributes = "".join(f' {key}="{escape(str(value))}"' for key, value in element.attributes.items())
    if element.text:
        written.append(f"<{element.name}{attributes}>{escape(element.text)}</{element.name}>")
    elif element.children:
        written.append(f"<{element.name}{attributes}>")
        for child in element.children:
            _write(child, written)
        written.append(f"</{element.name}>")
    else:
        written.append(f"<{element.name}{attributes}/>")


def paragraph(style: str, *content: Element, **settings: Element | None) -> Element:
    """Return a paragraph; ``settings`` are further properties by their names, e.g. ``keepNext``, as elements or None.

    A paragraph whose text is written from right to left is set that way.
    """
    given = {"pStyle": el("w:pStyle", w_val=style)} | settings
    if said_right_to_left("".join(part.text for one in content for part in one.walk() if part.name == "w:t")):
        given["bidi"] = el("w:bidi")
    properties = [found for name in _PROPERTIES if (found := given.get(name)) is not None]
    return el("w:p", el("w:pPr", *properties), *content)


def runs(text: str, style: str = "") -> Iterator[Element]:
    """Yield a user's text as a run; line breaks and tabs in it stay."""
    written = text.strip()
    if written:
        yield run(written, style)


def run(text: str, style: str = "") -> Element:
    """Return a run of text, spaces at its ends included."""
    made = el("w:r")
    properties = [el("w:rStyle", w_val=style)] if style else []
    if said_right_to_left(text):
        properties.append(el("w:rtl"))
    if properties:
        made.children.append(el("w:rPr", *properties))
    made.children += [_part(part) for part in _PARTS.split(text) if part]
    return made


def _part(part: str) -> Element:
    if part == "\t":
        return el("w:tab")
    if _PARTS.fullmatch(part):
        return el("w:br")
    return Element("w:t", {"xml:space": "preserve"}, [], part)


def said_right_to_left(text: str) -> bool:
    """Tell whether the first letter with a direction goes from right to left (Unicode annex 9, rules P2 and P3)."""
    if text.isascii() or not _RIGHT_TO_LEFT.search(text):
        return False
    kinds = (bidirectional(character) for character in text)
    return next((kind for kind in kinds if kind in {"L", "R", "AL"}), "L") != "L"
