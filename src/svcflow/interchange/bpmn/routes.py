"""Which nodes of a net become steps, and how one leads to the others, gateways that need no step left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from svcflow.i18n import msg
from svcflow.interchange.bpmn.model import FlowNode, SequenceFlow
from svcflow.interchange.bpmn.net import Net, Notes, shown
from svcflow.interchange.bpmn.splits import Splits
from svcflow.interchange.result import Loss

__all__ = ["Part", "Routes", "Way"]

_MERGES = ("parallelGateway", "inclusiveGateway", "complexGateway")
_CHOICES = ("exclusiveGateway",)
_LENIENT = ("inclusiveGateway", "complexGateway")
"""Merges that wait only for what can still come."""


class Part(Enum):
    """What becomes of a node."""

    STEP = 1
    PASSED = 2
    """Nothing: the flow goes on to what follows."""
    FOLDED = 3
    """Its branches stand at the step before it."""
    JOIN = 4
    """The step that follows waits for all."""
    EVENT = 5
    """One of the events that a wait waits for."""
    END = 6
    """The flow ends."""
    BOUNDARY = 7
    START = 8
    ASIDE = 9
    """No flow leads there: an event sub-process, or what undoes an activity."""


# Tuples: a member of an enumeration is the same or another at a glance, and its hash takes long.
_NO_STEP = (Part.PASSED, Part.JOIN, Part.FOLDED, Part.START, Part.BOUNDARY)
_HALTS = (Part.STEP, Part.EVENT)


@dataclass(slots=True)
class Way:
    """A way on from a step; ``target`` is a node, None the end."""

    target: str | None
    flow: SequenceFlow
    event: FlowNode | None = None
    """The event that opens the way."""
    default: bool = False


@dataclass(slots=True)
class Routes:
    """The parts of a net."""

    net: Net
    notes: Notes
    lane_of: dict[str, str]
    """The innermost lane of each node, by id."""
    parts: dict[str, Part] = field(default_factory=dict)
    joins: set[str] = field(default_factory=set)
    """Steps that wait for all that lead to them."""
    folded: dict[str, str] = field(default_factory=dict)
    """The gateway folded into each step that has one."""
    merges: dict[str, FlowNode] = field(default_factory=dict)
    """The gateway through which flows come to each step that has one worth keeping: with a name, or of a rare kind."""
    plain: set[str] = field(default_factory=set)
    """Inclusive and complex merges to which one flow alone can come at a time: there is nothing to wait for."""

    def sort(self) -> None:
        """Tell what becomes of each node."""
        self._sort_merges()
        for node in self.net.nodes.values():
            self.parts[node.id] = self._part(node)
        for node in self.net.nodes.values():
            if node.kind == "eventBasedGateway":
                self._take_events(node)
        for node in list(self.net.nodes.values()):
            if self.parts[node.id] is Part.JOIN:
                self._place_join(node)
        for node in self.net.nodes.values():
            self._keep_merge(node)
        for node in self.net.nodes.values():
            if node.kind in _CHOICES and self.parts[node.id] is Part.STEP:
                self._fold(node)
        for node in self.net.nodes.values():
            self._remember_merge(node)

    def waits_for_all(self, id: str) -> bool:
        """Tell whether a step starts when all that leads to it has come."""
        node = self.net.nodes[id]
        return id in self.joins or (
            node.kind in _MERGES and len(self.net.into[id]) > 1 and id not in self.plain
        )

    def steps(self) -> list[FlowNode]:
        """Return the nodes that become steps, in the order of the file."""
        return [node for node in self.net.nodes.values() if self.parts[node.id] is Part.STEP]

    def ways(self, node: FlowNode) -> list[Way]:
        """Return the ways on from a step, without those of exceptions."""
        gateway = self.net.nodes[self.folded.get(node.id, node.id)]
        found = []
        for flow in self.net.out[gateway.id]:
            default = bool(gateway.default) and flow.id == gateway.default
            target = self.net.nodes[flow.target]
            if self.parts[target.id] is Part.EVENT:
                for behind in self.net.out[target.id] or [flow]:
                    end = behind is flow
                    found.append(Way(None if end else self.follow(behind), behind, target))
            else:
                found.append(Way(self.follow(flow), flow, None, default))
        return found

    def exceptions(self, node: FlowNode) -> Iterator[tuple[FlowNode, Way | None]]:
        """Yield the boundary events of a step and the way that each opens, None where it opens none."""
        for event in self.net.hosted.get(node.id, ()):
            flows = self.net.out[event.id]
            yield event, Way(self.follow(flows[0]), flows[0], event) if flows else None

    def follow(self, flow: SequenceFlow) -> str | None:
        """Return the step that a flow leads to, None where it leads to the end."""
        seen = set()
        node = flow.target
        while self.parts[node] in _NO_STEP:
            if node in seen:
                self.notes.add(
                    Loss.BROKEN,
                    self.net.nodes[node],
                    msg("gateways lead to each other in a circle without any step"),
                )
                return None
            seen.add(node)
            flows = self.net.out[node]
            if not flows:
                return None
            node = flows[0].target
        return node if self.parts[node] in _HALTS else None

    def _sort_merges(self) -> None:
        """Tell which merges of those that wait for what can come have nothing to wait for, or only for some."""
        splits = Splits(self.net)
        for node in self.net.nodes.values():
            if node.kind in _LENIENT and len(self.net.into[node.id]) > 1 and not splits.meet_at(node.id):
                self.plain.add(node.id)
        for node in list(self.net.nodes.values()):
            if node.kind in _LENIENT and len(self.net.into[node.id]) > 2 and node.id not in self.plain:
                self._merge_alternatives(node, splits)

    def _merge_alternatives(self, join: FlowNode, splits: Splits) -> None:
        """Put a merge before a join that waits for what can come, for each group of ways of which one comes.

        Where all branches are started, `join: all` then waits for the same. Behind a split of which some branches are
        started it does so anyhow.
        """
        if splits.meet_at(join.id, inclusive=True):
            return
        into = {flow.source: flow for flow in self.net.into[join.id]}
        if len(into) < len(self.net.into[join.id]):
            return
        for group in splits.alternatives(list(into)):
            if 1 < len(group) < len(into):
                self._put_merge(join, [into[source] for source in group])

    def _put_merge(self, join: FlowNode, flows: list[SequenceFlow]) -> None:
        merge = FlowNode(id=f"{flows[0].id}.merge", span=join.span, kind="exclusiveGateway")
        self.net.add(merge)
        self.net.stands_with[merge.id] = join.id
        for flow in flows:
            self.net.into[join.id].remove(flow)
            flow.target = merge.id
            self.net.into[merge.id].append(flow)
        self.net.connect(SequenceFlow(id=f"{merge.id}.on", span=join.span, source=merge.id, target=join.id))

    def _part(self, node: FlowNode) -> Part:
        into, out = len(self.net.into[node.id]), len(self.net.out[node.id])
        if node.kind == "startEvent":
            return Part.START
        if node.kind == "boundaryEvent":
            return Part.BOUNDARY
        if node.by_event or (node.compensates and not into):
            return Part.ASIDE
        if node.kind == "endEvent":
            return Part.STEP if node.name or node.events or node.documentation else Part.END
        if any(event.kind == "link" for event in node.events):
            return Part.PASSED
        if not node.kind.endswith("Gateway") or node.kind == "eventBasedGateway" or out > 1:
            return Part.STEP
        return Part.JOIN if node.kind in _MERGES and into > 1 and node.id not in self.plain else Part.PASSED

    def _take_events(self, gateway: FlowNode) -> None:
        for flow in self.net.out[gateway.id]:
            node = self.net.nodes[flow.target]
            waits = node.kind in {"intermediateCatchEvent", "receiveTask", "startEvent"}
            alone = len(self.net.into[node.id]) == 1 and len(self.net.out[node.id]) < 2
            if waits and alone and node.id not in self.net.hosted:
                self.parts[node.id] = Part.EVENT

    def _place_join(self, node: FlowNode) -> None:
        """Let the step behind a join wait for all; where it has other ways in, the join is a step of its own."""
        flows = self.net.out[node.id]
        if not flows:
            self.parts[node.id] = Part.PASSED
            return
        after = self.net.nodes[flows[0].target]
        if self.parts[after.id] is Part.END:
            self.parts[after.id] = Part.STEP
        if len(self.net.into[after.id]) == 1 and self.parts[after.id] is Part.STEP:
            self.joins.add(after.id)
        else:
            self.parts[node.id] = Part.STEP

    def _keep_merge(self, node: FlowNode) -> None:
        """Keep a merge right before a join: there, each of its ways would be waited for."""
        if (
            self.parts[node.id] is not Part.PASSED
            or len(self.net.into[node.id]) < 2
            or not self.net.out[node.id]
        ):
            return
        after = self.net.out[node.id][0].target
        seen = {node.id}
        while self.parts[after] is Part.PASSED and after not in seen and self.net.out[after]:
            seen.add(after)
            after = self.net.out[after][0].target
        if self.parts[after] is Part.JOIN or (self.parts[after] is Part.STEP and self.waits_for_all(after)):
            self.parts[node.id] = Part.STEP

    def _remember_merge(self, gateway: FlowNode) -> None:
        """Note a merge that says more than `next` and `join` do, with the step behind it; an end is one, then."""
        into, out = self.net.into[gateway.id], self.net.out[gateway.id]
        passed = self.parts[gateway.id] in {Part.PASSED, Part.JOIN} and gateway.kind.endswith("Gateway")
        if not (passed and len(into) > 1 and out and (gateway.name or gateway.kind in _LENIENT)):
            return
        after = out[0].target
        if self.parts[after] is Part.END and gateway.name:
            self.parts[after] = Part.STEP
        if self.parts[after] is Part.STEP and (gateway.name or len(self.net.into[after]) == 1):
            self.merges.setdefault(after, gateway)

    def _fold(self, gateway: FlowNode) -> None:
        """Let the step before an exclusive gateway without a name of its own carry its branches."""
        into = self.net.into[gateway.id]
        if gateway.name or gateway.documentation or len(into) != 1 or gateway.id in self.joins:
            return
        before = self.net.nodes[into[0].source]
        carries = self.parts[before.id] is Part.STEP and not before.kind.endswith(("Gateway", "endEvent"))
        if not carries or self.lane_of.get(before.id) != self.lane_of.get(
            gateway.id, self.lane_of.get(before.id)
        ):
            return
        if into[0].name or into[0].condition:
            return
        self.parts[gateway.id] = Part.FOLDED
        self.folded[before.id] = gateway.id
        message = msg("the gateway has no name; its branches stand at ‘{step}’", step=shown(before))
        self.notes.add(Loss.CHANGED, gateway, message)
