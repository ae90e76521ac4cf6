"""Who acts in a step, for pictures that have a place for everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from svcflow.model.vocabulary import Automation, StepKind

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.graph import Node
    from svcflow.model import Step

__all__ = ["AUTOMATIC", "NOBODY", "WORK", "acting_roles"]

NOBODY = ":nobody"
"""Stands for the role of work that names none, and of what has no neighbour that does."""
AUTOMATIC = ":automatic"
"""Stands for the role of work that names none because no person does it."""
WORK = frozenset({StepKind.TASK, StepKind.CALL})
"""The kinds of steps that somebody does."""


def acting_roles(context: ProcessContext) -> dict[str, str]:
    """Return the role in whose place each step stands: the first that may act in it.

    What needs no doer and names none (a wait, a choice, a parallel start) stands with the step before it, or, failing
    that, behind it. Work without a role stands with nobody, or, where it is automatic, in a place of
    its own: a picture must not say that a neighbour does it.
    """
    nodes = context.graph.nodes
    found: dict[str, str] = {
        id: node.step.role[0] if node.step.role else _without_role(node.step)
        for id, node in nodes.items()
        if node.step.role or node.step.kind in WORK
    }
    for order, neighbours in (
        (list(nodes.values()), _before),
        (list(reversed(nodes.values())), _behind),
    ):
        for node in order:
            role = next((found[id] for id in neighbours(context, node) if id in found), None)
            if node.id not in found and role is not None:
                found[node.id] = role
    return {id: found.get(id, NOBODY) for id in nodes}


def _without_role(step: Step) -> str:
    return AUTOMATIC if step.automation is Automation.AUTOMATIC else NOBODY


def _before(context: ProcessContext, node: Node) -> list[str]:
    return [flow.source for flow in context.graph.incoming[node.id]]


def _behind(context: ProcessContext, node: Node) -> list[str]:
    return context.graph.successors[node.id]
