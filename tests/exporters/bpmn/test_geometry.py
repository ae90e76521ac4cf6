"""What is drawn stands apart, and lines begin and end where they should."""

from __future__ import annotations

from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import etree

from svcflow import api
from svcflow.analyzers.context import ProcessContext
from svcflow.exporters.bpmn import to_bpmn
from svcflow.load.shared import Shared
from svcflow.views.layout.picture import Box
from tests.strategies import processes

EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*/processes/*.yaml"))


def box(element: etree._Element) -> Box:
    return Box(*(float(element.get(key)) for key in ("x", "y", "width", "height")))


class Drawn:
    """A drawing as another reads it."""

    def __init__(self, xml: bytes) -> None:
        root = etree.fromstring(xml)
        self.tags = {
            e.get("id"): etree.QName(e).localname
            for e in root.iter()
            if isinstance(e.tag, str) and e.get("id")
        }
        self.hosts = {e.get("id"): e.get("attachedToRef") for e in root.iter("{*}boundaryEvent")}
        self.ends = {
            e.get("id"): (e.get("sourceRef"), e.get("targetRef")) for e in root.iter("{*}sequenceFlow")
        }
        self.lane = {ref.text: ref.getparent().get("id") for ref in root.iter("{*}flowNodeRef")}
        self.boxes: dict[str, Box] = {}
        self.labels: dict[str, Box] = {}
        self.lines: dict[str, list[tuple[float, float]]] = {}
        for shape in root.iter("{*}BPMNShape", "{*}BPMNEdge"):
            id = shape.get("bpmnElement")
            for bounds in shape.iterchildren("{*}Bounds"):
                self.boxes[id] = box(bounds)
            for bounds in shape.iterfind("{*}BPMNLabel/{*}Bounds"):
                self.labels[id] = box(bounds)
            if points := [(float(p.get("x")), float(p.get("y"))) for p in shape.iterchildren("{*}waypoint")]:
                self.lines[id] = points
        self.nodes = {id: b for id, b in self.boxes.items() if self.tags[id] not in {"lane", "participant"}}

    def faults(self, *, strict: bool) -> list[str]:
        found = [
            f"{one} and {other} overlap"
            for one, other in combinations(self.nodes, 2)
            if self.nodes[one].overlaps(self.nodes[other])
            and self.hosts.get(one) != other
            and self.hosts.get(other) != one
        ]
        for node, lane in self.lane.items():
            if node not in self.hosts and not _inside(self.nodes[node], self.boxes[lane]):
                found.append(f"{node} leaves its lane")
        for flow, (source, target) in self.ends.items():
            for point, node in ((self.lines[flow][0], source), (self.lines[flow][-1], target)):
                if not _inside(Box(*point, 0, 0), self.nodes[node]):
                    found.append(f"{flow} does not touch {node}")
            if strict:
                found += self._crossed(flow, {source, target, self.hosts.get(source)})
        if strict:
            found += [
                f"names of {a} and {b} overlap"
                for a, b in combinations(self.labels, 2)
                if self.labels[a].overlaps(self.labels[b])
            ]
            found += [
                f"the name of {a} covers {b}"
                for a in self.labels
                for b in self.nodes
                if self.labels[a].overlaps(self.nodes[b])
            ]
        return found

    def _crossed(self, flow: str, own: set[str | None]) -> list[str]:
        stretches = [
            Box(min(a[0], b[0]), min(a[1], b[1]), abs(a[0] - b[0]), abs(a[1] - b[1]))
            for a, b in pairwise(self.lines[flow])
        ]
        nodes = [
            f"{flow} runs through {id}"
            for id, b in self.nodes.items()
            if id not in own and any(s.overlaps(b, -1) for s in stretches)
        ]
        return nodes + [
            f"{flow} runs through the name of {id}"
            for id, b in self.labels.items()
            if any(s.overlaps(b, -1) for s in stretches)
        ]


def _inside(inner: Box, outer: Box) -> bool:
    return (
        inner.x >= outer.x - 1 and inner.y >= outer.y - 1
        and inner.right <= outer.right + 1 and inner.bottom <= outer.bottom + 1
    )  # fmt: skip


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_examples(path):
    assert Drawn(to_bpmn(api.load_process(path))).faults(strict=True) == []


@settings(max_examples=60)
@given(processes())
def test_random_processes(process):
    assert Drawn(to_bpmn(ProcessContext(process, Shared()))).faults(strict=False) == []
