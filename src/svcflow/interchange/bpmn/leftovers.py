"""What was said of things that become no step: told, since it would be dropped in silence otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from svcflow.i18n import msg
from svcflow.interchange.bpmn.model import Lane, Scope, Thing
from svcflow.interchange.bpmn.net import Notes, shown
from svcflow.interchange.bpmn.routes import Part, Routes
from svcflow.interchange.result import Loss

__all__ = ["note_leftovers"]

_NO_STEP = {Part.PASSED, Part.JOIN, Part.FOLDED, Part.EVENT, Part.END, Part.BOUNDARY, Part.START}


def note_leftovers(owner: Thing, scope: Scope, routes: Routes, notes: Notes) -> None:
    """Take note of names, descriptions and foreign attributes of what became no step in a scope."""
    rest = [node for node in scope.nodes if routes.parts[node.id] in _NO_STEP]
    for node in rest:
        if node.name and routes.parts[node.id] in {Part.PASSED, Part.JOIN} and node.kind.endswith("Gateway"):
            message = msg(
                "the name ‘{name}’ of a gateway that only brings flows together is left out", name=node.name
            )
            notes.add(Loss.LOST, node, message)
    things: list[Thing] = [*rest, *scope.flows, *_lanes(scope.lanes)]
    for thing in things:
        if thing.documentation:
            notes.add(Loss.LOST, thing, msg("the description of ‘{thing}’ is left out", thing=shown(thing)))
    foreign = sum(len(thing.foreign) for thing in things)
    if foreign:
        message = msg(
            "{count} attributes of other programs are left out, at what becomes no step", count=foreign
        )
        notes.add(Loss.LOST, owner, message)


def _lanes(lanes: list[Lane]) -> Iterator[Lane]:
    for lane in lanes:
        yield lane
        yield from _lanes(lane.lanes)
