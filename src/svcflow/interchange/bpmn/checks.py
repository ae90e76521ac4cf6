"""What a BPMN file leaves open to its readers: found before gateways and flows become `next`, where it would not show.

The checks are those that modellers know from bpmnlint, as far as they are about the flow and its names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from svcflow.i18n import Message, msg
from svcflow.interchange.bpmn.model import Definitions, FlowNode, Lane, Scope, SequenceFlow, Thing
from svcflow.interchange.bpmn.names import ACTIVITIES

__all__ = ["Check", "Doubt", "doubts"]


class Check(StrEnum):
    """The checks, by the names under which modellers know them."""

    CONDITIONAL_FLOWS = "conditional-flows"
    END_EVENT_REQUIRED = "end-event-required"
    FAKE_JOIN = "fake-join"
    LABEL_REQUIRED = "label-required"
    NO_DISCONNECTED = "no-disconnected"
    NO_DUPLICATE_SEQUENCE_FLOWS = "no-duplicate-sequence-flows"
    NO_GATEWAY_JOIN_FORK = "no-gateway-join-fork"
    NO_IMPLICIT_END = "no-implicit-end"
    NO_IMPLICIT_SPLIT = "no-implicit-split"
    NO_IMPLICIT_START = "no-implicit-start"
    START_EVENT_REQUIRED = "start-event-required"
    SUPERFLUOUS_GATEWAY = "superfluous-gateway"
    SUPERFLUOUS_TERMINATION = "superfluous-termination"


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that readers, or engines, may understand in another way than it was meant."""

    check: Check
    thing: Thing
    message: Message
    help: Message | None = None
    minor: bool = False
    """Whether everybody will read it as it is meant: a matter of style."""


def doubts(definitions: Definitions) -> Iterator[Doubt]:
    """Yield what is found in all processes and sub-processes of a file."""
    for pool in definitions.participants:
        if not pool.name:
            yield Doubt(Check.LABEL_REQUIRED, pool, msg("the pool has no name"))
    for process in definitions.processes:
        yield from _of_scope(process, process.scope)


def _of_scope(owner: Thing, scope: Scope) -> Iterator[Doubt]:
    if not scope.nodes:
        return
    net = _net(scope)
    yield from _of_owner(owner, scope, net)
    for node in scope.nodes:
        yield from _of_node(node, owner, net)
        if node.inner is not None:
            yield from _of_scope(node, node.inner)
    yield from _of_flows(scope, net)
    yield from _of_lanes(scope.lanes)


@dataclass(slots=True)
class _Net:
    """The flows out of and into each node that is there."""

    nodes: dict[str, FlowNode]
    out: dict[str, list[SequenceFlow]] = field(default_factory=dict)
    into: dict[str, list[SequenceFlow]] = field(default_factory=dict)

    @property
    def starts(self) -> bool:
        """Whether there is an event from which the flow begins."""
        return any(node.kind == "startEvent" and self.out[id] for id, node in self.nodes.items())


def _net(scope: Scope) -> _Net:
    net = _Net({node.id: node for node in scope.nodes})
    for id in net.nodes:
        net.out[id], net.into[id] = [], []
    for flow in scope.flows:
        if flow.source in net.nodes and flow.target in net.nodes:
            net.out[flow.source].append(flow)
            net.into[flow.target].append(flow)
    return net


def _called(thing: Thing) -> str:
    return thing.name or thing.id


def _is_ad_hoc(owner: Thing) -> bool:
    return isinstance(owner, FlowNode) and owner.kind == "adHocSubProcess"


# The whole of a process


def _of_owner(owner: Thing, scope: Scope, net: _Net) -> Iterator[Doubt]:
    if _is_ad_hoc(owner):
        return
    kinds = {node.kind for node in scope.nodes}
    name = _called(owner)
    if "startEvent" not in kinds:
        message = msg("there is no start event in ‘{process}’", process=name)
        yield Doubt(Check.START_EVENT_REQUIRED, owner, message)
    if "endEvent" not in kinds:
        message = msg("there is no end event in ‘{process}’", process=name)
        yield Doubt(
            Check.END_EVENT_REQUIRED, owner, message, msg("add an end event, and name it after the outcome")
        )
    yield from _termination(scope, net)


def _termination(scope: Scope, net: _Net) -> Iterator[Doubt]:
    """The only end needs not terminate anything."""
    ends = [node for node in scope.nodes if not net.out[node.id] and not _interrupts(node)]
    if len(ends) == 1 and any(event.kind == "terminate" for event in ends[0].events):
        yield Doubt(
            Check.SUPERFLUOUS_TERMINATION,
            ends[0],
            msg(
                "‘{end}’ is the only end; there is nothing left that it could terminate", end=_called(ends[0])
            ),
            msg("a plain end event says the same"),
            minor=True,
        )


def _interrupts(node: FlowNode) -> bool:
    inner = node.inner.nodes if node.inner else ()
    return node.by_event and any(inside.kind == "startEvent" and inside.interrupting for inside in inner)


# Nodes


def _of_node(node: FlowNode, owner: Thing, net: _Net) -> Iterator[Doubt]:
    into, out = net.into[node.id], net.out[node.id]
    name = _called(node)
    gateway = node.kind.endswith("Gateway")
    if not gateway and len(into) > 1:
        yield Doubt(
            Check.FAKE_JOIN,
            node,
            msg("{count} flows lead to ‘{step}’: each of them starts it anew", count=len(into), step=name),
            msg("a gateway before it says whether one is enough or all are awaited"),
            minor=True,
        )
    if gateway and len(into) > 1 and len(out) > 1:
        yield Doubt(
            Check.NO_GATEWAY_JOIN_FORK,
            node,
            msg("the gateway ‘{gateway}’ joins flows and splits them at once", gateway=name),
            msg("draw two gateways, one after the other"),
            minor=True,
        )
    if gateway and len(into) == 1 and len(out) == 1:
        message = msg(
            "the gateway ‘{gateway}’ has one way in and one way out: it decides nothing", gateway=name
        )
        help = msg("leave it out, or draw the missing branch")
        yield Doubt(Check.SUPERFLUOUS_GATEWAY, node, message, help, minor=True)
    if not gateway and len([flow for flow in out if not flow.condition and flow.id != node.default]) > 1:
        yield Doubt(
            Check.NO_IMPLICIT_SPLIT,
            node,
            msg("several flows leave ‘{step}’ without a gateway: all are taken at the same time", step=name),
            msg("a gateway says whether one of them is taken, or all"),
        )
    if not _is_ad_hoc(owner):
        yield from _ends(node, net)
    yield from _label(node, len(out))
    if node.kind in {"subProcess", "transaction"} and node.inner is None:
        message = msg("the sub-process ‘{step}’ is empty: nothing starts in it, and nothing ends", step=name)
        yield Doubt(
            Check.START_EVENT_REQUIRED, node, message, msg("draw what happens in it, or make it a task")
        )


def _ends(node: FlowNode, net: _Net) -> Iterator[Doubt]:
    """Nodes at which a flow begins or ends that are no such events."""
    into, out, name = net.into[node.id], net.out[node.id], _called(node)
    if (
        node.by_event
        or node.compensates
        or any(event.kind in {"link", "compensation"} for event in node.events)
    ):
        return
    apart = node.kind.endswith(("Gateway", "startEvent", "boundaryEvent"))
    if not into and net.starts and not apart:
        return  # a step to which nothing leads: that is found wherever the process comes from
    if not into and not out and node.kind != "boundaryEvent":
        message = msg("no flow leads to ‘{step}’, and none from it", step=name)
        yield Doubt(Check.NO_DISCONNECTED, node, message, msg("connect it, or delete it"))
        return
    if not into and node.kind not in {"startEvent", "boundaryEvent"}:
        yield Doubt(Check.NO_IMPLICIT_START, node, msg("no flow leads to ‘{step}’", step=name))
    if not out and node.kind != "endEvent":
        yield Doubt(
            Check.NO_IMPLICIT_END,
            node,
            msg("no flow leads on from ‘{step}’, and it is no end event", step=name),
            msg("draw the flow that is missing, or an end event"),
        )


def _label(node: FlowNode, ways: int) -> Iterator[Doubt]:
    """Names are missed everywhere but at gateways that choose nothing, and at sub-processes that show their content."""
    quiet = node.kind in {"parallelGateway", "eventBasedGateway"} or node.inner is not None
    if node.name or quiet or (node.kind.endswith("Gateway") and ways < 2):
        return
    if node.kind.endswith("Gateway"):
        message = msg("the gateway has no name: nobody reads what is asked there")
    elif node.kind in ACTIVITIES:
        message = msg("the activity has no name: nobody reads what is done there")
    else:
        message = msg("the event has no name: nobody reads what happens there")
    plain = node.kind in {"startEvent", "endEvent"} and not node.events
    yield Doubt(Check.LABEL_REQUIRED, node, message, minor=plain)


# Flows and lanes


def _of_flows(scope: Scope, net: _Net) -> Iterator[Doubt]:
    seen: set[tuple[str, str, str]] = set()
    for flow in scope.flows:
        if flow.source not in net.nodes or flow.target not in net.nodes:
            continue
        source, target = net.nodes[flow.source], net.nodes[flow.target]
        between = {"source": _called(source), "target": _called(target)}
        key = (flow.source, flow.target, flow.condition)
        if key in seen:
            message = msg("the same flow from ‘{source}’ to ‘{target}’ stands here twice", **between)
            yield Doubt(Check.NO_DUPLICATE_SEQUENCE_FLOWS, flow, message)
        seen.add(key)
        if flow.condition and not flow.name:
            message = msg("the condition from ‘{source}’ to ‘{target}’ has no name", **between)
            help = msg("say in a few words when this way is taken")
            yield Doubt(Check.LABEL_REQUIRED, flow, message, help, minor=True)
        if _lacks_condition(flow, source, net.out[source.id]):
            message = (
                msg(
                    "the way ‘{way}’ from ‘{source}’ to ‘{target}’ has no condition", way=flow.name, **between
                )
                if flow.name
                else msg("nothing says when the way from ‘{source}’ to ‘{target}’ is taken", **between)
            )
            help = msg("give it a condition, or make it the default flow")
            yield Doubt(Check.CONDITIONAL_FLOWS, flow, message, help, minor=bool(flow.name))


def _lacks_condition(flow: SequenceFlow, source: FlowNode, beside: Iterable[SequenceFlow]) -> bool:
    chooses = bool(source.default) or any(other.condition for other in beside)
    return chooses and not flow.condition and flow.id != source.default


def _of_lanes(lanes: Sequence[Lane]) -> Iterator[Doubt]:
    for lane in lanes:
        if not lane.name:
            alone = len(lanes) == 1  # some tools fill every pool with a lane
            yield Doubt(Check.LABEL_REQUIRED, lane, msg("the lane has no name"), minor=alone)
        yield from _of_lanes(lane.lanes)
