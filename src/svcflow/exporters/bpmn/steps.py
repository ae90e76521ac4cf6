"""The nodes and arcs of all steps, each by its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from svcflow.exporters.bpmn import foreign
from svcflow.exporters.bpmn.waits import add_wait
from svcflow.model.vocabulary import StepKind

if TYPE_CHECKING:
    from svcflow.exporters.bpmn.build import Builder

__all__ = ["add_steps"]


def add_steps(builder: Builder) -> None:
    """Add the nodes and arcs of all steps, in their order."""
    for node in builder.context.graph.nodes.values():
        if node.step.kind is StepKind.WAIT:
            add_wait(builder, node)
        elif node.step.kind is StepKind.END:
            event = foreign.end_event(node.step, builder.text(node.step.name))
            builder.step(node, "endEvent", event=event)
        else:
            builder.add_step(node)
