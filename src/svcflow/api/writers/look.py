"""What a workspace's settings say about the look of its documents."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from svcflow.exporters.look import Look
from svcflow.finding import CannotDo
from svcflow.i18n import Message, msg
from svcflow.load.images import read_image

if TYPE_CHECKING:
    from svcflow.api.writers.draft import Draft
    from svcflow.model.workspace import DocumentSettings

__all__ = ["font_warnings", "look_of", "templates_folder"]


def look_of(draft: Draft) -> Look:
    """Return the look that a workspace wants; raises `CannotDo` where its logo or templates are not to be had."""
    settings = draft.settings
    logo = read_image(draft.root, settings.logo, "documents.logo") if settings.logo else None
    return Look(templates_folder(draft.root, settings), logo, draft.theme, settings.paper)


def font_warnings(look: Look) -> tuple[Message, ...]:
    """Return what to tell people of a logo with texts, in formats that set them in our fonts."""
    if look.logo is None or not look.logo.has_texts:
        return ()
    return (msg("the texts of the logo are set in svcflow's font: turn them into paths in the logo's file"),)


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
