"""Waits: one event that is caught, or a gateway behind which several events race."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from svcflow.exporters.bpmn import foreign
from svcflow.exporters.bpmn.elements import Event, EventKind
from svcflow.graph import FlowKind

if TYPE_CHECKING:
    from svcflow.exporters.bpmn.build import Builder
    from svcflow.graph import Flow, Node
    from svcflow.model.duration import Duration
    from svcflow.model.flow import ExceptionCase, TimeLimit, WaitEvent

__all__ = ["add_wait"]

_CATCH = "intermediateCatchEvent"
_OWN_WAY = {FlowKind.EVENT, FlowKind.TIMEOUT, FlowKind.EXCEPTION}


@dataclass(frozen=True, slots=True)
class _Trigger:
    """What may end the wait, as it is called; ``flow`` is the way of its own, None where it goes on as `next` says."""

    name: str
    event: Event
    flow: Flow | None = None
    tag: str = _CATCH


def add_wait(builder: Builder, node: Node) -> None:
    """Add the nodes and arcs of a wait."""
    flows = builder.context.graph.outgoing[node.id]
    on = [flow for flow in flows if flow.kind not in _OWN_WAY]
    triggers = [*_on_as_next(builder, node, on), *_own_ways(builder, node, flows)]
    if len(triggers) == 1:
        source = _catch(builder, node, triggers[0].event)
        _lead_on(builder, node, source, triggers[0], on)
        return
    gateway = builder.step(node, "eventBasedGateway").id
    together: list[str] = []
    for number, trigger in enumerate(triggers, 1):
        event = trigger.event if trigger.tag == _CATCH else None
        caught = builder.add(trigger.tag, trigger.name, node.id, f"event.{number}", event=event)
        builder.direct.append((gateway, caught.id))
        if trigger.flow is None:
            together.append(caught.id)
        else:
            _lead_on(builder, node, caught.id, trigger, on)
    _lead_on_together(builder, node, together, on)


def _catch(builder: Builder, node: Node, event: Event) -> str:
    if foreign.said(node.step, "type") == "receiveTask":
        task = builder.step(node, "receiveTask")
        task.loop = foreign.loop(node.step)
        return task.id
    return builder.step(node, _CATCH, event=foreign.event(node.step, event, foreign.CAUGHT)).id


def _lead_on(builder: Builder, node: Node, source: str, trigger: _Trigger, on: list[Flow]) -> None:
    if trigger.flow is None:
        builder.branch(source, node.id, on)
    else:
        builder.arcs.append(builder.arc(source, trigger.flow, condition=False))


def _lead_on_together(builder: Builder, node: Node, events: list[str], on: list[Flow]) -> None:
    """Lead several events on as `next` says: straight to the one step there, else through one choice for all."""
    if len(events) > 1 and len(on) > 1:
        merge = builder.add("exclusiveGateway", "", node.id, "events")
        builder.direct += [(event, merge.id) for event in events]
        events = [merge.id]
    for event in events:
        builder.branch(event, node.id, on)


def _on_as_next(builder: Builder, node: Node, on: list[Flow]) -> list[_Trigger]:
    """Return what ends the wait and goes on as `next` says; something does wherever there is such a way."""
    step, limit = node.step, node.step.at_most
    found = [_awaited(builder, event) for event in step.until if event.to is None]
    if step.for_:
        found.append(_timer(builder, step.for_))
    if limit and limit.to is None:
        found.append(_limit(builder, limit))
    if on and not found:
        name = builder.text(step.name)
        found.append(_Trigger(name, Event(EventKind.MESSAGE, name)))
    return found


def _own_ways(builder: Builder, node: Node, flows: list[Flow]) -> list[_Trigger]:
    """Return what leads somewhere else: an event, the longest wait, an exception."""
    found = []
    for flow in flows:
        if flow.kind is FlowKind.EVENT:
            trigger = _awaited(builder, node.step.until[int(flow.route[3])])
        elif flow.kind is FlowKind.TIMEOUT and node.step.at_most:
            trigger = _limit(builder, node.step.at_most)
        elif flow.kind is FlowKind.EXCEPTION:
            trigger = _exception(builder, node.step.exceptions[int(flow.route[3])])
        else:
            continue
        found.append(replace(trigger, flow=flow))
    return found


def _awaited(builder: Builder, awaited: WaitEvent) -> _Trigger:
    name = builder.text(awaited.event)
    event = foreign.event(awaited, Event(EventKind.MESSAGE, name), foreign.CAUGHT)
    tag = "receiveTask" if foreign.said(awaited, "type") == "receiveTask" else _CATCH
    return _Trigger(name, event, tag=tag)


def _exception(builder: Builder, case: ExceptionCase) -> _Trigger:
    name = builder.text(case.when)
    usual = Event(EventKind.TIMER if case.after else EventKind.MESSAGE, name, case.after)
    return _Trigger(name, foreign.event(case, usual, foreign.CAUGHT))


def _limit(builder: Builder, limit: TimeLimit) -> _Trigger:
    plain = _timer(builder, limit.time)
    event = foreign.event(limit, plain.event, foreign.CAUGHT)
    return replace(plain, name=foreign.said(limit, "name") or plain.name, event=event)


def _timer(builder: Builder, time: Duration) -> _Trigger:
    name = time.say(builder.language)
    return _Trigger(name, Event(EventKind.TIMER, name, time))
