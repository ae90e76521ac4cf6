"""XML as text: elements in the order given, indented, with everything a user wrote escaped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.sax.saxutils import escape as plain_escape

from svcflow.exporters.markup import escape, printable

__all__ = ["Tag", "document"]

_KEPT = {"\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
"""What a reader of XML would turn into blanks in an attribute; a return would become a line end anywhere."""


@dataclass(slots=True)
class Tag:
    """An element: its name with prefix, its attributes (those that are empty are left out), and what is in it."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Tag] = field(default_factory=list)
    text: str = ""

    def add(self, name: str, text: str = "", /, **attributes: str) -> Tag:
        """Add an element behind the others, and return it."""
        child = Tag(name, attributes, text=text)
        self.children.append(child)
        return child


def document(root: Tag, comment: str) -> bytes:
    """Return the file, in UTF-8; ``comment`` stands before the root."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f"<!-- {comment} -->", *_lines(root, "")]
    return ("\n".join(lines) + "\n").encode("utf-8")


def _lines(tag: Tag, indent: str) -> Iterator[str]:
    attributes = "".join(f' {key}="{_attribute(value)}"' for key, value in tag.attributes.items() if value)
    start = f"{indent}<{tag.name}{attributes}"
    if tag.children:
        yield f"{start}>"
        for child in tag.children:
            yield from _lines(child, indent + "  ")
        yield f"{indent}</{tag.name}>"
    elif tag.text:
        yield f"{start}>{_content(tag.text)}</{tag.name}>"
    else:
        yield f"{start}/>"


def _content(text: str) -> str:
    """Escape what stands between tags; quotes may stay, which keeps JSON readable."""
    return plain_escape(printable(text)).replace("\r", _KEPT["\r"])


def _attribute(value: str) -> str:
    escaped = escape(value)
    for character, reference in _KEPT.items():
        escaped = escaped.replace(character, reference)
    return escaped
