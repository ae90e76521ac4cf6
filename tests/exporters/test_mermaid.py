from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from syrupy.assertion import SnapshotAssertion

from svcflow.exporters.mermaid import mermaid_text, to_mermaid
from svcflow.views.diagram import DEdge, Diagram, DNode, EdgeKind, Lane, Shape
from tests.support.browser import in_browser, package_file
from tests.support.diagrams import chain, complaint, diagrams

Rendered = list[dict[str, Any]]

VERSION = "12.3.0"
NASTY = [
    "<b>bold</b>", 'say "no"', "back\\slash", "end", "]; a --> b [", "#quot; #35; &lt;", "<script>alert(1)</script>",
    "1. first", "- item", "* a **b** _c_ `d`", "$$x^2$$", "fa:fa-user x", "%% no", "%%{init: {}}%%", "---",
    "中文（括号）、“引号”", "😀 🎉", "مرحبا", "ﬂ°°35¶ß °C straße", "x|y", "{a}", "((b))", "style a:1#2;",
    "classDef x #3;", "@{ shape: x }", "http://a.b/c?d=e&f", "a;b", "# heading", "> quote", '"`md`"',
    "javascript:alert(1)", "subgraph x", "\\n", "a~b~", "1) x", "===", "| a | b |", "[link](http://x)", "![i](x)",
    "&nbsp;", "<br>", "~~~",
]  # fmt: skip
IDS = [
    "end", "End", "投诉", "a-b", "end-case", "class", "style1", "x", "o", "default", "x_2d", "graph", "1a", "a--b",
    "a.b", "_", "é", "-", "lane", "v", "call", "🎉", "subgraph-x", "click", "direction", "TD", "constructor",
    "__proto__", "toString", ":end:投诉",
]  # fmt: skip

RENDER = """
mermaid.initialize({startOnLoad: false});
const found = [];
for (const [number, text] of data.entries()) {
  await mermaid.parse(text);
  const drawn = document.createElement("div");
  drawn.innerHTML = (await mermaid.render("g" + number, text)).svg;
  const said = (where) => [...drawn.querySelectorAll(where)].map((one) => one.textContent);
  found.push({
    nodes: [...drawn.querySelectorAll("g.node")].map((one) => [one.id, one.textContent]),
    labels: said(".edgeLabels .edgeLabel .label"),
    lanes: said(".cluster-label"),
    scripts: drawn.querySelectorAll("script, a[href^='javascript']").length,
  });
}
return found;
"""


def nasty() -> Diagram:
    shapes = list(Shape)
    nodes = tuple(DNode(f"t{n}", text, shapes[n % len(shapes)], "L") for n, text in enumerate(NASTY))
    kinds = list(EdgeKind)
    edges = tuple(
        DEdge(f"t{n}", f"t{(n + 1) % len(NASTY)}", text, kinds[n % len(kinds)])
        for n, text in enumerate(NASTY)
    )
    lanes = (Lane("L", '<i>"x"</i> end', "g]["), Lane("end", "e"))
    return Diagram('He said: "no" #1 <script> %% é\n---', nodes, edges, lanes)


def bare(text: str) -> str:
    return "".join(text.split()).replace("+", "").replace("○", "")


def test_swimlanes(snapshot: SnapshotAssertion) -> None:
    assert to_mermaid(complaint()) == snapshot


def test_lanes_of_their_own_kind(snapshot: SnapshotAssertion) -> None:
    assert to_mermaid(complaint(), lanes=True) == snapshot


def test_without_lanes_it_is_a_flowchart() -> None:
    assert to_mermaid(chain(2), lanes=True) == (
        '---\ntitle: "Chain"\n---\nflowchart TB\n%% Made by svcflow.\n'
        '    n0["0<br/>Step 0"]:::task\n    n1["1<br/>Step 1"]:::task\n    n0 --> n1\n'
        "    classDef task fill:#ffffff,stroke:#34587f,color:#1c2733\n"
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", '" "'),
        ("a\r\nb", '"a<br/>b"'),
        ('"`#;', '"#34;#96;#35;#59;"'),
        ("受理（前台）", '"受理（前台）"'),
        ("\x00", '"\ufffd"'),
    ],
)
def test_texts(text: str, said: str) -> None:
    assert mermaid_text(text) == said


def test_a_link_leads_nowhere_bad() -> None:
    node = DNode("a", "A", href="https://example.org/?a='\"&b")
    assert '    click a href "https://example.org/?a=\'%22&b"\n' in to_mermaid(Diagram("x", (node,)))
    bad = replace(node, href="javascript:alert(1)")
    assert "click" not in to_mermaid(Diagram("x", (bad,)))


@given(diagrams())
def test_every_line_is_one_of_ours(diagram: Diagram) -> None:
    lines = to_mermaid(diagram).splitlines()
    assert lines[:3] == ["---", 'title: "Any"', "---"]
    first = {line.split()[0].split("[")[0].split("(")[0].split("{")[0] for line in lines[5:]}
    known = {node.id for node in diagram.nodes} | {"subgraph", "end", "classDef", "linkStyle"}
    assert first <= known


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    """What Mermaid itself makes of nasty texts, of odd ids, and of nasty texts in lanes."""
    ids = Diagram(
        "ids",
        tuple(DNode(id, f"name {n}") for n, id in enumerate(IDS)),
        tuple(map(DEdge, IDS, IDS[1:])),
    )
    texts = [to_mermaid(nasty()), to_mermaid(ids), to_mermaid(nasty(), lanes=True), to_mermaid(complaint())]
    script = package_file("mermaid", VERSION, "dist/mermaid.min.js")
    found: Rendered = in_browser(script, RENDER, texts, tmp_path_factory.mktemp("mermaid"))
    return found


@pytest.mark.slow
@pytest.mark.parametrize("number", [0, 2])
def test_nasty_texts_arrive(rendered: Rendered, number: int) -> None:
    found = rendered[number]
    shown = {id.split("-")[-2]: text for id, text in found["nodes"]}
    said = [text.replace("ﬂ°", "fl°").replace("¶ß", "¶ss") for text in NASTY]
    assert [bare(shown[f"t{n}"]) for n in range(len(NASTY))] == [bare(text) for text in said]
    if number == 0:  # swimlanes hold their labels elsewhere
        assert [bare(text) for text in found["labels"]] == [bare(text) for text in said]
    assert found["scripts"] == 0
    lane = 'g][/<i>"x"</i>end' if number else '<i>"x"</i>end'
    assert lane in [bare(text) for text in found["lanes"]]


@pytest.mark.slow
def test_odd_ids_are_nodes(rendered: Rendered) -> None:
    assert sorted(text for _, text in rendered[1]["nodes"]) == sorted(f"name {n}" for n in range(len(IDS)))


@pytest.mark.slow
def test_a_real_process_arrives_whole(rendered: Rendered) -> None:
    assert len(rendered[3]["nodes"]) == len(complaint().nodes)
    assert sorted(rendered[3]["lanes"]) == sorted(
        ["客户", "客服专员", "值班主管", "调查员", "客户服务部", "质量管理部"]
    )
