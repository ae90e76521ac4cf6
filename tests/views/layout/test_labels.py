from __future__ import annotations

from svcflow.views.diagram import DEdge, Diagram, Direction, DNode, EdgeKind, Lane, Shape
from svcflow.views.layout import arrange


def test_a_label_of_several_lines_stands_beside_the_line_of_another_edge() -> None:
    """Two branches enter one step close to each other: neither label may cover the other's line."""
    nodes = (
        DNode("d", "Which?", Shape.DECISION, "x"),
        DNode("w", "Wait", Shape.WAIT, "x"),
        DNode("t", "Goes on here", lane="y"),
    )
    long = "when the customer has sent all that was missing"
    edges = (
        DEdge("d", "w", "no", EdgeKind.BRANCH),
        DEdge("d", "t", "otherwise", EdgeKind.BRANCH),
        DEdge("w", "t", long, EdgeKind.BRANCH),
    )
    lanes = (Lane("x", "X"), Lane("y", "Y"))
    picture = arrange(Diagram("D", nodes, edges, lanes, direction=Direction.RIGHT))
    label = next(edge.label for edge in picture.edges if edge.edge.label == long)
    assert label is not None
    assert len(label.lines) > 2
    other = next(edge for edge in picture.edges if edge.edge.label == "otherwise")
    run = other.points[-1][1]
    assert not label.box.y < run < label.box.bottom
