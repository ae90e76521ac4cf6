"""When the first of several branches comes to a step that joins any of them, in the worst case."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from itertools import product
from typing import TYPE_CHECKING

from svcflow.graph.elements import Flow, FlowKind
from svcflow.model.vocabulary import StepKind

if TYPE_CHECKING:
    from svcflow.graph.flow_graph import FlowGraph

__all__ = ["latest_first"]

_NEVER = dt.datetime.max.replace(tzinfo=dt.UTC)
_ALONE = {FlowKind.EXCEPTION, FlowKind.TIMEOUT}

Times = frozenset[dt.datetime]
"""When the first token of a step may come to the join, one time for each way to choose."""


def latest_first(
    graph: FlowGraph, join: str, order: Sequence[str], leaving: Mapping[int, dt.datetime]
) -> dt.datetime:
    """Return the latest time at which the first work comes to a join, over all choices on which any comes.

    ``order`` are the steps in the order of the flow, ``leaving`` the times at which the flows into the join are taken
    at the latest. Of branches that run side by side the first counts, of a choice each one is possible.
    """
    times: dict[str, Times] = {}
    for step in reversed(order[: order.index(join)]):
        times[step] = _times(graph, step, leaving, times)
    found = [time for time in times[order[0]] if time != _NEVER]
    return max(found, default=max(leaving.values()))


def _times(
    graph: FlowGraph, step: str, leaving: Mapping[int, dt.datetime], times: Mapping[str, Times]
) -> Times:
    def of(flow: Flow) -> Times:
        if flow.index in leaving:
            return frozenset((leaving[flow.index],))
        return times.get(flow.target or "", frozenset((_NEVER,)))

    flows = [flow for flow in graph.outgoing[step] if flow.index not in graph.back_flows]
    together = [of(flow) for flow in flows if flow.kind not in _ALONE]
    alone = [of(flow) for flow in flows if flow.kind in _ALONE]
    if graph.nodes[step].step.kind is StepKind.PARALLEL and together:
        first: Times = together[0]
        for other in together[1:]:
            first = frozenset(min(pair) for pair in product(first, other))
        return first.union(*alone)
    return frozenset[dt.datetime]().union(*together, *alone) or frozenset((_NEVER,))
