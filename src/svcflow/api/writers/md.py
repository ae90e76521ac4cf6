"""Documents as Markdown, with their pictures as files beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from svcflow.api.made import Made
from svcflow.api.writers.draft import PAGE_WIDTH
from svcflow.api.writers.look import look_of

if TYPE_CHECKING:
    from svcflow.api.writers.draft import Draft

__all__ = ["write"]


def write(draft: Draft) -> Made:
    """Return the document as Markdown."""
    from svcflow.exporters.drawing import draw
    from svcflow.exporters.markdown import to_markdown

    names = {view: f"{draft.name}-{view}.svg" for view in draft.diagrams}
    beside = {names[view]: draw(diagram, width=PAGE_WIDTH).data for view, diagram in draft.diagrams.items()}
    text = to_markdown(draft.outline, names, look_of(draft), draft.links)
    return Made(f"{draft.name}.md", text.encode("utf-8", "replace"), beside=beside)
