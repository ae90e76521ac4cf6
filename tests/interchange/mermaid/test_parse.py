from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svcflow.exporters.mermaid import to_mermaid
from svcflow.exporters.mermaid_ids import mermaid_id
from svcflow.interchange.mermaid.ids import original_id
from svcflow.interchange.mermaid.labels import said_by
from svcflow.interchange.mermaid.parse import is_flowchart, parse_chart
from svcflow.views.diagram import Diagram, EdgeKind
from tests.support.diagrams import diagrams

PEOPLE = """graph TD;
  A[Start] --> B{Is it?};  %% no comment here
  B -- Yes --> C[OK]; C --> D[Rethink] & F(Also)
  B -- "No (sure)" ----> E[End]
  subgraph one [Front desk]
    C
  end
  subgraph "Back office"
    D
  end
  X ---|text| Y
  Z@{ shape: diam, label: "really?" } -->|8%| Y
  A -. falls back .-> E
  style A fill:#f9f
  F e1@==> G((fa:fa-user Person))
  class G,F marked;
  H>flag] ~~~ I[/lean/]
  I <--> A
"""


def bare(text: str) -> str:
    return " ".join(text.split())


@given(diagrams())
def test_what_we_write_is_read_as_it_was(diagram: Diagram) -> None:
    chart = parse_chart(to_mermaid(diagram))
    assert chart.troubles == []
    assert chart.title == diagram.title
    names = {original_id(id): said_by(node.text).name for id, node in chart.nodes.items()}
    assert list(names) == list(
        {
            node.id: node
            for lane in [*diagram.lanes, None]
            for node in diagram.nodes
            if node.lane == (lane.id if lane else None)
        }
    )
    assert all(names[node.id] == bare(node.label) for node in diagram.nodes if node.label)
    told = [
        (one.source, one.target, one.text.split("\n")[0] if one.text[:1] != "✉" else "", one.dotted)
        for one in chart.edges
    ]
    meant = [(one.source, one.target, one.label, one.kind is EdgeKind.EXCEPTION) for one in diagram.edges]
    assert told == meant
    lanes = {
        node.id: chart.subgraphs[chart.nodes[node.id].inside].title for node in diagram.nodes if diagram.lanes
    }
    titles = {lane.id: lane.title for lane in diagram.lanes}
    assert lanes == {node.id: titles[node.lane or ""] for node in diagram.nodes if diagram.lanes}


@given(st.text(max_size=12))
def test_ids_come_back(id: str) -> None:
    assert original_id(mermaid_id(id)) == id


def test_what_people_write() -> None:
    chart = parse_chart(PEOPLE)
    nodes = {id: (node.text, node.outline, node.inside) for id, node in chart.nodes.items()}
    assert nodes == {
        "A": ("Start", "box", ""),
        "B": ("Is it?", "rhombus", ""),
        "C": ("OK", "box", "one"),
        "D": ("Rethink", "box", "Back office"),
        "F": ("Also", "round", ""),
        "E": ("End", "box", ""),
        "X": ("", "", ""),
        "Y": ("", "", ""),
        "Z": ("really?", "rhombus", ""),
        "G": ("Person", "circle", ""),
        "H": ("flag", "flag", ""),
        "I": ("lean", "slanted", ""),
    }
    assert [(one.source, one.target, one.text) for one in chart.edges] == [
        ("A", "B", ""), ("B", "C", "Yes"), ("C", "D", ""), ("C", "F", ""), ("B", "E", "No (sure)"), ("X", "Y", "text"),
        ("Z", "Y", "8%"), ("A", "E", "falls back"), ("F", "G", ""), ("I", "A", ""),
    ]  # fmt: skip
    assert chart.nodes["G"].classes == ["marked"]
    assert {one.title for one in chart.subgraphs.values()} == {"Front desk", "Back office"}
    assert [(one.span.line, str(one.message)) for one in chart.troubles] == [
        (2, "‘%% no comment here’ was not understood"),
        (18, "an arrow to both sides was read as one from left to right"),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("flowchart\n a <<>> b", "‘<<>> b’ was not understood"),
        ("flowchart\n subgraph x", "the subgraph ‘x’ is not closed by `end`"),
        ("flowchart\n subgraph x\n end\n a --> x", "the arrow to or from the subgraph ‘x’ was left out"),
    ],
)
def test_troubles(text: str, message: str) -> None:
    assert [str(one.message) for one in parse_chart(text).troubles] == [message]


def test_semicolons_in_texts_and_codes() -> None:
    chart = parse_chart('graph LR\na["x; y"]; b["#quot;q#quot; #35;1"]; c[d;e] --> a')
    assert [node.text for node in chart.nodes.values()] == ["x; y", '"q" #1', "d;e"]


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("%% x\n\nflowchart-elk LR", True),
        ("swimlane-beta", True),
        ("graph TD; a-->b", True),
        ("sequenceDiagram", False),
    ],
)
def test_kinds_of_diagrams(text: str, is_one: bool) -> None:
    assert is_flowchart(text) == is_one


@given(st.text(alphabet="abc -=.>|[](){}<\"';:%&~@#\n\\/", max_size=120))
def test_any_text_is_read(text: str) -> None:
    chart = parse_chart("graph LR\n" + text)
    assert all(edge.source in chart.nodes and edge.target in chart.nodes for edge in chart.edges)
