"""The formats of flows that are text, not drawings: Mermaid, draw.io, and the list for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from svcflow.views.diagram import Diagram
    from svcflow.views.layout import Picture

__all__ = ["ENDINGS", "FLOW_TEXTS", "flow_text"]

FLOW_TEXTS = ("mermaid", "mermaid-swimlane", "drawio", "text")
"""The formats, by their names."""
ENDINGS = {"mermaid": "mmd", "mermaid-swimlane": "mmd", "text": "txt"}
"""The endings of files, where they are not the formats' names."""


def flow_text(picture: Picture, form: str, columns: int = 100) -> str:
    """Return a picture of a flow as text in one of the `FLOW_TEXTS`; ``columns`` is the width of a terminal."""
    diagram: Diagram = picture.diagram
    if form == "drawio":
        from svcflow.exporters.drawio import to_drawio

        return to_drawio(picture)
    if form == "text":
        from svcflow.exporters.lane_list import to_lane_list

        return to_lane_list(diagram, columns)
    from svcflow.exporters.mermaid import to_mermaid

    return to_mermaid(diagram, lanes=form == "mermaid-swimlane")
