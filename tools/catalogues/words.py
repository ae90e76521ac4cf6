"""The words of documents and pictures: the template by which an organisation says them in a language of its own."""

from __future__ import annotations

import ast
from collections import defaultdict

from tools.catalogues.extract import SOURCE, Text
from tools.catalogues.po import LOCALES, Key, quoted

__all__ = ["TARGET", "template", "words"]

TARGET = LOCALES / "words.pot"

_SHOWN = ("documents/", "views/", "exporters/", "model/duration.py", "model/period.py", "api/overlays.py")
_PREFIX = "src/svcflow/"


def words(texts: list[Text]) -> dict[Key, list[str]]:
    """Return the words that stand in documents and pictures, each with the files that say it."""
    found: dict[Key, list[str]] = defaultdict(list)
    messages: dict[str, set[tuple[str, int]]] = {}
    for text in texts:
        file = text.path.removeprefix(_PREFIX)
        if not text.literal or not text.msgid or not file.startswith(_SHOWN):
            continue
        if file not in messages:
            messages[file] = _messages(file)
        if (text.msgid, text.line) not in messages[file] and file not in found[text.context, text.msgid]:
            found[text.context, text.msgid].append(file)
    return {key: files for key, files in found.items() if files}


def template(texts: list[Text]) -> bytes:
    """Return the template: every word once, by the file that says it first."""
    said = sorted(words(texts).items(), key=lambda item: (item[1][0], item[0][1], item[0][0] or ""))
    parts = ['msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n']
    for (context, msgid), files in said:
        mark = f"msgctxt {quoted(context)}\n" if context else ""
        parts.append(f'#: {" ".join(files)}\n{mark}msgid {quoted(msgid)}\nmsgstr ""\n')
    return "\n".join(parts).encode()


def _messages(file: str) -> set[tuple[str, int]]:
    """Return texts and lines of what a file says to whoever runs svcflow, not in a document.

    That is what it refuses and, where formats are written, every message: words come there by a translator.
    """
    if not file.endswith(".py"):
        return set()
    calls = _calls(ast.parse((SOURCE / file).read_text("utf-8")))
    told = calls if file.startswith("exporters/") else [call for call in calls if _name(call) == "CannotDo"]
    return {
        (text.value, inner.lineno)
        for call in told
        for inner in _calls(call)
        if _name(inner) == "msg"
        for text in inner.args[:1]
        if isinstance(text, ast.Constant) and isinstance(text.value, str)
    }


def _calls(tree: ast.AST) -> list[ast.Call]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""
