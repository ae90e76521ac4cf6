"""From a process to a BPMN 2.0 file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from svcflow.exporters.bpmn.artifacts import add_uses
from svcflow.exporters.bpmn.build import Builder
from svcflow.exporters.bpmn.data import plain
from svcflow.exporters.bpmn.drawing import diagram_tags
from svcflow.exporters.bpmn.elements import Model
from svcflow.exporters.bpmn.foreign import remembered
from svcflow.exporters.bpmn.geometry import draw
from svcflow.exporters.bpmn.ids import Ids
from svcflow.exporters.bpmn.joins import add_aside, assemble, ignored_later
from svcflow.exporters.bpmn.partners import partners_of
from svcflow.exporters.bpmn.parts import Parts
from svcflow.exporters.bpmn.semantic import Causes, process_tag
from svcflow.exporters.bpmn.steps import add_steps
from svcflow.exporters.bpmn.xml import Tag, document
from svcflow.finding import CannotDo
from svcflow.i18n import msg
from svcflow.interchange.bpmn.names import BPMN, BPMNDI, DC, DI, SVC, SVC_PREFIX, XSI
from svcflow.model.text import say
from svcflow.views.diagram import Lane
from svcflow.views.swimlane import swimlane

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.exporters.bpmn.elements import FlowNode
    from svcflow.i18n import Message

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
    partners = partners_of(model, ids)
    drawing = draw(model, spoken, frozenset(message.node for message in partners.messages))
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
    partners.write(collaboration)
    causes = Causes(ids)
    process = process_tag(model, drawing.departments, causes, ids)
    root.children += [*causes.tags, process, *diagram_tags(model, drawing, partners, ids)]
    return document(root, "Made by svcflow.")


def _model(context: ProcessContext, language: str, ids: Ids) -> Model:
    """Build the nodes and flows; ids of steps come first, so that they stay as they are."""
    seen = swimlane(context, language)
    model = Model(ids.give(context.process.process), say(context.process.name, language))
    model.lanes = _lanes(context, seen.lanes)
    model.collaboration_id, model.pool_id = (
        ids.give(f"{model.id}.collaboration"),
        ids.give(f"{model.id}.pool"),
    )
    model.lane_ids = {lane.id: ids.give(f"role.{lane.id.lstrip(':')}") for lane in seen.lanes}
    lane_of = {node.id: node.lane for node in seen.nodes}
    _fill(model, Builder(context, language, ids, lane_of, Parts(context)), ids)
    return model


def _fill(model: Model, builder: Builder, ids: Ids) -> None:
    """Put steps and flows into a model, and into each sub-process what stands in it."""
    context = builder.context
    add_steps(builder)
    assemble(builder, model, ids)
    add_uses(builder, model, ids)
    add_aside(builder, model, ids)
    model.own = plain(context.process)
    steps = model.own.pop("steps")
    for node in model.nodes.values():
        if node.node is not None:
            node.own = steps[node.node.index]
        if node.part is not None:
            _fill_part(node, node.part, builder, ids)


def _fill_part(node: FlowNode, part: ProcessContext, builder: Builder, ids: Ids) -> None:
    inner = Builder(part, builder.language, ids, {}, Parts(part, builder.parts.around))
    node.inner = Model(node.id, node.name, lanes=(Lane("", ""),), ad_hoc=node.tag == "adHocSubProcess")
    node.expanded = remembered(part.process).get("expanded") is True
    _fill(node.inner, inner, ids)


def _lanes(context: ProcessContext, lanes: tuple[Lane, ...]) -> tuple[Lane, ...]:
    """Return the lanes; where no step has a role, the one they all stand in has no name and is not written."""
    if any(step.role for _, step in context.steps()):
        return lanes
    return tuple(replace(lane, title="") for lane in lanes)
