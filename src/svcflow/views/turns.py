"""What leads off the usual way, in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from svcflow.graph.elements import FlowKind

if TYPE_CHECKING:
    from svcflow.graph import Flow, ProcessGraph
    from svcflow.views.wording import Wording

__all__ = ["turn_text", "turns_text"]


def turn_text(flow: Flow, graph: ProcessGraph, words: Wording) -> str:
    """Return the condition of a flow; "otherwise" alone says little, so the question stands before it."""
    node = graph.nodes[flow.source]
    said = words.condition(flow, node)
    return f"{words.name(node)} {said}" if flow.kind is FlowKind.OTHERWISE else said


def turns_text(turns: Iterable[Flow], graph: ProcessGraph, words: Wording) -> str:
    """Return what is chosen at each turn to a step off the main way, empty where there is none."""
    chosen = list(turns)
    said = " → ".join(dict.fromkeys(filter(None, (turn_text(flow, graph, words) for flow in chosen))))
    return said or (words.t("sometimes") if chosen else "")
