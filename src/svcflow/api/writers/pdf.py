"""Documents as PDF, with their pictures as vectors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from svcflow.api.made import Made

if TYPE_CHECKING:
    from svcflow.api.writers.draft import Draft

__all__ = ["write"]

_PICTURE_WIDTH = 880
"""In pixels; on A4 upright, names of steps are then printed at 7 points."""


def write(draft: Draft) -> Made:
    """Return the document as PDF; raises CannotDo when typst is missing, and when standard or logo cannot be had."""
    from svcflow.exporters.drawing import draw_sheets
    from svcflow.exporters.pdf import to_pdf
    from svcflow.exporters.themes import Logo
    from svcflow.load.images import read_image

    image = read_image(draft.root, draft.settings.logo) if draft.settings.logo else None
    logo = Logo(image.address, image.width, image.height) if image else None
    shown = {
        view: [sheet.decode() for sheet in draw_sheets(diagram, _PICTURE_WIDTH, draft.theme)]
        for view, diagram in draft.diagrams.items()
    }
    made = to_pdf(draft.outline, shown, date=draft.date, standard=draft.standard, logo=logo)
    return Made(f"{draft.name}.pdf", made.data, made.warnings)
