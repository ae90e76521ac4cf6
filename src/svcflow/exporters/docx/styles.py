"""Styles: our own, or those of the organisation's template where it has them."""

from __future__ import annotations

import re
from copy import deepcopy
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from svcflow.exporters.docx.base_package import base_part
from svcflow.exporters.docx.languages import Speech

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from docx.document import Document

__all__ = ["Styles", "make_card", "set_colors", "set_right_edge", "speak", "tag"]

_COLOR = re.compile("[0-9A-F]{6}")
_ALIASES = {
    "heading 1": ("标题 1", "標題 1"),
    "heading 2": ("标题 2", "標題 2"),
    "heading 3": ("标题 3", "標題 3"),
    "Title": ("标题", "標題"),
    "Normal": ("正文", "內文"),
}
"""Names of built-in styles as some programs write them; Word itself writes the English ones in every language."""
_REFERENCES = ("basedOn", "next", "link")
_DEFAULTS = {
    "Default Paragraph Font": "character",
    "Normal Table": "table",
    "No List": "numbering",
    "Normal": "paragraph",
}


class Styles:
    """The styles of a document by our names for them; those that it lacks are added."""

    def __init__(self, document: Document, lists: Mapping[str, str]) -> None:
        """``lists`` gives for our list numbers those of the document."""
        self._all: Any = document.styles.element
        self._ids: dict[str, str] = {}
        self._lists = lists
        for style in _own():
            self._ids[_name(style)] = self._found(_name(style)) or ""
        taken = {style.get(_w("styleId")) for style in self._all.findall(_w("style"))}
        missing = [style for style in _own() if not self._ids[_name(style)]]
        for style in missing:
            wanted = style.get(_w("styleId"))
            self._ids[_name(style)] = wanted if wanted not in taken else f"svc{wanted}"
        self._all.extend([self._adapted(style) for style in missing])

    def __getitem__(self, name: str) -> str:
        """Return the id by which the document knows a style."""
        return self._ids[name]

    def _found(self, name: str) -> str | None:
        wanted = {name.casefold(), *_ALIASES.get(name, ())}
        for style in self._all.findall(_w("style")):
            kind = _DEFAULTS.get(name)
            default = (
                kind and style.get(_w("type")) == kind and style.get(_w("default")) in {"1", "true", "on"}
            )
            if default or _name(style).casefold() in wanted:
                return str(style.get(_w("styleId")))
        return None

    def _adapted(self, style: Any) -> Any:
        """Return a copy of a style of ours that refers to the document's styles and lists."""
        copy = deepcopy(style)
        names = {own.get(_w("styleId")): _name(own) for own in _own()}
        copy.set(_w("styleId"), self._ids[_name(style)])
        for tag in _REFERENCES:
            for reference in copy.findall(_w(tag)):
                reference.set(_w("val"), self._ids[names[reference.get(_w("val"))]])
        for number in copy.iter(_w("numId")):
            mapped = self._lists.get(number.get(_w("val")))
            if mapped is None:  # the numbering of headings is the template's affair
                number.getparent().getparent().remove(number.getparent())
            else:
                number.set(_w("val"), mapped)
        return copy


def speak(document: Document, speech: Speech) -> None:
    """Set language and fonts of a document that began with our own styles."""
    root = document.styles.element
    for fonts in root.iter(_w("rFonts")):
        fonts.set(_w("eastAsia"), speech.font)
        if speech.hint:
            fonts.set(_w("hint"), speech.hint)
    for spoken in [*root.iter(_w("lang")), *document.settings.element.iter(_w("themeFontLang"))]:
        spoken.set(_w("val"), speech.latin)
        spoken.set(_w("eastAsia"), speech.east_asian)


def tag(document: Document, speech: Speech) -> None:
    """Set the language of a document that began with a template; its fonts stay."""
    chinese = speech.tag == speech.east_asian
    for spoken in document.styles.element.iter(_w("lang")):
        spoken.set(_w("eastAsia" if chinese else "val"), speech.tag)


def set_colors(document: Document, colored: Callable[[str], str]) -> None:
    """Put other colours in place of those of our styles, by what ``colored`` makes of ``#24466f``."""
    for element in document.styles.element.iter():
        for name in (_w("color"), _w("fill"), _w("val")):
            value = element.get(name) or ""
            if _COLOR.fullmatch(value):
                element.set(name, colored(f"#{value.lower()}").removeprefix("#").upper())


def set_right_edge(document: Document, room: int) -> None:
    """Move what our styles align at the right to the edge of the text."""
    for stop in document.styles.element.iter(_w("tab")):
        if stop.get(_w("val")) == "right":
            stop.set(_w("pos"), str(room))


def make_card(document: Document, zoom: float) -> None:
    """Enlarge the type of all styles; headings are closer to each other, and not numbered."""
    for size in document.styles.element.iter(_w("sz"), _w("szCs")):
        size.set(_w("val"), str(round(int(size.get(_w("val"))) * zoom)))
    heading = next(
        style for style in document.styles.element.findall(_w("style")) if _name(style) == "heading 1"
    )
    properties = heading.find(_w("pPr"))
    properties.find(f"{_w('numPr')}/{_w('numId')}").set(_w("val"), "0")
    properties.find(_w("spacing")).set(_w("before"), "200")


@lru_cache(maxsize=1)
def _own() -> tuple[Any, ...]:
    from docx.oxml.parser import parse_xml

    return tuple(parse_xml(base_part("styles.xml")).findall(_w("style")))


def _name(style: Any) -> str:
    return str(style.find(_w("name")).get(_w("val")))


def _w(name: str) -> str:
    return "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}" + name
