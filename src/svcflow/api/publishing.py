"""Standard operating procedures of processes."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.api.choices import chosen
from svcflow.api.languages import message_language
from svcflow.api.pictures import diagram_of
from svcflow.api.processes import Opened, open_processes, processes_of
from svcflow.api.writers import DOCUMENT_FORMATS, write_document
from svcflow.api.writers.draft import Draft
from svcflow.finding import CannotDo
from svcflow.i18n import msg
from svcflow.load.files import real
from svcflow.model.text import say

if TYPE_CHECKING:
    from svcflow.api.made import Made
    from svcflow.documents import Outline
    from svcflow.model.process import Process

__all__ = ["sop"]

_INDEX = re.compile(r"\{index(?::0?(\d{1,2}))?\}")


def sop(
    path: str | os.PathLike[str],
    format: str = "html",
    *,
    language: str | None = None,
    pictures: bool = True,
    standard: str = "",
) -> Iterator[Made]:
    """Publish the process at a path, or all processes of a folder, as standard operating procedures.

    ``language`` is that of the headings, and of texts that the process has in several (default: the process's).
    Markdown refers to its pictures as files beside it, HTML and PDF hold them. ``standard`` is what a PDF shall keep,
    such as ``a-2b``. Raises `CannotDo` for a file that cannot be used, for an unknown format, language or standard, and
    for a format whose packages are not installed.
    """
    chosen(format, DOCUMENT_FORMATS, lambda name: msg("there is no format `{name}`", name=name))
    _check_standard(standard, format)
    spoken = message_language(language) if language else None
    for opened in open_processes(path):
        yield write_document(_draft(opened, spoken, pictures, standard), format)


def _check_standard(standard: str, format: str) -> None:
    if not standard:
        return
    if format != "pdf":
        raise CannotDo(msg("only PDF can keep a PDF standard"), msg("use `--format pdf`"))
    from svcflow.exporters.pdf import PDF_STANDARDS

    chosen(standard, PDF_STANDARDS, lambda name: msg("there is no PDF standard `{name}`", name=name))


def _draft(opened: Opened, language: str | None, pictures: bool, standard: str) -> Draft:
    from svcflow.documents import sop_outline
    from svcflow.documents.asked import Asked

    settings = opened.workspace.settings
    organization = (
        say(settings.organization, language or opened.context.language) if settings.organization else ""
    )
    outline = sop_outline(opened.context, language, Asked(organization, _number(opened)))
    diagrams = {
        view: diagram_of(opened.context, view, outline.language) for view in _views(outline) if pictures
    }
    return Draft(
        opened.id,
        outline,
        diagrams,
        settings.documents,
        opened.workspace.root,
        date=_date(opened.context.process),
        standard=standard,
    )


def _date(process: Process) -> dt.date | None:
    """Return the day a process says of its version: that it came into force, or that it was last revised."""
    return process.effective or max((one.date for one in process.revisions), default=None)


def _views(outline: Outline) -> list[str]:
    """Return the views whose pictures a document asks for."""
    from svcflow.documents.outline import Picture

    blocks = (block for section in outline.sections for block in section.blocks)
    return sorted({block.view for block in blocks if isinstance(block, Picture)})


def _number(opened: Opened) -> str:
    """Return the document's number by the workspace's pattern; the index is the process's place in the workspace."""
    pattern = opened.workspace.settings.documents.numbering
    if not pattern:
        return ""
    files = processes_of(opened.workspace, opened.workspace.root)
    file = real(opened.file)
    index = files.index(file) + 1 if file in files else 1
    return _INDEX.sub(lambda found: f"{index:0{found[1] or 1}}", pattern)
