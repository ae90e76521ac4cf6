"""Where the branches that a step starts together come together again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from svcflow.graph.algorithms import postorder, reachable, reverse
from svcflow.graph.elements import FlowKind
from svcflow.model.vocabulary import StepKind

if TYPE_CHECKING:
    from svcflow.graph.elements import Node
    from svcflow.graph.flow_graph import FlowGraph

__all__ = ["branches_of", "gathered", "meetings", "splits"]

_SEVERAL = {StepKind.PARALLEL, StepKind.INCLUSIVE}
_ASIDE = {FlowKind.EXCEPTION, FlowKind.TIMEOUT}


def splits(graph: FlowGraph) -> Iterator[Node]:
    """Yield the steps, among those that can be reached, that start two or more branches together."""
    for node in graph.nodes.values():
        if node.step.kind in _SEVERAL and node.id in graph.reachable and len(branches_of(graph, node.id)) > 1:
            yield node


def branches_of(graph: FlowGraph, split: str) -> list[str]:
    """Return the first steps of the branches of a step, each once; exceptions are none."""
    flows = (flow for flow in graph.outgoing[split] if flow.kind not in _ASIDE)
    return list(dict.fromkeys(flow.target for flow in flows if flow.target is not None))


def meetings(graph: FlowGraph, split: str) -> list[str]:
    """Return the steps at which branches of a split first come together, in the order in which they are come to.

    Ways by which an exception or a time-out leaves a branch do not count.
    """
    usual = _without_exceptions(graph)
    counts = _counts(usual, branches_of(graph, split))
    before = reverse(usual)
    return [
        step
        for step in reversed(postorder(usual, split))
        if counts[step] > 1 and not _all_met_before(step, before[step], counts)
    ]


def _all_met_before(step: str, before: list[str], counts: Counter[str]) -> bool:
    """Whether those who come to a step have met already: no way into it is that of fewer branches."""
    return all(counts[one] >= counts[step] for one in before if counts[one])


def gathered(graph: FlowGraph, split: str) -> set[str]:
    """Return the steps that several branches of a split can come to before a join of all of them lets them on."""
    starts = branches_of(graph, split)
    counts = _counts(graph.forward, starts)
    close = next(
        (
            step
            for step in reversed(postorder(graph.forward, split))
            if counts[step] == len(starts) and graph.nodes[step].step.join is not None
        ),
        None,
    )
    if close is not None:
        counts = _counts({**graph.forward, close: []}, starts)
    return {step for step, count in counts.items() if count > 1}


def _counts(arcs: Mapping[str, list[str]], starts: list[str]) -> Counter[str]:
    """Count for each step from how many of the starts it can be reached."""
    return Counter(step for start in starts for step in reachable(arcs, [start]))


def _without_exceptions(graph: FlowGraph) -> dict[str, list[str]]:
    return {
        step: [
            target
            for target in targets
            if any(flow.kind not in _ASIDE for flow in graph.flows_between(step, target))
        ]
        for step, targets in graph.forward.items()
    }
