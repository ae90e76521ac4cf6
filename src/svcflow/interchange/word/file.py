"""Word documents as processes: their tables of steps, or their numbered paragraphs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

from svcflow.finding import Span
from svcflow.i18n import msg
from svcflow.interchange.markdown.draft import Draft, draft_of
from svcflow.interchange.markdown.grids import grids_of
from svcflow.interchange.package import Damaged, OwnEntities, TooLarge, is_old_or_encrypted, xml_parts
from svcflow.interchange.result import Foreign, ImportProblem, Loss
from svcflow.interchange.sheets.grid import Unreadable
from svcflow.interchange.sheets.read import read_grids
from svcflow.interchange.word.blocks import WordBlocks
from svcflow.interchange.word.numbering import Counters, Lists, Styles, w

__all__ = ["read"]

_MOST_BYTES = 30_000_000
_READ = ("word/document.xml", "word/styles.xml", "word/numbering.xml")


def read(files: Mapping[str, bytes], language: str | None = None) -> dict[str, Foreign]:
    """Return the processes that Word documents tell, by the names of their files; whatever is wrong is a problem.

    Places are paragraphs, counted from 1. ``language`` is that of the process, where its texts do not tell.
    """
    return {name: _read(name, data, language) for name, data in files.items()}


def _read(name: str, data: bytes, language: str | None) -> Foreign:
    try:
        draft = _draft(_parts(data))
    except Unreadable as problem:
        return _refused(problem)
    try:
        return Foreign("", tuple(read_grids(grids_of(draft), PurePath(name).stem, language, one=True)))
    except Unreadable:
        message = msg("there is no procedure: no numbered list and no table of steps")
        help = msg(
            "number the steps with Word's lists, or write a table with headings such as ‘Step’ and ‘Role’"
        )
        return _refused(Unreadable(message, help))


def _refused(problem: Unreadable) -> Foreign:
    found = ImportProblem(Loss.UNREADABLE, problem.message, Span(1, 1, 1, 1), help=problem.help)
    return Foreign("", (), (found,))


def _draft(parts: Mapping[str, Element]) -> Draft:
    """Return what the document tells; raises `Unreadable` when it has no body."""
    document = parts.get("word/document.xml")
    body = document.find(w("body")) if document is not None else None
    if body is None:
        raise _no_document()
    lists = Lists.of(parts.get("word/numbering.xml"))
    blocks = WordBlocks(Styles.of(parts.get("word/styles.xml")), Counters(lists))
    draft = draft_of(blocks.read(body))
    if blocks.drawn:
        draft.left.append((blocks.drawn[0], msg("pictures, shapes and text boxes were left out")))
    return draft


def _parts(data: bytes) -> dict[str, Element]:
    """Return the parts that are read; raises `Unreadable` for what is no document, or far too large."""
    if is_old_or_encrypted(data):
        raise Unreadable(
            msg("this is an old or encrypted Word file"),
            msg("open it and save it as .docx, without a password"),
        )
    try:
        parts = xml_parts(data, _MOST_BYTES)
        return {name: ET.fromstring(parts[name]) for name in _READ if name in parts}  # noqa: S314 -- no entities
    except TooLarge:
        size = _MOST_BYTES // 1_000_000
        raise Unreadable(
            msg("this document is too large: unpacked, it has more than {size} MB", size=size),
            msg("keep only the procedure in it"),
        ) from None
    except OwnEntities:
        raise Unreadable(
            msg("this document defines entities of its own, which no word processor writes")
        ) from None
    except (Damaged, ET.ParseError, LookupError, ValueError):
        raise _no_document() from None


def _no_document() -> Unreadable:
    return Unreadable(msg("this is no Word document, or a damaged one"), msg("open it and save it as .docx"))
