"""Where flows part to run side by side, and where they meet again.

What a boundary event starts is not among them, even where it does not interrupt: an exception interrupts its step.
"""

from __future__ import annotations

from svcflow.graph.algorithms import dominators
from svcflow.interchange.bpmn.net import Net

__all__ = ["Splits"]

_SPLITS = ("parallelGateway", "inclusiveGateway", "complexGateway")
_OUTSIDE = ""
"""Stands before all nodes that begin together; no node has an empty id."""


class Splits:
    """The places of a net from which several flows go on at the same time."""

    def __init__(self, net: Net) -> None:
        self._splits = {
            node.id for node in net.nodes.values() if node.kind in _SPLITS and len(net.out[node.id]) > 1
        }
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

    def meet_at(self, join: str) -> bool:
        """Tell whether two flows that part somewhere can both come to a node: nothing before it joins them."""
        if not self._splits:
            return False
        above = dominators(self._behind, join)
        return any(above.get(split) == join for split in self._splits if split != join)
