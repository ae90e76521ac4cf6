"""From the nodes that become steps to the data of steps."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from svcflow.finding import Route, Span
from svcflow.i18n import msg
from svcflow.interchange.bpmn.kept import kept_event, kept_loop, kept_merge
from svcflow.interchange.bpmn.model import FlowNode, Scope
from svcflow.interchange.bpmn.net import Notes, shown
from svcflow.interchange.bpmn.own import merged_step, own_id
from svcflow.interchange.bpmn.papers import Papers
from svcflow.interchange.bpmn.people import People
from svcflow.interchange.bpmn.routes import Routes, Way
from svcflow.interchange.bpmn.times import is_rounded, length_of
from svcflow.interchange.bpmn.words import Words
from svcflow.interchange.ids import Ids
from svcflow.interchange.result import Loss
from svcflow.model.duration import Duration

__all__ = ["StepMaker"]

_AUTOMATION = {
    "manualTask": "manual",
    "userTask": "assisted",
    "serviceTask": "automatic",
    "scriptTask": "automatic",
    "businessRuleTask": "automatic",
}
_KINDS = {
    "exclusiveGateway": "decision",
    "parallelGateway": "parallel",
    "inclusiveGateway": "inclusive",
    "complexGateway": "inclusive",
    "eventBasedGateway": "wait",
    "intermediateCatchEvent": "wait",
    "receiveTask": "wait",
    "endEvent": "end",
    "callActivity": "call",
}
_SHORT = {
    "exclusiveGateway": "choice",
    "parallelGateway": "together",
    "inclusiveGateway": "which-apply",
    "complexGateway": "which-apply",
    "eventBasedGateway": "what-first",
    "endEvent": "done",
}
"""What the steps of nodes without a name are called in ids."""
_TELLING = {
    *("task", "userTask", "manualTask", "serviceTask", "callActivity", "endEvent", "intermediateCatchEvent"),
    *("exclusiveGateway", "parallelGateway", "inclusiveGateway", "eventBasedGateway"),
}
"""Kinds of nodes that the step tells without an extension key."""


@dataclass(slots=True)
class StepMaker:
    """Makes the steps of one scope, in reading order."""

    scope: Scope
    routes: Routes
    people: People
    papers: Papers
    words: Words
    notes: Notes
    called: dict[str, str]
    """The process that each calling node runs."""
    order: list[str]
    loose: bool = False
    """Whether nothing says in which order its steps are done: an ad hoc sub-process."""
    ids: dict[str, str] = field(default_factory=dict)
    """The id of the step of each node."""
    names: dict[str, str] = field(default_factory=dict)
    places: dict[Route, Span] = field(default_factory=dict)

    def make(self) -> list[dict[str, Any]]:
        """Return the data of all steps."""
        given = Ids({"end"})
        for id in self.order:
            self.names[id] = self._name(self.routes.net.nodes[id])
            node = self.routes.net.nodes[id]
            wanted = self.names[id] if node.name else self._short(node) or self.names[id]
            own = own_id(node)
            self.ids[id] = given.give_exactly(own) if own else given.give(wanted, id, otherwise="step")
        return [self._step(number, id) for number, id in enumerate(self.order)]

    def _short(self, node: FlowNode) -> str:
        timer = node.kind == "intermediateCatchEvent" and node.events and node.events[0].kind == "timer"
        return "wait" if timer else _SHORT.get(node.kind, "")

    def _name(self, node: FlowNode) -> str:
        following = [
            self.routes.net.nodes[way.target] for way in self.routes.ways(node) if way.target is not None
        ]
        name = self.words.name_of(
            node, [shown(other) if other.name else self.words.event(other) for other in following]
        )
        if not node.name and self._needs_name(node):
            message = msg("this ‹{kind}› has no name; it is called ‘{name}’", kind=node.kind, name=name)
            self.notes.add(Loss.CHANGED, node, message)
        return name

    def _needs_name(self, node: FlowNode) -> bool:
        """Whether somebody should have named it: what the file only implies, and what starts or joins, says enough."""
        implied = node.id in self.routes.net.stands_with or node.id.endswith(".start")
        return not implied and node.kind not in {"parallelGateway", "eventBasedGateway"} and not (
            node.kind == "endEvent" and not node.events
        )  # fmt: skip

    def _step(self, number: int, id: str) -> dict[str, Any]:
        node = self.routes.net.nodes[id]
        self.places["steps", number] = node.span
        data: dict[str, Any] = {"id": self.ids[id], "name": self.names[id]}
        self._kind(node, data)
        roles = self._roles(node)
        if roles:
            data["role"] = roles if len(roles) > 1 else roles[0]
        self.papers.use(node, self.scope, data, self.notes)
        self._texts(node, data)
        self._exceptions(number, node, data)
        if self.routes.waits_for_all(id):
            data["join"] = "all"
        self._next(number, node, data)
        kept = self._kept(node, data)
        if kept:
            data["x-bpmn"] = kept
        return merged_step(data, node)

    def _kind(self, node: FlowNode, data: dict[str, Any]) -> None:
        kind = _KINDS.get(node.kind)
        if kind == "decision" and len(self.routes.ways(node)) < 2:
            kind = "parallel"  # a merge before a join, which decides nothing
        if node.id in self.called:
            kind = "call"
            data["process"] = self.called[node.id]
        elif kind == "call":
            kind = None
        if kind:
            data["kind"] = kind
        if node.kind in _AUTOMATION:
            data["automation"] = _AUTOMATION[node.kind]

    def _roles(self, node: FlowNode) -> list[str]:
        """Return who does a step: the lane it lies in, else those whom the file names as its owners."""
        behind = self.routes.net.stands_with.get(node.id, node.id)
        lane = self.people.of_node.get(behind, "")
        if lane:
            return [lane]
        named = node.owners[:1] or node.groups
        if not named and self.people.pool:
            return [self.people.pool]
        return list(dict.fromkeys(self.people.add(name, node.span) for name in named or node.assigned))

    def _texts(self, node: FlowNode, data: dict[str, Any]) -> None:
        if node.documentation:
            lines = node.documentation.splitlines()
            data["instructions"] = lines
        here = {node.id, self.routes.folded.get(node.id, node.id)}
        said = [
            note.name
            for note in self.scope.annotations
            for association in self.scope.associations
            if note.name and note.id in (ends := {association.source, association.target}) and ends & here
        ]
        if said:
            data["description"] = "\n".join(said)

    # Exceptions

    def _exceptions(self, number: int, node: FlowNode, data: dict[str, Any]) -> None:
        cases: list[dict[str, Any]] = []
        for event, way in self.routes.exceptions(node):
            if any(definition.kind == "compensation" for definition in event.events):
                message = msg("how ‘{step}’ is undone is left out", step=shown(node))
                self.notes.add(Loss.LOST, event, message)
                continue
            self.places["steps", number, "exceptions", len(cases)] = event.span
            case = self._case(event, way, node)
            if not event.name:
                case["when"] = _another(case["when"], [other["when"] for other in cases])
            cases.append(case)
        if cases:
            data["exceptions"] = cases

    def _case(self, event: FlowNode, way: Way | None, node: FlowNode) -> dict[str, Any]:
        case: dict[str, Any] = {"when": self.words.event(event)}
        kind = event.events[0].kind if event.events else ""
        if way is not None:
            case["goto"] = self._target(way)
        time = self._length(event) if kind == "timer" else None
        if time:
            case["after"] = time
        kept = kept_event(event, ("error", "timer"), case["when"])
        if kind == "timer" and not time:
            kept["event"] = kind
        if not event.interrupting:
            kept["interrupting"] = False
            message = msg(
                "‘{event}’ does not interrupt ‘{step}’; in svcflow an exception with `goto` does",
                event=case["when"],
                step=shown(node),
            )
            self.notes.add(Loss.CHANGED, event, message)
        if kept:
            case["x-bpmn"] = kept
        return case

    # Where it goes on

    def _target(self, way: Way) -> str:
        return self.ids[way.target] if way.target is not None else "end"

    def _next(self, number: int, node: FlowNode, data: dict[str, Any]) -> None:
        kind = data.get("kind")
        ways = self.routes.ways(node)
        if kind == "end":
            for way in ways:
                message = msg("a flow leaves the end event ‘{event}’; it is left out", event=shown(node))
                self.notes.add(Loss.BROKEN, way.flow, message)
            return
        if not ways:
            self._ends_silently(number, node, data)
            return
        if kind == "wait":
            self._wait(number, node, ways, data)
        elif len(ways) > 1:
            self._branches(number, ways, data, plain=kind == "parallel")
        else:
            self._one(number, ways[0], data)

    def _ends_silently(self, number: int, node: FlowNode, data: dict[str, Any]) -> None:
        message = msg(
            "nothing follows ‘{step}’, and it is no end event; the process ends there", step=shown(node)
        )
        if not self.loose:
            self.notes.add(Loss.BROKEN, node, message)
        if data.get("kind") == "wait":
            self._wait_for(node, data)
        self._go(number, "end", data)

    def _one(self, number: int, way: Way, data: dict[str, Any]) -> None:
        said = way.flow.name or way.flow.condition
        if way.flow.condition:
            data["next"] = [self._branch(way)]
            return
        if said:
            self.notes.add(
                Loss.LOST,
                way.flow,
                msg("the name ‘{name}’ of a flow that is no branch is left out", name=said),
            )
        self._go(number, self._target(way), data)

    def _go(self, number: int, target: str, data: dict[str, Any]) -> None:
        following = self.ids[self.order[number + 1]] if number + 1 < len(self.order) else "end"
        if target != following:
            data["next"] = target

    def _branches(self, number: int, ways: list[Way], data: dict[str, Any], *, plain: bool) -> None:
        # The branch without a condition is read last.
        for place, way in enumerate(sorted(ways, key=lambda way: way.default)):
            self.places["steps", number, "next", place] = way.flow.span
            if plain and (way.flow.name or way.flow.condition):
                message = msg(
                    "the flow ‘{flow}’ leaves a parallel gateway: its condition is left out",
                    flow=way.flow.name or way.flow.condition,
                )
                self.notes.add(Loss.LOST, way.flow, message)
            branch = self._target(way) if plain else self._branch(way)
            if branch != "end" or branch not in data.get("next", ()):  # to end at once is to end once
                data.setdefault("next", []).append(branch)

    def _branch(self, way: Way) -> Any:
        said = way.flow.name or way.flow.condition
        if way.default:
            branch: dict[str, Any] = {"otherwise": self._target(way)}
            if said:
                branch["x-bpmn"] = {"when": said}
            return branch
        if not said:
            return self._target(way)
        branch = {"when": said, "to": self._target(way)}
        if way.flow.condition and way.flow.name and way.flow.condition != way.flow.name:
            branch["x-bpmn"] = {"condition": way.flow.condition}
        return branch

    # Waits

    def _wait(self, number: int, node: FlowNode, ways: list[Way], data: dict[str, Any]) -> None:
        if node.kind != "eventBasedGateway":
            self._wait_for(node, data)
            if len(ways) > 1:
                self._branches(number, ways, data, plain=False)
            else:
                self._one(number, ways[0], data)
            return
        targets = {way.target for way in ways}
        for way in ways:
            self._race(number, way, data, alone=len(targets) == 1)
        if len(targets) == 1:
            self._go(number, self._target(ways[0]), data)

    def _race(self, number: int, way: Way, data: dict[str, Any], *, alone: bool) -> None:
        to: dict[str, Any] = {} if alone else {"to": self._target(way)}
        event = way.event
        span = event.span if event else way.flow.span
        time = self._length(event) if event and event.events and event.events[0].kind == "timer" else None
        if time and "at_most" not in data and len(event.events if event else ()) == 1:
            self.places["steps", number, "at_most"] = span
            assert event is not None
            said = Duration.parse(time).say(self.words.language)
            kept = {"name": event.name} if event.name not in {"", said} else {}
            kept |= kept_event(event, ("timer",), said)
            named = {"x-bpmn": kept} if kept else {}
            data["at_most"] = {"time": time, **to, **named} if to or named else time
            return
        said = self.words.event(event) if event else way.flow.name or self.words.say(msg("An event"))
        kept = self._kept_of_event(event, said) if event else {}
        awaited = data.setdefault("until", [])
        if event is None or not event.name:
            said = _another(said, [one["event"] if isinstance(one, dict) else one for one in awaited])
        self.places["steps", number, "until", len(awaited)] = span
        if kept:
            to["x-bpmn"] = kept
        awaited.append({"event": said, **to} if to else said)

    def _kept_of_event(self, event: FlowNode, said: str) -> dict[str, Any]:
        """Return what the format does not say of one of several events."""
        kept = kept_event(event, ("message",), said)
        if "timer" not in kept and kept.get("event") == "timer" and event.events[0].what:
            kept["timer"] = {event.events[0].time: event.events[0].what}
        return {"type": event.kind, **kept} if event.kind == "receiveTask" else kept

    def _wait_for(self, node: FlowNode, data: dict[str, Any]) -> None:
        timer = node.events[0] if node.events and node.events[0].kind == "timer" else None
        time = self._length(node) if timer else None
        if time:
            data["for"] = time
        else:
            data["until"] = (timer.what if timer else "") or self.words.event(node)

    def _length(self, node: FlowNode) -> str | None:
        """Return the length of time that a timer says, in its expression or else in its name."""
        said = node.events[0].what or node.name
        time = length_of(said)
        if time and is_rounded(said):
            message = msg(
                "{time} is written as {days}: the format knows neither months nor years", time=said, days=time
            )
            self.notes.add(Loss.CHANGED, node, message)
        return time

    # What the format cannot say

    def _kept(self, node: FlowNode, data: dict[str, Any]) -> dict[str, Any]:
        kept: dict[str, Any] = {}
        if node.kind not in _TELLING or (node.kind, data.get("kind")) == ("exclusiveGateway", "parallel"):
            kept["type"] = node.kind
        if node.kind == "intermediateCatchEvent":
            kept |= kept_event(
                node, ("message", "timer") if "for" in data else ("message",), self.names[node.id]
            )
        else:
            kept |= kept_event(node)
        if node.id in self.routes.merges:
            kept["merge"] = kept_merge(self.routes.merges[node.id])
        if node.loop:
            kept["repeated"] = kept_loop(node)
            message = msg(
                "‘{step}’ is repeated; this is kept under x-bpmn, and checked by no rule", step=shown(node)
            )
            self.notes.add(Loss.LOST, node, message)
        if node.compensates:
            kept["compensates"] = True
        named = {
            self.people.roles[role].get("name") for role in self._roles(node) if role in self.people.roles
        }
        owners = [
            *node.owners,
            *(group for group in (*node.groups, *node.assigned) if not _stands_in(group, node.foreign)),
        ]
        owners = [owner for owner in dict.fromkeys(owners) if owner not in named]
        if owners:
            kept["owners"] = owners if len(owners) > 1 else owners[0]
        return kept | node.rules | node.foreign


def _stands_in(text: str, attributes: dict[str, str]) -> bool:
    return any(text in value for value in attributes.values())


def _another(name: str, others: list[str]) -> str:
    """Return a name that is made up so that none of the others is the same: events without names are not one event."""
    made, number = name, 2
    while made in others:
        made, number = f"{name} ({number})", number + 1
    return made
