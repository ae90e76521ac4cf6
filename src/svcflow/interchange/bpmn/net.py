"""The nodes and flows of a scope, mended: every flow has two ends, and every split is a gateway."""

from __future__ import annotations

from dataclasses import dataclass, field

from svcflow.i18n import Message, msg
from svcflow.interchange.bpmn.model import FlowNode, Scope, SequenceFlow, Thing
from svcflow.interchange.result import ImportProblem, Loss

__all__ = ["Net", "Notes", "build_net", "shown"]


class Notes:
    """Problems in the order in which they are met."""

    def __init__(self) -> None:
        self.problems: list[ImportProblem] = []

    def add(self, loss: Loss, thing: Thing, message: Message, help: Message | None = None) -> None:
        """Take note of a problem of one thing."""
        self.problems.append(ImportProblem(loss, message, thing.span, thing.id or None, help))


@dataclass(slots=True)
class Net:
    """Nodes by id, the flows out of and into each, and the boundary events of each activity."""

    nodes: dict[str, FlowNode] = field(default_factory=dict)
    out: dict[str, list[SequenceFlow]] = field(default_factory=dict)
    into: dict[str, list[SequenceFlow]] = field(default_factory=dict)
    hosted: dict[str, list[FlowNode]] = field(default_factory=dict)
    stands_with: dict[str, str] = field(default_factory=dict)
    """Of a gateway that the file only implies: the node behind which it stands."""

    def add(self, node: FlowNode) -> None:
        """Add a node."""
        self.nodes[node.id] = node
        self.out[node.id], self.into[node.id] = [], []

    def connect(self, flow: SequenceFlow) -> None:
        """Add a flow between two nodes that are there."""
        self.out[flow.source].append(flow)
        self.into[flow.target].append(flow)


def shown(thing: Thing) -> str:
    """Return what messages call a thing: its name, else its id."""
    return thing.name or thing.id or "?"


def build_net(scope: Scope, notes: Notes) -> Net:
    """Return the net of a scope; what does not hold together is left out and noted."""
    net = Net()
    for node in scope.nodes:
        net.add(node)
    seen: set[tuple[str, str, str, str]] = set()
    for flow in scope.flows:
        if _holds(flow, net, notes) and not _is_double(flow, seen, notes):
            net.connect(flow)
    for node in scope.nodes:
        if node.kind == "boundaryEvent":
            _host(node, net, notes)
    _join_links(net, notes)
    for node in scope.nodes:
        _make_split(node, net, notes)
    return net


def _holds(flow: SequenceFlow, net: Net, notes: Notes) -> bool:
    for end, id in (("source", flow.source), ("target", flow.target)):
        if id not in net.nodes:
            if not id:
                message = (
                    msg("the flow ‘{flow}’ begins nowhere; it is left out", flow=shown(flow))
                    if end == "source"
                    else msg("the flow ‘{flow}’ leads nowhere; it is left out", flow=shown(flow))
                )
            else:
                message = msg(
                    "the flow ‘{flow}’ names ‘{id}’, which is no node beside it; it is left out",
                    flow=shown(flow),
                    id=id,
                )
            notes.add(Loss.BROKEN, flow, message)
            return False
    target = net.nodes[flow.target]
    if target.kind in {"startEvent", "boundaryEvent"}:
        message = msg(
            "a flow leads to ‘{event}’, where flows only begin; it goes on to what follows",
            event=shown(target),
        )
        notes.add(Loss.BROKEN, flow, message)
    return True


def _is_double(flow: SequenceFlow, seen: set[tuple[str, str, str, str]], notes: Notes) -> bool:
    key = flow.source, flow.target, flow.name, flow.condition
    if key in seen:
        notes.add(Loss.BROKEN, flow, msg("the same flow stands here twice; one is left out"))
        return True
    seen.add(key)
    return False


def _host(node: FlowNode, net: Net, notes: Notes) -> None:
    if node.attached_to in net.nodes and node.attached_to != node.id:
        net.hosted.setdefault(node.attached_to, []).append(node)
        return
    message = msg("the boundary event ‘{event}’ hangs on nothing; it is left out", event=shown(node))
    notes.add(Loss.BROKEN, node, message)


def _join_links(net: Net, notes: Notes) -> None:
    """Put a flow between the two halves of each link."""
    links = [node for node in net.nodes.values() if any(event.kind == "link" for event in node.events)]
    catching = {_link(node): node for node in links if node.kind == "intermediateCatchEvent"}
    for node in links:
        if node.kind != "intermediateThrowEvent":
            continue
        other = catching.get(_link(node))
        if other is None:
            notes.add(Loss.BROKEN, node, msg("nothing catches the link ‘{link}’", link=_link(node)))
        else:
            net.connect(SequenceFlow(id=f"{node.id}.link", span=node.span, source=node.id, target=other.id))


def _link(node: FlowNode) -> str:
    return next((event.what for event in node.events if event.what), node.name)


def _make_split(node: FlowNode, net: Net, notes: Notes) -> None:
    """Put a gateway behind a node, other than a gateway, from which several flows lead on."""
    flows = net.out[node.id]
    if len(flows) < 2 or node.kind.endswith("Gateway"):
        return
    chosen = any(flow.condition for flow in flows) or bool(node.default)
    kind = "inclusiveGateway" if chosen else "parallelGateway"
    split = FlowNode(id=f"{node.id}.split", span=node.span, kind=kind, default=node.default)
    net.add(split)
    net.stands_with[split.id] = node.id
    net.out[node.id] = []
    net.connect(SequenceFlow(id=f"{node.id}.to.split", span=node.span, source=node.id, target=split.id))
    for flow in flows:
        flow.source = split.id
        net.out[split.id].append(flow)
    message = (
        msg(
            "several flows with conditions leave ‘{node}’: each whose condition holds is taken",
            node=shown(node),
        )
        if chosen
        else msg("several flows leave ‘{node}’: all are taken at the same time", node=shown(node))
    )
    notes.add(Loss.CHANGED, node, message, msg("a choice of one way needs an exclusive gateway"))
