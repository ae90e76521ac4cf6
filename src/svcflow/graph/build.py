"""From a process to its flows: what `next`, waits and exceptions say, and what the order of the list implies."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from svcflow.graph.elements import Flow, FlowKind, Node
from svcflow.model.flow import END
from svcflow.model.vocabulary import StepKind

if TYPE_CHECKING:
    from svcflow.finding import Route
    from svcflow.model.flow import Branch, TimeLimit, WaitEvent
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


def flows_of(nodes: dict[str, Node]) -> tuple[Flow, ...]:
    """Return the flows of all steps, in the order of the file.

    A step that repeats an id has none, and none runs on into it: the list goes on behind it.
    """
    flows: list[Flow] = []
    for node, following in zip(nodes.values(), [*islice(nodes, 1, None), END], strict=True):
        for way in _ways(node.step, node.index, following):
            known = way.target in nodes
            flows.append(
                Flow(
                    len(flows), node.id, way.target if known else None, way.kind, way.route, way.label, way.share,
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


def _next_ways(
    step: Step, route: Route, following: str, label: str | None = None, share: float | None = None
) -> Iterator[_Way]:
    """Yield the ways of `next`; ``label`` and ``share`` are those of the event that leads to it, if it is one way."""
    if not step.next:
        yield _Way(following, FlowKind.SEQUENCE, route, label, share, implicit=True)
        return
    alone = len(step.next) == 1
    for number, branch in enumerate(step.next):
        key = "otherwise" if branch.to is None else "to"
        said = branch.when if branch.when is not None or not alone else label
        part = branch.share if branch.share is not None or not alone else share
        here = (*route, "next", number, key)
        yield _Way(branch.target, _branch_kind(step, branch, alone), here, said, part, branch.limit)


def _branch_kind(step: Step, branch: Branch, alone: bool) -> FlowKind:
    if branch.to is None:
        return FlowKind.OTHERWISE
    if branch.when is None and (alone or step.kind is StepKind.PARALLEL):
        return FlowKind.SEQUENCE
    return FlowKind.BRANCH


def _wait_ways(step: Step, route: Route, following: str) -> Iterator[_Way]:
    limit = step.at_most
    on_as_next = [event for event in step.until if event.to is None]
    over_as_next = [limit] if limit is not None and limit.to is None else []
    if not step.until or on_as_next or over_as_next or step.for_ or step.next:
        label = on_as_next[0].event if len(on_as_next) == 1 and not over_as_next else None
        share = _together([*on_as_next, *over_as_next])
        yield from _next_ways(step, route, following, label, share)
    for number, event in enumerate(step.until):
        if event.to is not None:
            yield _Way(event.to, FlowKind.EVENT, (*route, "until", number, "to"), event.event, event.share)
    if limit is not None and limit.to is not None:
        yield _Way(limit.to, FlowKind.TIMEOUT, (*route, "at_most", "to"), None, limit.share)


def _together(parts: list[WaitEvent | TimeLimit]) -> float | None:
    """Add up the shares of what ends a wait the same way, None where one of them is not known."""
    shares = [part.share for part in parts if part.share is not None]
    return sum(shares) if shares and len(shares) == len(parts) else None
