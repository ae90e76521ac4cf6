"""Links from the steps of a picture to where a document tells more of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from svcflow.exporters.markup import safe_href
from svcflow.exporters.templating import anchor
from svcflow.finding import CannotDo
from svcflow.i18n import msg
from svcflow.views.diagram import Diagram

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.views.sheets.scenes import Sheet

__all__ = ["LINKED_FORMATS", "linked"]

LINKED_FORMATS = ("svg", "html", "drawio", "mermaid", "mermaid-swimlane")
"""The picture formats in which a step can be a link."""


def linked(view: Diagram | Sheet, context: ProcessContext, document: str) -> Diagram:
    """Return the picture of a flow whose steps lead to their places in a document of `sop`, as its address says.

    Raises `CannotDo` for a view that is no flow, and for an address that would run something.
    """
    if not safe_href(document):
        raise CannotDo(
            msg("`{address}` is not the address of a document", address=document),
            msg("name a file, or an address that begins with https://"),
        )
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
