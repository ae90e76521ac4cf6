"""A picture as DOT, Graphviz's language, for people who want to go on working on it there.

A picture without lanes leaves the layout to ``dot``. Lanes are more than Graphviz can lay out: such a picture has all
its places fixed, and ``neato -n2`` draws it as it is. All that users wrote stays text.
"""

from __future__ import annotations

from itertools import pairwise
from math import hypot

from svcflow.exporters.markup import printable
from svcflow.views.diagram import Direction, EdgeKind, Shape
from svcflow.views.layout.picture import (
    Box,
    Picture,
    PlacedBorder,
    PlacedConnector,
    PlacedEdge,
    PlacedLane,
    PlacedNode,
    PlacedPhase,
    Point,
)

__all__ = ["quoted", "to_dot"]

_POINT = 72.0  # a pixel of the picture is a point in Graphviz, which measures nodes in inches
_HEAD = 9.0
_SHAPES = {
    Shape.START: 'shape=box style="rounded,filled" fillcolor="#e2f3e8" color="#1d7443"',
    Shape.END: 'shape=box style="rounded,filled" fillcolor="#eceff3" penwidth=2.4',
    Shape.TASK: 'shape=box style="rounded,filled"',
    Shape.DECISION: 'shape=diamond style=filled fillcolor="#fff6dc" color="#96660a"',
    Shape.PARALLEL: 'shape=diamond style=filled fillcolor="#eef2f7"',
    Shape.INCLUSIVE: 'shape=diamond style=filled fillcolor="#eef2f7"',
    Shape.WAIT: 'shape=box style="rounded,filled" fillcolor="#f5f0fb" color="#67479b"',
    Shape.CALL: 'shape=box style="rounded,filled" fillcolor="#eef4fc" peripheries=2',
    Shape.EVIDENCE: 'shape=note style=filled color="#55616e"',
    Shape.SYSTEM: 'shape=box style=filled fillcolor="#eceff3" color="#55616e"',
}
_SIGNS = {Shape.PARALLEL: "+", Shape.INCLUSIVE: "○"}
_EDGES = {
    EdgeKind.MAIN: "weight=8",
    EdgeKind.BRANCH: "weight=2",
    EdgeKind.BACK: 'weight=1 constraint=false color="#8a4b08"',
    EdgeKind.EXCEPTION: 'weight=1 style=dashed color="#b42318"',
    EdgeKind.CONTACT: "weight=1 constraint=false dir=both",
    EdgeKind.LINK: "weight=1 constraint=false style=dotted dir=none",
}


def quoted(text: str) -> str:
    r"""Return a text as a quoted string in which nothing means anything to Graphviz.

    Backslashes would begin escapes such as ``\N``, ampersands entities such as ``&lt;``.
    """
    plain = printable(text).replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"')
    return '"' + plain.replace("\r", "").replace("\n", "\\n") + '"'


def to_dot(picture: Picture, *, for_layout: bool = False) -> str:
    """Return the picture as DOT text; ``for_layout``, the labels of edges are only boxes of the right size."""
    diagram = picture.diagram
    fixed = bool(picture.lanes)
    how = "neato -n2" if fixed else "dot"
    family = (
        "Noto Sans TC,Noto Sans CJK TC"
        if "hant" in diagram.language.lower()
        else "Noto Sans SC,Noto Sans CJK SC"
    )
    title, how_to = quoted(diagram.title), _graph(picture, fixed=fixed)
    lines = [
        f"// Draw with: {how} -Tsvg",
        f"digraph {title} {{",
        f'  graph [label={title} labelloc=t fontsize=20 fontname="{family}" {how_to}]',
        f'  node [fixedsize=true fontname="{family}" fontsize=13 fillcolor=white color="#34587f"]',
        f'  edge [fontname="{family}" fontsize=11 color="#46535f" arrowsize=0.8]',
    ]
    lines += [_lane(lane, number, picture.height) for number, lane in enumerate(picture.lanes)]
    lines += [_phase(phase, number, picture.height) for number, phase in enumerate(picture.phases)]
    lines += [_border(border, number, picture.height) for number, border in enumerate(picture.borders)]
    lines += [_node(node, picture.height, fixed=fixed) for node in picture.nodes]
    lines += [_connector(one, number, picture.height) for number, one in enumerate(picture.connectors)]
    for number, edge in enumerate(picture.edges):
        label = _reserved(edge) if for_layout else _text(edge)
        lines.append(_edge(edge, f"_number={number} {label}", picture.height, fixed=fixed))
    return "\n".join([*lines, "}", ""])


def _graph(picture: Picture, *, fixed: bool) -> str:
    if fixed:
        return "layout=neato splines=true outputorder=nodesfirst"
    direction = "LR" if picture.diagram.direction is Direction.RIGHT else "TB"
    return f"rankdir={direction} nodesep=0.5 ranksep=0.55"


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")


def _place(box: Box, height: float) -> str:
    x, y = box.center
    return f'pos="{_number(x)},{_number(height - y)}!"'


def _size(box: Box, inset: float = 0.0) -> str:
    return f"width={_number((box.width - inset) / _POINT)} height={_number((box.height - inset) / _POINT)}"


def _lane(placed: PlacedLane, number: int, height: float) -> str:
    """Return a lane as two nodes under the flow: its ground and its title."""
    style = 'shape=box style=filled color="#9aa7b5"'
    ground = f'label="" fillcolor="#ffffff" {_place(placed.box, height)} {_size(placed.box)}'
    title = quoted("\n".join(placed.lines))
    head = f'label={title} fillcolor="#edf1f6" {_place(placed.header, height)} {_size(placed.header)}'
    return f'  "lane {number}" [{style} {ground}]\n  "title {number}" [{style} {head}]'


def _phase(placed: PlacedPhase, number: int, height: float) -> str:
    text = quoted("\n".join(placed.lines))
    style = 'shape=cds style=filled fillcolor="#edf1f6" color="#9aa7b5"'
    return f'  "phase {number}" [{style} label={text} {_place(placed.box, height)} {_size(placed.box)}]'


def _border(placed: PlacedBorder, number: int, height: float) -> str:
    """Return a named line as a flat box over the lanes, and its name."""
    (x, y), (end, _) = placed.start, placed.end
    line = Box(x, y - 1, end - x, 2)
    bar = f'shape=box style=filled fillcolor="#1c2733" label="" {_place(line, height)} {_size(line)}'
    style = "shape=box style=filled fillcolor=white fontsize=10"
    name = f"{style} label={quoted(placed.line)} {_place(placed.label, height)} {_size(placed.label)}"
    return f'  "line {number}" [{bar}]\n  "name {number}" [{name}]'


def _node(placed: PlacedNode, height: float, *, fixed: bool) -> str:
    own = placed.node
    lines = [*filter(None, [own.number, _SIGNS.get(own.shape, "")]), *placed.lines]
    lines += ["  ".join(badge.text for badge in own.badges if badge.text)]
    label = quoted("\n".join(filter(None, lines)))
    place = " " + _place(placed.box, height) if fixed else ""
    tooltip = quoted(own.tooltip or own.label)
    size = _size(placed.box, 8.0 if own.shape is Shape.CALL else 0.0)  # Graphviz adds the second line outside
    return f"  {quoted(own.id)} [label={label} tooltip={tooltip} {_SHAPES[own.shape]} {size}{place}]"


def _connector(placed: PlacedConnector, number: int, height: float) -> str:
    style = 'shape=circle style=filled color="#1c2733" fontsize=10'
    text = f'label="{placed.number}" tooltip={quoted(placed.tooltip)}'
    return f'  "connector {number}" [{style} {text} {_place(placed.box, height)} {_size(placed.box)}]'


def _text(placed: PlacedEdge) -> str:
    text = "\n".join(line for _, line in placed.label.lines) if placed.label else ""
    return f"label={quoted(text)} " if text else ""


def _reserved(placed: PlacedEdge) -> str:
    """Return a label that takes exactly the room of the text: Graphviz does not know how wide Chinese is."""
    if placed.label is None:
        return ""
    wide, high = round(placed.label.box.width), round(placed.label.box.height)
    cell = (
        f'<TABLE BORDER="0" CELLPADDING="0" CELLSPACING="0" FIXEDSIZE="TRUE" WIDTH="{wide}" HEIGHT="{high}">'
    )
    return f"label=<{cell}<TR><TD></TD></TR></TABLE>> "


def _edge(placed: PlacedEdge, label: str, height: float, *, fixed: bool) -> str:
    own = placed.edge
    bold = " penwidth=2.2" if own.handoff else ""
    place = " " + _route(placed, height) if fixed else ""
    return f"  {quoted(own.source)} -> {quoted(own.target)} [{label}{_EDGES[own.kind]}{bold}{place}]"


def _route(placed: PlacedEdge, height: float) -> str:
    """Return the line as straight pieces of a spline, and where the label stands."""
    points = [(x, height - y) for x, y in placed.points]
    line, tips = list(points), []
    if placed.edge.kind is not EdgeKind.LINK:
        line[-1], tips = (
            _before(points[-2], points[-1]),
            [f"e,{_number(points[-1][0])},{_number(points[-1][1])}"],
        )
    if placed.edge.kind is EdgeKind.CONTACT:
        line[0] = _before(points[1], points[0])
        tips.append(f"s,{_number(points[0][0])},{_number(points[0][1])}")
    spline = [line[0]]
    for start, end in pairwise(line):
        spline += [start, end, end]
    route = " ".join(f"{_number(x)},{_number(y)}" for x, y in spline)
    label = ""
    if placed.label and placed.label.lines:
        x, y = placed.label.box.center
        label = f' lp="{_number(x)},{_number(height - y)}"'
    return f'pos="{" ".join([*tips, route])}"{label}'


def _before(start: Point, end: Point) -> Point:
    """Return the point at which the arrow's head begins."""
    length = hypot(end[0] - start[0], end[1] - start[1]) or 1.0
    share = max(0.1, 1 - _HEAD / length)
    return (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)
