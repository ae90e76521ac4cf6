"""Mermaid text as a chart. Lines that tell how it looks are passed over; what is not understood is told."""

from __future__ import annotations

import json
import re
from itertools import pairwise

from svcflow.finding import Span
from svcflow.i18n import Message, msg
from svcflow.interchange.mermaid.chart import Chart, Edge, Node, Subgraph, Trouble
from svcflow.interchange.mermaid.scan import Arrow, Token, plain_text, tokens

__all__ = ["is_flowchart", "parse_chart"]

_HEAD = re.compile(
    r"^\s*(?:flowchart(?:-elk|-v2)?|graph|swimlane(?:-beta)?)\b\s*(?P<way>TB|TD|BT|RL|LR|[<>^v])?\s*;?(?P<rest>.*)$"
)
_REMARK = re.compile(r"%% svcflow:(?: (?P<id>[^\s=]+))?(?P<parts>( [a-z]+=\S+)+)\s*$")
_LOOKS = re.compile(r"^\s*(?:classDef|style|linkStyle|direction|accTitle|accDescr|click|href)\b")
_CLASSED = re.compile(r"^\s*class\s+(?P<ids>[^;]+?)\s+(?P<name>[A-Za-z][\w-]*)\s*;?\s*$")
_SUBGRAPH = re.compile(r"^\s*subgraph\b\s*(?P<rest>.*?)\s*;?\s*$")
_TITLED = re.compile(r"^(?P<id>[^\s\[\"]+)\s*\[(?P<title>\"[^\"]*\"|.*)\]$")
_END = re.compile(r"^\s*end\s*;?\s*$")
_TITLE = re.compile(r"^title:\s*(?P<title>.+?)\s*$")
_MOST_LINES = 20_000


def is_flowchart(text: str) -> bool:
    """Tell whether Mermaid text is a flowchart, or swimlanes."""
    return any(_HEAD.match(line) for line in _body(text))


def _body(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("%%")][:40]


def parse_chart(text: str, first_line: int = 1) -> Chart:
    """Return the chart that a text tells; ``first_line`` is the line of the file at which it begins."""
    return _Parser(first_line).parse(text)


class _Parser:
    """Reads line after line; remembers the subgraphs that are open."""

    def __init__(self, first_line: int) -> None:
        self.chart = Chart()
        self.line = first_line - 1
        self.open: list[str] = []
        self.begun = False
        self.front = False

    def parse(self, text: str) -> Chart:
        for number, line in enumerate(text.splitlines()[:_MOST_LINES]):
            self.line += 1
            self._line(line, first=number == 0)
        if self.open:
            self._trouble(1, 2, msg("the subgraph ‘{title}’ is not closed by `end`", title=self.open[-1]))
        return self.chart

    def _line(self, line: str, *, first: bool) -> None:
        stripped = line.strip()
        if stripped == "---" and (first or self.front):
            self.front = not self.front
        elif self.front:
            self._front(stripped)
        elif not stripped or stripped.startswith("%%"):
            self._remark(stripped)
        elif not self.begun:
            self._begin(line)
        else:
            self._statement(line)

    def _remark(self, line: str) -> None:
        found = _REMARK.match(line)
        if found:
            parts = (part.partition("=") for part in found["parts"].split())
            self.chart.remarks[found["id"] or ""] = {key: value for key, _, value in parts if value}

    def _front(self, line: str) -> None:
        found = _TITLE.match(line)
        if found:
            try:
                self.chart.title = str(json.loads(found["title"]))
            except ValueError:
                self.chart.title = found["title"].strip("'\"")

    def _begin(self, line: str) -> None:
        head = _HEAD.match(line)
        if head:
            self.begun = True
            if head["rest"].strip():
                self._statement(head["rest"])

    def _statement(self, line: str) -> None:
        if _LOOKS.match(line):
            return
        classed, subgraph = _CLASSED.match(line), _SUBGRAPH.match(line)
        if classed:
            for id in re.split(r"\s*,\s*", classed["ids"]):
                if id in self.chart.nodes:
                    self.chart.nodes[id].classes.append(classed["name"])
        elif subgraph:
            self._subgraph(subgraph["rest"])
        elif _END.match(line):
            if self.open:
                self.open.pop()
        else:
            for part, start in _parts(line):
                self._chain(part, start)

    def _subgraph(self, rest: str) -> None:
        titled = _TITLED.match(rest)
        id = titled["id"] if titled else rest.strip('"') or f"subgraph{self.line}"
        title = plain_text(titled["title"] if titled else rest) or id
        inside = self.open[-1] if self.open else ""
        self.chart.subgraphs[id] = Subgraph(id, title, inside, self._span(1, 2))
        self.open.append(id)

    def _chain(self, line: str, start: int) -> None:
        found, understood = tokens(line)
        if understood < len(line):
            rest = line[understood:].strip()
            self._trouble(
                start + understood + 1, start + len(line) + 1, msg("‘{text}’ was not understood", text=rest)
            )
        groups: list[tuple[list[Token], Arrow | None]] = []
        for token in found:
            if isinstance(token, Arrow):
                groups[-1] = (groups[-1][0], token)
            elif token.several:
                groups[-1][0].append(token)
            else:
                groups.append(([token], None))
        for group, _ in groups:
            for token in group:
                self._node(token, start)
        for (sources, arrow), (targets, _) in pairwise(groups):
            if arrow is not None and not arrow.hidden:
                self._edges(sources, arrow, targets, start)

    def _node(self, token: Token, start: int) -> None:
        if token.id in self.chart.subgraphs:
            return
        span = self._span(start + token.column, start + token.column + len(token.id))
        node = self.chart.nodes.setdefault(token.id, Node(token.id, span))
        if token.outline or token.text:
            node.text, node.outline = token.text, token.outline or node.outline
        node.classes += token.classes
        if self.open and not node.inside:
            node.inside = self.open[-1]

    def _edges(self, sources: list[Token], arrow: Arrow, targets: list[Token], start: int) -> None:
        span = self._span(start + arrow.column, start + arrow.column + 1)
        if arrow.back:
            message = msg("an arrow to both sides was read as one from left to right")
            self.chart.troubles.append(Trouble(span, message, lost=True))
        for source in sources:
            for target in targets:
                groups = [one.id for one in (source, target) if one.id in self.chart.subgraphs]
                if groups:
                    message = msg("the arrow to or from the subgraph ‘{title}’ was left out", title=groups[0])
                    self.chart.troubles.append(Trouble(span, message, lost=True))
                else:
                    self.chart.edges.append(
                        Edge(source.id, target.id, span, arrow.text, arrow.dotted, arrow.thick)
                    )

    def _trouble(self, column: int, end: int, message: Message) -> None:
        self.chart.troubles.append(Trouble(self._span(column, end), message))

    def _span(self, column: int, end: int) -> Span:
        return Span(self.line, column, self.line, end)


def _parts(line: str) -> list[tuple[str, int]]:
    """Split a line at semicolons that stand outside of texts and codes; with the column at which each part begins."""
    parts: list[tuple[str, int]] = []
    start, quoted, depth = 0, False, 0
    for place, character in enumerate(line):
        if character == '"':
            quoted = not quoted
        elif not quoted and character in "[({":
            depth += 1
        elif not quoted and character in "])}":
            depth -= 1
        elif character == ";" and not quoted and depth <= 0 and not re.search(r"#\w+$", line[:place]):
            parts.append((line[start:place], start))
            start = place + 1
    parts.append((line[start:], start))
    return [(part, begin) for part, begin in parts if part.strip()]
