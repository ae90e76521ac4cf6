"""BPMN → YAML → BPMN: what of the reference models comes back, element by element."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree
from syrupy.assertion import SnapshotAssertion

from tests.exporters.bpmn.test_others import schema
from tests.exporters.bpmn.through_yaml import contexts, through_yaml

FILES = sorted((Path(__file__).parents[2] / "data" / "miwg").glob("*.bpmn"))
OF_TOOLS = sorted((Path(__file__).parents[2] / "data" / "bpmn").glob("*.bpmn*"))
_OURS = "Result?"
"""The name of a choice that has none in svcflow."""


def facts(xml: bytes) -> set[str]:
    """What a file says: its nodes, who does them, which follows which when, who sends what to whom."""
    root = etree.fromstring(xml)
    nodes = {
        element.get("id"): element
        for element in root.iter("{*}process", "{*}subProcess")
        for element in element.iterchildren()
        if etree.QName(element).localname.endswith(("ask", "Event", "Gateway", "rocess", "Activity"))
    }
    return {
        *(f"node   {_shown(node)}" for node in nodes.values() if not _silent(node)),
        *_lanes(root, nodes),
        *_flows(root, nodes),
        *_messages(root, nodes),
    }


def _name(element: etree._Element) -> str:
    return " ".join(element.get("name", "").split())


def _silent(node: etree._Element) -> bool:
    return etree.QName(node).localname.endswith("Gateway") and _name(node) in {"", _OURS}


def _shown(node: etree._Element) -> str:
    tag = etree.QName(node).localname
    events = [etree.QName(child).localname for child in node if "EventDefinition" in child.tag]
    return " ".join([tag, *events, repr(_name(node))])


def _lanes(root: etree._Element, nodes: dict[str, etree._Element]) -> Iterator[str]:
    for lane in root.iter("{*}lane"):
        for reference in lane.iterchildren("{*}flowNodeRef"):
            node = nodes.get(reference.text.strip())
            if node is not None and _name(node) and not _silent(node) and _name(lane):
                yield f"lane   {_name(lane)!r} holds {_name(node)!r}"


def _flows(root: etree._Element, nodes: dict[str, etree._Element]) -> Iterator[str]:
    """Flows between named nodes, gateways without a name passed through."""
    out: dict[str, list[etree._Element]] = {}
    for flow in root.iter("{*}sequenceFlow"):
        out.setdefault(flow.get("sourceRef"), []).append(flow)
        for condition in flow.iterchildren("{*}conditionExpression"):
            yield f"when   {' '.join((condition.text or '').split())!r}"
    for id, node in nodes.items():
        if _silent(node):
            continue
        waiting = [(flow, _name(flow)) for flow in out.get(id, ())]
        seen = set()
        while waiting:
            flow, said = waiting.pop()
            target = nodes.get(flow.get("targetRef"))
            if target is None or (flow.get("id"), said) in seen:
                continue
            seen.add((flow.get("id"), said))
            if _silent(target):
                waiting += [(further, said or _name(further)) for further in out.get(target.get("id"), ())]
            else:
                yield f"flow   {_name(node)!r} -> {_name(target)!r}" + (f" when {said!r}" if said else "")


def _messages(root: etree._Element, nodes: dict[str, etree._Element]) -> Iterator[str]:
    """Message flows, from the side of each node."""
    pools = {pool.get("id"): _name(pool) for pool in root.iter("{*}participant")}
    inside = {
        node.get("id"): pools.get(pool.get("id"))
        for pool in root.iter("{*}participant")
        for process in root.iter("{*}process")
        if process.get("id") == pool.get("processRef")
        for node in process.iter()
        if isinstance(node.tag, str)
    }
    for flow in root.iter("{*}messageFlow"):
        ends = (flow.get("sourceRef"), flow.get("targetRef"))
        for here, there, way in ((*ends, "to"), (*reversed(ends), "from")):
            if here in nodes:
                other = pools.get(there) or inside.get(there)
                yield f"mail   {_name(flow)!r} {way} {other!r} at {_name(nodes[here])!r}"


def returned(path: Path) -> set[str]:
    """What the processes of a file say when they have been YAML in between."""
    return {fact for xml in through_yaml(path.read_bytes()) for fact in facts(xml)}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_comes_back(path: Path, snapshot: SnapshotAssertion) -> None:
    before, after = facts(path.read_bytes()), returned(path)
    lines = [f"  {fact}" for fact in before & after]
    lines += [f"- {fact}" for fact in before - after] + [f"+ {fact}" for fact in after - before]
    assert "\n".join(sorted(lines, key=lambda line: (line[2:], line))) == snapshot


@pytest.mark.parametrize("path", [*FILES, *OF_TOOLS], ids=lambda path: path.stem)
def test_what_is_written_is_valid_and_says_the_same(path: Path) -> None:
    files, before = through_yaml(path.read_bytes()), contexts(path.read_bytes())
    for xml in files:
        schema().assertValid(etree.fromstring(xml))
    after = contexts(*files)
    assert {id: one.process for id, one in after.items()} == {id: one.process for id, one in before.items()}
