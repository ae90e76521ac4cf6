"""How a workspace's pictures look: its theme, its colour, its logo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from svcflow.exporters.themes import Theme
from svcflow.i18n import Message, msg
from svcflow.load.images import read_image
from svcflow.model.workspace import Look

if TYPE_CHECKING:
    from svcflow.load import Workspace

__all__ = ["logo_warnings", "paper_theme_of", "theme_of"]

_ON_PAPER = {Look.MONO, Look.CONTRAST}
"""The looks that pictures keep in documents, which are light."""


def theme_of(workspace: Workspace, look: Look | None = None) -> Theme:
    """Return the theme of a workspace's pictures; ``look`` replaces the one that its settings name.

    Raises `CannotDo` when the logo cannot be used.
    """
    settings = workspace.settings.render
    logo = None
    if settings.logo:
        logo = read_image(workspace.root, settings.logo, "render.logo")
    return Theme(look or settings.theme or Look.DEFAULT, settings.color or "", logo)


def paper_theme_of(workspace: Workspace) -> Theme:
    """Return the theme of pictures in documents: light, in the colour of the house; the document has the logo."""
    settings = workspace.settings.render
    look = settings.theme if settings.theme in _ON_PAPER else None
    return Theme(look or Look.LIGHT, settings.color or "")


def logo_warnings(theme: Theme) -> tuple[Message, ...]:
    """Return what to tell people of a logo that only browsers can show as a whole: one with texts in it."""
    if theme.logo is None or not theme.logo.has_texts:
        return ()
    return (msg("the logo has texts, which PNG and PDF leave out: turn them into paths in the logo's file"),)
