"""Styles and lists of a Word document: which paragraphs are headings, which have numbers or bullets.

The rules are those of ECMA-376 Part 1: 17.3.1.19 (numbering of a paragraph), 17.7.4 (styles), 17.9 (numberings).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

__all__ = ["Counted", "Counters", "Lists", "Styles", "w"]

_SPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"(?:heading|标题|標題)\s*(?P<level>[1-9])|(?P<title>title|标题|標題)", re.IGNORECASE)
_DEEPEST = 9


def w(name: str) -> str:
    """Return the name of an element or attribute of WordprocessingML."""
    return _SPACE + name


def _value(element: Element | None, path: str) -> str:
    found = element.find("/".join(map(w, path.split("/")))) if element is not None else None
    return found.get(w("val"), "") if found is not None else ""


@dataclass(slots=True)
class Styles:
    """The styles of paragraphs by their ids."""

    elements: dict[str, Element] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Element | None) -> Styles:
        """Return those of the part ``styles.xml``."""
        found = root.iter(w("style")) if root is not None else ()
        return cls({element.get(w("styleId"), ""): element for element in found})

    def heading(self, paragraph: Element) -> int:
        """Return the level of a heading, 1 for a title, 0 for any other paragraph."""
        level = _value(paragraph, "pPr/outlineLvl")
        for style in self._chain(paragraph):
            named = _HEADING.fullmatch(_value(style, "name").strip())
            if named:
                return int(named["level"] or 1)
            level = level or _value(style, "pPr/outlineLvl")
        return int(level) + 1 if level.isdigit() and int(level) < _DEEPEST else 0

    def list_of(self, paragraph: Element) -> tuple[str, int]:
        """Return the list of a paragraph and its level there, from 0; an empty list for none."""
        for element in (paragraph, *self._chain(paragraph)):
            list_id = _value(element, "pPr/numPr/numId")
            if list_id:
                level = _value(element, "pPr/numPr/ilvl")
                return ("" if list_id == "0" else list_id), int(level) if level.isdigit() else 0
        return "", 0

    def _chain(self, paragraph: Element) -> list[Element]:
        """Return the style of a paragraph and those it is based on."""
        found: list[Element] = []
        style = self.elements.get(_value(paragraph, "pPr/pStyle"))
        while style is not None and style not in found:
            found.append(style)
            style = self.elements.get(_value(style, "basedOn"))
        return found


@dataclass(slots=True)
class Lists:
    """The lists by their ids: the abstract list of each, and which levels of those have bullets."""

    abstract: dict[str, str] = field(default_factory=dict)
    bullets: set[tuple[str, int]] = field(default_factory=set)

    @classmethod
    def of(cls, root: Element | None) -> Lists:
        """Return those of the part ``numbering.xml``."""
        found = cls()
        if root is None:
            return found
        for element in root.iter(w("abstractNum")):
            for level in element.iter(w("lvl")):
                if _value(level, "numFmt") in {"bullet", "none"}:
                    depth = level.get(w("ilvl"), "0")
                    found.bullets.add(
                        (element.get(w("abstractNumId"), ""), int(depth) if depth.isdigit() else 0)
                    )
        for element in root.iter(w("num")):
            found.abstract[element.get(w("numId"), "")] = _value(element, "abstractNumId")
        return found


@dataclass(frozen=True, slots=True)
class Counted:
    """The number of a paragraph: as in ``2.3``, empty for a bullet; and how deep it stands."""

    number: tuple[int, ...]
    level: int


class Counters:
    """Counts the paragraphs of lists, as Word does."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._counts: dict[str, list[int]] = {}

    def next(self, list_id: str, level: int) -> Counted:
        """Return the number of the next paragraph of a list."""
        level = min(level, _DEEPEST - 1)
        abstract = self._lists.abstract.get(list_id, "")
        if (abstract, level) in self._lists.bullets:
            return Counted((), level)
        counts = self._counts.setdefault(list_id, [])
        del counts[level + 1 :]
        counts += [1] * (level - len(counts)) + ([0] if len(counts) <= level else [])
        counts[level] += 1
        return Counted(tuple(counts), level)
