"""Where flows meet and end: gateways before steps that several lead to, and an end event for each that ends."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from svcflow.exporters.bpmn import foreign
from svcflow.exporters.bpmn.elements import FlowNode, Model, SequenceFlow
from svcflow.model.vocabulary import Join, StepKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from svcflow.analyzers.context import ProcessContext
    from svcflow.exporters.bpmn.build import Arc, Builder
    from svcflow.exporters.bpmn.ids import Ids
    from svcflow.graph import Node

__all__ = ["assemble", "ignored_later"]


def assemble(builder: Builder, model: Model, ids: Ids) -> None:
    """Put the nodes into the model, each merge before its step and each end behind the last of its steps."""
    graph = builder.context.graph
    arrivals = {step: sum(arc.target == step for arc in builder.arcs) for step in graph.nodes}
    starts = [] if model.ad_hoc else list(_starts(builder, ids))
    arrivals[graph.start] += len(starts) or 1
    model.nodes |= {start.id: start for start in starts}
    flows = _Flows(builder, model, ids)
    for node in builder.nodes:
        if node.node is not None and arrivals[node.node.id] > 1 and not _merges(node):
            _add_merge(builder, model, node.node)
        model.nodes[node.id] = node
    for start in starts:
        flows.add(start.id, flows.entry(graph.start))
    for source, target in builder.direct:
        flows.add(source, target)
    for arc in builder.arcs:
        flows.add_arc(arc)
    places = {id: place for place, id in enumerate(model.nodes)}
    model.flows.sort(key=lambda flow: places[flow.source])


def _starts(builder: Builder, ids: Ids) -> Iterator[FlowNode]:
    """Yield the events from which the flow begins: one, unless the process came from a drawing with several."""
    process, lane = builder.context.process, builder.lane(builder.context.graph.start)
    whole = builder.text(process.trigger) if process.trigger else builder.t("Start")
    told = list(foreign.starts(process)) or [("", None, True)]
    for name, event, interrupting in told:
        called = whole if len(told) == 1 else name or builder.t("Start")
        named = replace(event, what=called) if event and event.what == name else event
        yield FlowNode(ids.give("start"), "startEvent", called, lane, event=named, interrupting=interrupting)


def _merges(node: FlowNode) -> bool:
    """Tell whether the node of a step is itself a gateway at which flows meet and none parts."""
    assert node.node is not None
    step = node.node.step
    waits = step.join is Join.ALL
    usual = node.tag in ("parallelGateway", "inclusiveGateway") if waits else node.tag == "exclusiveGateway"
    return step.kind is StepKind.PARALLEL and len(step.next) < 2 and usual


def add_aside(builder: Builder, model: Model, ids: Ids) -> None:
    """Add the sub-processes that an event starts, to which no flow leads."""
    for part in builder.parts.aside():
        node = FlowNode(ids.give(part.process.process), "subProcess", builder.text(part.process.name), "")
        node.lane, node.part, node.by_event = builder.lane(builder.context.graph.start), part, True
        model.nodes[node.id] = node


def ignored_later(context: ProcessContext) -> list[str]:
    """Return the steps whose `join: any` BPMN cannot say: several flows that run side by side can lead to them."""
    return [
        node.id
        for node in context.graph.nodes.values()
        if node.step.join is Join.ANY and any(node.id in fork.shared for fork in context.graph.forks)
    ]


def _add_merge(builder: Builder, model: Model, node: Node) -> None:
    """Add the gateway through which several flows come to a step."""
    graph, step = builder.context.graph, node.id
    if node.step.join is not Join.ALL or step == graph.start:
        tag, part = "exclusiveGateway", "merge"
    elif any(fork.node.step.kind is StepKind.INCLUSIVE and step in fork.shared for fork in graph.forks):
        tag, part = "inclusiveGateway", "join"
    else:
        tag, part = "parallelGateway", "join"
    tag, name = foreign.merge(node.step, tag)
    made = builder.add(tag, name, step, part)
    builder.nodes.pop()
    builder.merges[step] = made.id
    model.nodes[made.id] = made
    model.flows.append(
        SequenceFlow(builder.flow_id(made.id, builder.of_step[step]), made.id, builder.of_step[step])
    )


class _Flows:
    """Makes sequence flows of arcs."""

    def __init__(self, builder: Builder, model: Model, ids: Ids) -> None:
        self._builder, self._model, self._ids = builder, model, ids

    def entry(self, step: str) -> str:
        """Return the node through which a step is come to."""
        return self._builder.merges.get(step, self._builder.of_step[step])

    def add(self, source: str, target: str) -> None:
        """Add a plain flow."""
        self._model.flows.append(SequenceFlow(self._builder.flow_id(source, target), source, target))

    def add_arc(self, arc: Arc) -> None:
        """Add the flow of an arc, and the end it leads to if it leads to no step."""
        if arc.target is None and self._model.ad_hoc:
            return
        target = self._end(arc) if arc.target is None else self.entry(arc.target)
        flow = SequenceFlow(
            self._builder.flow_id(arc.source, target),
            arc.source,
            target,
            arc.condition,
            arc.kind,
            arc.expression,
        )
        if arc.default:
            self._model.nodes[arc.source].default = flow.id
        self._model.flows.append(flow)

    def _end(self, arc: Arc) -> str:
        name = f"{arc.unknown} ?" if arc.unknown else self._builder.t("End")
        lane = self._model.nodes[arc.source].lane
        end = FlowNode(self._ids.give(f"{arc.source}.end"), "endEvent", name, lane)
        self._model.nodes[end.id] = end
        return end.id
