"""The layouts that ours is measured against, each giving a `Drawing` of the same process.

Those of npm raise `Missing` where they cannot be had. Times are those of laying out alone, without starting a program;
Graphviz's, which is a program, is that of running it less that of running it on nothing.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import perf_counter
from typing import Any
from xml.etree import ElementTree as ET

from benchmarks.layout_browser import in_real_time
from benchmarks.layout_geometry import Drawing, flattened
from svcflow.exporters.graphviz import arrange_with_graphviz, program
from svcflow.views.diagram import Diagram
from svcflow.views.layout.picture import Box, Picture
from tools.node import packages, run

__all__ = ["bpmn_auto_layout", "drawing_of", "graphviz", "mermaid"]

_DC = "{http://www.omg.org/spec/DD/20100524/DC}"
_DI = "{http://www.omg.org/spec/DD/20100524/DI}"
_BPMNDI = "{http://www.omg.org/spec/BPMN/20100524/DI}"

_MERMAID = """
mermaid.initialize({startOnLoad: false, maxTextSize: 5000000, maxEdges: 100000});
await mermaid.render("warm", "flowchart TD\\n a-->b");
const found = [];
for (const {text} of data) {
  const begin = performance.now();
  const {svg} = await mermaid.render("drawn" + found.length, text);
  const seconds = (performance.now() - begin) / 1000;
  const holder = document.createElement("div");
  holder.innerHTML = svg;
  document.body.append(holder);
  const drawn = holder.querySelector("svg");
  const box = (element) => { const b = element.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom] };
  const point = (path, at) => {
    const p = path.getPointAtLength(at).matrixTransform(path.getScreenCTM());
    return [p.x, p.y];
  };
  found.push({
    seconds,
    whole: box(drawn),
    nodes: [...drawn.querySelectorAll("g.node")].map((node) => box(node.querySelector(".label-container") || node)),
    labels: [...drawn.querySelectorAll("g.edgeLabel")].map(box).filter((b) => b[2] - b[0] > 3),
    lines: [...drawn.querySelectorAll("path.flowchart-link")].map((path) => {
      const length = path.getTotalLength(), steps = Math.max(8, Math.ceil(length / 10));
      return [...Array(steps + 1).keys()].map((step) => point(path, length * step / steps));
    }),
  });
  holder.remove();
}
return found;
"""


def drawing_of(picture: Picture, seconds: float) -> Drawing:
    """Return one of our pictures as it is measured."""
    return Drawing(
        tuple(_rect(node.box) for node in picture.nodes),
        tuple(_rect(edge.label.box) for edge in picture.edges if edge.label),
        tuple(flattened(edge.points) if edge.curved else edge.points for edge in picture.edges),
        picture.width,
        picture.height,
        seconds,
    )


def _rect(box: Box) -> tuple[float, float, float, float]:
    return (box.x, box.y, box.right, box.bottom)


def graphviz(diagram: Diagram) -> Drawing:
    """Lay out with the embedded Graphviz."""
    begin = perf_counter()
    picture = arrange_with_graphviz(diagram).picture
    taken = perf_counter() - begin
    begin = perf_counter()
    subprocess.run(
        [program(), "-Kdot", "-Tjson0", "-q"], input=b"digraph {}", capture_output=True, check=False
    )
    return drawing_of(picture, max(0.0, taken - (perf_counter() - begin)))


def mermaid(texts: Sequence[str], folder: Path) -> list[Drawing]:
    """Let Mermaid draw in headless Chromium, and read what stands where in its SVG."""
    script = packages() / "node_modules" / "mermaid" / "dist" / "mermaid.min.js"
    asked = [{"text": text} for text in texts]
    found = in_real_time(script, _MERMAID, asked, folder)
    if isinstance(found, dict):
        raise TypeError(f"Mermaid: {found['error']}")
    return [_measured(one) for one in found]


def _measured(one: dict[str, Any]) -> Drawing:
    left, top, right, bottom = one["whole"]
    nodes, labels, lines = (
        [tuple(map(_pair_or_number, item)) for item in one[key]] for key in ("nodes", "labels", "lines")
    )
    return Drawing(tuple(nodes), tuple(labels), tuple(lines), right - left, bottom - top, one["seconds"])


def _pair_or_number(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def bpmn_auto_layout(files: Sequence[bytes], folder: Path) -> list[Drawing | None]:
    """Let bpmn-auto-layout lay out BPMN files; None where it could not."""
    paths = [folder / f"bare-{number}.bpmn" for number in range(len(files))]
    for path, file in zip(paths, files, strict=True):
        path.write_bytes(file)
    return [_bpmn(xml, seconds) if xml else None for xml, seconds in run("layout.mjs", paths)]


def _bpmn(xml: str, seconds: float) -> Drawing:
    root = ET.fromstring(xml)
    kinds = {
        element.get("id"): element.tag.rpartition("}")[2] for element in root.iter() if element.get("id")
    }
    shapes = [one for one in root.iter(f"{_BPMNDI}BPMNShape") if _is_step(kinds.get(one.get("bpmnElement")))]
    flows = [
        one for one in root.iter(f"{_BPMNDI}BPMNEdge") if kinds.get(one.get("bpmnElement")) == "sequenceFlow"
    ]
    nodes = [_bounds(shape.find(f"{_DC}Bounds")) for shape in shapes]
    labels = [
        _bounds(bounds)
        for one in (*shapes, *flows)
        for label in one.iter(f"{_BPMNDI}BPMNLabel")
        for bounds in label.iter(f"{_DC}Bounds")
    ]
    lines = [
        tuple((float(at.get("x", 0)), float(at.get("y", 0))) for at in edge.iter(f"{_DI}waypoint"))
        for edge in flows
    ]
    xs, ys = zip(*_corners(nodes, lines), strict=True)
    return Drawing(tuple(nodes), tuple(labels), tuple(lines), max(xs) - min(xs), max(ys) - min(ys), seconds)


def _is_step(kind: str | None) -> bool:
    """Tell whether it is a step or a gateway; events on the border of a step belong to that."""
    return (
        kind is not None
        and kind.endswith(("ask", "Gateway", "Event", "ubProcess", "callActivity"))
        and kind != "boundaryEvent"
    )


def _corners(
    nodes: Sequence[tuple[float, float, float, float]], lines: Sequence[tuple[tuple[float, float], ...]]
) -> Iterator[tuple[float, float]]:
    for left, top, right, bottom in nodes:
        yield from ((left, top), (right, bottom))
    for line in lines:
        yield from line


def _bounds(element: ET.Element | None) -> tuple[float, float, float, float]:
    assert element is not None, "a shape has bounds"
    x, y, width, height = (float(element.get(name, 0)) for name in ("x", "y", "width", "height"))
    return (x, y, x + width, y + height)
