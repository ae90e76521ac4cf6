"""Pools of others, of which only the messages are known: where a process that came from BPMN remembers them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from svcflow.exporters.bpmn.diagram import label_size
from svcflow.views.layout.picture import Box

if TYPE_CHECKING:
    from svcflow.exporters.bpmn.elements import Model
    from svcflow.exporters.bpmn.ids import Ids
    from svcflow.exporters.bpmn.xml import Tag
    from svcflow.views.layout.picture import Point

__all__ = ["Message", "Partners", "partners_of"]

_HIGH = 60.0
_AWAY = 50.0
_NEAR = 4.0
_APART = 14.0
"""Lines closer to each other are taken for one."""
_PLACES = 10
"""A line leaves a node at one of so many parts of its side."""


@dataclass(frozen=True, slots=True)
class Message:
    """A message between a node of the process and another pool."""

    id: str
    name: str
    node: str
    pool: str
    comes: bool


@dataclass(slots=True)
class Partners:
    """The other pools, names by id, and the messages."""

    pools: dict[str, str] = field(default_factory=dict)
    messages: list[Message] = field(default_factory=list)

    def write(self, collaboration: Tag) -> None:
        """Add them to the collaboration, in the order of the standard."""
        for id, name in self.pools.items():
            collaboration.add("participant", id=id, name=name)
        for message in self.messages:
            ends = (message.pool, message.node) if message.comes else (message.node, message.pool)
            collaboration.add(
                "messageFlow", id=message.id, name=message.name, sourceRef=ends[0], targetRef=ends[1]
            )

    def place(
        self, pool: Box, nodes: Mapping[str, Box], labels: Mapping[str, Box]
    ) -> tuple[dict[str, Box], dict[str, tuple[Point, ...]], dict[str, Box]]:
        """Return the boxes of the pools, below the process's own, the lines of the messages, and their names' boxes.

        The lines are straight; each leaves its node where it runs through as little as possible below it.
        """
        boxes: dict[str, Box] = {}
        for number, id in enumerate(self.pools):
            boxes[id] = Box(pool.x, pool.bottom + _AWAY + number * (_HIGH + _AWAY), pool.width, _HIGH)
        lines: dict[str, tuple[Point, ...]] = {}
        names: dict[str, Box] = {}
        taken: list[tuple[float, float, float]] = []
        for message in self.messages:
            node, other = nodes[message.node], boxes[message.pool]
            below = [box for box in (*nodes.values(), *labels.values()) if box.y >= node.bottom]
            x = _free(node, other.y, below, taken)
            taken.append((x, node.bottom, other.y))
            ends = ((x, other.y), (x, node.bottom))
            lines[message.id] = ends if message.comes else ends[::-1]
            wide, high = label_size(message.name)
            if high:
                names[message.id] = Box(x + _NEAR, other.y - _AWAY / 2 - high / 2, wide, high)
        return boxes, lines, names


def _free(node: Box, end: float, below: list[Box], taken: list[tuple[float, float, float]]) -> float:
    """Return from where on the lower side of a node a line downwards meets the least."""

    def met(x: float) -> tuple[int, float]:
        through = sum(box.x - _NEAR < x < box.right + _NEAR and box.y < end for box in below)
        beside = sum(
            abs(x - other) < _APART and top < end and node.bottom < bottom for other, top, bottom in taken
        )
        return 2 * through + 3 * beside, abs(x - node.center[0])

    places = [node.x + round(node.width * part / _PLACES) for part in range(1, _PLACES)]
    return min(places, key=met)


def partners_of(model: Model, ids: Ids) -> Partners:
    """Return the pools and messages that a process and its parts remember; what cannot be read is left where it is."""
    found = Partners()
    pools: dict[str, str] = {}
    for one, closed in _visible(model):
        named = {node.name: closed or node.id for node in one.nodes.values() if node.name}
        of_step = {node.node.id: closed or node.id for node in one.nodes.values() if node.node}
        entries = _mapping(one.own.get("x-bpmn")).get("messages")
        for entry in map(_mapping, entries if isinstance(entries, list) else ()):
            other, at = _text(entry.get("from", entry.get("to"))), _text(entry.get("at"))
            node = of_step.get(at) or named.get(at)
            if not other or node is None:
                continue
            if other not in pools:
                pools[other] = ids.give(f"partner.{len(pools) + 1}")
                found.pools[pools[other]] = other
            id = ids.give(f"message-flow.{len(found.messages) + 1}")
            found.messages.append(
                Message(id, _text(entry.get("message")), node, pools[other], "from" in entry)
            )
    return found


def _visible(model: Model, closed: str = "") -> Iterator[tuple[Model, str]]:
    """Yield a process and its parts, each with the sub-process that hides it, if one does."""
    yield model, closed
    for node in model.nodes.values():
        if node.inner is not None:
            yield from _visible(node.inner, closed or ("" if node.expanded else node.id))


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
