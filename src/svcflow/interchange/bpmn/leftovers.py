"""What was said of things that become no step: told, since it would be dropped in silence otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from svcflow.i18n import msg
from svcflow.interchange.bpmn.model import Definitions, FlowNode, Lane, Participant, Scope, Thing
from svcflow.interchange.bpmn.net import Notes, shown
from svcflow.interchange.bpmn.papers import Papers
from svcflow.interchange.bpmn.routes import Part, Routes
from svcflow.interchange.result import Loss

__all__ = ["note_leftovers", "note_leftovers_of_file"]

_NO_STEP = {Part.PASSED, Part.JOIN, Part.FOLDED, Part.EVENT, Part.END, Part.BOUNDARY, Part.START}


def note_leftovers(owner: Thing, scope: Scope, routes: Routes, notes: Notes) -> None:
    """Take note of names, descriptions and foreign attributes of what became no step in a scope."""
    rest = [node for node in scope.nodes if routes.parts[node.id] in _NO_STEP]
    told = {gateway.id for gateway in routes.merges.values()}
    for node in rest:
        passed = routes.parts[node.id] in {Part.PASSED, Part.JOIN} and node.kind.endswith("Gateway")
        if node.name and passed and node.id not in told:
            message = msg(
                "the name ‘{name}’ of a gateway that only brings flows together is left out", name=node.name
            )
            notes.add(Loss.LOST, node, message)
    _note_names(routes, notes)
    for host, events in routes.net.hosted.items():
        if routes.parts[host] is not Part.STEP:
            _note_hosts(routes.net.nodes[host], events, notes)
    _note_rules(rest, routes, notes)
    things: list[Thing] = [*rest, *scope.flows, *_lanes(scope.lanes)]
    for thing in things:
        if thing.documentation:
            notes.add(Loss.LOST, thing, msg("the description of ‘{thing}’ is left out", thing=shown(thing)))
    foreign = sum(len(thing.foreign) for thing in things)
    if foreign:
        message = msg(
            "attributes of other programs are left out, at what becomes no step: {count}", count=foreign
        )
        notes.add(Loss.LOST, owner, message)


def _note_hosts(host: FlowNode, events: list[FlowNode], notes: Notes) -> None:
    """Take note of boundary events that stand where none can."""
    for event in events:
        message = msg(
            "the boundary event ‘{event}’ stands at ‘{host}’, which is no activity in the flow; it is left out",
            event=shown(event),
            host=shown(host),
        )
        notes.add(Loss.BROKEN, event, message)


def _note_names(routes: Routes, notes: Notes) -> None:
    """Take note of the names of flows that leave what becomes no step, and are no branches of any."""
    for id, flows in routes.net.out.items():
        if routes.parts[id] in _NO_STEP - {Part.FOLDED}:
            for flow in flows:
                said = flow.name or flow.condition
                if said and not (routes.parts[id] is Part.EVENT and _is_said(said, routes, id)):
                    message = msg("the name ‘{name}’ of a flow that is no branch is left out", name=said)
                    notes.add(Loss.LOST, flow, message)


def _is_said(name: str, routes: Routes, event: str) -> bool:
    return routes.net.nodes[event].name == name


def _note_rules(rest: list[FlowNode], routes: Routes, notes: Notes) -> None:
    """Take note of what engines read at gateways that become no step, and of what a complex gateway waits for."""
    for node in rest:
        if node.kind == "complexGateway" and routes.parts[node.id] is Part.JOIN:
            rule = node.rules.get("rule") or node.name or "?"
            message = msg(
                "what follows ‘{gateway}’ waits for all, not as it says: {rule}",
                gateway=shown(node),
                rule=rule,
            )
            notes.add(Loss.CHANGED, node, message)
        elif node.rules:
            message = msg("the rule ‘{rule}’ is left out", rule=", ".join(node.rules.values()))
            notes.add(Loss.LOST, node, message)


def note_leftovers_of_file(definitions: Definitions, papers: Papers, notes: Notes) -> None:
    """Take note of pools, messages, documents and notes that nothing in any process speaks of."""
    for paper in papers.unused():
        message = msg("no step needs or makes ‘{document}’; it is left out", document=shown(paper))
        notes.add(Loss.LOST, paper, message)
    ends = {end for flow in definitions.messages for end in (flow.source, flow.target)}
    _note_ends(definitions, notes)
    _note_twins(definitions, notes)
    full = {process.id for process in definitions.processes if process.scope.nodes}
    for pool in definitions.participants:
        if pool.process not in full and pool.id not in ends:
            notes.add(
                Loss.LOST, pool, msg("nothing is in the pool ‘{pool}’; it is left out", pool=shown(pool))
            )
        if pool.many:
            message = msg("that ‘{pool}’ stands for several is left out", pool=shown(pool))
            notes.add(Loss.LOST, pool, message)
    told: list[Thing] = [
        *definitions.messages,
        *(p for p in definitions.participants if p.process not in full),
    ]
    for thing in told:
        if thing.documentation:
            notes.add(Loss.LOST, thing, msg("the description of ‘{thing}’ is left out", thing=shown(thing)))
    for note in definitions.annotations:
        if note.name:
            notes.add(Loss.LOST, note, msg("the note “{note}” is left out", note=note.name))


def _note_twins(definitions: Definitions, notes: Notes) -> None:
    """Take note of pools that show a process once more, and of messages that lead from pool to pool alone."""
    seen: dict[str, Participant] = {}
    for pool in definitions.participants:
        first = seen.setdefault(pool.process, pool)
        if pool.process and first is not pool:
            message = msg(
                "the pool ‘{pool}’ shows the process of the pool ‘{first}’ once more; it is left out",
                pool=shown(pool),
                first=shown(first),
            )
            notes.add(Loss.LOST, pool, message)
    pools = {pool.id for pool in definitions.participants}
    for flow in definitions.messages:
        if {flow.source, flow.target} <= pools:
            message = msg(
                "the message flow ‘{flow}’ is left out: no step sends or receives it", flow=shown(flow)
            )
            notes.add(Loss.LOST, flow, message)


def _note_ends(definitions: Definitions, notes: Notes) -> None:
    """Take note of messages from or to what is not there."""
    known = {pool.id for pool in definitions.participants} | {process.id for process in definitions.processes}
    for process in definitions.processes:
        known |= {lane.id for lane in _lanes(process.scope.lanes)}
        known |= {node.id for scope in process.scope.all() for node in scope.nodes}
    for flow in definitions.messages:
        for end in (flow.source, flow.target):
            if end not in known:
                message = msg(
                    "the message flow ‘{flow}’ names ‘{id}’, which is neither a pool nor a node",
                    flow=shown(flow),
                    id=end,
                )
                notes.add(Loss.BROKEN, flow, message)


def _lanes(lanes: list[Lane]) -> Iterator[Lane]:
    for lane in lanes:
        yield lane
        yield from _lanes(lane.lanes)
