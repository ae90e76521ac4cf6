"""From a BPMN file to processes as data: one for each process and sub-process with nodes in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from svcflow.finding import Route, Span
from svcflow.i18n import msg
from svcflow.interchange.bpmn.entry import reading_order, start_of
from svcflow.interchange.bpmn.kept import kept_start
from svcflow.interchange.bpmn.leftovers import note_leftovers, note_leftovers_of_file
from svcflow.interchange.bpmn.messages import Messages
from svcflow.interchange.bpmn.model import Definitions, FlowNode, Participant, Process, Scope, Thing
from svcflow.interchange.bpmn.net import Notes, build_net, shown
from svcflow.interchange.bpmn.own import merged_process, own_process
from svcflow.interchange.bpmn.papers import Papers
from svcflow.interchange.bpmn.people import People, people_of
from svcflow.interchange.bpmn.routes import Part, Routes
from svcflow.interchange.bpmn.steps import StepMaker
from svcflow.interchange.bpmn.words import Words, language_of
from svcflow.interchange.ids import Ids, slug
from svcflow.interchange.result import Imported, ImportProblem, Loss
from svcflow.model.values import ID_PATTERN

__all__ = ["Names", "is_given", "translate"]

_GENERATED = re.compile(
    r"(?:(?:process|proc|activity|sub|task|collaboration|participant|pool|wfp?|pid|sid|id|obj|bpmn|diagram)?[-_.]*){0,3}"
    r"(?:[0-9a-f]{8}[-_].*|[0-9a-f]{12,}|[\d._-]+|[01][0-9a-z]{6}|[a-z]{1,3}\d+)?",
    re.IGNORECASE,
)
"""What ids look like that no person has given."""
_LONGEST_OUTER = 36
"""How much of an outer process's id stands before that of its part: ids have at most 80 characters."""
_DEFAULT_NAME = re.compile(
    r"(?:the |my |main |default |new )?(?:process|prozess|proceso|processo|processus|hauptprozess|workflow|diagram)"
    r"(?: principal| principale)?[\s_-]*\d*|(?:主|新)?流程[\s_-]*\d*",
    re.IGNORECASE,
)
"""Names that programs give to processes by themselves."""


@dataclass(slots=True)
class Names:
    """The ids of processes, each once, over all files that are read together: by the ids they have in BPMN."""

    ids: Ids = field(default_factory=Ids)
    known: dict[str, str] = field(default_factory=dict)
    twins: bool = False
    """Whether processes of different files that have the same id, given by a person, get the same one here too."""

    def learn(self, definitions: Definitions, stem: str) -> None:
        """Give ids to the processes of a file."""
        for process in definitions.processes:
            if not process.scope.nodes:
                continue
            own = process.svcflow or {}
            speaking = process.id if is_given(process.id) else ""
            if self.twins and speaking in self.known:
                process.given = self.known[speaking]
                continue
            name = _name(process, _pool(definitions, process), definitions, stem)
            wanted = str(own.get("process", "")) or speaking
            process.given = self.ids.give(wanted, name, stem, otherwise="process")
            self.known.setdefault(process.id, process.given)

    def inner(self, process: str, name: str, written: str = "") -> str:
        """Return an id for a part of a process; ``written`` is the one that svcflow gave it before, if it did."""
        if re.fullmatch(ID_PATTERN, written):
            return self.ids.give_exactly(written)
        own = slug(name) if is_given(name) else ""
        outer = process if len(process) <= _LONGEST_OUTER else process[:_LONGEST_OUTER].rstrip(".-_")
        return self.ids.give_exactly(f"{outer}.{own or 'part'}")


def is_given(id: str) -> bool:
    """Tell whether an id of BPMN looks as if a person had given it, and not a program."""
    return _GENERATED.fullmatch(id) is None


def _pool(definitions: Definitions, process: Process) -> Participant | None:
    return next((pool for pool in definitions.participants if pool.process == process.id), None)


def _name(process: Process, pool: Participant | None, definitions: Definitions, stem: str) -> str:
    """Return what a process is called: as it says itself, else as its pool, which is often an organisation."""
    around = pool.name if pool else ""
    own = process.name
    rest = own.removeprefix(around).strip(" -_:") if around else own
    if (
        own
        and rest
        and is_given(own)
        and not _DEFAULT_NAME.fullmatch(own)
        and not _DEFAULT_NAME.fullmatch(rest)
    ):
        return own
    return around or own or definitions.name or stem


def translate(
    definitions: Definitions,
    problems: list[ImportProblem],
    stem: str,
    names: Names,
    language: str | None = None,
) -> list[Imported]:
    """Return the processes of a file, first those of its pools, then their sub-processes, then what they share.

    ``stem`` is the file's name without ending; ``names`` has learned the processes of all files. Problems of the whole
    file go with the first process.
    """
    return _File(definitions, stem, names, language).run(problems)


class _File:
    """Translates one file."""

    def __init__(self, definitions: Definitions, stem: str, names: Names, language: str | None) -> None:
        self.definitions, self.stem, self.names = definitions, stem, names
        self.spoken = language_of(_texts(definitions))
        self.words = Words(language or self.spoken or "en")
        self.papers = Papers()
        self.notes = Notes()
        self.done: list[Imported] = []
        self.messages = Messages(definitions, self.words)

    def run(self, problems: list[ImportProblem]) -> list[Imported]:
        """Return what the file gives."""
        self.notes.problems = problems
        self.papers.know(self.definitions.data, self.notes)
        for process in self.definitions.processes:
            for scope in process.scope.all():
                self.papers.know(scope.data, self.notes)
                self.papers.variables.update(scope.variables)
        for process in self.definitions.processes:
            if process.scope.nodes:
                self._process(process)
        note_leftovers_of_file(self.definitions, self.papers, self.notes)
        self._put_last_notes()
        self._shared()
        return self.done

    def _process(self, process: Process) -> None:
        pool = _pool(self.definitions, process)
        id = process.given
        own = own_process(process, self.notes)
        if own is not None:
            self._own(own, process.scope, id)
            return
        name = _name(process, pool, self.definitions, self.stem)
        people = people_of(process, pool.name if pool else "", self.notes)
        data: dict[str, Any] = {"process": id, "name": name}
        if self.spoken:
            data["language"] = self.spoken
        purpose = "\n".join(filter(None, (process.documentation, pool.documentation if pool else "")))
        if purpose:
            data["purpose"] = purpose
        kept: dict[str, Any] = {} if process.id == id else {"id": process.id}
        if process.name and process.name != name:
            kept["name"] = process.name
        if pool and pool.name and pool.name != name and process.scope.lanes:
            kept["pool"] = pool.name
        kept |= (pool.foreign if pool else {}) | process.foreign
        self._scope(data, kept, process, process.scope, people)

    def _own(
        self, own: tuple[dict[str, Any], dict[Route, Span]], scope: Scope, id: str, whole: str = ""
    ) -> None:
        """Add a process that is as svcflow wrote it, and those that stand in it; ids may be others than then."""
        data, places = own
        data["process"] = id
        self.papers.say(scope.data)
        inner = self._inner(scope, id)
        parts = [node for node in scope.nodes if node.id in inner]
        now = {str((node.content or {}).get("process")): inner[node.id] for node in parts}
        for step in data["steps"]:
            if step.get("process") in now:
                step["process"] = now[step["process"]]
        kept = data.get("x-bpmn")
        if isinstance(kept, dict) and (now or whole):
            aside = kept.get("event_processes")
            named = (
                [now.get(one, one) for one in aside if isinstance(one, str)]
                if isinstance(aside, list)
                else []
            )
            data["x-bpmn"] = {
                **kept,
                **({"event_processes": named} if named else {}),
                **({"part_of": whole} if "part_of" in kept else {}),
            }
        self._add(data, places)
        self._parts(scope, inner, data["process"], People())

    def _parts(self, scope: Scope, inner: dict[str, str], outer: str, people: People) -> None:
        """Add the processes that stand in sub-processes of a scope."""
        for node in scope.nodes:
            if node.inner is not None:
                self._sub_process(node, inner[node.id], outer, people)

    def _scope(
        self, data: dict[str, Any], kept: dict[str, Any], owner: Thing, scope: Scope, people: People
    ) -> None:
        """Fill in the data of a process from a scope, and add it; sub-processes follow it."""
        net = build_net(scope, self.notes)
        routes = Routes(net, self.notes, people.of_node)
        routes.sort()
        inner = self._inner(scope, data["process"])
        order = reading_order(routes, start_of(routes, owner, self.notes))
        called = self._called(scope, inner)
        loose = isinstance(owner, FlowNode) and owner.kind == "adHocSubProcess"
        maker = StepMaker(scope, routes, people, self.papers, self.words, self.notes, called, order, loose)
        steps = maker.make()
        note_leftovers(owner, scope, routes, self.notes)
        data |= self._outside(scope, routes)
        kept |= _starts(scope, routes)
        self.messages.meet(scope, people, maker, steps, kept)
        if people.roles:
            data["roles"] = people.roles
        data["steps"] = steps
        kept |= self._beside(scope, inner, routes)
        if kept:
            data["x-bpmn"] = kept
        written = _written(owner)
        if written.svcflow is not None:
            data = merged_process(written, data)
        places: dict[Route, Span] = {(): owner.span, **maker.places}
        places |= {("roles", role): span for role, span in people.spans.items()}
        self._add(data, places)
        self._parts(scope, inner, data["process"], people)

    def _sub_process(self, node: FlowNode, id: str, whole: str, outer: People) -> None:
        assert node.inner is not None
        own = own_process(_written(node), self.notes)
        if own is not None:
            self._own(own, node.inner, id, whole)
            return
        lane = outer.of_node.get(node.id)
        people = People()
        if outer.pool and not lane:
            people.pool = people.add(str(outer.roles[outer.pool]["name"]), outer.spans[outer.pool])
        for inside in node.inner.nodes:
            mine = outer.of_node.get(inside.id, lane)
            if mine:
                about = outer.roles[mine]
                people.of_node[inside.id] = people.add(
                    str(about["name"]), outer.spans[mine], str(about.get("department", ""))
                )
        data: dict[str, Any] = {"process": id, "name": node.name or self.words.name_of(node, [])}
        if self.spoken:
            data["language"] = self.spoken
        kept: dict[str, Any] = {"part_of": whole}
        if node.expanded:
            kept["expanded"] = True
        self._scope(data, kept, node, node.inner, people)

    def _inner(self, scope: Scope, process: str) -> dict[str, str]:
        """Give ids to the sub-processes of a scope."""
        return {
            node.id: self.names.inner(
                process, node.name or node.id, str((node.content or {}).get("process", ""))
            )
            for node in scope.nodes
            if node.inner is not None
        }

    def _called(self, scope: Scope, inner: dict[str, str]) -> dict[str, str]:
        called = {node.id: inner[node.id] for node in scope.nodes if node.id in inner and not node.by_event}
        for node in scope.nodes:
            if node.kind == "callActivity":
                process = self._callee(node)
                if process:
                    called[node.id] = process
        return called

    def _callee(self, node: FlowNode) -> str:
        beside = {process.id: process.given for process in self.definitions.processes if process.given}
        known = beside.get(node.calls) or self.names.known.get(node.calls)
        if known:
            return known
        if node.calls in self.definitions.global_tasks:
            return ""
        if not node.calls:
            message = msg(
                "‘{step}’ does not say which process it calls; it is imported as a task", step=shown(node)
            )
            self.notes.add(Loss.BROKEN, node, message)
        return slug(node.calls)

    def _outside(self, scope: Scope, routes: Routes) -> dict[str, Any]:
        """Return what stands outside the steps: the trigger, inputs and outputs."""
        data: dict[str, Any] = {}
        starts = [node for node in scope.nodes if routes.parts[node.id] is Part.START]
        names = [self.words.event(node) for node in starts if node.name or node.events]
        if names:
            data["trigger"] = self.words.several(names)
        for thing in scope.data:
            if thing.way:
                data.setdefault(f"{thing.way}s", []).append(self.papers.name(thing.id))
        return data

    def _beside(self, scope: Scope, inner: dict[str, str], routes: Routes) -> dict[str, Any]:
        """Return what hangs on no flow: event sub-processes, notes."""
        kept: dict[str, Any] = {}
        for node in scope.nodes:
            if node.by_event and node.id in inner:
                kept.setdefault("event_processes", []).append(inner[node.id])
                message = msg(
                    "an event starts ‘{process}’ at any time; no step calls it", process=shown(node)
                )
                self.notes.add(Loss.CHANGED, node, message)
            elif node.by_event:
                message = msg(
                    "nothing is in the event sub-process ‘{process}’; it is left out", process=shown(node)
                )
                self.notes.add(Loss.LOST, node, message)
            elif node.compensates and not any(flow.target == node.id for flow in scope.flows):
                kept.setdefault("compensation", []).append(shown(node))
                message = msg("‘{step}’ undoes another step; it is kept under x-bpmn alone", step=shown(node))
                self.notes.add(Loss.LOST, node, message)
        tied = {end for line in scope.associations for end in (line.source, line.target)}
        nodes = {step.id for step in routes.steps()} | set(routes.folded.values())
        for note in scope.annotations:
            at = any(
                {line.source, line.target} & nodes
                for line in scope.associations
                if note.id in {line.source, line.target}
            )
            if note.name and not (note.id in tied and at):
                kept.setdefault("notes", []).append(note.name)
        return kept

    def _shared(self) -> None:
        """Add the catalogue of the documents and systems that the processes name."""
        data: dict[str, Any] = {}
        for key, found in (("artifacts", self.papers.artifacts), ("tools", self.papers.tools)):
            if found:
                data[key] = {id: {"name": name} for id, name in found.items()}
        if data and self.done:
            name = f"{self.done[0].name.removesuffix('.yaml')}-catalog"
            self.done.append(Imported(f"{name}.yaml", {"catalog": name, **data}))

    def _put_last_notes(self) -> None:
        """Let problems of the whole file that were met last go with the last process."""
        if self.done and self.notes.problems:
            last = self.done[-1]
            self.done[-1] = replace(last, problems=(*last.problems, *self.notes.problems))

    def _add(self, data: dict[str, Any], places: dict[Route, Span]) -> None:
        problems = tuple(self.notes.problems)
        self.notes.problems = []
        self.done.append(Imported(f"{data['process']}.yaml", data, problems, places))


def _written(owner: Thing) -> Process:
    """Return a process, or a sub-process as one, with what svcflow wrote of it."""
    if isinstance(owner, Process):
        return owner
    assert isinstance(owner, FlowNode)
    scope = owner.inner or Scope()
    return Process(id=owner.id, span=owner.span, name=owner.name, svcflow=owner.content, scope=scope)


def _starts(scope: Scope, routes: Routes) -> dict[str, Any]:
    """Return what starts a process, where that is more than a name; several starts are a list."""
    nodes = [node for node in scope.nodes if routes.parts[node.id] is Part.START and routes.net.out[node.id]]
    if len(nodes) < 2:
        found = [kept for node in nodes if (kept := kept_start(node))]
        return {"start": found[0]} if found else {}
    return {"start": [{**({"name": node.name} if node.name else {}), **kept_start(node)} for node in nodes]}


def _texts(definitions: Definitions) -> Iterator[str]:
    for pool in definitions.participants:
        yield pool.name
    for process in definitions.processes:
        yield process.name
        for scope in process.scope.all():
            for node in scope.nodes:
                yield node.name
