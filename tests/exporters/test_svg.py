from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from syrupy.assertion import SnapshotAssertion

from svcflow.exporters.svg import to_svg
from svcflow.views.diagram import DEdge, Diagram, DNode, EdgeKind, Lane, Shape
from svcflow.views.layout import arrange
from tests.support.diagrams import complaint, diagrams

SVG = "{http://www.w3.org/2000/svg}"
NASTY = "</text><script>alert(1)</script>\"'&<!-- ]]> \\N {x} %s"


def parsed(diagram: Diagram) -> ET.Element:
    return ET.fromstring(to_svg(arrange(diagram)))


def texts(root: ET.Element) -> str:
    return " ".join("".join(text.itertext()) for text in root.iter(f"{SVG}text"))


def test_the_whole_picture(snapshot: SnapshotAssertion) -> None:
    assert to_svg(arrange(complaint())) == snapshot


def test_every_step_has_its_id_and_says_its_name() -> None:
    root = parsed(complaint())
    groups = {group.get("id"): group for group in root.iter(f"{SVG}g") if group.get("id")}
    assert set(groups) == {node.id for node in complaint().nodes}
    assert groups["receive"].get("aria-label") == "1, 受理投诉, 10 分钟"
    assert groups["receive"].get("role") == "graphics-symbol"


def test_the_picture_says_what_it_is() -> None:
    root = parsed(complaint())
    assert root.findtext(f"{SVG}title") == "客户投诉处理"
    assert root.findtext(f"{SVG}desc") == "一次性解决; 版本 2.1.0; 负责人：服务经理"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "zh-Hans"


def test_edges_say_what_they_connect_and_are_told_apart() -> None:
    classes = {
        (group.get("data-source"), group.get("data-target")): set(group.get("class", "").split())
        for group in parsed(complaint()).iter(f"{SVG}g")
        if group.get("data-source")
    }
    assert classes["receive", "escalate"] == {"edge", "exception"}
    assert classes["confirm", "investigate"] == {"edge", "back", "handoff"}
    assert len(classes) == len(complaint().edges)


@pytest.mark.parametrize(
    ("language", "first"),
    [("zh-Hans", "Noto Sans SC"), ("zh-Hant", "Noto Sans TC"), ("zh-TW", "Noto Sans TC"), ("en", "Arial")],
)
def test_fonts_by_language(language: str, first: str) -> None:
    root = parsed(replace(complaint(), language=language))
    family = root.get("font-family", "")
    assert family.startswith(f"'{first}'")
    assert "Noto Sans SC" in family
    assert family.endswith("sans-serif")


def test_nothing_written_becomes_markup() -> None:
    nodes = (
        DNode(
            NASTY,
            NASTY,
            number=NASTY,
            caption=NASTY,
            lane=NASTY,
            tooltip=NASTY,
            href="javascript:x",
            marks=(NASTY,),
        ),
        DNode("b", NASTY, Shape.DECISION, NASTY),
    )
    edges = (DEdge(NASTY, "b", NASTY, EdgeKind.BRANCH, handoff=True, note=NASTY, tooltip=NASTY),)
    made = Diagram(NASTY, nodes, edges, (Lane(NASTY, NASTY, NASTY),), NASTY, (NASTY,), language=NASTY)
    root = parsed(made)
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
        "svg", "title", "desc", "style", "rect", "g", "path", "text", "tspan", "circle"
    }  # fmt: skip
    assert "alert(1)" in texts(root)


def test_links_are_kept() -> None:
    node = DNode("a", "A", href="sop.html#a")
    links = parsed(Diagram("D", (node,))).iter(f"{SVG}a")
    assert [link.get("href") for link in links] == ["sop.html#a"]


def test_what_was_shortened_is_whole_in_the_tooltip() -> None:
    long, note = "word " * 60, "a condition that is much too long for its label " * 4
    nodes, edges = (DNode("a", long), DNode("b", "B")), (DEdge("a", "b", note),)
    titles = [title.text for title in parsed(Diagram("D", nodes, edges)).iter(f"{SVG}title")]
    assert long in titles
    assert note in titles
    assert [title.text for title in parsed(Diagram("D", (DNode("a", "short"),))).iter(f"{SVG}title")] == ["D"]


def test_the_same_bytes_every_time() -> None:
    assert to_svg(arrange(complaint())) == to_svg(arrange(complaint()))


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(diagrams())
def test_any_diagram_is_well_formed(diagram: Diagram) -> None:
    root = parsed(diagram)
    assert root.tag == f"{SVG}svg"
    assert float(root.get("width", 0)) > 0
