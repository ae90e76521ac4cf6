"""From a process to the nodes and edges of a picture: what flowchart and swimlane have in common."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from svcflow.graph import FlowKind
from svcflow.i18n import translator
from svcflow.model.text import say
from svcflow.model.vocabulary import Join, StepKind
from svcflow.views.diagram import Badge, BadgeKind, DEdge, DNode, EdgeKind, Shape
from svcflow.views.wording import Wording

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.graph import Flow, Node

__all__ = ["FlowPicture"]

START = ":start"  # no id of a step holds a colon
_SHAPES = {
    StepKind.TASK: Shape.TASK,
    StepKind.DECISION: Shape.DECISION,
    StepKind.PARALLEL: Shape.PARALLEL,
    StepKind.INCLUSIVE: Shape.INCLUSIVE,
    StepKind.WAIT: Shape.WAIT,
    StepKind.CALL: Shape.CALL,
    StepKind.END: Shape.END,
}
_KINDS = {
    FlowKind.SEQUENCE: EdgeKind.MAIN,
    FlowKind.EXCEPTION: EdgeKind.EXCEPTION,
}
_CHOICES = {FlowKind.BRANCH, FlowKind.OTHERWISE}


class FlowPicture:
    """The nodes and edges of a process, in the order of its steps.

    What the format leaves unsaid is drawn: the start, the ends, the diamond where a task chooses, the diamond where
    parallel flows meet. ``lane_of`` tells the lane of each step, or nothing where there are no lanes.
    """

    def __init__(self, context: ProcessContext, language: str | None, lane_of: dict[str, str]) -> None:
        self.context = context
        self.graph = context.graph
        self.language = language or context.language
        self.words = Wording(context, translator(self.language), self.language)
        self._lane_of = lane_of
        self._choices = {node.id for node in self.graph.nodes.values() if self._chooses(node)}
        self._joins = {node.id for node in self.graph.nodes.values() if self._joins_all(node)}
        self._handoffs = {
            id(handoff.flows[-1]): handoff for handoff in self.graph.handoffs if handoff.certain
        }
        self._ends: dict[str, DNode] = {}

    def _chooses(self, node: Node) -> bool:
        ways = [flow for flow in self.graph.outgoing[node.id] if flow.kind in _CHOICES]
        return node.step.kind in {StepKind.TASK, StepKind.CALL} and len(ways) > 1

    def _joins_all(self, node: Node) -> bool:
        several = len(self.graph.incoming[node.id]) > 1
        return node.step.join is Join.ALL and node.step.kind is not StepKind.PARALLEL and several

    def lane(self, step: str) -> str | None:
        """Return the lane of a step."""
        return self._lane_of.get(step)

    # -- nodes

    def nodes_and_edges(self, *, captions: bool, notes: bool) -> tuple[tuple[DNode, ...], tuple[DEdge, ...]]:
        """Return both; ``captions`` names the roles in the steps, ``notes`` what is handed over on the edges."""
        edges = tuple(self._edges(notes=notes))  # these find the ends that nodes are needed for
        nodes = [self._start()]
        for node in self.graph.nodes.values():
            nodes += self._around(node, captions=captions)
        return (*nodes, *self._ends.values()), edges

    def _start(self) -> DNode:
        trigger = self.context.process.trigger
        label = say(trigger, self.language) if trigger else self.words.start
        return DNode(START, label, Shape.START, self.lane(self.graph.start), tooltip=label)

    def _around(self, node: Node, *, captions: bool) -> Iterable[DNode]:
        """Return a step, with the diamonds before and behind it."""
        lane = self.lane(node.id)
        if node.id in self._joins:
            yield DNode(f":join:{node.id}", "", Shape.PARALLEL, lane, tooltip=self.words.all_arrived)
        yield self._step(node, caption=self.words.roles(node.step.role) if captions else "")
        if node.id in self._choices:
            yield DNode(f":choice:{node.id}", "", Shape.DECISION, lane, tooltip=self.words.name(node))

    def _step(self, node: Node, caption: str) -> DNode:
        reached = node.id in self.graph.reachable
        return DNode(
            id=node.id,
            label=self.words.name(node),
            shape=_SHAPES[node.step.kind],
            lane=self.lane(node.id),
            number=str(node.index + 1),
            caption=caption,
            badges=tuple(self._badges(node)),
            tooltip=self.words.tooltip(node),
            marks=() if reached else ("unreachable",),
        )

    def _badges(self, node: Node) -> Iterable[Badge]:
        step = node.step
        if step.touchpoint and step.touchpoint.moment_of_truth:
            yield Badge(BadgeKind.MOMENT_OF_TRUTH)
        if step.exceptions:
            yield Badge(BadgeKind.EXCEPTION)
        time = step.sla and (step.sla.completion or step.sla.response)
        if time:
            yield Badge(BadgeKind.SLA, self.words.short_time(time))

    def _end(self, flow: Flow) -> str:
        """Return the end that a flow leads to: one in each lane, and one for each step that does not exist."""
        lane = self.lane(flow.source)
        if flow.unknown is not None:
            found = DNode(
                f":unknown:{flow.unknown}", f"{flow.unknown} ?", Shape.END, lane, marks=("unknown",)
            )
        else:
            found = DNode(f":end:{lane}" if lane else ":end", self.words.end, Shape.END, lane)
        return self._ends.setdefault(found.id, found).id

    # -- edges

    def _edges(self, *, notes: bool) -> Iterable[DEdge]:
        yield DEdge(START, self._entry(self.graph.start))
        for node in self.graph.nodes.values():
            if node.id in self._joins:
                yield DEdge(f":join:{node.id}", node.id)
            if node.id in self._choices:
                yield DEdge(node.id, f":choice:{node.id}")
            for flow in self.graph.outgoing[node.id]:
                yield self._edge(flow, notes=notes)

    def _entry(self, step: str) -> str:
        return f":join:{step}" if step in self._joins else step

    def _edge(self, flow: Flow, *, notes: bool) -> DEdge:
        handoff = self._handoffs.get(id(flow))
        edge = DEdge(
            source=self._exit(flow),
            target=self._entry(flow.target) if flow.target else self._end(flow),
            label=self.words.condition(flow, self.graph.nodes[flow.source]),
            kind=self._kind(flow),
            handoff=handoff is not None,
        )
        if handoff is None or handoff.agreement is None:
            return edge
        agreed = self.context.process.handoffs[handoff.agreement]
        note = self.words.agreement(agreed) if notes else ""
        return replace(edge, note=note, tooltip=self.words.agreement_in_full(agreed))

    def _exit(self, flow: Flow) -> str:
        """Return where a flow leaves: what a task chooses leaves the diamond behind it, an exception the task."""
        chooses = flow.source in self._choices and flow.kind is not FlowKind.EXCEPTION
        return f":choice:{flow.source}" if chooses else flow.source

    def _kind(self, flow: Flow) -> EdgeKind:
        if flow.index in self.graph.back_flows and flow.kind is not FlowKind.EXCEPTION:
            return EdgeKind.BACK
        return _KINDS.get(flow.kind, EdgeKind.BRANCH)
