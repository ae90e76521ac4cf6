"""Plain data as YAML text, for the parts of a file that an edit writes anew."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

__all__ = ["Emitter"]

_SHORT = 60
_ESCAPED = re.compile('["\\\\\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff]')
_NAMED = {"\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"', "\\": "\\\\"}


class Emitter:
    """Writes values the way the rest of a file is written.

    ``reads`` reads a YAML text, for trying whether a word needs quotes. ``offset`` is how far the dashes of a list are
    indented below their key.
    """

    def __init__(self, reads: Callable[[str], Any], offset: int) -> None:
        self._reads = reads
        self._offset = offset

    def scalar(self, value: Any, quote: str = "") -> str:
        """Return a value without parts, on one line; a text in ``quote`` if that can be, else as it needs."""
        if value is None:
            return "null"
        if isinstance(value, bool):
            return "true" if value else "false"
        if not isinstance(value, str):
            return str(value)
        if _ESCAPED.search(value.replace('"', "").replace("\\", "")) or quote == '"':
            return '"' + _ESCAPED.sub(_escape, value) + '"'
        if quote or not self._is_plain(value):
            return "'" + value.replace("'", "''") + "'"
        return value

    def _is_plain(self, text: str) -> bool:
        """Tell whether a text reads as itself without quotes wherever it stands."""
        return all(self._reads(around.format(text)) == value for around, value in _forms(text))

    def flow(self, value: Any) -> str:
        """Return a value on one line, in brackets if it has parts."""
        if isinstance(value, dict):
            return (
                "{" + ", ".join(f"{self.scalar(key)}: {self.flow(part)}" for key, part in value.items()) + "}"
            )
        if isinstance(value, (list, tuple)):
            return "[" + ", ".join(map(self.flow, value)) + "]"
        return self.scalar(value)

    def after_key(self, value: Any, indent: int) -> str:
        """Return what follows the colon of a key that stands ``indent`` columns deep, with the space before it."""
        if isinstance(value, str) and "\n" in value:
            return " " + self.block_text(value, indent + 2)
        if self._fits_on_line(value):
            return " " + self.flow(value)
        if isinstance(value, dict):
            return "".join("\n" + line for line in self._entries(value, indent + 2))
        return self._items(value, indent + self._offset)

    def item(self, value: Any, indent: int) -> str:
        """Return an item of a list whose dash stands ``indent`` columns deep, from its dash on."""
        if isinstance(value, dict) and value:
            return "- " + "\n".join(self._entries(value, indent + 2)).lstrip(" ")
        if isinstance(value, (list, tuple)) and not self._fits_on_line(value):
            return "-" + self._items(value, indent + 2)
        return "-" + self.after_key(value, indent)

    def entry(self, key: str, value: Any, indent: int) -> str:
        """Return a key and its value, from the key on."""
        return f"{self.scalar(key)}:{self.after_key(value, indent)}"

    def block_text(self, text: str, indent: int) -> str:
        """Return a text of several lines as a block, or in quotes where a block could not keep it."""
        lines = text.removesuffix("\n").split("\n")
        plain = not _ESCAPED.search(re.sub(r'[\n"\\]', "", text))
        if not plain or not lines[0] or lines[0][0] == " " or text.endswith("\n\n") or not lines[-1]:
            return self.scalar(text)
        header = "|" if text.endswith("\n") else "|-"
        return "\n".join([header, *(" " * indent + line if line else "" for line in lines)])

    def _items(self, values: Iterable[Any], indent: int) -> str:
        return "".join("\n" + " " * indent + self.item(value, indent) for value in values)

    def _entries(self, value: dict[str, Any], indent: int) -> list[str]:
        return [" " * indent + self.entry(key, part, indent) for key, part in value.items()]

    def _fits_on_line(self, value: Any) -> bool:
        if not isinstance(value, (dict, list, tuple)):
            return True
        parts = value.values() if isinstance(value, dict) else value
        simple = not any(isinstance(part, (dict, list, tuple)) or "\n" in str(part) for part in parts)
        return simple and len(self.flow(value)) <= _SHORT


def _forms(text: str) -> list[tuple[str, Any]]:
    return [("[a, {}, b]", ["a", text, "b"]), ("a: {}\n", {"a": text}), ("{}: a\n", {text: "a"})]


def _escape(found: re.Match[str]) -> str:
    return _NAMED.get(found[0]) or f"\\u{ord(found[0]):04x}"
