"""What of events, loops and merges the format has no words for, as it is kept under ``x-bpmn`` for an export."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from svcflow.interchange.bpmn.model import EventDefinition, FlowNode
from svcflow.interchange.bpmn.times import is_rounded, length_of

__all__ = ["kept_event", "kept_loop", "kept_merge", "kept_start"]

_USUAL_MERGES = ("exclusiveGateway", "parallelGateway")
"""What an export draws by itself where flows meet."""


def kept_event(node: FlowNode, usual: Collection[str] = (), said: str = "") -> dict[str, Any]:
    """Return of an event its kind, its timer, what it refers to and the code of that.

    ``usual`` are the kinds that need not be said, ``said`` is how the event is called already.
    """
    kept: dict[str, Any] = {}
    kinds = [event.kind for event in node.events]
    if len(kinds) > 1:
        kept["event"] = kinds
        kept["about"] = [event.what or node.name or event.kind for event in node.events]
    elif kinds and kinds[0] not in usual:
        kept["event"] = kinds[0]
    for event in node.events:
        if event.kind == "timer":
            kept |= _timer(event)
            continue
        if event.what and event.what != (said or node.name):
            kept.setdefault("about", event.what)
        if event.code and event.code != said:
            kept.setdefault("code", event.code)
    return kept


def _timer(event: EventDefinition) -> dict[str, Any]:
    """Return the expression of a timer that is no plain length of time."""
    plain = event.time == "duration" and length_of(event.what) and not is_rounded(event.what)
    return {} if plain or not event.what else {"timer": {event.time: event.what}}


def kept_start(node: FlowNode) -> dict[str, Any]:
    """Return of a start event what is more than its name; nothing where there is no more."""
    kept = kept_event(node, said=node.name)
    timer = node.events[0] if kept.get("event") == "timer" else None
    if timer and timer.what:
        kept["timer"] = {timer.time: timer.what}
    return kept if node.interrupting else {**kept, "interrupting": False}


def kept_loop(node: FlowNode) -> Any:
    """Return how an activity is repeated: ``loop``, or a mapping where the file says for what or until when."""
    said = {"by": node.loop_text, "until": node.loop_end}
    told = {key: text for key, text in said.items() if text}
    return {"as": node.loop, **told} if told else node.loop


def kept_merge(gateway: FlowNode) -> Any:
    """Return the name of a gateway that only brings flows together, its kind where an export would draw another one."""
    if gateway.kind in _USUAL_MERGES:
        return gateway.name
    return {"type": gateway.kind, **({"name": gateway.name} if gateway.name else {})}
