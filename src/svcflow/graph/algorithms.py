"""Searches on directed graphs given as adjacency. All are iterative: a chain of any length is fine."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

__all__ = ["Loop", "back_arcs", "components", "dominators", "loops", "postorder", "reachable", "reverse"]

T = TypeVar("T", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Loop(Generic[T]):
    """A largest set of nodes that can all reach each other, in the order of the graph.

    ``entries`` are its nodes that a run can come in by (from outside, or as the start); ``exits`` are the arcs that
    leave it, as (inside, outside). Smaller loops within it are not told apart.
    """

    nodes: tuple[T, ...]
    entries: tuple[T, ...]
    exits: tuple[tuple[T, T], ...]


def reachable(graph: Mapping[T, Iterable[T]], starts: Iterable[T]) -> set[T]:
    """Find all nodes that can be reached from any of the starts, the starts among them."""
    seen = set(starts)
    todo = list(seen)
    while todo:
        for node in graph.get(todo.pop(), ()):
            if node not in seen:
                seen.add(node)
                todo.append(node)
    return seen


def reverse(graph: Mapping[T, Iterable[T]]) -> dict[T, list[T]]:
    """Turn every arc round."""
    turned: dict[T, list[T]] = {node: [] for node in graph}
    for node, followers in graph.items():
        for follower in followers:
            turned.setdefault(follower, []).append(node)
    return turned


def postorder(graph: Mapping[T, Iterable[T]], start: T) -> list[T]:
    """List the nodes reached from the start, each after those found through it in a depth-first search."""
    order: list[T] = []
    seen = {start}
    path: list[tuple[T, Iterator[T]]] = [(start, iter(graph.get(start, ())))]
    while path:
        node, rest = path[-1]
        for follower in rest:
            if follower not in seen:
                seen.add(follower)
                path.append((follower, iter(graph.get(follower, ()))))
                break
        else:
            order.append(node)
            path.pop()
    return order


def back_arcs(graph: Mapping[T, Iterable[T]], start: T) -> set[tuple[T, T]]:
    """Find the arcs that a depth-first search from the start, in the order given, sees leading back onto its path.

    Without them the part reached from the start has no cycle.
    """
    found: set[tuple[T, T]] = set()
    seen, on_path = {start}, {start}
    path: list[tuple[T, Iterator[T]]] = [(start, iter(graph.get(start, ())))]
    while path:
        node, rest = path[-1]
        for follower in rest:
            if follower in on_path:
                found.add((node, follower))
            elif follower not in seen:
                seen.add(follower)
                on_path.add(follower)
                path.append((follower, iter(graph.get(follower, ()))))
                break
        else:
            on_path.discard(node)
            path.pop()
    return found


def dominators(graph: Mapping[T, Iterable[T]], start: T) -> dict[T, T | None]:
    """Give each node's immediate dominator: the last other node that every way to it runs through.

    None for the start; nodes that the start cannot reach are left out. Method: K. D. Cooper, T. J. Harvey and
    K. Kennedy, "A Simple, Fast Dominance Algorithm", Rice University, 2001.
    """
    order = postorder(graph, start)
    rank = {node: position for position, node in enumerate(order)}
    before: dict[T, list[T]] = {node: [] for node in order}
    for node in order:
        for follower in graph.get(node, ()):
            before[follower].append(node)
    above: dict[T, T] = {start: start}
    changed = True
    while changed:
        changed = False
        for node in reversed(order[:-1]):
            known = [one for one in before[node] if one in above]
            best = known[0]
            for other in known[1:]:
                best = _meet(best, other, above, rank)
            if above.get(node) != best:
                above[node] = best
                changed = True
    return {node: None if node == start else over for node, over in above.items()}


def _meet(one: T, other: T, above: Mapping[T, T], rank: Mapping[T, int]) -> T:
    """Walk up from both nodes to the first one above both."""
    while one != other:
        while rank[one] < rank[other]:
            one = above[one]
        while rank[other] < rank[one]:
            other = above[other]
    return one


def components(graph: Mapping[T, Sequence[T]]) -> list[list[T]]:
    """Split the graph into its strongly connected components, each before those that lead to it.

    Method: R. E. Tarjan, "Depth-first search and linear graph algorithms", SIAM Journal on Computing 1, 1972.
    """
    number: dict[T, int] = {}
    low: dict[T, int] = {}
    open_: list[T] = []
    found: list[list[T]] = []
    for root in graph:
        if root in number:
            continue
        path: list[tuple[T, Iterator[T]]] = [_visit(root, graph, number, low, open_)]
        while path:
            node, rest = path[-1]
            for follower in rest:
                if follower not in number:
                    path.append(_visit(follower, graph, number, low, open_))
                    break
                if (
                    low[follower] >= 0
                ):  # still open: part of the same component as what is below it on the path
                    low[node] = min(low[node], low[follower])
            else:
                path.pop()
                if path:
                    low[path[-1][0]] = min(low[path[-1][0]], low[node])
                if low[node] == number[node]:
                    found.append(_close(node, low, open_))
    return found


def _visit(
    node: T, graph: Mapping[T, Sequence[T]], number: dict[T, int], low: dict[T, int], open_: list[T]
) -> tuple[T, Iterator[T]]:
    low[node] = number[node] = len(number)
    open_.append(node)
    return node, iter(graph.get(node, ()))


def _close(node: T, low: dict[T, int], open_: list[T]) -> list[T]:
    """Take a finished component off the open nodes and mark its nodes as closed."""
    component: list[T] = []
    while not component or component[-1] != node:
        component.append(open_.pop())
        low[component[-1]] = -1
    return component[::-1]


def loops(graph: Mapping[T, Sequence[T]], start: T) -> list[Loop[T]]:
    """Find the loops that can be reached from the start, in the order of the graph."""
    inside = reachable(graph, [start])
    part = {node: graph[node] for node in graph if node in inside}
    position = {node: place for place, node in enumerate(part)}
    turned = reverse(part)
    found: list[Loop[T]] = []
    for component in components(part):
        if len(component) == 1 and component[0] not in part[component[0]]:
            continue
        members = set(component)
        nodes = tuple(sorted(component, key=position.__getitem__))
        entries = tuple(
            node for node in nodes if node == start or any(one not in members for one in turned[node])
        )
        exits = tuple((node, one) for node in nodes for one in part[node] if one not in members)
        found.append(Loop(nodes, entries, exits))
    return sorted(found, key=lambda loop: position[loop.nodes[0]])
