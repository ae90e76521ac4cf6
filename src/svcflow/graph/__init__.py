"""A process as a graph: flow, handoffs, data, time, soundness."""

from __future__ import annotations

from svcflow.graph.elements import Flow, FlowKind, Node
from svcflow.graph.process_graph import ProcessGraph

__all__ = ["Flow", "FlowKind", "Node", "ProcessGraph"]
