"""What only the drawing tells: the lane of a node that no lane names, and which sub-processes show their content."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from xml.parsers import expat

from svcflow.interchange.bpmn.model import Definitions, Lane, Process

__all__ = ["fill_lanes", "mark_expanded"]

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def fill_lanes(definitions: Definitions, text: str) -> None:
    """Put nodes that no lane names into those lanes in which they are drawn; ``text`` is the file, well-formed."""
    wanting = [(process, nodes) for process in definitions.processes if (nodes := list(_outside(process)))]
    if not wanting:
        return
    boxes = _boxes(text)
    for process, nodes in wanting:
        lanes = [lane for lane in _inner(process.scope.lanes) if lane.id in boxes]
        for id in nodes:
            if id in boxes:
                left, top, right, bottom = boxes[id]
                middle = (left + right) / 2, (top + bottom) / 2
                lane = next((lane for lane in lanes if _holds(boxes[lane.id], *middle)), None)
                if lane is not None:
                    lane.nodes.append(id)


def mark_expanded(definitions: Definitions, shown: Collection[str]) -> None:
    """Mark sub-processes that are drawn with what is in them; ``shown`` are the ids of all that is drawn so."""
    for process in definitions.processes:
        for scope in process.scope.all():
            for node in scope.nodes:
                node.expanded = node.inner is not None and node.id in shown


def _outside(process: Process) -> Iterator[str]:
    """Yield the nodes of a process with lanes that stand in none of them."""
    if not process.scope.lanes:
        return
    inside = {node for lane in _all(process.scope.lanes) for node in lane.nodes}
    for node in process.scope.nodes:
        if node.id not in inside and node.kind != "boundaryEvent":
            yield node.id


def _all(lanes: Iterable[Lane]) -> Iterator[Lane]:
    for lane in lanes:
        yield lane
        yield from _all(lane.lanes)


def _inner(lanes: Iterable[Lane]) -> Iterator[Lane]:
    """Yield lanes, those in another one before it."""
    for lane in lanes:
        yield from _inner(lane.lanes)
        yield lane


def _holds(box: Box, x: float, y: float) -> bool:
    left, top, right, bottom = box
    return left <= x <= right and top <= y <= bottom


def _boxes(text: str) -> dict[str, Box]:
    """Return where the shapes of a drawing stand, by the ids of what they show."""
    found: dict[str, Box] = {}
    shown: list[str] = []  # the shape that is open, until its first bounds; those of its label follow

    def start(tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if name == "BPMNShape":
            shown[:] = [attributes.get("bpmnElement", "").rpartition(":")[2]]
        elif name == "BPMNLabel":
            shown.clear()
        elif name == "Bounds" and shown:
            box = _box(attributes)
            if box is not None:
                found.setdefault(shown.pop(), box)

    parser = expat.ParserCreate("utf-8")
    parser.StartElementHandler = start
    parser.Parse(text.encode("utf-8", "replace"), True)
    return found


def _box(attributes: dict[str, str]) -> Box | None:
    try:
        x, y, width, height = (float(attributes.get(name, "0")) for name in ("x", "y", "width", "height"))
    except ValueError:
        return None
    return x, y, x + width, y + height
