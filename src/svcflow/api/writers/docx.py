"""Documents as Word files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from svcflow.api.made import Made
from svcflow.api.writers.draft import PAGE_WIDTH
from svcflow.api.writers.look import font_warnings, look_of

if TYPE_CHECKING:
    from svcflow.api.writers.draft import Draft

__all__ = ["write"]


def write(draft: Draft) -> Made:
    """Return the document as a Word file that holds its pictures, a page may break between their bands."""
    from svcflow.exporters.docx import PICTURE_SCALE, to_docx
    from svcflow.exporters.docx.bands import bands_to_png
    from svcflow.exporters.drawing import draw_sheets

    look = look_of(draft)
    warnings = list(font_warnings(look))
    shown = {}
    for view, diagram in draft.diagrams.items():
        bands = draw_sheets(diagram, PAGE_WIDTH, draft.theme)
        shown[view], told = bands_to_png([band.decode() for band in bands], PICTURE_SCALE)
        warnings += told
    return Made(f"{draft.name}.docx", to_docx(draft.outline, shown, look), tuple(dict.fromkeys(warnings)))
