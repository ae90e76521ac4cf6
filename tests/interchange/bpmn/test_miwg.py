"""What becomes of the reference models of the BPMN Model Interchange Working Group, element by element."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from svcflow.graph import ProcessGraph
from svcflow.interchange.bpmn.file import read
from svcflow.interchange.result import Foreign, Imported, ImportProblem, Loss
from svcflow.interchange.writer import to_yaml
from svcflow.model import Process
from tests.interchange.bpmn.elements import Listed, edges_between, listed

FILES = sorted((Path(__file__).parents[2] / "data" / "miwg").glob("*.bpmn"))
SILENT = ("startEvent", "endEvent", "exclusiveGateway", "parallelGateway", "inclusiveGateway", "sequenceFlow")
"""What may leave no trace where it has no name: `next` says the same."""


def imported(path: Path) -> Foreign:
    return read({path.name: path.read_bytes()})[path.name]


def told(foreign: Foreign) -> list[ImportProblem]:
    """Return what the translation tells; what a drawing leaves open is another matter, with tests of its own."""
    return [problem for problem in foreign.all_problems if problem.loss is not Loss.UNCLEAR]


def strings(value: Any, route: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text of some data, keys too, with the keys that lead to it."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield f"{route}{key}", str(key)
            yield from strings(part, f"{route}{key}.")
    elif isinstance(value, list):
        for part in value:
            yield from strings(part, route)
    else:
        yield route.rstrip("."), str(value)


def fates(element: Listed, foreign: Foreign) -> Iterator[str]:
    for one in foreign.imported:
        for route, span in one.places.items():
            if (span.line, span.column) == (element.line, element.column):
                yield f"{one.name}: {_shown(route, one)}"
    if element.name:
        said = {
            f"{one.name}: {'.'.join(key.split('.')[:3])}"
            for one in foreign.imported
            for key, text in strings(one.data)
            if text == element.name
        }
        yield from sorted(said)
    for problem in told(foreign):
        if problem.element == element.id:
            yield f"reported: {problem.message}"


def _shown(route: tuple[str | int, ...], one: Imported) -> str:
    shown = ".".join(map(str, route)) or "process"
    return f"{shown} ({one.data['steps'][route[1]]['id']})" if route[:1] == ("steps",) else shown


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_elements(path: Path, snapshot: SnapshotAssertion) -> None:
    foreign = imported(path)
    lines = []
    for element in listed(path.read_bytes()):
        found = list(dict.fromkeys(fates(element, foreign)))
        if not found:
            assert element.tag in SILENT or not element.is_node, element
            assert not element.name or element.tag in {"process", "participant", "lane"}, element
            found = ["said by what follows what" if element.tag != "messageFlow" else "kept with its ends"]
        lines += [f"{element.tag} {element.name or element.id}", *(f"    {fate}" for fate in found)]
    lines += ["", "Reported:", *(f"{p.span.line}: {p.loss}: {p.message}" for p in told(foreign))]
    assert "\n".join(lines) == snapshot


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_yaml(path: Path, snapshot: SnapshotAssertion) -> None:
    parts = [f"--- {one.name}\n{to_yaml(one.data)}" for one in imported(path).imported]
    assert "\n".join(parts) == snapshot


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_flow_leads_where_it_led(path: Path) -> None:
    elements = listed(path.read_bytes())
    at = {(element.line, element.column): element for element in elements if element.is_node}
    for one in imported(path).imported:
        if "process" not in one.data:
            continue
        graph = ProcessGraph(Process.model_validate(one.data))
        ids = [step["id"] for step in one.data["steps"]]
        nodes = {
            at[span.line, span.column].id: ids[int(route[1])]
            for route, span in one.places.items()
            if len(route) == 2 and route[0] == "steps" and (span.line, span.column) in at
        }
        made = set(ids) - set(nodes.values())  # steps that stand for what the file only implies
        ours = {(flow.source, flow.target) for flow in graph.flows}
        through = {
            (source, behind)
            for source, target in ours
            if target in made
            for after, behind in ours
            if after == target
        }
        plain = {edge for edge in ours | through if not made & set(edge)}
        assert plain == edges_between(elements, nodes)
        assert graph.is_whole


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_lanes_hold_what_they_held(path: Path) -> None:
    content = path.read_bytes()
    elements = {element.id: element for element in listed(content)}
    lanes = {element.name for element in elements.values() if element.tag == "lane" and element.name}
    for one in imported(path).imported:
        roles = {id: role["name"] for id, role in one.data.get("roles", {}).items()}
        assert (
            lanes & set(roles.values()) or not lanes or "process" not in one.data or len(lanes) > len(roles)
        )
        for step in one.data.get("steps", ()):
            assert step.get("role") is None or step["role"] in roles
