"""How the cells of a draw.io file look: the same colours and lines as in our own pictures."""

from __future__ import annotations

from collections.abc import Iterable

from svcflow.views.diagram import BorderKind, DEdge, EdgeKind, Line, Shape
from svcflow.views.layout.picture import TextRole

__all__ = ["PHASE", "border_style", "edge_style", "lane_style", "node_style", "text_style"]

PHASE = (
    "shape=step;perimeter=stepPerimeter;fixedSize=1;size=9;html=1;whiteSpace=wrap;fillColor=#3d5068;"
    "strokeColor=none;fontColor=#ffffff;fontStyle=1;fontSize=12;"
)
"""A part of time, as a broad arrow."""

_NODES = {
    Shape.START: "rounded=1;arcSize=50;fillColor=#e2f3e8;strokeColor=#1d7443;strokeWidth=1.6;",
    Shape.END: "rounded=1;arcSize=50;fillColor=#eceff3;strokeColor=#1c2733;strokeWidth=2.6;",
    Shape.TASK: "rounded=1;absoluteArcSize=1;arcSize=16;fillColor=#ffffff;strokeColor=#34587f;",
    Shape.DECISION: "rhombus;shape=rhombus;perimeter=rhombusPerimeter;fillColor=#fff6dc;strokeColor=#96660a;",
    Shape.PARALLEL: "rhombus;shape=rhombus;perimeter=rhombusPerimeter;fillColor=#eef2f7;strokeColor=#47525f;",
    Shape.INCLUSIVE: "rhombus;shape=rhombus;perimeter=rhombusPerimeter;fillColor=#eef2f7;strokeColor=#47525f;",
    Shape.WAIT: "rounded=1;absoluteArcSize=1;arcSize=16;fillColor=#f5f0fb;strokeColor=#67479b;dashed=1;",
    Shape.EVIDENCE: "shape=document;boundedLbl=1;size=0.12;fillColor=#ffffff;strokeColor=#55616e;",
    Shape.SYSTEM: "rounded=0;fillColor=#f1f3f6;strokeColor=#55616e;",
    Shape.CALL: "shape=ext;double=1;rounded=1;absoluteArcSize=1;arcSize=16;fillColor=#eef4fc;strokeColor=#34587f;",
}
_MARKS = {
    "unreachable": "opacity=50;",
    "unknown": "strokeColor=#b42318;",
    "customer-action": "fillColor=#fffaf0;strokeColor=#96660a;",
}
_LANES = {Line.CUSTOMER: "#fdf0d8", Line.FRONTSTAGE: "#dfecfa", Line.SUPPORT: "#efe9f7"}
_EDGES = {
    EdgeKind.BACK: "strokeColor=#8a4b08;",
    EdgeKind.EXCEPTION: "strokeColor=#b42318;dashed=1;",
    EdgeKind.CONTACT: "strokeColor=#96660a;startArrow=block;startFill=1;startSize=7;",
    EdgeKind.LINK: "strokeColor=#6b7885;dashed=1;dashPattern=2 3;endArrow=none;",
}
_BORDERS = {
    BorderKind.VISIBILITY: "dashed=1;dashPattern=12 5;",
    BorderKind.INTERNAL: "dashed=1;dashPattern=3 4;",
}
_TEXTS = {
    TextRole.TITLE: "fontSize=20;fontStyle=1;fontColor=#1c2733;",
    TextRole.SUBTITLE: "fontSize=13;fontColor=#47525f;",
    TextRole.FACT: "fontSize=11;fontColor=#5a6572;",
}


def node_style(shape: Shape, marks: Iterable[str]) -> str:
    """Return the style of a node."""
    marked = "".join(_MARKS.get(mark, "") for mark in marks)
    size = "fontSize=12;" if shape in {Shape.DECISION, Shape.PARALLEL, Shape.INCLUSIVE} else "fontSize=13;"
    return f"{_NODES.get(shape, _NODES[Shape.TASK])}whiteSpace=wrap;html=1;fontColor=#1c2733;{size}{marked}"


def lane_style(head: float, *, right: bool, line: Line = Line.NONE, group: bool = False) -> str:
    """Return the style of a container with its title in a head of this breadth, before or above what it holds."""
    fill = "#3d5068" if group else _LANES.get(line, "#edf1f6")
    font = "fontColor=#ffffff;fontSize=12;" if group else "fontColor=#1c2733;fontSize=13;"
    return (
        f"swimlane;shape=swimlane;horizontal={int(not right)};startSize={head:g};container=1;collapsible=0;"
        f"html=1;whiteSpace=wrap;fontStyle=1;{font}fillColor={fill};swimlaneFillColor=#ffffff;strokeColor=#9aa7b5;"
    )


def edge_style(edge: DEdge, *, curved: bool) -> str:
    """Return the style of an edge; a change of hands is bold and blue, as far as its kind has no colour of its own."""
    handoff = "strokeWidth=2.2;" if edge.handoff else "strokeWidth=1.4;"
    color = _EDGES.get(edge.kind, "strokeColor=#1b4f9c;" if edge.handoff else "strokeColor=#46535f;")
    way = "edgeStyle=none;curved=1;" if curved else "edgeStyle=orthogonalEdgeStyle;rounded=1;arcSize=14;"
    return (
        f"{way}html=1;endArrow=block;endFill=1;endSize=7;fontSize=11;labelBackgroundColor=#ffffff;"
        f"jumpStyle=gap;{color}{handoff}"
    )


def border_style(kind: BorderKind) -> str:
    """Return the style of a named line between lanes; its name stands at its beginning, on a white ground."""
    return (
        "edgeStyle=none;html=1;endArrow=none;strokeColor=#1c2733;strokeWidth=2;fontSize=10;fontStyle=1;"
        f"fontColor=#1c2733;labelBackgroundColor=#ffffff;labelBorderColor=#1c2733;{_BORDERS.get(kind, '')}"
    )


def text_style(role: TextRole | None) -> str:
    """Return the style of a line of text that stands alone; of the legend, without a role."""
    looks = _TEXTS.get(role, "fontSize=11;fontColor=#47525f;") if role else "fontSize=11;fontColor=#47525f;"
    return f"text;html=1;strokeColor=none;fillColor=none;align=left;verticalAlign=middle;points=[];{looks}"
