"""A picture as text for a terminal: the steps in reading order under who acts, and where each one goes on."""

from __future__ import annotations

from collections.abc import Iterator

from svcflow.exporters.characters import BADGES, badge_text
from svcflow.text.cells import cells, fold, one_line
from svcflow.views.diagram import BadgeKind, DEdge, Diagram, DNode, EdgeKind, Shape

__all__ = ["to_lane_list"]

_SHAPES = {
    Shape.START: "▶",
    Shape.END: "■",
    Shape.DECISION: "◇",
    Shape.PARALLEL: "✚",
    Shape.INCLUSIVE: "○",
    Shape.WAIT: "◷",
    Shape.CALL: "▣",
}
_ARROWS = {EdgeKind.BACK: "↩", EdgeKind.EXCEPTION: "⚠→"}
_GATEWAYS = {Shape.DECISION, Shape.PARALLEL, Shape.INCLUSIVE}
_HANDOFF = "✉"
_LEGEND: dict[str, str] = {
    **{shape.value: sign for shape, sign in _SHAPES.items()},
    **{kind.value: sign for kind, sign in _ARROWS.items()},
    "handoff": _HANDOFF,
    BadgeKind.MOMENT_OF_TRUTH: BADGES[BadgeKind.MOMENT_OF_TRUTH],
}


def to_lane_list(diagram: Diagram, width: int = 100) -> str:
    """Return a diagram as text of at most ``width`` cells a line, where words allow it; wide characters take two.

    A line with the lane (and its department) stands above the steps that one role does after each other. A step has its
    number, a sign of what it is, its name, what a reader should know of it, and its ways on: an arrow, the condition,
    the step it leads to; ``↩`` leads back, ``⚠→`` is an exception, ``✉`` tells what changes hands.
    """
    lines = [*fold(one_line(diagram.title), width), *fold(one_line(diagram.subtitle), width)]
    lines += fold(" · ".join(map(one_line, diagram.facts)), width)
    lines = [line for line in lines if line]
    listing = _Listing(diagram, width)
    lines += listing.lines()
    lines += ["", *_legend(diagram, width)]
    return "\n".join(lines).rstrip() + "\n"


class _Listing:
    """Lists the nodes; those that only the drawing needs (where ways part or meet) are looked through."""

    def __init__(self, diagram: Diagram, width: int) -> None:
        self.diagram, self.width = diagram, width
        self.ways: dict[str, list[DEdge]] = {node.id: [] for node in diagram.nodes}
        self.meets: dict[str, str] = {}
        for edge in diagram.edges:
            self.ways[edge.source].append(edge)
            before = diagram.index[edge.source]
            if before.shape is Shape.PARALLEL and _is_drawn_only(before):
                self.meets[edge.target] = before.tooltip
        self.shown = [node for node in diagram.nodes if not _is_drawn_only(node)]
        self.digits = max((cells(node.number) for node in diagram.nodes), default=0)
        self.titles = {
            lane.id: " / ".join(filter(None, [one_line(lane.group), one_line(lane.title)]))
            for lane in diagram.lanes
        }

    def lines(self) -> Iterator[str]:
        lane: str | None = None
        for place, node in enumerate(self.shown):
            if node.lane != lane or not place:
                lane = node.lane
                yield ""
                if lane is not None:
                    yield from self._heading(self.titles[lane])
            following = self.shown[place + 1].id if place + 1 < len(self.shown) else ""
            yield from self._node(node, following)

    def _heading(self, title: str) -> list[str]:
        *lines, last = fold(title, self.width)
        return [*lines, f"{last} {'─' * (self.width - cells(last) - 1)}".rstrip()]

    def _node(self, node: DNode, following: str) -> Iterator[str]:
        number = " " * (self.digits - cells(node.number)) + node.number
        sign = _SHAPES.get(node.shape, "")
        head = f"  {number}  {sign + ' ' if sign else ''}"
        details = self._details(node)
        badges = [
            badge_text(badge)
            for badge in node.badges
            if not details or badge.kind is BadgeKind.MOMENT_OF_TRUTH
        ]
        name = "  ".join(filter(None, [one_line(node.label), *badges]))
        inner = " " * (self.digits + 4)
        yield from fold(name, self.width, head, inner)
        for line in details:
            yield from fold(line, self.width, f"{inner}· ", f"{inner}  ")
        for edge in self._ways(node.id):
            yield from self._way(edge, following, inner)

    def _details(self, node: DNode) -> list[str]:
        """Return what a reader should know: who acts where no lane tells, times, what can go wrong."""
        lane = next((one_line(lane.title) for lane in self.diagram.lanes if lane.id == node.lane), "")
        known = {lane, one_line(node.label), one_line(f"{node.number} {node.label}"), ""}
        cases = tuple(one_line(edge.label) for edge in self.ways[node.id] if edge.kind is EdgeKind.EXCEPTION)
        texts = (self.meets.get(node.id, ""), node.caption, *node.tooltip.splitlines())
        lines = [one_line(line) for line in texts]
        return [
            line
            for line in dict.fromkeys(lines)
            if line not in known and not any(case.startswith(line) for case in cases)
        ]

    # -- ways on

    def _ways(self, node: str, seen: tuple[str, ...] = ()) -> Iterator[DEdge]:
        """Yield the ways on from a node, behind the nodes that only the drawing needs."""
        for edge in self.ways[node]:
            target = self.diagram.index[edge.target]
            if not _is_drawn_only(target) or target.id in seen:
                yield edge
                continue
            for further in self._ways(target.id, (*seen, target.id)):
                yield _joined(edge, further)

    def _way(self, edge: DEdge, following: str, inner: str) -> Iterator[str]:
        target = self.diagram.index[edge.target]
        arrow = _ARROWS.get(edge.kind, "→")
        name = one_line(target.label) if target.id != following or not target.number else ""
        where = " ".join(filter(None, [arrow, target.number or _SHAPES.get(target.shape, ""), name]))
        note = f"{_HANDOFF} {one_line(edge.note)}" if edge.note else _HANDOFF if edge.handoff else ""
        text = "  ".join(filter(None, [one_line(edge.label), where, note]))
        yield from fold(text, self.width, inner, f"{inner}  ")


def _is_drawn_only(node: DNode) -> bool:
    return node.shape in _GATEWAYS and not node.label and not node.number


def _joined(first: DEdge, second: DEdge) -> DEdge:
    """Return two edges, with a node between them that is not shown, as one."""
    kind = first.kind if second.kind is EdgeKind.MAIN else second.kind
    label = " · ".join(filter(None, [first.label, second.label]))
    note = " · ".join(filter(None, [first.note, second.note]))
    return DEdge(first.source, second.target, label, kind, handoff=first.handoff or second.handoff, note=note)


def _legend(diagram: Diagram, width: int) -> Iterator[str]:
    """Yield what the signs of the list mean."""
    entries = []
    for entry in diagram.legend:
        sign = _LEGEND.get(entry.sign)
        if sign:
            entries.append(f"{sign} {one_line(entry.text)}".replace(" ", "\u00a0"))
    for line in fold("   ".join(entries), width):
        yield line.replace("\u00a0", " ")
