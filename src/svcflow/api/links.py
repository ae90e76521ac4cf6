"""Links from the steps of a picture to where a document tells more of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from svcflow.exporters.templating import anchor
from svcflow.finding import CannotDo
from svcflow.i18n import msg
from svcflow.views.diagram import Diagram

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.views.sheets.scenes import Sheet

__all__ = ["linked"]


def linked(view: Diagram | Sheet, context: ProcessContext, document: str) -> Diagram:
    """Return the picture of a flow whose steps lead to their places in a document of `sop`, as its address says.

    Raises `CannotDo` for a view that is no flow.
    """
    if not isinstance(view, Diagram):
        raise CannotDo(
            msg("only the steps of a flow can be links"), msg("leave out `--link-to` for this view")
        )
    steps = context.graph.nodes
    nodes = (
        replace(node, href=f"{document}#{anchor(node.id)}") if node.id in steps else node
        for node in view.nodes
    )
    return replace(view, nodes=tuple(nodes))
