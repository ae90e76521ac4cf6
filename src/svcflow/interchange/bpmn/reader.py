"""From the XML of a BPMN file to its objects: pools, processes, messages; what hangs in the air is told."""

from __future__ import annotations

from svcflow.i18n import msg
from svcflow.interchange.bpmn.gleanings import Gleanings
from svcflow.interchange.bpmn.model import (
    Annotation,
    Association,
    DataObject,
    Definitions,
    MessageFlow,
    Participant,
    Process,
)
from svcflow.interchange.bpmn.scopes import ScopeReader, note_group
from svcflow.interchange.bpmn.things import local, note_of, thing
from svcflow.interchange.bpmn.xml import Element, Xml
from svcflow.interchange.result import ImportProblem, Loss

__all__ = ["read_definitions"]

_PASSED_BY = {
    "import",
    "itemDefinition",
    "extension",
    "relationship",
    "partnerRole",
    "partnerEntity",
    "endPoint",
}
"""Elements at the top that say how a process is run, or by whom, and nothing that people do."""
_REFERRED = ("message", "error", "escalation", "signal", "resource", "category", "dataStore", "interface")
_FEW = 5
_GLOBAL_TASKS = (
    "globalTask", "globalUserTask", "globalManualTask", "globalScriptTask", "globalBusinessRuleTask",
)  # fmt: skip


def read_definitions(xml: Xml) -> tuple[Definitions | None, list[ImportProblem]]:
    """Return what stands in a file, None when it is no BPMN, and all that is wrong with it."""
    problems = list(xml.problems)
    root = xml.root
    if root is None:
        return None, problems
    if not root.is_bpmn("definitions"):
        message = msg("this is no BPMN 2.0: it begins with ‹{tag}›, not with ‹definitions›", tag=root.tag)
        help = msg("export it as “BPMN 2.0 XML” from the program that it comes from")
        return None, [*problems, ImportProblem(Loss.UNREADABLE, message, root.span, help=help)]
    gleanings = Gleanings(problems, _referred(root))
    definitions = Definitions(**thing(root, gleanings))
    for child in root.children:
        _top(child, definitions, gleanings)
    _share_notes(definitions)
    _note_of_engines(root, gleanings)
    if gleanings.foreign:
        message = msg(
            "extension elements of other programs are left out: {count}, of {namespaces}",
            count=gleanings.foreign.total(),
            namespaces=tuple(sorted(gleanings.foreign)),
        )
        problems.append(ImportProblem(Loss.LOST, message, root.span))
    return definitions, problems


def _share_notes(definitions: Definitions) -> None:
    """Let notes that stand beside the pools, and belong to a node in one of them, stand in its process."""
    notes = {note.id: note for note in definitions.annotations}
    for process in definitions.processes:
        for scope in process.scope.all():
            nodes = {node.id for node in scope.nodes}
            for line in definitions.associations:
                for here, there in ((line.source, line.target), (line.target, line.source)):
                    if here in nodes:
                        scope.associations.append(line)
                        if there in notes and notes[there] not in scope.annotations:
                            scope.annotations.append(notes[there])
    placed = {
        note.id
        for process in definitions.processes
        for scope in process.scope.all()
        for note in scope.annotations
    }
    definitions.annotations = [note for note in definitions.annotations if note.id not in placed]


def _note_of_engines(root: Element, gleanings: Gleanings) -> None:
    """Take note of what engines need and people do not read, once for the whole file."""
    if gleanings.parameters:
        gleanings.lost(
            root,
            msg(
                "what an engine hands to tasks is left out: {count} inputs and outputs",
                count=gleanings.parameters,
            ),
        )
    if gleanings.variables:
        shown = (
            (*gleanings.variables[:_FEW], "…")
            if len(gleanings.variables) > _FEW
            else tuple(gleanings.variables)
        )
        gleanings.lost(root, msg("variables of an engine are left out: {names}", names=shown))


def _referred(root: Element) -> dict[str, Element]:
    """Return what events and tasks refer to, by id: messages, errors and the like."""
    return {child.attributes["id"]: child for child in root.all(*_REFERRED) if "id" in child.attributes}


def _top(child: Element, definitions: Definitions, gleanings: Gleanings) -> None:
    if child.is_bpmn("process"):
        process = Process(**thing(child, gleanings))
        process.scope = ScopeReader(gleanings).read(child)
        definitions.processes.append(process)
    elif child.is_bpmn("collaboration", "choreography", "globalConversation"):
        if child.name == "choreography":
            gleanings.lost(child, msg("a choreography has no counterpart in svcflow; it is left out"))
        _collaboration(child, definitions, gleanings)
    elif child.is_bpmn(*_GLOBAL_TASKS):
        definitions.global_tasks[child.attributes.get("id", "")] = child.attributes.get("name", "")
    elif child.is_bpmn("dataStore"):
        definitions.data.append(DataObject(**thing(child, gleanings), store=True))
    elif child.is_bpmn() and child.name not in _REFERRED and child.name not in _PASSED_BY:
        gleanings.unknown(child)


def _collaboration(element: Element, definitions: Definitions, gleanings: Gleanings) -> None:
    for child in element.children:
        if child.is_bpmn("participant"):
            definitions.participants.append(
                Participant(
                    **thing(child, gleanings),
                    process=local(child.attributes.get("processRef", "")),
                    many=child.first("participantMultiplicity") is not None,
                )
            )
        elif child.is_bpmn("messageFlow"):
            _message_flow(child, definitions, gleanings)
        elif child.is_bpmn("textAnnotation"):
            definitions.annotations.append(Annotation(**note_of(child, gleanings)))
        elif child.is_bpmn("group"):
            note_group(child, gleanings)
        elif child.is_bpmn("association"):
            source, target = (local(child.attributes.get(f"{end}Ref", "")) for end in ("source", "target"))
            definitions.associations.append(
                Association(**thing(child, gleanings), source=source, target=target)
            )


def _message_flow(child: Element, definitions: Definitions, gleanings: Gleanings) -> None:
    source, target = (local(child.attributes.get(f"{end}Ref", "")) for end in ("source", "target"))
    if not source or not target:
        gleanings.broken(child, msg("the message flow lacks one of its ends; it is left out"))
        return
    message = gleanings.name_of(child.attributes.get("messageRef", ""))
    definitions.messages.append(
        MessageFlow(**thing(child, gleanings), source=source, target=target, message=message)
    )
