"""The handoff network: roles as nodes, handoffs as arrows between them, as thick as they are frequent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from svcflow.i18n import msg
from svcflow.views.diagram import PART, DEdge, Diagram, Direction, DNode, EdgeKind, LegendEntry, Shape
from svcflow.views.handovers import Handover, frequency, handovers
from svcflow.views.heading import opening

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.views.wording import Wording

__all__ = ["network"]

_OFTEN = ((150, "weight-3"), (60, "weight-2"))  # times in a hundred cases


def network(context: ProcessContext, language: str | None = None) -> Diagram:
    """Return who hands over to whom; arrows that nobody agreed on are dashed.

    The numbers are times in a hundred cases, by the shares of the branches.
    """
    heading, words = opening(context, msg("Handoff network"), language)
    pairs = handovers(context, words, lambda role: role)
    sides = dict.fromkeys(side for pair in pairs for side in (pair.giver, pair.taker))
    edges = tuple(_edge(words, pair) for pair in pairs)
    return Diagram(
        title=heading.title,
        facts=heading.facts,
        nodes=tuple(
            DNode(side, words.roles(side.split("+")), Shape.TASK, caption=words.department(side))
            for side in sides
        ),
        edges=edges,
        legend=_legend(words, edges),
        direction=Direction.RIGHT,
        language=heading.language,
    )


def _edge(words: Wording, pair: Handover) -> DEdge:
    label = frequency(words, pair)
    weight = next((mark for least, mark in _OFTEN if pair.often >= least), "weight-1")
    state = PART.join([label, words.t("not agreed")]) if pair.is_open else label
    kind = EdgeKind.EXCEPTION if pair.is_open else EdgeKind.MAIN
    return DEdge(pair.giver, pair.taker, state, kind, tooltip="\n".join(pair.details), marks=(weight,))


def _legend(words: Wording, edges: tuple[DEdge, ...]) -> tuple[LegendEntry, ...]:
    kinds = {edge.kind for edge in edges}
    entries = (
        (EdgeKind.MAIN, words.t("agreed, or with the customer")),
        (EdgeKind.EXCEPTION, words.t("not agreed")),
    )
    return tuple(LegendEntry(kind, text) for kind, text in entries if kind in kinds)
