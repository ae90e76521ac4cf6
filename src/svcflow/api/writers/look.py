"""What a workspace's settings say about the look of its documents."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from svcflow.exporters.logo import read_logo
from svcflow.exporters.look import Look
from svcflow.finding import CannotDo
from svcflow.i18n import msg

if TYPE_CHECKING:
    from svcflow.api.writers.draft import Draft
    from svcflow.model.workspace import DocumentSettings

__all__ = ["look_of", "templates_folder"]


def look_of(draft: Draft) -> Look:
    """Return templates and logo of a document's workspace; raises `CannotDo` where they are not to be had."""
    settings = draft.settings
    logo = read_logo(draft.root, settings.logo) if settings.logo else None
    return Look(templates_folder(draft.root, settings), logo)


def templates_folder(root: Path, settings: DocumentSettings) -> Path | None:
    """Return the folder with the workspace's own templates, None where the settings name none.

    Raises `CannotDo` when it lies outside of the workspace.
    """
    if not settings.templates:
        return None
    folder = (root / settings.templates).resolve()
    if not folder.is_relative_to(root.resolve()):
        raise CannotDo(
            msg("the folder {path} lies outside of the workspace", path=settings.templates),
            msg("`documents.templates` of the workspace file names it"),
        )
    return folder
