"""All kinds of sheets, and how each is laid out."""

from __future__ import annotations

from svcflow.views.matrix import Matrix
from svcflow.views.scene import Scene
from svcflow.views.sheets.matrix import matrix_scene

__all__ = ["Sheet", "scene_of"]

Sheet = Matrix
"""What a view that is no flow may show."""


def scene_of(sheet: Sheet) -> Scene:
    """Lay out a sheet of any kind."""
    return matrix_scene(sheet)
