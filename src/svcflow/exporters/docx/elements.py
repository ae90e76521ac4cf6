"""Elements of WordprocessingML, and text in them: whatever a user wrote stays text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any
from unicodedata import bidirectional

from svcflow.exporters.markup import printable

__all__ = ["Element", "el", "paragraph", "run", "runs", "said_right_to_left"]

Element = Any
"""An element of lxml, which comes without types."""

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_PARTS = re.compile("(\t|\r\n|\r|\n|\u2028|\u2029|\x0b|\x0c|\x85)")


@lru_cache(maxsize=256)
def _qualified(name: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(name))


@lru_cache(maxsize=1)
def _namespaces() -> dict[str, str]:
    from docx.oxml.ns import nsmap

    names = ("w", "r", "wp", "a", "pic")
    return {name: nsmap[name] for name in names}


def el(name: str, /, *children: Element, **attributes: str | int) -> Element:
    """Return an element with its children, in the order that the schema asks of them.

    ``name`` and the keywords are prefixed names: ``el("w:spacing", w_after=0)`` is ``<w:spacing w:after="0"/>``.
    """
    from docx.oxml.parser import oxml_parser

    element = oxml_parser.makeelement(_qualified(name), nsmap=_namespaces())
    for key, value in attributes.items():
        element.set(_qualified(key.replace("_", ":", 1)) if "_" in key else key, str(value))
    element.extend(children)
    return element


def paragraph(style: str, *content: Element, **settings: Element | None) -> Element:
    """Return a paragraph; ``settings`` are further properties by their names, e.g. ``keepNext``, as elements or None.

    A paragraph whose text is written from right to left is set that way.
    """
    given = {"pStyle": el("w:pStyle", w_val=style)} | settings
    texts = "".join(node.text or "" for part in content for node in part.iter(_qualified("w:t")))
    if said_right_to_left(texts):
        given["bidi"] = el("w:bidi")
    properties = [given[name] for name in _ORDER if given.get(name) is not None]
    return el("w:p", el("w:pPr", *properties), *content)


_ORDER = ("pStyle", "keepNext", "pageBreakBefore", "numPr", "tabs", "bidi", "spacing", "ind", "jc")
"""The properties of a paragraph that are used here, in the order of the schema."""


def runs(text: str, style: str = "") -> Iterator[Element]:
    """Yield a user's text as a run; line breaks and tabs in it stay."""
    written = text.strip()
    if written:
        yield run(written, style)


def run(text: str, style: str = "") -> Element:
    """Return a run of text, spaces at its ends included."""
    made = el("w:r")
    properties = el("w:rPr")
    if style:
        properties.append(el("w:rStyle", w_val=style))
    if said_right_to_left(text):
        properties.append(el("w:rtl"))
    if len(properties):
        made.append(properties)
    made.extend(_part(part) for part in _PARTS.split(text) if part)
    return made


def _part(part: str) -> Element:
    if part == "\t":
        return el("w:tab")
    if _PARTS.fullmatch(part):
        return el("w:br")
    text = el("w:t", xml_space="preserve")
    text.text = printable(part)
    return text


def said_right_to_left(text: str) -> bool:
    """Tell whether the first letter with a direction goes from right to left (Unicode annex 9, rules P2 and P3)."""
    if not _RIGHT_TO_LEFT.search(text):
        return False
    kinds = (bidirectional(character) for character in text)
    return next((kind for kind in kinds if kind in {"L", "R", "AL"}), "L") != "L"
