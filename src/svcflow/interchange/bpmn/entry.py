"""Where a process begins, and the order in which its steps are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from svcflow.i18n import msg
from svcflow.interchange.bpmn.model import FlowNode, SequenceFlow, Thing
from svcflow.interchange.bpmn.net import Notes, shown
from svcflow.interchange.bpmn.routes import Part, Routes
from svcflow.interchange.result import Loss

__all__ = ["reading_order", "start_of"]

_NO_STEP = {Part.START, Part.BOUNDARY, Part.ASIDE, Part.EVENT}


def start_of(routes: Routes, owner: Thing, notes: Notes) -> str:
    """Return the step that starts; where the file has several starts, a step that leads to them is added."""
    net = routes.net
    starts = [node for node in net.nodes.values() if routes.parts[node.id] is Part.START]
    leading = [node for node in starts if net.out[node.id]]
    for node in starts:
        if not net.out[node.id]:
            notes.add(Loss.BROKEN, node, msg("the start ‘{event}’ leads nowhere", event=shown(node)))
    if leading:
        return _after_events(routes, leading, owner, notes)
    if not starts and not (isinstance(owner, FlowNode) and owner.kind == "adHocSubProcess"):
        notes.add(Loss.BROKEN, owner, msg("there is no start event in ‘{process}’", process=shown(owner)))
    return _without_events(routes, owner, notes)


def _after_events(routes: Routes, starts: list[FlowNode], owner: Thing, notes: Notes) -> str:
    targets = list(dict.fromkeys(routes.follow(routes.net.out[node.id][0]) for node in starts))
    if len(targets) > 1:
        message = msg(
            "there are several start events; ‘{process}’ begins with a wait for the first of them",
            process=shown(owner),
        )
        notes.add(Loss.CHANGED, owner, message)
        gateway = _added(routes, "eventBasedGateway", starts, owner)
        for node in starts:
            routes.parts[node.id] = Part.EVENT
        return gateway.id
    return targets[0] or _added(routes, "endEvent", (), owner).id


def _without_events(routes: Routes, owner: Thing, notes: Notes) -> str:
    net = routes.net
    first = [
        node for node in net.nodes.values() if routes.parts[node.id] not in _NO_STEP and not net.into[node.id]
    ]
    if len(first) > 1:
        message = msg(
            "nothing leads to {nodes}: all of them start together", nodes=tuple(map(shown, first[:5]))
        )
        notes.add(Loss.CHANGED, owner, message)
        return _added(routes, "parallelGateway", first, owner).id
    steps = routes.steps()
    if not first:
        return steps[0].id if steps else _added(routes, "endEvent", (), owner).id
    if routes.parts[first[0].id] is Part.STEP:
        return first[0].id
    behind = routes.follow(net.out[first[0].id][0]) if net.out[first[0].id] else None
    return behind or _added(routes, "endEvent", (), owner).id


def _added(routes: Routes, kind: str, targets: Iterable[FlowNode], owner: Thing) -> FlowNode:
    node = FlowNode(id=f"{owner.id}.start", span=owner.span, kind=kind)
    routes.net.add(node)
    routes.parts[node.id] = Part.STEP
    for target in targets:
        routes.net.connect(
            SequenceFlow(id=f"{target.id}.start", span=target.span, source=node.id, target=target.id)
        )
    return node


def reading_order(routes: Routes, start: str) -> list[str]:
    """Return all steps, each branch whole before the next one, exceptions after the normal way.

    Steps to which nothing leads come last.
    """
    order: list[str] = []
    seen: set[str] = set()
    rest = [node.id for node in routes.steps()]
    entered = [id for id in rest if not routes.net.into[id]]
    for root in (start, *entered, *rest):
        if root not in seen:
            order += reversed(list(_behind(routes, root, seen)))
    return order


def _behind(routes: Routes, root: str, seen: set[str]) -> Iterator[str]:
    """Yield what can be reached, each step after those behind it."""
    seen.add(root)
    stack = [(root, _successors(routes, root))]
    while stack:
        id, following = stack[-1]
        for target in following:
            if target not in seen:
                seen.add(target)
                stack.append((target, _successors(routes, target)))
                break
        else:
            stack.pop()
            yield id


def _successors(routes: Routes, id: str) -> Iterator[str]:
    """Yield the steps that follow, those to be read last first."""
    node = routes.net.nodes[id]
    aside = [way.target for _, way in routes.exceptions(node) if way is not None]
    ways = [way.target for way in routes.ways(node)]
    return iter([target for target in (*reversed(aside), *reversed(ways)) if target is not None])
