"""A picture as Mermaid text, for pages that draw it themselves: GitHub, GitLab, wikis.

Mermaid lays it out; all that people wrote stays text. `svcflow.interchange.mermaid` reads it back.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import groupby

from svcflow.exporters.characters import GATEWAYS, badge_text
from svcflow.exporters.markup import printable, safe_href
from svcflow.exporters.mermaid_ids import mermaid_id
from svcflow.views.diagram import DEdge, Diagram, Direction, DNode, EdgeKind, Lane, Shape

__all__ = ["mermaid_text", "to_mermaid"]

_OUTLINES = {
    Shape.START: ("([", "])"),
    Shape.END: ("([", "])"),
    Shape.TASK: ("[", "]"),
    Shape.DECISION: ("{", "}"),
    Shape.PARALLEL: ("{", "}"),
    Shape.INCLUSIVE: ("{", "}"),
    Shape.WAIT: ("{{", "}}"),
    Shape.CALL: ("[[", "]]"),
}
_STYLES = {
    "start": "fill:#e2f3e8,stroke:#1d7443,color:#1c2733",
    "finish": "fill:#eceff3,stroke:#1c2733,stroke-width:3px,color:#1c2733",
    "task": "fill:#ffffff,stroke:#34587f,color:#1c2733",
    "decision": "fill:#fff6dc,stroke:#96660a,color:#1c2733",
    "parallel": "fill:#eef2f7,stroke:#47525f,color:#1c2733",
    "inclusive": "fill:#eef2f7,stroke:#47525f,color:#1c2733",
    "wait": "fill:#f5f0fb,stroke:#67479b,color:#1c2733",
    "callout": "fill:#eef4fc,stroke:#34587f,color:#1c2733",
    "unreachable": "stroke-dasharray:3 3",
    "unknown": "stroke:#b42318",
}
_CLASSES = {Shape.END: "finish", Shape.CALL: "callout"}  # ``end`` and ``call`` mean something to Mermaid
_KINDS = {EdgeKind.BACK: "stroke:#8a4b08", EdgeKind.EXCEPTION: "stroke:#b42318"}
_SIGN = re.compile(r"[^\w ,\u0080-\U0010ffff]", re.ASCII)
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_MARK = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


def to_mermaid(diagram: Diagram, *, lanes: bool = False) -> str:
    """Return a diagram as Mermaid text; the same diagram gives the same text.

    A flowchart, which every Mermaid draws, with a subgraph for each lane and each department; or, with ``lanes``, the
    swimlane diagram that Mermaid has from 11.16 on (in beta there: its lanes hold no groups).
    """
    direction = "LR" if diagram.direction is Direction.RIGHT else "TB"
    swimlanes = lanes and bool(diagram.lanes)
    lines = [
        "---",
        f"title: {_title(diagram.title)}",
        "---",
        f"{'swimlane-beta' if swimlanes else 'flowchart'} {direction}",
        "%% Made by svcflow.",
    ]
    if diagram.lanes:
        lines += _lanes(diagram) if swimlanes else _groups(diagram)
    else:
        lines += [f"    {_node(node, diagram.language)}" for node in diagram.nodes]
    lines += [f"    {_edge(edge)}" for edge in diagram.edges]
    lines += [f"    {line}" for line in (*_links(diagram), *_styles(diagram), *_edge_styles(diagram))]
    return "\n".join([*lines, ""])


def mermaid_text(text: str) -> str:
    """Return a text, quoted, in which nothing means anything to Mermaid, to Markdown or to HTML."""
    # Mermaid turns its codes into ligatures and back: those that were there before would be taken for a code.
    lines = (
        printable(text)
        .replace("ﬂ°", "fl°")
        .replace("¶ß", "¶ss")
        .replace("\r\n", "\n")
        .replace("\r", "\n")
        .strip("\n")
        .split("\n")
    )
    said = "<br/>".join(_SIGN.sub(lambda found: f"#{ord(found[0])};", line) for line in lines)
    return f'"{said.strip() or " "}"'


def _title(text: str) -> str:
    """Return a title for the head of the text, which is YAML and knows no codes: what looks like a tag would vanish."""
    return json.dumps(_TAG.sub("＜", _plain(text)), ensure_ascii=False)


def _plain(text: str) -> str:
    return " ".join(printable(text).split())


# -- lanes


def _groups(diagram: Diagram) -> Iterator[str]:
    """Yield each department with its lanes; lanes of none, and departments of one lane of the same name, alone."""
    number = 0
    for group, lanes in groupby(diagram.lanes, key=lambda lane: lane.group):
        if group:
            number += 1
            yield f"    subgraph group{number}[{mermaid_text(group)}]"
        for lane in lanes:
            yield from _lane(diagram, lane, lane.title, "        " if group else "    ")
        if group:
            yield "    end"


def _lanes(diagram: Diagram) -> Iterator[str]:
    for lane in diagram.lanes:
        title = f"{lane.group} / {lane.title}" if lane.group else lane.title
        yield from _lane(diagram, lane, title, "    ")


def _lane(diagram: Diagram, lane: Lane, title: str, indent: str) -> Iterator[str]:
    yield f"{indent}subgraph {mermaid_id(lane.id, 'lane')}[{mermaid_text(title)}]"
    for node in diagram.nodes:
        if node.lane == lane.id:
            yield f"{indent}    {_node(node, diagram.language)}"
    yield f"{indent}end"


# -- nodes


def _node(node: DNode, language: str) -> str:
    before, behind = _OUTLINES.get(node.shape, ("[", "]"))
    marks = [mark for mark in node.marks if _MARK.fullmatch(mark) and mark in _STYLES]
    classes = "".join(f":::{name}" for name in (_class(node.shape), *marks))
    return f"{mermaid_id(node.id)}{before}{mermaid_text(_label(node, language))}{behind}{classes}"


def _label(node: DNode, language: str) -> str:
    """Return what stands in a node: number, sign, name, who acts, badges, each on a line of its own."""
    caption = node.caption and (f"（{node.caption}）" if language.startswith("zh") else f"({node.caption})")
    badges = " ".join(map(badge_text, node.badges))
    lines = [node.number, GATEWAYS.get(node.shape, ""), _plain(node.label), caption, badges]
    return "\n".join(filter(None, lines))


def _class(shape: Shape) -> str:
    name = _CLASSES.get(shape, shape.value)
    return name if name in _STYLES else "task"


def _links(diagram: Diagram) -> Iterator[str]:
    for node in diagram.nodes:
        href = safe_href(node.href)
        if href:
            yield f"click {mermaid_id(node.id)} href {json.dumps(href.replace(chr(34), '%22'))}"


# -- edges


def _edge(edge: DEdge) -> str:
    note = f"✉ {edge.note}" if edge.note else ""
    text = "\n".join(_plain(part) for part in (edge.label, note) if part.strip())
    label = f"|{mermaid_text(text)}|" if text else ""
    return f"{mermaid_id(edge.source)} {_arrow(edge)}{label} {mermaid_id(edge.target)}"


def _arrow(edge: DEdge) -> str:
    if edge.kind is EdgeKind.EXCEPTION:
        return "-.->"
    return "==>" if edge.handoff else "-->"


# -- styles


def _styles(diagram: Diagram) -> Iterator[str]:
    used = {_class(node.shape) for node in diagram.nodes}
    used |= {mark for node in diagram.nodes for mark in node.marks}
    for name, style in _STYLES.items():
        if name in used:
            yield f"classDef {name} {style}"


def _edge_styles(diagram: Diagram) -> Iterator[str]:
    for kind, style in _KINDS.items():
        numbers = [str(number) for number, edge in enumerate(diagram.edges) if edge.kind is kind]
        if numbers:
            yield f"linkStyle {','.join(numbers)} {style}"
