"""From a process to a BPMN 2.0 file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from svcflow.exporters.bpmn.artifacts import add_uses
from svcflow.exporters.bpmn.build import Builder
from svcflow.exporters.bpmn.data import plain
from svcflow.exporters.bpmn.drawing import diagram_tag
from svcflow.exporters.bpmn.elements import Model
from svcflow.exporters.bpmn.geometry import draw
from svcflow.exporters.bpmn.ids import Ids
from svcflow.exporters.bpmn.joins import assemble, ignored_later
from svcflow.exporters.bpmn.partners import Partners, partners_of
from svcflow.exporters.bpmn.semantic import Causes, process_tag
from svcflow.exporters.bpmn.steps import add_steps
from svcflow.exporters.bpmn.xml import Tag, document
from svcflow.finding import CannotDo
from svcflow.i18n import msg
from svcflow.interchange.bpmn.names import BPMN, BPMNDI, DC, DI, SVC, SVC_PREFIX, XSI
from svcflow.model.text import say
from svcflow.views.swimlane import swimlane

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.i18n import Message
    from svcflow.views.diagram import Lane

__all__ = ["export", "to_bpmn"]

_TARGET = "urn:svcflow:process"


def export(context: ProcessContext, language: str | None = None) -> tuple[bytes, tuple[Message, ...]]:
    """Return a BPMN 2.0 file, and what other tools will understand in another way."""
    steps = ignored_later(context)
    warnings = [
        msg(
            "BPMN starts ‘{step}’ again with each flow that arrives; only svcflow knows that the first one counts",
            step=context.step_name(step),
        )
        for step in steps
    ]
    return to_bpmn(context, language), tuple(warnings)


def to_bpmn(context: ProcessContext, language: str | None = None) -> bytes:
    """Return a process as a BPMN 2.0 file, in its own language or another one that it has texts in.

    One pool holds the process, a lane each role, lanes of lanes the departments. What BPMN has no words for stands in
    extension elements, so that nothing is lost. The drawing is that of the layout of swimlanes. Raises `CannotDo` when
    two steps have the same id.
    """
    if context.graph.duplicates:
        twice = context.graph.duplicates[0].id
        raise CannotDo(
            msg("two steps have the id `{id}`, so that nobody can say which one a flow leads to", id=twice),
            msg("give each step an id of its own"),
        )
    ids = Ids()
    spoken = language or context.language
    model = _model(context, spoken, ids)
    drawing = draw(model, spoken)
    for number, department in enumerate(drawing.departments, 1):
        department.id = ids.give(f"department.{number}") if department.name else ""
    root = Tag(
        "definitions",
        {
            "xmlns": BPMN,
            "xmlns:bpmndi": BPMNDI,
            "xmlns:dc": DC,
            "xmlns:di": DI,
            "xmlns:xsi": XSI,
            f"xmlns:{SVC_PREFIX}": SVC,
            "id": ids.give(f"{model.id}.definitions"),
            "name": model.name,
            "targetNamespace": _TARGET,
            "exporter": "svcflow",
        },
    )
    collaboration = root.add("collaboration", id=model.collaboration_id)
    collaboration.add("participant", id=model.pool_id, name=model.name, processRef=model.id)
    partners = _partners(context, model, ids)
    partners.write(collaboration)
    causes = Causes(ids)
    process = process_tag(model, drawing.departments, causes, ids, _data(context, model))
    root.children += [*causes.tags, process, diagram_tag(model, drawing, partners, ids)]
    return document(root, "Made by svcflow.")


def _model(context: ProcessContext, language: str, ids: Ids) -> Model:
    """Build the nodes and flows; ids of steps come first, so that they stay as they are."""
    seen = swimlane(context, language)
    builder = Builder(context, language, ids, {node.id: node.lane for node in seen.nodes})
    process = context.process
    id = ids.give(process.process)
    model = Model(id, say(process.name, language), lanes=_lanes(context, seen.lanes))
    model.collaboration_id, model.pool_id = ids.give(f"{id}.collaboration"), ids.give(f"{id}.pool")
    model.lane_ids = {lane.id: ids.give(f"role.{lane.id.lstrip(':')}") for lane in seen.lanes}
    add_steps(builder)
    assemble(builder, model, ids)
    add_uses(builder, model, ids)
    return model


def _partners(context: ProcessContext, model: Model, ids: Ids) -> Partners:
    named = {node.name: node.id for node in model.nodes.values() if node.name}
    of_step = {node.node.id: node.id for node in model.nodes.values() if node.node}
    return partners_of(context.process, named, of_step, ids)


def _lanes(context: ProcessContext, lanes: tuple[Lane, ...]) -> tuple[Lane, ...]:
    """Return the lanes; where no step has a role, the one they all stand in has no name and is not written."""
    if any(step.role for _, step in context.steps()):
        return lanes
    return tuple(replace(lane, title="") for lane in lanes)


def _data(context: ProcessContext, model: Model) -> dict[str, dict[str, Any]]:
    """Return what BPMN does not say, by the id of the element."""
    whole = plain(context.process)
    steps = whole.pop("steps")
    found = {model.id: whole}
    for node in model.nodes.values():
        if node.node is not None:
            found[node.id] = steps[node.node.index]
    return found
