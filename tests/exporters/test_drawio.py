from __future__ import annotations

import html
import re
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given, settings
from syrupy.assertion import SnapshotAssertion

from svcflow.analyzers.context import ProcessContext
from svcflow.exporters.drawio import to_drawio
from svcflow.load.shared import Shared
from svcflow.model import Process
from svcflow.views.blueprint import blueprint
from svcflow.views.diagram import DEdge, Diagram, DNode
from svcflow.views.layout import arrange
from svcflow.views.layout.picture import Box, Picture
from tests.support.diagrams import chain, complaint, diagrams

Cells = dict[str, ET.Element]


def cells(text: str) -> Cells:
    """The cells by their ids; of an object, the cell in it."""
    root = ET.fromstring(text.encode()).find("./diagram/mxGraphModel/root")
    assert root is not None
    found: Cells = {}
    for element in root:
        id = element.get("id", "")
        assert id not in found
        found[id] = element if element.tag == "mxCell" else element[0]
    return found


def geometry(cell: ET.Element) -> ET.Element:
    found = cell.find("mxGeometry")
    assert found is not None
    return found


def place(found: Cells, id: str) -> tuple[float, float]:
    """Where a cell stands on the page."""
    x = y = 0.0
    while id != "1":
        own = geometry(found[id])
        x, y, id = x + float(own.get("x", 0)), y + float(own.get("y", 0)), found[id].get("parent", "")
    return x, y


def check(picture: Picture) -> Cells:
    """All that must hold of a file, and that it shows our picture."""
    found = cells(to_drawio(picture))
    for id, cell in found.items():
        assert id == "0" or cell.get("parent") in found
        if cell.get("edge") and not id.startswith(("legend:", "line:")):
            assert cell.get("source") in found
            assert cell.get("target") in found
    for placed in picture.nodes:
        id = f"node:{placed.node.id}"
        assert place(found, id) == pytest.approx((placed.box.x, placed.box.y), abs=0.02)
        own = geometry(found[id])
        size = Box(0, 0, float(own.get("width", 0)), float(own.get("height", 0)))
        assert (size.width, size.height) == pytest.approx((placed.box.width, placed.box.height), abs=0.01)
        assert found[id].get("parent") == (f"lane:{placed.node.lane}" if picture.lanes else "1")
    for lane in picture.lanes:
        assert place(found, f"lane:{lane.lane.id}") == pytest.approx((lane.box.x, lane.box.y), abs=0.02)
    for border in picture.borders:
        ends = [at for at in geometry(found[f"line:{border.border.kind}"]) if at.get("as") != "offset"]
        drawn = [float(at.get(axis, 0)) for at in ends for axis in "xy"]
        assert drawn == pytest.approx([*border.start, *border.end], abs=0.02)
    for number, phase in enumerate(picture.phases):
        assert place(found, f"phase:{number}") == pytest.approx((phase.box.x, phase.box.y), abs=0.02)
    for number, edge in enumerate(picture.edges):
        way = [
            float(p.get(axis, 0))
            for p in geometry(found[f"edge:{number}"]).iter("mxPoint")
            if not p.get("as")
            for axis in "xy"
        ]
        assert way == pytest.approx([value for point in edge.points[1:-1] for value in point], abs=0.02)
    return found


def test_a_whole_file(snapshot: SnapshotAssertion) -> None:
    assert to_drawio(arrange(complaint())) == snapshot


def test_departments_hold_their_lanes() -> None:
    found = check(arrange(complaint()))
    assert found["group:1"].get("value") == "客户服务部"
    assert [id for id, cell in found.items() if cell.get("parent") == "group:1"] == [
        "lane:agent",
        "lane:supervisor",
    ]
    assert found["lane:customer"].get("parent") == "1"


def test_a_blueprint_keeps_its_lines_and_phases() -> None:
    roles = {"guest": {"name": "Guest", "line": "customer"}, "clerk": {"name": "Clerk", "line": "frontstage"}}
    steps = [
        {"id": "ask", "name": "Ask", "role": "guest", "phase": "Before"},
        {"id": "do", "name": "Do", "role": "clerk", "phase": "After", "touchpoint": {"evidence": "slip"}},
    ]
    made = Process.model_validate({"process": "p", "name": "P", "roles": roles, "steps": steps})
    found = check(arrange(blueprint(ProcessContext(made, Shared()))))
    assert [found[f"line:{kind}"].get("value") for kind in ("interaction", "visibility", "internal")] == [
        "Line of interaction",
        "Line of visibility",
        "Line of internal interaction",
    ]
    assert [found[f"phase:{number}"].get("value") for number in (0, 1)] == ["Before", "After"]
    assert "shape=document;" in found["node::evidence:do"].get("style", "")


def test_a_page_has_the_name_of_the_process() -> None:
    page = ET.fromstring(to_drawio(arrange(complaint())).encode()).find("diagram")
    assert page is not None
    assert page.get("name") == "客户投诉处理"


def test_texts_stay_texts() -> None:
    bad = "<img src=x onerror=alert(1)> & \"'\x00\n]]>"
    node = DNode("a<b>", bad, tooltip=bad, href="javascript:alert(1)")
    picture = arrange(Diagram(bad, (node,), (DEdge("a<b>", "a<b>", bad),)))
    root = ET.fromstring(to_drawio(picture).encode())
    labels = [one.get("label") or one.get("value") or "" for one in root.iter()]
    for label in labels:
        assert set(re.findall(r"<(/?\w+)", label)) <= {"br", "font", "/font"}
    shown = [html.unescape(label) for label in labels if "onerror" in label]
    assert len(shown) == 3  # the title, the node, the edge
    assert root.find(".//object[@link]") is None
    step = root.find(".//object[@step]")
    assert step is not None
    assert step.get("step") == "a<b>"


def test_an_edge_begins_and_ends_where_we_draw_it() -> None:
    found = check(arrange(chain(2)))
    style = found["edge:0"].get("style", "")
    assert "exitX=0.5;exitY=1;" in style
    assert "entryX=0.5;entryY=0;" in style


@settings(max_examples=40)
@given(diagrams())
def test_any_picture(diagram: Diagram) -> None:
    check(arrange(diagram))
