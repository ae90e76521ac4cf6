"""Analyses of a process, or of all processes of a folder together."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from svcflow.api.choices import chosen
from svcflow.api.languages import document_language, shared_language
from svcflow.api.made import Made
from svcflow.api.processes import open_processes
from svcflow.finding import CannotDo
from svcflow.i18n import msg
from svcflow.load import open_workspace
from svcflow.model.text import say

if TYPE_CHECKING:
    from svcflow.documents import Outline

__all__ = ["ANALYSIS_FORMATS", "analyze", "made_of"]

ANALYSIS_FORMATS = ("text", "json", "md", "html", "xlsx")
"""The formats of analyses."""


def analyze(
    path: str | os.PathLike[str],
    names: Iterable[str] = (),
    format: str = "text",
    *,
    language: str | None = None,
    width: int = 100,
) -> Made:
    """Analyse the process at a path, or the processes of a folder together.

    ``names`` chooses analyses of a process (`svcflow.documents.analyses.ANALYSES`; default: all); ``width`` counts for
    text. Raises `CannotDo` for a file that cannot be used, and for an unknown analysis, format or language.
    """
    chosen(format, ANALYSIS_FORMATS, lambda name: msg("there is no format `{name}`", name=name))
    outline, name = _outline(Path(path), tuple(names), language)
    return made_of(outline, f"{name}-analysis", format, width)


def _outline(path: Path, names: tuple[str, ...], language: str | None) -> tuple[Outline, str]:
    from svcflow.documents.analyses import ANALYSES, analyses_outline
    from svcflow.documents.analyses.workspace import workspace_outline

    for name in names:
        chosen(name, ANALYSES, lambda wrong: msg("there is no analysis `{name}`", name=wrong))
    workspace = open_workspace(path)
    opened = list(open_processes(path, workspace))
    settings = workspace.settings
    own = shared_language(workspace) if path.is_dir() else opened[0].context.language
    spoken = document_language(language, workspace) if language else own
    organization = say(settings.organization, spoken) if settings.organization else ""
    if not path.is_dir():
        return analyses_outline(opened[0].context, names, language, organization), opened[0].id
    if names:
        raise CannotDo(
            msg("analyses are chosen by name for one process only"),
            msg("name a file, or leave the names out"),
        )
    return workspace_outline([one.context for one in opened], spoken, organization), "workspace"


def made_of(outline: Outline, stem: str, format: str, width: int) -> Made:
    """Return an outline as a file in one of the `ANALYSIS_FORMATS`; ``width`` counts for text."""
    if format == "xlsx":
        from svcflow.exporters.xlsx import to_xlsx

        return Made(f"{stem}.xlsx", to_xlsx(outline))
    text = _text_of(outline, format, width)
    return Made(f"{stem}.{'txt' if format == 'text' else format}", text.encode("utf-8", "replace"))


def _text_of(outline: Outline, format: str, width: int) -> str:
    if format == "json":
        from svcflow.exporters.outline_json import to_json

        return to_json(outline)
    if format == "md":
        from svcflow.exporters.markdown import to_markdown

        return to_markdown(outline)
    if format == "html":
        from svcflow.exporters.html import to_html

        return to_html(outline)
    from svcflow.exporters.plain import to_text

    return to_text(outline, width)
