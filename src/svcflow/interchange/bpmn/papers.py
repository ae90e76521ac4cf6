"""What steps need and make: data objects as documents, data stores as tools."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from svcflow.i18n import msg
from svcflow.interchange.bpmn.model import DataObject, FlowNode, Scope
from svcflow.interchange.bpmn.net import Notes, shown
from svcflow.interchange.ids import Ids
from svcflow.interchange.result import Loss

__all__ = ["Papers"]

_DRAWN = re.compile(r".+\.(?:in|out)put\.\d+")
"""How svcflow calls the documents of a step in a drawing."""


@dataclass(slots=True)
class Papers:
    """All documents and stores of a file, by id and by name: those of one name are one."""

    objects: dict[str, DataObject] = field(default_factory=dict)
    artifacts: dict[str, str] = field(default_factory=dict)
    """Ids and names of documents."""
    tools: dict[str, str] = field(default_factory=dict)
    """Ids and names of stores."""
    ids: Ids = field(default_factory=Ids)
    _given: dict[str, str] = field(default_factory=dict)
    variables: set[str] = field(default_factory=set)
    """What only an engine keeps in mind; it becomes no document."""
    _used: set[str] = field(default_factory=set)

    def know(self, found: Iterable[DataObject], notes: Notes) -> None:
        """Take in data objects and stores."""
        for thing in found:
            if thing.id:
                self.objects[thing.id] = thing
            if thing.state and thing.state not in thing.name:
                message = msg(
                    "the state ‘{state}’ of ‘{document}’ is left out",
                    state=thing.state,
                    document=shown(thing),
                )
                notes.add(Loss.LOST, thing, message)

    def use(self, node: FlowNode, scope: Scope, data: dict[str, Any], notes: Notes) -> None:
        """Put what a node needs and makes into the data of its step."""
        needed, made = list(node.inputs), list(node.outputs)
        for association in scope.associations:
            for paper, other in (
                (association.source, association.target),
                (association.target, association.source),
            ):
                if paper not in self.objects:
                    continue
                if other == node.id:
                    (needed if paper == association.source else made).append(paper)
                for flow in scope.flows:  # a document that is drawn at a flow goes from one end to the other
                    if flow.id == other:
                        needed += [paper] if flow.target == node.id else []
                        made += [paper] if flow.source == node.id else []
        for key, references in (("inputs", needed), ("outputs", made)):
            for reference in references:
                self._put(reference, key, data)
        for reference in (*node.inputs, *node.outputs):
            if reference and reference not in self.objects and reference not in self.variables:
                message = msg(
                    "‘{step}’ names ‘{id}’, which is no data of the file", step=shown(node), id=reference
                )
                notes.add(Loss.BROKEN, node, message)

    def say(self, found: Iterable[DataObject]) -> None:
        """Take the data objects that svcflow drew at a step for said: the step names its documents itself."""
        self._used.update(thing.id for thing in found if _DRAWN.fullmatch(thing.id))

    def unused(self) -> list[DataObject]:
        """Return the documents and stores that no step needs or makes, and none stands for."""
        told = {(thing.name, thing.store) for id, thing in self.objects.items() if id in self._used}
        meant = {thing.refers for thing in self.objects.values()}
        return [
            thing
            for id, thing in self.objects.items()
            if id not in self._used
            and id not in meant
            and thing.name
            and (thing.name, thing.store) not in told
        ]

    def name(self, id: str) -> str:
        """Return the id in the format of a document or a store of the file."""
        self._used.add(id)
        thing = self.objects[id]
        other = self.objects.get(thing.refers)
        name = thing.name or (other.name if other else "")
        key = name or thing.refers or id
        if key not in self._given:
            self._given[key] = self.ids.give(name, key, otherwise="document")
            (self.tools if thing.store else self.artifacts)[self._given[key]] = name or key
        return self._given[key]

    def _put(self, reference: str, key: str, data: dict[str, Any]) -> None:
        if reference not in self.objects:
            return
        id = self.name(reference)
        listed = data.setdefault("tools" if self.objects[reference].store else key, [])
        if id not in listed:
            listed.append(id)
