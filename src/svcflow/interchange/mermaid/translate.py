"""A flowchart as the data of a process."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from svcflow.finding import Route, Span
from svcflow.i18n import LANGUAGES, msg, translator
from svcflow.interchange.ids import Ids, slug
from svcflow.interchange.mermaid.chart import Chart, Edge, Node
from svcflow.interchange.mermaid.flow import Flow
from svcflow.interchange.mermaid.ids import original_id, step_ids
from svcflow.interchange.mermaid.labels import way_of
from svcflow.interchange.result import Imported, ImportProblem, Loss
from svcflow.interchange.sheets.languages import language_of
from svcflow.interchange.shorten import pruned, shortened
from svcflow.model.duration import Duration
from svcflow.model.values import ID_PATTERN
from svcflow.model.vocabulary import Automation

__all__ = ["translate"]

_CLASSES = {
    "decision": "decision", "parallel": "parallel", "inclusive": "inclusive", "wait": "wait", "callout": "call",
    "finish": "end",
}  # fmt: skip
_OUTLINES = {
    "rhombus": "decision",
    "subroutine": "call",
    "double": "end",
    "stadium": "end",
    "circle": "end",
    "bar": "parallel",
}
_LANE = "lane_"


def _is_time(text: str) -> bool:
    try:
        Duration.parse(text)
    except ValueError:
        return False
    return True


_REMEMBERED: dict[str, Callable[[str], object]] = {
    "process": re.compile(ID_PATTERN).fullmatch,
    "language": LANGUAGES.__contains__,
    "automation": [*Automation].__contains__,
    "for": _is_time,
}
"""What comments may say, with what tells whether they say it well."""


def translate(chart: Chart, stem: str, language: str | None) -> Imported:
    """Return the process that a chart shows; ``stem`` names it where the chart has no title."""
    return _Translation(chart, stem, language).made()


class _Translation:
    """Brings one chart into the format."""

    def __init__(self, chart: Chart, stem: str, language: str | None) -> None:
        self.chart, self.flow, self.stem = chart, Flow(chart), stem
        texts = [chart.title, *(node.text for node in chart.nodes.values())]
        self.language = language_of(texts) or language
        self.t = translator(self.language or "en")
        self.problems: list[ImportProblem] = []
        self.places: dict[Route, Span] = {}
        self.roles: dict[str, dict[str, Any]] = {}
        self.lanes: dict[str, str] = {}
        self.order = self.flow.steps()
        self.ids = step_ids({id: self._name(id) for id in self.order})

    def made(self) -> Imported:
        for trouble in self.chart.troubles:
            loss = Loss.LOST if trouble.lost else Loss.BROKEN
            self.problems.append(ImportProblem(loss, trouble.message, trouble.span))
        steps = [self._step(place, id) for place, id in enumerate(self.order)]
        data = {
            "process": self._remembered("", "process") or slug(self.stem) or "process",
            "name": self.chart.title or self.stem,
            "language": self._remembered("", "language") or self.language,
            "trigger": self.flow.trigger(),
            "roles": self.roles,
            "steps": steps,
        }
        short = shortened(pruned(data))
        return Imported(f"{data['process']}.yaml", short, tuple(self.problems), self.places)

    def _name(self, id: str) -> str:
        said = self.flow.said[id]
        return said.name or ("" if said.sign else original_id(id)) or self.t("At the same time")

    def _step(self, place: int, id: str) -> dict[str, Any]:
        node, said = self.chart.nodes[id], self.flow.said[id]
        self.places["steps", place] = node.span
        kind = self._kind(node)
        name = self._name(id)
        step: dict[str, Any] = {"id": self.ids[id], "kind": kind, "name": name, "role": self._roles(node)}
        if said.time:
            step["sla"] = {"completion": said.time}
        if said.moment_of_truth:
            step["touchpoint"] = {"moment_of_truth": True}
        if self.flow.meets(id):
            step["join"] = "all"
        if kind == "call":
            step["process"] = self._remembered(id, "process") or self._guessed(node, name)
        if kind == "task":
            del step["kind"]
        if automation := self._remembered(id, "automation"):
            step["automation"] = automation
        if kind == "wait" and (time := self._remembered(id, "for")):
            step["for"] = time
        return {**step, **self._ways(place, id, kind)}

    def _guessed(self, node: Node, name: str) -> str:
        """Return the process that a step seems to call, and tell that it is a guess."""
        process = slug(name) or self.ids[node.id]
        message = msg(
            "‘{step}’ calls the process `{process}`, named after the step", step=name, process=process
        )
        self.problems.append(ImportProblem(Loss.CHANGED, message, node.span))
        return process

    def _remembered(self, id: str, key: str) -> str:
        """Return what svcflow wrote of a step in a comment, or of the process; empty where it is no such thing."""
        value = self.chart.remarks.get(id, {}).get(key, "")
        return value if value and _REMEMBERED[key](value) else ""

    def _kind(self, node: Node) -> str:
        said = self.flow.said[node.id]
        told = next((kind for name, kind in _CLASSES.items() if name in node.classes), "")
        if said.sign == "+":
            told = "parallel"
        elif said.sign:
            told = "inclusive"
        elif not told and "task" not in node.classes:
            told = _OUTLINES.get(node.outline, "task")
        if told == "end" and self.flow.out[node.id]:
            return "task"
        return told or "task"

    # -- roles

    def _roles(self, node: Node) -> list[str]:
        if node.inside:
            return [self._lane(node.inside)]
        names = self.flow.said[node.id].role
        between = self.t(" or ")
        return [self._role(name.strip(), "") for name in names.split(between)] if names else []

    def _lane(self, id: str) -> str:
        """Return the role of a subgraph; what is around it is its department."""
        if id not in self.lanes:
            lane = self.chart.subgraphs[id]
            around = self.chart.subgraphs.get(lane.inside)
            department, title = (around.title if around else "", " ".join(lane.title.split()))
            own = id.startswith(_LANE)
            if own and not department and " / " in title:
                department, title = title.split(" / ", maxsplit=1)
            original = original_id(id.removeprefix(_LANE)) if own else ""
            if original == ":nobody":
                self.lanes[id] = ""
            else:
                self.lanes[id] = self._role(title, " ".join(department.split()), original)
        return self.lanes[id]

    def _role(self, name: str, department: str, id: str = "") -> str:
        for known, role in self.roles.items():
            if role == {"name": name, "department": department} and (not id or known == id):
                return known
        given = id if id and id not in self.roles else Ids([*self.roles]).give(name, otherwise="role")
        self.roles[given] = {"name": name, "department": department}
        return given

    # -- ways on

    def _ways(self, place: int, id: str, kind: str) -> dict[str, Any]:
        ways = self.flow.ways(id)
        solid = [edge for edge in ways if not self._is_exception(edge, ways, kind)]
        found: dict[str, Any] = {"exceptions": [self._case(edge) for edge in ways if edge not in solid]}
        following = self.order[place + 1] if place + 1 < len(self.order) else None
        if kind == "end":
            return found
        if kind == "wait" and any(edge.text for edge in solid) and not self._remembered(id, "for"):
            return {**found, **self._wait(solid, following)}
        if not solid:
            return found if following is None else {**found, "next": [{"to": "end"}]}
        branches = [self._branch(edge) for edge in solid]
        if branches == [{"to": self.ids.get(following or "", "end")}]:
            return found
        return {**found, "next": branches}

    def _is_exception(self, edge: Edge, ways: list[Edge], kind: str) -> bool:
        return edge.dotted and bool(edge.text) and (kind != "decision" or any(not way.dotted for way in ways))

    def _target(self, edge: Edge) -> str:
        target = self.flow.behind(edge)
        return "end" if target is None else self.ids[target]

    def _branch(self, edge: Edge) -> dict[str, Any]:
        way = way_of(edge.text)
        self._note(way.note, edge)
        if way.otherwise:
            return {"otherwise": self._target(edge), **way.parts()}
        return {**({"when": way.when} if way.when else {}), "to": self._target(edge), **way.parts()}

    def _case(self, edge: Edge) -> dict[str, Any]:
        way = way_of(edge.text)
        self._note(way.note, edge)
        share = {"share": way.share} if way.share else {}
        return {"when": way.when or self.t("otherwise"), "goto": self._target(edge), **share}

    def _wait(self, ways: list[Edge], following: str | None) -> dict[str, Any]:
        """Return what a wait waits for: the texts of its arrows are events, but for one that is a time."""
        found: dict[str, Any] = {"until": []}
        for edge in ways:
            way = way_of(edge.text)
            self._note(way.note, edge)
            target = {"to": self._target(edge), **({"share": way.share} if way.share else {})}
            if way.after and "at_most" not in found:
                found["at_most"] = {"time": way.after, **target}
            elif way.when:
                found["until"].append({"event": way.when, **target})
            elif self.flow.behind(edge) != following:
                found["next"] = [{"to": self._target(edge)}]
        return found

    def _note(self, note: str, edge: Edge) -> None:
        if note:
            message = msg("what changes hands was left out: {note}", note=note)
            self.problems.append(ImportProblem(Loss.LOST, message, edge.span))
