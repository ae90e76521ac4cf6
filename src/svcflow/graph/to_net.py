"""From a process graph to the net on which soundness is decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from svcflow.graph.elements import Flow, FlowKind
from svcflow.graph.net import Arc, ArcKind, Join, Net, NetNode, Split
from svcflow.model.vocabulary import Join as StepJoin
from svcflow.model.vocabulary import StepKind

if TYPE_CHECKING:
    from svcflow.graph.flow_graph import FlowGraph
    from svcflow.model.step import Step

__all__ = ["net_of"]

_SPLITS = {StepKind.PARALLEL: Split.PARALLEL, StepKind.INCLUSIVE: Split.INCLUSIVE}
_JOINS = {None: Join.EXCLUSIVE, StepJoin.ALL: Join.ALL, StepJoin.ANY: Join.ANY}
_KINDS: dict[FlowKind, ArcKind] = {
    FlowKind.SEQUENCE: "main",
    FlowKind.BRANCH: "branch",
    FlowKind.OTHERWISE: "otherwise",
    FlowKind.EVENT: "branch",
    FlowKind.TIMEOUT: "exception",
    FlowKind.EXCEPTION: "exception",
}


def net_of(graph: FlowGraph) -> Net:
    """Return the net of a process: a node a step, an arc a flow with the same index."""
    nodes = {node.id: _net_node(node.step) for node in graph.nodes.values()}
    return Net(nodes, tuple(_arc(flow) for flow in graph.flows), graph.start)


def _net_node(step: Step) -> NetNode:
    return NetNode(step.id, _SPLITS.get(step.kind, Split.EXCLUSIVE), _JOINS[step.join])


def _arc(flow: Flow) -> Arc:
    return Arc(flow.index, flow.source, flow.target, flow.label or "", _KINDS[flow.kind])
