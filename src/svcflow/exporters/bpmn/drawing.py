"""The drawing as XML: BPMN Diagram Interchange."""

from __future__ import annotations

from typing import TYPE_CHECKING

from svcflow.exporters.bpmn.xml import Tag
from svcflow.exporters.markup import number

if TYPE_CHECKING:
    from svcflow.exporters.bpmn.elements import Model
    from svcflow.exporters.bpmn.geometry import Drawing
    from svcflow.exporters.bpmn.ids import Ids
    from svcflow.exporters.bpmn.partners import Partners
    from svcflow.views.layout.picture import Box

__all__ = ["diagram_tag"]


def diagram_tag(model: Model, drawing: Drawing, partners: Partners, ids: Ids) -> Tag:
    """Return the drawing of a collaboration: the pool of the process, and below it those of the others."""
    tag = Tag("bpmndi:BPMNDiagram", {"id": ids.give(f"{model.id}.diagram")})
    plane = tag.add("bpmndi:BPMNPlane", id=ids.give(f"{model.id}.plane"), bpmnElement=model.collaboration_id)
    shapes = _Shapes(plane, ids)
    shapes.add(model.pool_id, drawing.pool, isHorizontal="true")
    if any(lane.title for lane in model.lanes):
        for department in drawing.departments:
            if department.name:
                shapes.add(department.id, department.box, isHorizontal="true")
            for lane in department.lanes:
                shapes.add(model.lane_ids[lane], drawing.lanes[lane], isHorizontal="true")
    for id, node in model.nodes.items():
        marker = {"isMarkerVisible": "true"} if node.tag == "exclusiveGateway" else {}
        shapes.add(id, drawing.nodes[id], drawing.labels.get(id), **marker)
        for use in node.data:
            shapes.add(use.id, drawing.nodes[use.id], drawing.labels.get(use.id))
    others, messages, names = partners.place(drawing.pool, drawing.nodes, drawing.labels)
    for id, box in others.items():
        shapes.add(id, box, isHorizontal="true")
    links = [use.link for node in model.nodes.values() for use in node.data]
    for id in [*(flow.id for flow in model.flows), *links, *messages]:
        edge = plane.add("bpmndi:BPMNEdge", id=ids.give(f"{id}.edge"), bpmnElement=id)
        for x, y in {**drawing.lines, **messages}[id]:
            edge.add("di:waypoint", x=number(x), y=number(y))
        _label(edge, drawing.labels.get(id) or names.get(id))
    return tag


class _Shapes:
    """Adds shapes to a plane."""

    def __init__(self, plane: Tag, ids: Ids) -> None:
        self._plane, self._ids = plane, ids

    def add(self, id: str, box: Box, label: Box | None = None, **attributes: str) -> None:
        """Add the shape of an element."""
        shape = self._plane.add(
            "bpmndi:BPMNShape", id=self._ids.give(f"{id}.shape"), bpmnElement=id, **attributes
        )
        _bounds(shape, box)
        _label(shape, label)


def _label(tag: Tag, box: Box | None) -> None:
    if box:
        _bounds(tag.add("bpmndi:BPMNLabel"), box)


def _bounds(tag: Tag, box: Box) -> None:
    tag.add("dc:Bounds", x=number(box.x), y=number(box.y), width=number(box.width), height=number(box.height))
