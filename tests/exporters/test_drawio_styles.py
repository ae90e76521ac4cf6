from __future__ import annotations

import re

import pytest

from svcflow.exporters.drawio_styles import border_style, edge_style, lane_style, node_style, text_style
from svcflow.views.diagram import BorderKind, DEdge, EdgeKind, Line, Shape
from svcflow.views.layout.picture import TextRole

STYLE = re.compile(r"(\w+;)?(\w+=[\w#. ]+;)+")


@pytest.mark.parametrize("shape", Shape)
def test_every_shape_has_a_style(shape: Shape) -> None:
    assert STYLE.fullmatch(node_style(shape, ["unreachable", "evil;shape=image"]))
    assert shape is Shape.TASK or node_style(shape, []) != node_style(Shape.TASK, [])


@pytest.mark.parametrize("kind", BorderKind)
def test_every_line_of_a_blueprint_has_a_style_of_its_own(kind: BorderKind) -> None:
    assert STYLE.fullmatch(border_style(kind))
    assert len({border_style(one) for one in BorderKind}) == len(BorderKind)


def test_what_is_no_flow_looks_like_none() -> None:
    assert edge_style(DEdge("a", "b", kind=EdgeKind.LINK), curved=False).rindex("endArrow=none;") > 0
    assert "startArrow=block;" in edge_style(DEdge("a", "b", kind=EdgeKind.CONTACT), curved=False)


def test_marks() -> None:
    assert "opacity=50;" in node_style(Shape.TASK, ["unreachable"])


def test_an_exception_is_dashed_and_a_handoff_is_bold() -> None:
    assert "dashed=1;" in edge_style(DEdge("a", "b", kind=EdgeKind.EXCEPTION), curved=False)
    assert "strokeWidth=2.2;" in edge_style(DEdge("a", "b", handoff=True), curved=False)
    assert "curved=1;" in edge_style(DEdge("a", "b"), curved=True)


def test_lanes_stand_on_their_side_when_time_runs_to_the_right() -> None:
    assert "horizontal=0;startSize=116;" in lane_style(116.0, right=True, line=Line.CUSTOMER)
    assert "horizontal=1;startSize=46;" in lane_style(46.0, right=False)


@pytest.mark.parametrize("role", [None, *TextRole])
def test_lines_of_text(role: TextRole | None) -> None:
    assert text_style(role).startswith("text;html=1;")
