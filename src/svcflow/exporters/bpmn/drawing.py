"""The drawing as XML: BPMN Diagram Interchange."""

from __future__ import annotations

from typing import TYPE_CHECKING

from svcflow.exporters.bpmn.xml import Tag
from svcflow.exporters.markup import number
from svcflow.interchange.bpmn.names import SUB_PROCESSES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from svcflow.exporters.bpmn.elements import FlowNode, Model
    from svcflow.exporters.bpmn.geometry import Drawing
    from svcflow.exporters.bpmn.ids import Ids
    from svcflow.exporters.bpmn.partners import Partners
    from svcflow.views.layout.picture import Box, Point

__all__ = ["diagram_tags"]


def diagram_tags(model: Model, drawing: Drawing, partners: Partners, ids: Ids) -> list[Tag]:
    """Return the drawing of a collaboration: the pool of the process, and below it those of the others.

    Behind it come those of sub-processes that are drawn closed: what is in each is a drawing of its own.
    """
    tag, plane = _page(model.id, model.collaboration_id, ids)
    shapes = _Shapes(plane, ids)
    shapes.add(model.pool_id, drawing.pool, isHorizontal="true")
    if any(lane.title for lane in model.lanes):
        for department in drawing.departments:
            if department.name:
                shapes.add(department.id, department.box, isHorizontal="true")
            for lane in department.lanes:
                shapes.add(model.lane_ids[lane], drawing.lanes[lane], isHorizontal="true")
    others, messages, names = partners.place(drawing.pool, drawing.seen(model), drawing.labels)
    closed = _content(shapes, model, drawing)
    for id, box in others.items():
        shapes.add(id, box, isHorizontal="true")
    for id, points in messages.items():
        shapes.line(id, points, names.get(id))
    pages = [tag]
    while closed:
        node, inside = closed.pop(0)
        page, plane = _page(node.id, node.id, ids)
        pages.append(page)
        assert node.inner is not None, "only what has something in it is closed"
        closed += _content(_Shapes(plane, ids), node.inner, inside)
    return pages


def _page(name: str, element: str, ids: Ids) -> tuple[Tag, Tag]:
    tag = Tag("bpmndi:BPMNDiagram", {"id": ids.give(f"{name}.diagram")})
    return tag, tag.add("bpmndi:BPMNPlane", id=ids.give(f"{name}.plane"), bpmnElement=element)


def _content(shapes: _Shapes, model: Model, drawing: Drawing) -> list[tuple[FlowNode, Drawing]]:
    """Add nodes and flows, and what open sub-processes show; return the closed ones that have something in them."""
    closed: list[tuple[FlowNode, Drawing]] = []
    opened: list[tuple[FlowNode, Drawing]] = []
    for id, node in model.nodes.items():
        marker = {"isMarkerVisible": "true"} if node.tag == "exclusiveGateway" else {}
        if node.tag in SUB_PROCESSES:
            marker = {"isExpanded": str(node.expanded).lower()}
        shapes.add(id, drawing.nodes[id], drawing.labels.get(id), **marker)
        if id in drawing.inside:
            (opened if node.expanded else closed).append((node, drawing.inside[id]))
        for use in node.data:
            shapes.add(use.id, drawing.nodes[use.id], drawing.labels.get(use.id))
    links = [use.link for node in model.nodes.values() for use in node.data]
    for id in [*(flow.id for flow in model.flows), *links]:
        shapes.line(id, drawing.lines[id], drawing.labels.get(id))
    for node, inside in opened:
        assert node.inner is not None, "it is drawn"
        closed += _content(shapes, node.inner, inside)
    return closed


class _Shapes:
    """Adds shapes and lines to a plane."""

    def __init__(self, plane: Tag, ids: Ids) -> None:
        self._plane, self._ids = plane, ids

    def add(self, id: str, box: Box, label: Box | None = None, **attributes: str) -> None:
        """Add the shape of an element."""
        shape = self._plane.add(
            "bpmndi:BPMNShape", id=self._ids.give(f"{id}.shape"), bpmnElement=id, **attributes
        )
        _bounds(shape, box)
        _label(shape, label)

    def line(self, id: str, points: Iterable[Point], label: Box | None) -> None:
        """Add the line of a flow."""
        edge = self._plane.add("bpmndi:BPMNEdge", id=self._ids.give(f"{id}.edge"), bpmnElement=id)
        for x, y in points:
            edge.add("di:waypoint", x=number(x), y=number(y))
        _label(edge, label)


def _label(tag: Tag, box: Box | None) -> None:
    if box:
        _bounds(tag.add("bpmndi:BPMNLabel"), box)


def _bounds(tag: Tag, box: Box) -> None:
    tag.add("dc:Bounds", x=number(box.x), y=number(box.y), width=number(box.width), height=number(box.height))
