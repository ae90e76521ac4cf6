"""The check finds what it is for: a good picture is spoilt in one way each time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from svcflow.views.diagram import Border, BorderKind, DEdge, Diagram, Direction, DNode, EdgeKind, Lane
from svcflow.views.layout import Picture, arrange
from svcflow.views.layout.check import faults


def good() -> Picture:
    lanes = (
        Lane("top", "Customer", below=Border(BorderKind.INTERACTION, "Line of interaction")),
        Lane("low", "Desk"),
    )
    nodes = (
        DNode("a", "A", lane="low", phase="One"),
        DNode("x", "X", lane="top", beside="a"),
        DNode("b", "B", lane="low", phase="Two"),
    )
    edges = (DEdge("a", "b"), DEdge("x", "a", kind=EdgeKind.CONTACT))
    return arrange(Diagram("D", nodes, edges, lanes, direction=Direction.RIGHT, phases=("One", "Two")))


def test_a_good_picture_has_no_faults() -> None:
    assert faults(good()) == []


def moved(picture: Picture, node: str, dx: float) -> Picture:
    nodes = (
        replace(placed, box=placed.box.moved(dx, 0)) if placed.node.id == node else placed
        for placed in picture.nodes
    )
    return replace(picture, nodes=tuple(nodes))


def with_border(picture: Picture, **change: object) -> Picture:
    return replace(picture, borders=(replace(picture.borders[0], **change),))


def spoilt(name: str) -> Picture:
    picture = good()
    border, (one, two) = picture.borders[0], picture.phases
    match name:
        case "column":
            return moved(picture, "x", 5)
        case "slanting":
            edge = picture.edges[1]
            bent = replace(edge, points=(edge.points[0], (edge.points[1][0] + 3, edge.points[1][1])))
            return replace(picture, edges=(picture.edges[0], bent))
        case "missing":
            return replace(picture, borders=())
        case "short":
            return with_border(picture, end=(border.end[0] - 9, border.end[1]))
        case "elsewhere":
            return with_border(picture, label=border.label.moved(300, 0))
        case "on a title":
            lanes = tuple(replace(lane, header=lane.header.moved(0, 30)) for lane in picture.lanes)
            return replace(picture, lanes=lanes)
        case "gap":
            return replace(picture, phases=(one, replace(two, box=two.box.moved(4, 0))))
        case "order":
            return replace(picture, phases=(replace(one, title="Two"), replace(two, title="One")))
        case _:
            return replace(picture, phases=(one,))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("column", "x does not stand in the column of a"),
        ("slanting", "x -> a is not upright"),
        ("missing", "named lines are missing, or there are too many"),
        ("short", "the line of interaction is not as long as its lane"),
        ("elsewhere", "the line of interaction is not straight, or has its name elsewhere"),
        ("on a title", "the line of interaction has its name on the title of top"),
        ("gap", "phases One and Two are not side by side"),
        ("order", "phases Two and One are out of order"),
        ("outside", "b stands in no phase"),
    ],
)
def test_a_spoilt_picture_is_found_out(name: str, said: str) -> None:
    assert said in faults(spoilt(name))
