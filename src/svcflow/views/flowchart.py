"""The flowchart: the steps from the trigger to the ends, time runs down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from svcflow.i18n import translator
from svcflow.model.text import say
from svcflow.views.diagram import Diagram, Direction
from svcflow.views.flow import FlowPicture
from svcflow.views.legend import legend

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["flowchart"]


def flowchart(context: ProcessContext, language: str | None = None) -> Diagram:
    """Return the flowchart of a process, in its own language or another one that it has texts in."""
    picture = FlowPicture(context, language, {})
    nodes, edges = picture.nodes_and_edges(captions=True, notes=False)
    process = context.process
    return Diagram(
        title=say(process.name, picture.language),
        subtitle=say(process.purpose, picture.language) if process.purpose else "",
        facts=picture.words.facts(),
        nodes=nodes,
        edges=edges,
        legend=legend(nodes, edges, translator(picture.language)),
        direction=Direction.DOWN,
        language=picture.language,
    )
