"""Documents as PDF, with their pictures as vectors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from svcflow.api.made import Made
from svcflow.api.writers.look import font_warnings, look_of

if TYPE_CHECKING:
    from svcflow.api.writers.draft import Draft

__all__ = ["write"]

_PICTURE_WIDTH = 880
"""In pixels; on A4 upright, names of steps are then printed at 7 points."""


def write(draft: Draft) -> Made:
    """Return the document as PDF; raises CannotDo when typst is missing, and when standard or logo cannot be had."""
    from svcflow.exporters.drawing import draw_sheets
    from svcflow.exporters.pdf import to_pdf

    look = look_of(draft)
    shown = {
        view: [sheet.decode() for sheet in draw_sheets(diagram, _PICTURE_WIDTH, draft.theme)]
        for view, diagram in draft.diagrams.items()
    }
    made = to_pdf(draft.outline, shown, date=draft.date, standard=draft.standard, look=look)
    return Made(f"{draft.name}.pdf", made.data, (*font_warnings(look), *made.warnings))
