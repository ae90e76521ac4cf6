"""Who acts in a step, for pictures that have a place for everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.graph import Node

__all__ = ["NOBODY", "acting_roles"]

NOBODY = ":nobody"
"""Stands for the role of steps that have none, nor a neighbour with one."""


def acting_roles(context: ProcessContext) -> dict[str, str]:
    """Return the role in whose place each step stands: the first that may act in it.

    A step without a role (a wait, a parallel start) stands with the one before it, or, failing that, behind it.
    """
    nodes = context.graph.nodes
    found: dict[str, str] = {id: node.step.role[0] for id, node in nodes.items() if node.step.role}
    for order, neighbours in (
        (list(nodes.values()), _before),
        (list(reversed(nodes.values())), _behind),
    ):
        for node in order:
            role = next((found[id] for id in neighbours(context, node) if id in found), None)
            if node.id not in found and role is not None:
                found[node.id] = role
    return {id: found.get(id, NOBODY) for id in nodes}


def _before(context: ProcessContext, node: Node) -> list[str]:
    return [flow.source for flow in context.graph.incoming[node.id]]


def _behind(context: ProcessContext, node: Node) -> list[str]:
    return context.graph.successors[node.id]
