"""Plain data of a process as the YAML text that a person would have written.

Keys come in the order of the format; what is short stands on one line, texts that are read one after the other stand
below each other, and quotes are there only where YAML needs them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from svcflow.interchange.order import in_order
from svcflow.source import parse
from svcflow.source.emit import Emitter
from svcflow.text.cells import cells

__all__ = ["to_yaml"]

_WIDTH = 100
_SHORT_LIST = 60
_ALWAYS_BELOW = {
    *("roles", "calendars", "terms", "steps", "handoffs", "instructions", "next", "exceptions"),
    *("departments", "artifacts", "tools", "channels", "segments", "kpis"),
}
"""Keys whose entries are read one after the other: never in brackets behind the key."""
_UNDER_THE_NAME = "roles"
"""The section that a short process has right under its name."""
_SURELY_PLAIN = re.compile(r"(?!(?:[tT]rue|[fF]alse|[nN]ull|TRUE|FALSE|NULL)$)[^\W\d_](?:[\w./()-]| (?=\w))*")
"""Texts that mean themselves wherever they stand; all others are tried."""


def to_yaml(data: dict[str, Any]) -> str:
    """Return the text of a file that holds ``data``: a process, or a catalogue.

    Values are what a YAML file can hold: dicts with texts as keys, lists, texts, numbers, truth values. Read again, the
    text gives the same data.
    """
    return _Writer().document(in_order(data))


class _Writer:
    """Writes one file; remembers which texts need quotes."""

    def __init__(self) -> None:
        self._emitter = Emitter(_read, 2)
        self._plain: dict[tuple[str, bool], bool] = {}

    def document(self, data: dict[str, Any]) -> str:
        if not data:
            return "{}\n"
        parts: list[str] = []
        blocks = False
        for key, value in data.items():
            entry = self._entry(key, value, 0)
            block = "\n" in entry and _holds_parts(value)
            parts.append(("\n" if parts and (block or blocks) and key != _UNDER_THE_NAME else "") + entry)
            blocks = block
        return "\n".join(parts) + "\n"

    # Block style: one entry below the other

    def _entry(self, key: str, value: Any, indent: int) -> str:
        head = f"{self._scalar(key, flow=False)}:"
        if isinstance(value, str) and "\n" in value:
            return f"{head} {self._emitter.block_text(value, indent + 2)}"
        if key not in _ALWAYS_BELOW or not isinstance(value, (dict, list, tuple)) or not value:
            line = self._line(value)
            if line is not None and indent + cells(head) + 1 + cells(line) <= _WIDTH:
                return f"{head} {line}"
        elif _may_stand_behind(key, value):
            return f"{head} {self._flow(value)}"
        if isinstance(value, dict) and value:
            return "\n".join([head, *self._entries(value, indent + 2)])
        if isinstance(value, (list, tuple)) and value:
            return "\n".join([head, *self._items(value, indent + 2, apart=key == "steps")])
        return f"{head} {self._line(value) or self._scalar(value, flow=False)}"

    def _entries(self, value: dict[str, Any], indent: int) -> Iterator[str]:
        for key, part in value.items():
            yield " " * indent + self._entry(key, part, indent)

    def _items(self, values: list[Any] | tuple[Any, ...], indent: int, *, apart: bool) -> Iterator[str]:
        """Yield the items of a list; ``apart`` puts an empty line around those of several lines."""
        before = False
        for number, value in enumerate(values):
            item = self._item(value, indent)
            long = apart and "\n" in item
            yield ("\n" if number and (long or before) else "") + " " * indent + item
            before = long

    def _item(self, value: Any, indent: int) -> str:
        if isinstance(value, str) and "\n" in value:
            return "- " + self._emitter.block_text(value, indent + 2)
        line = self._line(value)
        if line is not None and (
            indent + 2 + cells(line) <= _WIDTH or not isinstance(value, (dict, list, tuple))
        ):
            return f"- {line}"
        if isinstance(value, dict):
            return "- " + "\n".join(self._entries(value, indent + 2)).lstrip(" ")
        return "- " + "\n".join(self._items(value, indent + 2, apart=False)).lstrip(" ")

    # Flow style: all on one line

    def _line(self, value: Any) -> str | None:
        """Return a value on one line; None when it is better written over several."""
        if not isinstance(value, (dict, list, tuple)):
            return self._scalar(value, flow=False)
        return self._flow(value) if _is_simple(value) else None

    def _flow(self, value: Any) -> str:
        if isinstance(value, dict):
            entries = (f"{self._scalar(key, flow=True)}: {self._flow(part)}" for key, part in value.items())
            return "{" + ", ".join(entries) + "}"
        if isinstance(value, (list, tuple)):
            return "[" + ", ".join(map(self._flow, value)) + "]"
        return self._scalar(value, flow=True)

    def _scalar(self, value: Any, *, flow: bool) -> str:
        if isinstance(value, float) and value in (float("inf"), float("-inf")):
            return ".inf" if value > 0 else "-.inf"
        if not isinstance(value, str):
            return self._emitter.scalar(value)
        if _SURELY_PLAIN.fullmatch(value) or self._is_plain(value, flow):
            return value
        return self._emitter.scalar(value, "'" if '"' in value or "\\" in value else '"')

    def _is_plain(self, text: str, flow: bool) -> bool:
        key = text, flow
        if key not in self._plain:
            forms: list[tuple[str, Any]] = [
                ("a: {}\n", {"a": text}),
                ("- {}\n", [text]),
                ("{}: a\n", {text: "a"}),
            ]
            if flow:
                forms = [("[a, {}, b]", ["a", text, "b"]), ("[{{{}: a}}]", [{text: "a"}])]
            self._plain[key] = all(_read(around.format(text)) == value for around, value in forms)
        return self._plain[key]


def _read(text: str) -> Any:
    document = parse(text, "")
    return None if document.problems else document.data


def _holds_parts(value: Any) -> bool:
    """Tell whether a value holds mappings: it is a section of the file, with an empty line around it."""
    if isinstance(value, str):
        return False
    return any(isinstance(part, dict) for part in (value.values() if isinstance(value, dict) else value))


def _is_words(value: Any) -> bool:
    """Tell whether a value is a list of ids: short words without blanks."""
    return isinstance(value, (list, tuple)) and all(
        isinstance(part, str) and " " not in part and "\n" not in part and len(part) <= 30 for part in value
    )


def _may_stand_behind(key: str, value: Any) -> bool:
    """Tell whether the entries of one of `_ALWAYS_BELOW` are mere ids: ``next: [a, b]``."""
    return key in {"next", "tools", "segments"} and _is_words(value)


def _is_simple(value: Any, depth: int = 0) -> bool:
    """Tell whether a value with parts reads well on one line."""
    if isinstance(value, dict):
        return depth < 3 and not any(
            key in _ALWAYS_BELOW and isinstance(part, (dict, list, tuple)) and not _may_stand_behind(key, part)
            for key, part in value.items()
        ) and all(_is_simple(part, depth + 1) for part in value.values())  # fmt: skip
    if isinstance(value, (list, tuple)):
        parts = [str(part) for part in value if not isinstance(part, (dict, list, tuple))]
        return len(parts) == len(value) and (
            _is_words(value) or sum(cells(part) + 2 for part in parts) <= _SHORT_LIST
        ) and not any("\n" in part for part in parts)  # fmt: skip
    return "\n" not in str(value)
