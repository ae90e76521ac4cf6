"""Graphviz's layout for flowcharts: the embedded program, or the ``dot`` of the machine when asked for."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from svcflow.exporters.dot import to_dot
from svcflow.finding import CannotDo
from svcflow.i18n import Message, msg
from svcflow.views.diagram import Diagram
from svcflow.views.layout.metrics import label_size, node_size
from svcflow.views.layout.page import with_page
from svcflow.views.layout.picture import Box, Picture, PlacedEdge, PlacedLabel, PlacedNode, Point

__all__ = ["Engine", "GraphvizError", "GraphvizPicture", "arrange_with_graphviz", "program"]

_EMBEDDED = "graphviz-pure"
_PATIENCE = 120  # seconds


class Engine(StrEnum):
    """Which Graphviz lays out."""

    EMBEDDED = "embedded"
    SYSTEM = "system"


class GraphvizError(CannotDo):
    """Graphviz is missing, or failed."""


@dataclass(frozen=True, slots=True)
class GraphvizPicture:
    """A picture with Graphviz's layout, and what it warned of."""

    picture: Picture
    warnings: tuple[Message, ...] = ()


def arrange_with_graphviz(diagram: Diagram, engine: Engine = Engine.EMBEDDED) -> GraphvizPicture:
    """Lay out a diagram without lanes; sizes come from our own table of widths. Raises GraphvizError."""
    if diagram.lanes:
        raise GraphvizError(msg("Graphviz cannot lay out lanes"), msg("leave out `--engine` for this view"))
    sized = _sized(diagram)
    if not diagram.nodes:
        return GraphvizPicture(with_page(sized))
    output, warnings = _run(to_dot(sized, for_layout=True), engine)
    return GraphvizPicture(with_page(_placed(sized, output)), warnings)


def _sized(diagram: Diagram) -> Picture:
    """Return the picture with everything measured and nothing placed."""
    nodes = []
    for node in diagram.nodes:
        size = node_size(node)
        nodes.append(PlacedNode(node, Box(0, 0, size.width, size.height), size.lines, size.caption))
    edges = []
    for edge in diagram.edges:
        text = label_size(edge)
        label = PlacedLabel(Box(0, 0, text.width, text.height), text.lines, text.envelope) if text else None
        edges.append(PlacedEdge(edge, (), label, curved=True))
    return Picture(diagram, 0, 0, tuple(nodes), tuple(edges))


def _run(dot: str, engine: Engine) -> tuple[dict[str, Any], tuple[Message, ...]]:
    """Run Graphviz; output is what counts, a bad exit code beside it only a warning."""
    command = [program(engine), "-Kdot", "-Tjson0", "-q"]
    try:
        done = subprocess.run(  # noqa: S603 - a program we found ourselves, and no shell
            command, input=dot.encode(), capture_output=True, timeout=_PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise GraphvizError(msg("Graphviz could not be run: {reason}", reason=str(error))) from error
    said = done.stderr.decode("utf-8", "replace").strip()
    try:
        output = json.loads(done.stdout)
        assert output["objects"], "a graph has nodes"
    except (ValueError, KeyError, AssertionError) as error:
        reason = said.splitlines()[-1] if said else str(done.returncode)
        raise GraphvizError(msg("Graphviz could not lay out the picture: {reason}", reason=reason)) from error
    warning = (msg("Graphviz warns: {text}", text=said.splitlines()[0]),) if done.returncode and said else ()
    return output, warning


def program(engine: Engine = Engine.EMBEDDED) -> str:
    """Return the path of the program; raises GraphvizError when it is not there."""
    if engine is Engine.SYSTEM:
        found = shutil.which("dot")
        if found is None:
            raise GraphvizError(
                msg("there is no `dot` on the PATH"), msg("install Graphviz, or leave out `--engine system`")
            )
        return found
    found = _embedded()
    if found is None:
        raise GraphvizError(
            msg("the embedded Graphviz is missing"), msg("install the package {package}", package=_EMBEDDED)
        )
    return found


def _embedded() -> str | None:
    """Return the program of the package, wherever its scripts were installed."""
    from importlib.metadata import PackageNotFoundError, files

    try:
        listed = files(_EMBEDDED) or []
    except PackageNotFoundError:
        listed = []
    for entry in listed:
        if entry.name in {_EMBEDDED, f"{_EMBEDDED}.exe"}:
            return shutil.which(str(entry.locate()))
    return shutil.which(_EMBEDDED)


def _placed(sized: Picture, output: dict[str, Any]) -> Picture:
    """Put everything where Graphviz has put it; its y runs up."""
    _, _, width, height = (float(value) for value in output["bb"].split(","))
    places = {found["_gvid"]: found for found in output["objects"]}
    nodes = tuple(
        replace(node, box=_centred(node.box, places[number]["pos"], height))
        for number, node in enumerate(sized.nodes)
    )
    found = {edge["_number"]: edge for edge in output.get("edges", ())}
    edges = []
    for number, edge in enumerate(sized.edges):
        drawn = found.get(str(number))
        points = _points(drawn["pos"], height) if drawn and "pos" in drawn else _straight(edge, nodes)
        label = edge.label
        if label is not None:
            x, y = points[len(points) // 2]
            label = replace(
                label, box=_centred(label.box, (drawn or {}).get("lp", f"{x},{height - y}"), height)
            )
        edges.append(replace(edge, points=points, label=label, curved=len(points) > 2))
    return replace(sized, width=width, height=height, nodes=nodes, edges=tuple(edges))


def _centred(box: Box, place: str, height: float) -> Box:
    x, y = (float(value) for value in place.rstrip("!").split(","))
    return Box(round(x - box.width / 2, 2), round(height - y - box.height / 2, 2), box.width, box.height)


def _points(text: str, height: float) -> tuple[Point, ...]:
    """Return the control points of an edge. Its end is written first ("e,x,y"), and belongs last."""
    end: list[Point] = []
    points: list[Point] = []
    for part in text.partition(";")[0].split():
        values = part.split(",")
        point = (float(values[-2]), height - float(values[-1]))
        (end if values[0] == "e" else points).append(point)
    for tip in end:
        (x, y), (to_x, to_y) = points[-1], tip
        points += [(x + (to_x - x) * third / 3, y + (to_y - y) * third / 3) for third in (1, 2, 3)]
    return tuple(points)


def _straight(edge: PlacedEdge, nodes: tuple[PlacedNode, ...]) -> tuple[Point, ...]:
    """Return a line from middle to middle: for an edge that Graphviz has lost."""
    boxes = {node.node.id: node.box for node in nodes}
    return (boxes[edge.edge.source].center, boxes[edge.edge.target].center)
