"""Fields: what the word processor works out itself."""

from __future__ import annotations

from svcflow.exporters.docx.elements import Element, el, run

__all__ = ["field", "field_begin", "field_end"]


def field_begin(instruction: str) -> list[Element]:
    """Return the beginning of a field, up to its result."""
    code = Element("w:instrText", {"xml:space": "preserve"}, [], f" {instruction} ")
    return [_mark("begin"), el("w:r", code), _mark("separate")]


def field_end() -> Element:
    """Return the end of a field."""
    return _mark("end")


def field(instruction: str, shown: str = "") -> list[Element]:
    """Return a field with what is shown until it is worked out."""
    result = [run(shown)] if shown else []
    return [*field_begin(instruction), *result, field_end()]


def _mark(kind: str) -> Element:
    return el("w:r", el("w:fldChar", w_fldCharType=kind))
