"""All kinds of sheets, and how each is laid out."""

from __future__ import annotations

from svcflow.views.journey import Journey
from svcflow.views.landscape import Landscape
from svcflow.views.matrix import Matrix
from svcflow.views.scene import Scene
from svcflow.views.sheets.journey import journey_scene
from svcflow.views.sheets.landscape import landscape_scene
from svcflow.views.sheets.matrix import matrix_scene
from svcflow.views.sheets.timeline import timeline_scene
from svcflow.views.timeline import Timeline

__all__ = ["Sheet", "scene_of"]

Sheet = Matrix | Journey | Timeline | Landscape
"""What a view that is no flow may show."""


def scene_of(sheet: Sheet, width: float = 0.0) -> Scene:
    """Lay out a sheet of any kind; a ``width`` in pixels is kept by those that can (0: as wide as it is)."""
    if isinstance(sheet, Journey):
        return journey_scene(sheet, width)
    if isinstance(sheet, Timeline):
        return timeline_scene(sheet, width)
    if isinstance(sheet, Landscape):
        return landscape_scene(sheet)
    return matrix_scene(sheet)
