"""Where flows part to run side by side, and where they meet again.

What a boundary event starts is not among them, even where it does not interrupt: an exception interrupts its step.
"""

from __future__ import annotations

from collections import deque

from svcflow.graph.algorithms import dominators
from svcflow.interchange.bpmn.net import Net

__all__ = ["Splits"]

_SPLITS = ("parallelGateway", "inclusiveGateway", "complexGateway")
_NEAR = 40
"""Flows that part mostly meet again within so many nodes: there it is looked first."""
_OUTSIDE = ""
"""Stands before all nodes that begin together; no node has an empty id."""
_MEETING = " "
"""Stands behind two nodes of which it is asked whether both can be done; no id is blank."""


class Splits:
    """The places of a net from which several flows go on at the same time."""

    def __init__(self, net: Net) -> None:
        self._splits = {
            node.id for node in net.nodes.values() if node.kind in _SPLITS and len(net.out[node.id]) > 1
        }
        self._inclusive = {id for id in self._splits if net.nodes[id].kind != "parallelGateway"}
        self._behind: dict[str, list[str]] = {id: [] for id in net.nodes}
        for id in net.nodes:
            for flow in net.into[id]:
                self._behind[id].append(flow.source)
        for host, events in net.hosted.items():
            for event in events:
                self._behind[event.id].append(host)
        entries = [id for id, before in self._behind.items() if not before]
        if len(entries) > 1 and not any(net.nodes[id].kind == "startEvent" for id in entries):
            self._splits.add(_OUTSIDE)
            for id in entries:
                self._behind[id].append(_OUTSIDE)

    def meet_at(self, join: str, *, inclusive: bool = False) -> bool:
        """Tell whether two flows that part somewhere can both come to a node: nothing before it joins them.

        With ``inclusive``, only places count at which not all flows need to be taken.
        """
        splits = self._inclusive if inclusive else self._splits
        if not splits:
            return False
        size, whole = _NEAR, False
        while not whole:
            around = self._around(join, size)
            size, whole = 8 * size, len(around) < size
            above = dominators(around, join)
            if any(above.get(id) == join for id in around if id in splits and id != join):
                return True
        return False

    def alternatives(self, nodes: list[str]) -> list[list[str]]:
        """Return nodes in groups: of those in a group, flows come from one at a time."""
        groups: list[list[str]] = []
        for node in nodes:
            for group in groups:
                if not any(self._both(node, other) for other in group):
                    group.append(node)
                    break
            else:
                groups.append([node])
        return groups

    def _both(self, one: str, other: str) -> bool:
        """Tell whether flows can come from two nodes at the same time."""
        self._behind[_MEETING] = [one, other]
        return self.meet_at(_MEETING)

    def _around(self, join: str, size: int) -> dict[str, list[str]]:
        """Return about so many nodes from which a node is reached, the nearest ones, and what is before each."""
        found = {join: self._behind[join]}
        ahead = deque(found)
        while ahead and len(found) < size:
            for id in self._behind.get(ahead.popleft(), ()):
                if id not in found:
                    found[id] = self._behind.get(id, [])
                    ahead.append(id)
        return found
