"""From a process to its flows: what `next`, waits and exceptions say, and what the order of the list implies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from svcflow.graph.elements import Flow, FlowKind, Node
from svcflow.model.flow import END
from svcflow.model.vocabulary import StepKind

if TYPE_CHECKING:
    from svcflow.finding import Route
    from svcflow.model.flow import Branch
    from svcflow.model.process import Process
    from svcflow.model.step import Step

__all__ = ["flows_of", "nodes_of"]


class _Way(NamedTuple):
    """A flow before its target is looked up."""

    target: str
    kind: FlowKind
    route: Route
    label: str | None = None
    share: float | None = None
    limit: int | None = None
    implicit: bool = False


def nodes_of(process: Process) -> tuple[dict[str, Node], tuple[Node, ...]]:
    """Return the nodes by id, in the order of the file, and the steps whose id was taken before."""
    nodes: dict[str, Node] = {}
    duplicates = []
    for index, step in enumerate(process.steps):
        node = Node(step.id, index, step)
        if nodes.setdefault(step.id, node) is not node:
            duplicates.append(node)
    return nodes, tuple(duplicates)


def flows_of(process: Process, nodes: dict[str, Node]) -> tuple[Flow, ...]:
    """Return the flows of all steps, in the order of the file."""
    flows: list[Flow] = []
    for index, step in enumerate(process.steps):
        if nodes[step.id].index != index:
            continue
        following = process.steps[index + 1].id if index + 1 < len(process.steps) else END
        for way in _ways(step, index, following):
            known = way.target in nodes
            flows.append(
                Flow(
                    len(flows), step.id, way.target if known else None, way.kind, way.route, way.label, way.share,
                    way.limit, way.implicit, None if known or way.target == END else way.target,
                )
            )  # fmt: skip
    return tuple(flows)


def _ways(step: Step, index: int, following: str) -> Iterator[_Way]:
    if step.kind is StepKind.END:
        return
    route: Route = ("steps", index)
    if step.kind is StepKind.WAIT:
        yield from _wait_ways(step, route, following)
    else:
        yield from _next_ways(step, route, following)
    for number, case in enumerate(step.exceptions):
        if case.goto is not None:
            here = (*route, "exceptions", number, "goto")
            yield _Way(case.goto, FlowKind.EXCEPTION, here, case.when, case.share)


def _next_ways(step: Step, route: Route, following: str, label: str | None = None) -> Iterator[_Way]:
    if not step.next:
        yield _Way(following, FlowKind.SEQUENCE, route, label, implicit=True)
        return
    alone = len(step.next) == 1
    for number, branch in enumerate(step.next):
        key = "otherwise" if branch.to is None else "to"
        said = branch.when if branch.when is not None or not alone else label
        here = (*route, "next", number, key)
        yield _Way(branch.target, _branch_kind(step, branch, alone), here, said, branch.share, branch.limit)


def _branch_kind(step: Step, branch: Branch, alone: bool) -> FlowKind:
    if branch.to is None:
        return FlowKind.OTHERWISE
    if branch.when is None and (alone or step.kind is StepKind.PARALLEL):
        return FlowKind.SEQUENCE
    return FlowKind.BRANCH


def _wait_ways(step: Step, route: Route, following: str) -> Iterator[_Way]:
    limit = step.at_most
    on_as_next = [event for event in step.until if event.to is None]
    ends_by_next = not step.until or on_as_next or step.for_ or (limit is not None and limit.to is None)
    if ends_by_next or step.next:
        label = on_as_next[0].event if len(on_as_next) == 1 else None
        yield from _next_ways(step, route, following, label)
    for number, event in enumerate(step.until):
        if event.to is not None:
            yield _Way(event.to, FlowKind.EVENT, (*route, "until", number, "to"), event.event, event.share)
    if limit is not None and limit.to is not None:
        yield _Way(limit.to, FlowKind.TIMEOUT, (*route, "at_most", "to"), None, limit.share)
