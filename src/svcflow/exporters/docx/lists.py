"""Lists that Word numbers itself; every numbered list starts anew."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from svcflow.exporters.docx.base_package import base_part
from svcflow.exporters.docx.elements import Element, el, in_lxml

if TYPE_CHECKING:
    from docx.document import Document

__all__ = ["Lists"]

_BULLETS, _NUMBERS = "2", "3"
"""The lists of `base/numbering.xml` that texts use; list 1 numbers the headings."""


class Lists:
    """The lists of a document; those of ours that it lacks are added."""

    def __init__(self, document: Document, *, own: bool) -> None:
        """``own`` says that the document began with our own lists."""
        self._all = _numbering(document)
        same = {"1": "1", _BULLETS: _BULLETS, _NUMBERS: _NUMBERS}
        self.numbers: Mapping[str, str] = same if own else {n: self._added(n) for n in (_BULLETS, _NUMBERS)}
        """For our list numbers those of the document."""
        self._abstract = self._abstract_of(self.numbers[_NUMBERS])

    def restarted(self) -> Element:
        """Return what makes a paragraph the first of a new numbered list, and the others its next ones."""
        number = self._new(self._abstract, el("w:lvlOverride", el("w:startOverride", w_val=1), w_ilvl=0))
        return el("w:numPr", el("w:ilvl", w_val=0), el("w:numId", w_val=number))

    def _added(self, wanted: str) -> str:
        """Add a list of ours to those of a template; return its number."""
        from docx.oxml.parser import parse_xml

        ours = parse_xml(base_part("numbering.xml")).findall(_w("abstractNum"))
        copy = deepcopy(next(one for one in ours if one.get(_w("abstractNumId")) == wanted))
        id = self._next("abstractNum", "abstractNumId")
        copy.set(_w("abstractNumId"), id)
        known = self._all.findall(_w("abstractNum"))
        self._all.insert(self._all.index(known[-1]) + 1 if known else 0, copy)
        return self._new(id)

    def _new(self, abstract: str, *overrides: Element) -> str:
        """Add a list of a kind; return its number."""
        number = self._next("num", "numId")
        made = el("w:num", el("w:abstractNumId", w_val=abstract), *overrides, w_numId=number)
        known = self._all.findall(_w("num")) or self._all.findall(_w("abstractNum"))
        known[-1].addnext(in_lxml([made])[0])
        return number

    def _abstract_of(self, number: str) -> str:
        found = next(one for one in self._all.findall(_w("num")) if one.get(_w("numId")) == number)
        return str(found.find(_w("abstractNumId")).get(_w("val")))

    def _next(self, tag: str, attribute: str) -> str:
        taken = (int(one.get(_w(attribute), "0")) for one in self._all.findall(_w(tag)))
        return str(max(taken, default=0) + 1)


def _numbering(document: Document) -> Any:
    """Return the element with all lists; a document without any gets an empty one."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.oxml.parser import parse_xml
    from docx.parts.numbering import NumberingPart

    part = document.part
    if not any(relation.reltype == RELATIONSHIP_TYPE.NUMBERING for relation in part.rels.values()):
        place = PackURI("/word/numbering.xml")
        empty = parse_xml(base_part("numbering.xml"))
        for child in list(empty):
            empty.remove(child)
        made = NumberingPart(place, CONTENT_TYPE.WML_NUMBERING, empty, part.package)
        part.relate_to(made, RELATIONSHIP_TYPE.NUMBERING)
    return part.numbering_part.element


def _w(name: str) -> str:
    return "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}" + name
