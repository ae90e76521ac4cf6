"""Edits written back into a YAML text, with everything else left as its author wrote it, to the byte.

The places of a document tell where a value stands, so a change touches that stretch of text and nothing else: no
comment moves, no list is broken anew. In the end the new text is read again, and returned only when it says exactly
what was to be said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from svcflow.finding import Edit, Route
from svcflow.i18n import Message, msg
from svcflow.source.document import Document, parse
from svcflow.source.emit import Emitter
from svcflow.source.splice import CannotSplice, Splicer

__all__ = ["EditError", "apply"]

_LIST_BELOW_KEY = re.compile(r"^( *)[^\s#-].*:[ \t]*(?:#.*)?\n( *)- ", re.MULTILINE)


class EditError(Exception):
    """An edit cannot be written back; ``message`` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


def apply(document: Document, edits: Sequence[Edit]) -> str:
    """Return the text of a document with all edits made, in their order.

    An edit sets the value at its route (an index equal to the length of a list appends), or removes it when its value
    is None. Line breaks, byte order mark and the text around the edits stay. Raises EditError when the document has
    problems, when a route leads nowhere, or when the change cannot be written without changing something else.
    """
    if document.problems or document.data is None:
        raise EditError(msg("{path} has errors that must be mended first", path=document.path))
    expected, current = _copied(document.data), document
    for edit in edits:
        _change(expected, edit)
        current = parse(_spliced(current, edit), document.path)
        if current.problems or current.data != expected:
            raise _not_written(document)
    newline = "\r\n" if document.text.count("\r\n") * 2 > document.text.count("\n") else "\n"
    text = re.sub(r"(?<!\r)\n", newline, current.text) if newline != "\n" else current.text
    return ("\ufeff" if document.bom else "") + text


def _spliced(document: Document, edit: Edit) -> str:
    found = _LIST_BELOW_KEY.search(document.text.replace("\r\n", "\n"))
    offset = len(found[2]) - len(found[1]) if found else 2
    emitter = Emitter(_read, offset)
    try:
        return Splicer(document.lines, document.places, emitter).apply(edit.route, edit.value)
    except CannotSplice as reason:
        raise _not_written(document) from reason


def _read(text: str) -> Any:
    document = parse(text, "")
    return None if document.problems else document.data


def _not_written(document: Document) -> EditError:
    return EditError(msg("this change of {path} must be made by hand", path=document.path))


def _copied(data: Any) -> Any:
    """Copy data so that what came in through an alias is no longer shared: only one place shall change."""
    if isinstance(data, dict):
        return {key: _copied(value) for key, value in data.items()}
    return [_copied(value) for value in data] if isinstance(data, list) else data


def _change(data: Any, edit: Edit) -> None:
    """Make an edit in plain data."""
    if not edit.route:
        raise EditError(msg("an edit cannot replace a whole file"))
    parent = data
    for part in edit.route[:-1]:
        parent = _part(parent, part, edit.route)
    last = edit.route[-1]
    if edit.value is None:
        _part(parent, last, edit.route)
        del parent[last]
    elif isinstance(parent, list) and last == len(parent):
        parent.append(edit.value)
    elif isinstance(parent, dict) and isinstance(last, str):
        parent[last] = edit.value
    else:
        _part(parent, last, edit.route)
        parent[last] = edit.value


def _part(parent: Any, part: str | int, route: Route) -> Any:
    fits = isinstance(parent, list) if isinstance(part, int) else isinstance(parent, dict)
    if not fits:
        raise _leads_nowhere(route)
    try:
        return parent[part]
    except (KeyError, IndexError):
        raise _leads_nowhere(route) from None


def _leads_nowhere(route: Route) -> EditError:
    return EditError(msg("there is no `{route}` to change", route="/".join(map(str, route))))
