"""Order in time: which edges lead back, and in which column each node stands."""

from __future__ import annotations

from svcflow.views.diagram import Diagram, EdgeKind
from svcflow.views.layout.columns import columns_in_order, needs_order, phase_numbers

__all__ = ["Ranking", "ranking"]


class Ranking:
    """Columns by longest path, and the main path apart from side paths.

    ``back`` holds the numbers of the edges that close a loop; ``column`` the column of each node; ``height`` how
    many nodes may still follow; ``after`` and ``before`` the forward edges' neighbours; ``phase`` the number of each
    node's phase, where the diagram has phases.
    """

    def __init__(self, diagram: Diagram) -> None:
        self.back = _back_edges(diagram)
        self.after: dict[str, list[str]] = {node.id: [] for node in diagram.nodes}
        self.before: dict[str, list[str]] = {node.id: [] for node in diagram.nodes}
        quiet: set[tuple[str, str]] = set()
        for number, edge in enumerate(diagram.edges):
            flows = number not in self.back and not diagram.is_upright(edge)
            if flows and edge.target not in self.after[edge.source]:
                self.after[edge.source].append(edge.target)
                self.before[edge.target].append(edge.source)
                if edge.kind is EdgeKind.EXCEPTION:
                    quiet.add((edge.source, edge.target))
        order = _topological(self.after, self.before)
        self.column: dict[str, int] = {}
        for node in order:
            self.column[node] = max((self.column[other] + 1 for other in self.before[node]), default=0)
        if needs_order(diagram):
            self.column = columns_in_order(diagram, order, self.after, self.before)
        self.phase = phase_numbers(diagram, order, self.before) if diagram.phases else {}
        self.height: dict[str, int] = {}
        for node in reversed(order):
            self.height[node] = max((self.height[other] + 1 for other in self.after[node]), default=0)
        self._quiet = quiet

    def main(self, node: str, *, middle: bool) -> str | None:
        """Return the successor on the longest way on, an exception only when there is no other.

        Of several that are as long, the first; or that in the ``middle``, so that the others lie on both sides.
        """
        following = [other for other in self.after[node] if (node, other) not in self._quiet] or self.after[
            node
        ]
        longest = max((self.height[other] for other in following), default=0)
        equal = [other for other in following if self.height[other] == longest]
        return equal[(len(equal) - 1) // 2 if middle else 0] if equal else None


def ranking(diagram: Diagram) -> Ranking:
    """Rank the nodes of a diagram."""
    return Ranking(diagram)


def _back_edges(diagram: Diagram) -> set[int]:
    """Return the numbers of the edges that close loops.

    People write steps in the order in which they happen: so the edges against that order, and those that are called
    rework, are taken out first, and then let in again one by one where they close no loop.
    """
    place = {node.id: number for number, node in enumerate(diagram.nodes)}
    doubtful: list[int] = []
    following: dict[str, list[str]] = {node.id: [] for node in diagram.nodes}
    for number, edge in enumerate(diagram.edges):
        if diagram.is_upright(edge):
            continue
        if edge.kind is EdgeKind.BACK or place[edge.target] <= place[edge.source]:
            doubtful.append(number)
        else:
            following[edge.source].append(edge.target)
    back: set[int] = set()
    for number in sorted(doubtful, key=lambda number: diagram.edges[number].kind is EdgeKind.BACK):
        edge = diagram.edges[number]
        if _reaches(following, edge.target, edge.source):
            back.add(number)
        else:
            following[edge.source].append(edge.target)
    return back


def _reaches(following: dict[str, list[str]], start: str, goal: str) -> bool:
    seen, open_ = {start}, [start]
    while open_:
        node = open_.pop()
        if node == goal:
            return True
        fresh = [other for other in following[node] if other not in seen]
        seen.update(fresh)
        open_ += fresh
    return False


def _topological(after: dict[str, list[str]], before: dict[str, list[str]]) -> list[str]:
    """Return the nodes so that each comes after all that lead to it; ties in the order of writing."""
    waiting = {node: len(others) for node, others in before.items()}
    ready = [node for node, count in waiting.items() if not count]
    order: list[str] = []
    while ready:
        order += ready
        following: list[str] = []
        for node in ready:
            for other in after[node]:
                waiting[other] -= 1
                if not waiting[other]:
                    following.append(other)
        ready = following
    return order
