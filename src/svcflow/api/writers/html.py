"""Documents as one HTML file, whose pages may break between the bands of its pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from svcflow.api.made import Made
from svcflow.api.writers.draft import PAGE_WIDTH
from svcflow.api.writers.look import look_of

if TYPE_CHECKING:
    from svcflow.api.writers.draft import Draft

__all__ = ["write"]


def write(draft: Draft) -> Made:
    """Return the document as HTML."""
    from svcflow.exporters.drawing import draw_sheets
    from svcflow.exporters.html import to_html

    shown = {
        view: [sheet.decode() for sheet in draw_sheets(diagram, PAGE_WIDTH, draft.theme)]
        for view, diagram in draft.diagrams.items()
    }
    return Made(
        f"{draft.name}.html",
        to_html(draft.outline, shown, look_of(draft), draft.links).encode("utf-8", "replace"),
    )
