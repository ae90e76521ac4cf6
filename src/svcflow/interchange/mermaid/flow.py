"""What the nodes of a chart are: steps, starts, ends, and those that only show where ways part or meet."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto

from svcflow.interchange.mermaid.chart import Chart, Edge, Node
from svcflow.interchange.mermaid.labels import Said, end_words, said_by, start_words
from svcflow.interchange.sheets.headings import folded

__all__ = ["Flow", "Part"]

_ENDS = {"stadium", "circle", "double"}


class Part(Enum):
    """What a node is to the process."""

    STEP = auto()
    START = auto()
    END = auto()
    """An end without a name of its own."""
    CHOICE = auto()
    """A decision without a text, behind the one step that takes it."""
    MEETING = auto()
    """Where parallel ways meet, before one step."""


@dataclass(slots=True)
class Flow:
    """A chart with what its nodes are, and its edges by their ends."""

    chart: Chart
    said: dict[str, Said] = field(default_factory=dict)
    parts: dict[str, Part] = field(default_factory=dict)
    out: dict[str, list[Edge]] = field(default_factory=dict)
    into: dict[str, list[Edge]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        nodes = self.chart.nodes
        self.said = {
            id: said_by(node.text if node.outline else node.text or id) for id, node in nodes.items()
        }
        self.out = {id: [] for id in nodes}
        self.into = {id: [] for id in nodes}
        for edge in self.chart.edges:
            self.out[edge.source].append(edge)
            self.into[edge.target].append(edge)
        self.parts = {id: self._part(node) for id, node in nodes.items()}
        for id, part in self.parts.items():
            if part is Part.CHOICE and not self._follows_a_step(id):
                self.parts[id] = Part.STEP
            if part is Part.MEETING and self.parts[self.out[id][0].target] is not Part.STEP:
                self.parts[id] = Part.STEP
        if Part.STEP not in self.parts.values():
            self.parts = dict.fromkeys(self.parts, Part.STEP)

    def _part(self, node: Node) -> Part:
        said, out, into = self.said[node.id], self.out[node.id], self.into[node.id]
        round_ = node.outline in _ENDS
        begins = "start" in node.classes or round_ or folded(said.name) in start_words()
        if begins and not into and out and said.name:
            return Part.START if len({edge.target for edge in out}) == 1 and not out[0].text else Part.STEP
        if not out and into and said.name and folded(said.name) in end_words():
            return Part.END
        if node.outline == "rhombus" and not said.name and not said.number:
            if said.sign == "+" and len(into) > 1 and len(out) == 1 and not out[0].text:
                return Part.MEETING
            if not said.sign and len(into) == 1 and not into[0].text and len(out) > 1:
                return Part.CHOICE
        return Part.STEP

    def _follows_a_step(self, id: str) -> bool:
        before = self.into[id][0].source
        solid = [edge for edge in self.out[before] if not edge.dotted]
        outline = self.chart.nodes[before].outline
        return self.parts[before] is Part.STEP and len(solid) == 1 and outline != "rhombus" and before != id

    def trigger(self) -> str:
        """Return what starts the process, empty where nothing is said of it."""
        starts = [id for id, part in self.parts.items() if part is Part.START]
        name = self.said[starts[0]].name if starts else ""
        return "" if folded(name) in start_words() else name

    def steps(self) -> list[str]:
        """Return the steps in reading order: by their numbers where all have one, else each branch whole."""
        found = [id for id, part in self.parts.items() if part is Part.STEP]
        if all(self.said[id].number for id in found):
            return sorted(found, key=lambda id: self.said[id].number)
        starts = [
            self.behind(edge)
            for id, part in self.parts.items()
            if part is Part.START
            for edge in self.out[id]
        ]
        entered = [id for id in found if not self.into[id]]
        order: list[str] = []
        seen: set[str] = set()
        for root in (*filter(None, starts), *entered, *found):
            if root not in seen and self.parts[root] is Part.STEP:
                order += reversed(list(self._after(root, seen)))
        return order

    def _after(self, root: str, seen: set[str]) -> list[str]:
        """Return what can be reached, each step after those behind it."""
        seen.add(root)
        done: list[str] = []
        stack = [(root, list(self._following(root)))]
        while stack:
            id, following = stack[-1]
            target = following.pop() if following else None
            if target is None:
                stack.pop()
                done.append(id)
            elif target not in seen:
                seen.add(target)
                stack.append((target, list(self._following(target))))
        return done

    def _following(self, id: str) -> list[str]:
        ways = sorted(self.ways(id), key=lambda edge: edge.dotted)
        return [target for edge in ways if (target := self.behind(edge)) is not None]

    def ways(self, id: str) -> list[Edge]:
        """Return the arrows on from a step; those of a choice behind it as its own."""
        found: list[Edge] = []
        for edge in self.out[id]:
            found += (
                self.out[edge.target]
                if self.parts[edge.target] is Part.CHOICE and not edge.dotted
                else [edge]
            )
        return found

    def behind(self, edge: Edge) -> str | None:
        """Return the step that an arrow leads to, None for the end."""
        target = edge.target
        for _ in range(len(self.parts)):
            if self.parts[target] is Part.STEP:
                return target
            if self.parts[target] is Part.END or not self.out[target]:
                return None
            target = self.out[target][0].target
        return None

    def meets(self, id: str) -> bool:
        """Tell whether parallel ways meet before a step."""
        return any(self.parts[edge.source] is Part.MEETING for edge in self.into[id])
