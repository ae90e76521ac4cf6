"""How a workspace's pictures look: its theme, its colour, its logo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from svcflow.exporters.themes import Logo, Theme
from svcflow.load.images import read_image
from svcflow.model.workspace import Look

if TYPE_CHECKING:
    from svcflow.load import Workspace

__all__ = ["theme_of"]


def theme_of(workspace: Workspace, look: Look | None = None) -> Theme:
    """Return the theme of a workspace's pictures; ``look`` replaces the one that its settings name.

    Raises `CannotDo` when the logo cannot be used.
    """
    settings = workspace.settings.render
    logo = None
    if settings.logo:
        image = read_image(workspace.root, settings.logo)
        logo = Logo(image.address, image.width, image.height)
    return Theme(look or settings.theme or Look.DEFAULT, settings.color or "", logo)
