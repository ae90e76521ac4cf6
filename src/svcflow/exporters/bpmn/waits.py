"""Waits: one event that is caught, or a gateway behind which several events race."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from svcflow.exporters.bpmn import foreign
from svcflow.exporters.bpmn.elements import Event, EventKind
from svcflow.graph import FlowKind

if TYPE_CHECKING:
    from svcflow.exporters.bpmn.build import Builder
    from svcflow.graph import Flow, Node
    from svcflow.model.duration import Duration

__all__ = ["add_wait"]

_CATCH = "intermediateCatchEvent"
_OWN_WAY = {FlowKind.EVENT, FlowKind.TIMEOUT, FlowKind.EXCEPTION}


@dataclass(frozen=True, slots=True)
class _Trigger:
    """What may end the wait; ``flow`` is the way of its own, None where it goes on as `next` says."""

    event: Event
    flow: Flow | None = None


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
        caught = builder.add(_CATCH, trigger.event.what, node.id, f"event.{number}", event=trigger.event)
        builder.direct.append((gateway, caught.id))
        if trigger.flow is None:
            together.append(caught.id)
        else:
            _lead_on(builder, node, caught.id, trigger, on)
    _lead_on_together(builder, node, together, on)


def _catch(builder: Builder, node: Node, event: Event) -> str:
    if foreign.remembered(node.step).get("type") == "receiveTask":
        return builder.step(node, "receiveTask").id
    return builder.step(node, _CATCH, event=foreign.event(node.step, event)).id


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
    found = [
        _Trigger(Event(EventKind.MESSAGE, builder.text(event.event)))
        for event in step.until
        if event.to is None
    ]
    if step.for_:
        found.append(_Trigger(_timer(builder, step.for_)))
    if limit and limit.to is None:
        found.append(_Trigger(_timer(builder, limit.time)))
    if on and not found:
        found.append(_Trigger(Event(EventKind.MESSAGE, builder.text(step.name))))
    return found


def _own_ways(builder: Builder, node: Node, flows: list[Flow]) -> list[_Trigger]:
    """Return what leads somewhere else: an event, the longest wait, an exception."""
    found = []
    for flow in flows:
        if flow.kind is FlowKind.EVENT:
            event = Event(EventKind.MESSAGE, builder.text(node.step.until[int(flow.route[3])].event))
        elif flow.kind is FlowKind.TIMEOUT and node.step.at_most:
            event = _timer(builder, node.step.at_most.time)
        elif flow.kind is FlowKind.EXCEPTION:
            case = node.step.exceptions[int(flow.route[3])]
            what = builder.text(case.when)
            event = Event(EventKind.TIMER if case.after else EventKind.MESSAGE, what, case.after)
        else:
            continue
        found.append(_Trigger(event, flow))
    return found


def _timer(builder: Builder, time: Duration) -> Event:
    return Event(EventKind.TIMER, time.say(builder.language), time)
